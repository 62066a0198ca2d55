import type { Language } from '../errors.ts'
import { addDecimals, formatDecimal, parseDecimal } from '../query/evaluator/terms/decimal.ts'
import { writeFigure } from './exchange/measures.ts'
import { roundShare } from './rounding.ts'
import type { DimensionValue, Observation, Statistic } from './statistic.ts'

/** Labels of the rows that stand for no value, and the codes that they have where a code is needed. */
const ROLES = {
  missing: { code: 'missing', label: { fr: 'Sans réponse', en: 'No answer' } },
  other: { code: 'other', label: { fr: 'Autres', en: 'Other' } },
} as const

/** The value of such a row. */
export function roleValue(role: keyof typeof ROLES, language: Language): DimensionValue {
  return { code: ROLES[role].code, label: ROLES[role].label[language], role }
}

/** 100 × n ÷ base, rounded half up to four decimals in decimal arithmetic; `null` where the base is 0. */
export function shareOf(n: number, base: number): number | null {
  return roundShare(n, base, { decimals: 4 })
}

/** The observations with a row for those who did not answer: of each base one, the last. Its share is of the whole. */
export function withMissing(
  observations: readonly Observation[],
  { dimensions, within, base }: Pick<Statistic, 'dimensions' | 'within' | 'base'>,
  language: Language,
): readonly Observation[] {
  if (dimensions.length === 0) return observations
  const outer = dimensions.length < 2 ? -1 : dimensions.indexOf(within ?? '')
  const blocks = Map.groupBy(observations, ({ values }) => values[outer]?.code ?? '')
  return [...blocks.values()].flatMap(block => {
    const [first] = block
    const missing: Observation = {
      values: first!.values.map((value, index) => (index === outer ? value : roleValue('missing', language))),
      n: first!.missing,
      base: first!.base,
      missing: first!.missing,
      share: base === 'population' ? shareOf(first!.missing!, first!.base!) : null,
    }
    return [...block, missing]
  })
}

/** The observations in the order asked for; of two dimensions, the outer one stays as it is. */
export function inOrder(
  observations: readonly Observation[],
  { order = 'count', dimensions, within }: Pick<Statistic, 'order' | 'dimensions' | 'within'>,
  language: Language,
): readonly Observation[] {
  if (order === 'count' || dimensions.length === 0) return observations
  const outer = dimensions.length < 2 ? -1 : dimensions.indexOf(within ?? '')
  const inner = outer === 0 ? 1 : 0
  const collator = new Intl.Collator(language)
  const compare = (a: Observation, b: Observation) => {
    const [x, y] = [a.values[inner]!, b.values[inner]!]
    // The other values together are no value: they come last, whatever they are called.
    const byRole = Number(x.role === 'other') - Number(y.role === 'other')
    const byLabel = order === 'label' ? collator.compare(x.label, y.label) : 0
    return byRole || byLabel || (x.code < y.code ? -1 : 1)
  }
  const blocks = Map.groupBy(observations, ({ values }) => values[outer]?.code ?? '')
  return [...blocks.values()].flatMap(block => block.sort(compare))
}

/** The observations with what their shares add up to, from the first row on. Weights are added up as the decimals they are. */
export function withCumulativeShare(observations: readonly Observation[]): readonly Observation[] {
  let passed = parseDecimal('0')
  return observations.map(one => {
    passed = addDecimals(passed, parseDecimal(writeFigure(one.n ?? 0)))
    const cumulativeShare = one.share === null ? null : shareOf(Number(formatDecimal(passed)), one.base!)
    return { ...one, further: { ...one.further, cumulativeShare } }
  })
}
