import { StatisticsError } from '../../errors.ts'
import type { Measure } from '../statistic.ts'
import type { Template } from './wording.ts'

/** What a figure in a sentence is: a measure of the observation, or all that were asked (base and missing together). */
export type FigureName = Measure | 'asked' | 'difference' | 'ratio' | 'otherShare'

/** A part of a sentence. Joined, the texts are the sentence; a figure can be linked to its query. */
export interface SentencePart {
  readonly text: string
  readonly figure?: FigureName
}

/** Whom the forms of words agree with. */
export interface Agreement {
  readonly isPlural: boolean
  readonly isFeminine: boolean
}

/** Where nothing has to agree. */
export const ANY: Agreement = { isPlural: true, isFeminine: false }

/** What stands in the slots of a template. */
export type Slots = Readonly<Record<string, string | readonly SentencePart[]>>

/**
 * A template with its slots filled, and its words in the form that agrees. What stands in a slot is no template, whatever
 * it looks like.
 *
 * @throws {StatisticsError} where it has a slot that there is not
 */
export function fill(template: Template, slots: Slots, agreement: Agreement): readonly SentencePart[] {
  const parts = parse(template).flatMap(piece => {
    if (piece.kind === 'text') return [piece]
    if (piece.kind === 'forms') return [{ text: formOf(piece.forms, agreement) }]
    if (!Object.hasOwn(slots, piece.slot)) {
      throw new StatisticsError(
        `the wording "${template}" has a place for "${piece.slot}"; there are ${Object.keys(slots).join(', ')}`,
      )
    }
    const slot = slots[piece.slot]!
    return typeof slot === 'string' ? [{ text: slot }] : slot
  })
  return joined(parts)
}

type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'forms'; readonly forms: readonly string[] }
  | { readonly kind: 'slot'; readonly slot: string }

/** Templates are those of wordings: as many as there are, and the same again and again. */
const parsed = new Map<Template, readonly Piece[]>()

function parse(template: Template): readonly Piece[] {
  const known = parsed.get(template)
  if (known) return known
  const pieces = template.split(/(\{[^{}]*\})/).map((piece): Piece => {
    if (!/^\{.*\}$/s.test(piece)) return { kind: 'text', text: piece }
    const content = piece.slice(1, -1)
    return content.includes('|')
      ? { kind: 'forms', forms: content.split('|') }
      : { kind: 'slot', slot: content }
  })
  parsed.set(template, pieces)
  return pieces
}

/** The text of parts. */
export function textOf(parts: readonly SentencePart[]): string {
  return parts.map(({ text }) => text).join('')
}

/** The parts with what stands side by side and is no figure in one. */
export function joined(parts: readonly SentencePart[]): readonly SentencePart[] {
  const result: SentencePart[] = []
  for (const part of parts) {
    const last = result.at(-1)
    if (part.text === '') continue
    if (part.figure !== undefined) result.push(part)
    else if (last && last.figure === undefined) result[result.length - 1] = { text: last.text + part.text }
    else result.push({ text: part.text })
  }
  return result
}

/** Masculine singular and plural, then feminine ones. */
function formOf(forms: readonly string[], { isPlural, isFeminine }: Agreement): string {
  const offset = isFeminine && forms.length > 2 ? 2 : 0
  return forms[offset + (isPlural ? 1 : 0)] ?? forms[0]!
}
