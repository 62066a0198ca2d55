import { quantileOf } from '../exchange/measures.ts'
import type { Observation } from '../statistic.ts'
import { listParts, numberPart } from './figures.ts'
import { formatShare } from './numbers.ts'
import { ANY, type FigureName, fill, type SentencePart } from './template.ts'
import { amountOf, type Voice } from './voice.ts'

/** What is to be known of the figures of an observation, a text each. */
export function remarksOf(voice: Voice, observation: Observation): readonly (readonly SentencePart[])[] {
  const { phrases, table } = voice
  const { missing, further = {}, values } = observation
  const isOfAll = table.base === 'population' && values.every(({ role }) => role !== 'missing')
  const { cumulativeShare = null, lower = null, upper = null } = further
  return [
    isOfAll && missing
      ? fill(phrases.unanswered, { missing: [numberPart(voice, missing, 'missing')] }, ANY)
      : [],
    table.weight === undefined ? [] : fill(phrases.weighted, { amount: amountOf(voice, table.weight) }, ANY),
    cumulativeShare === null
      ? []
      : fill(
          phrases.cumulative,
          { cumulativeShare: [percentage(voice, cumulativeShare, 'cumulativeShare')] },
          ANY,
        ),
    lower === null || upper === null
      ? []
      : fill(
          phrases.interval,
          { lower: [percentage(voice, lower, 'lower')], upper: [percentage(voice, upper, 'upper')] },
          ANY,
        ),
  ]
}

/** What is said of the field that a table has measures of, after the sentence: and of how many values it is said. */
export function measureParts(voice: Voice, { further = {} }: Observation): readonly SentencePart[] {
  const { phrases, language, table } = voice
  const told = Object.entries(further).flatMap(([name, value]) => {
    const percent = quantileOf(name)
    const isMeasure = percent !== undefined || Object.hasOwn(phrases.measure, name)
    if (!isMeasure || value === null || value === undefined) return []
    const template = Object.hasOwn(phrases.measure, name)
      ? phrases.measure[name as keyof typeof phrases.measure]
      : phrases.measure.quantile
    const slots = {
      figure: [numberPart(voice, value, name as FigureName)],
      percentage: formatShare(Number(percent ?? 0), language, { decimals: 0 }),
    }
    return [fill(template, slots, ANY)]
  })
  if (told.length === 0) return []
  const { valid = null } = further
  const slots = {
    amount: amountOf(voice, table.of),
    list: listParts(voice, told),
    valid:
      valid === null
        ? ''
        : fill(
            table.weight === undefined ? phrases.valid : phrases.validWeighted,
            { valid: [numberPart(voice, valid, 'valid')] },
            { isPlural: valid !== 1, isFeminine: true },
          ),
  }
  return fill(phrases.measures, slots, ANY)
}

function percentage({ language, table }: Voice, value: number, figure: FigureName): SentencePart {
  return { text: formatShare(value, language, table.rounding), figure }
}
