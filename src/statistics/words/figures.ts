import { shownShare } from '../rounding.ts'
import type { Observation } from '../statistic.ts'
import { formatNumber, formatShare, formatShareOf } from './numbers.ts'
import { ANY, type FigureName, fill, joined, type SentencePart, textOf } from './template.ts'
import type { Voice } from './voice.ts'

/** A number that can be linked. */
export function numberPart(voice: Voice, number: number, figure: FigureName): SentencePart {
  return { text: formatNumber(number, voice.language), figure }
}

/**
 * A share that can be linked: about so much where it is not known better, less than the least that can be shown where it
 * is not nothing, and more than the most where it is not all. `undefined` where there is none.
 */
export function sharePart(voice: Voice, observation: Observation): SentencePart | undefined {
  const { language, phrases, table } = voice
  const { n, base, isApproximate } = observation
  const rounding = table.rounding ?? {}
  const text = formatShareOf(observation, language, rounding)
  if (text === null) return undefined
  const step = 10 ** -(rounding.decimals ?? 1)
  const shown = shownShare(observation, rounding)
  const isPart = n !== null && base !== null && n > 0 && n < base
  const [template, share] = isApproximate
    ? [phrases.about, text]
    : isPart && shown === 0
      ? [phrases.lessThan, formatShare(step, language, rounding)]
      : isPart && shown === 100
        ? [phrases.moreThan, formatShare(100 - step, language, rounding)]
        : ['{share}', text]
  return { text: textOf(fill(template!, { share: share! }, ANY)), figure: 'share' }
}

/** `n` of `base`. */
export function ratioParts(voice: Voice, n: SentencePart, base: SentencePart): readonly SentencePart[] {
  return fill(voice.phrases.ratio, { n: [n], base: [base] }, ANY)
}

/** What stands in parentheses after a space; nothing, where there is nothing to say. */
export function bracket(remarks: readonly (readonly SentencePart[])[]): readonly SentencePart[] {
  const told = remarks.filter(parts => parts.length > 0)
  if (told.length === 0) return []
  const inside = told.flatMap((parts, index) => (index === 0 ? parts : [{ text: ', ' }, ...parts]))
  return joined([{ text: ' (' }, ...inside, { text: ')' }])
}

/** Texts one after the other, the last one after “and”. */
export function listParts(
  voice: Voice,
  items: readonly (readonly SentencePart[])[],
): readonly SentencePart[] {
  return joined(
    items.flatMap((item, index) => {
      if (index === 0) return item
      return [{ text: index === items.length - 1 ? voice.phrases.and : ', ' }, ...item]
    }),
  )
}

/** The sentence with a capital. */
export function capitalised(parts: readonly SentencePart[]): readonly SentencePart[] {
  const [first, ...rest] = parts
  if (!first) return parts
  const [letter = ''] = first.text
  return [{ ...first, text: letter.toUpperCase() + first.text.slice(letter.length) }, ...rest]
}
