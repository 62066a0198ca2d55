import { normaliseLabel } from '../vocabulary/label.ts'
import type { SchemeDraft } from './draft.ts'

/** Most values that a code list may have to be one. */
export const MOST_CONCEPTS = 30

const LONGEST_LABEL = 120
/** Longer texts among the values of a code list are accidents, which the check reports, where they are so rare. */
const MOST_LEFT_OUT = 0.05

/**
 * A code list of the values of a column, where they are few, short, and recur; `undefined` where they are not. Values
 * that differ in case, accents or punctuation alone are one concept, by its most frequent spelling.
 *
 * @param counts how often each value occurs
 * @param taken names of other schemes
 * @param options `most`: concepts that the list may have; `mayBeNew`: whether values need not recur
 */
export function proposeScheme(
  title: string,
  counts: ReadonlyMap<string, number>,
  taken: Set<string>,
  { most = MOST_CONCEPTS, mayBeNew = false }: { readonly most?: number; readonly mayBeNew?: boolean } = {},
): SchemeDraft | undefined {
  const spellings = new Map<string, { text: string; times: number }[]>()
  let [occurrences, leftOut] = [0, 0]
  for (const [text, times] of counts) {
    const label = normaliseLabel(text)
    // What has neither letter nor digit could never be found again.
    if (label === '') return undefined
    occurrences += times
    if (text.length > LONGEST_LABEL) {
      leftOut += times
      continue
    }
    const held = spellings.get(label)
    if (held) held.push({ text, times })
    else spellings.set(label, [{ text, times }])
    if (spellings.size > most) return undefined
  }
  if (spellings.size === 0 || leftOut > MOST_LEFT_OUT * occurrences) return undefined
  if (!mayBeNew && occurrences < 2 * spellings.size) return undefined
  const labels = new Set(spellings.keys())
  const notations = new Set<string>()
  const concepts = [...spellings].map(([label, texts]) => {
    const [preferred, ...others] = [...texts].sort((a, b) => b.times - a.times)
    const notation = notationOf(label, labels, notations)
    return { notation, label: preferred!.text, alternatives: others.map(({ text }) => text) }
  })
  return { name: schemeName(title, taken), title, concepts }
}

/** A notation of its own: no two concepts may answer to the same name. */
function notationOf(label: string, labels: ReadonlySet<string>, notations: Set<string>): string {
  const ascii = label
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '')
  const stem = /^[a-z]/.test(ascii) ? ascii : `v-${ascii}`.replace(/-$/, '')
  const isFree = (notation: string) => {
    const name = normaliseLabel(notation)
    return !notations.has(name) && (name === label || !labels.has(name))
  }
  let notation = stem
  for (let number = 2; !isFree(notation); number += 1) notation = `${stem}-${number}`
  notations.add(normaliseLabel(notation))
  return notation
}

function schemeName(title: string, taken: Set<string>): string {
  const stem = slugOf(title, 'valeurs')
  let name = stem
  for (let number = 2; taken.has(name); number += 1) name = `${stem}-${number}`
  taken.add(name)
  return name
}

/** A text as a name in IRIs: `Économie sociale` → `economie-sociale`. */
export function slugOf(text: string, otherwise: string): string {
  const slug = normaliseLabel(text)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 50)
    .replace(/^[^a-z]+|-+$/g, '')
  return slug === '' ? otherwise : slug
}
