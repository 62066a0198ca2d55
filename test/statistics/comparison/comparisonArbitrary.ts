import { compareTables } from '../../../src/statistics/comparison/compareTables.ts'
import type { ComparisonTable } from '../../../src/statistics/comparison/comparison.ts'
import { shareOf } from '../../../src/statistics/rows.ts'
import type { Observation, Table } from '../../../src/statistics/statistic.ts'
import { fc } from '../../fastCheck.ts'
import { tables } from '../exchange/tableArbitrary.ts'

/** Texts that could be taken for something else in a CSV, JSON, Turtle or a sentence. */
const LABELS = [
  'de la Bretagne',
  'of "all"\r\n, and; more',
  '«\u00a0a\u00a0» <b>\u202e{label}|{',
  '\\u0022',
  '#',
]

/** Counts of a sample: whole, and no more than their base. */
function counted(observation: Observation): Observation {
  if (observation.isSuppressed) return observation
  const [n, base] = [observation.n ?? 3, observation.base ?? 8].map(count => Math.floor(count) % 1_000_000)
  const [less, more] = [Math.min(n!, base!), Math.max(n!, base!, 1)]
  return { ...observation, n: less, base: more, share: shareOf(less, more) }
}

/** A comparison of any kind: cells that only one side has, kept back, together, weighted, or of samples. */
export const comparisons: fc.Arbitrary<ComparisonTable> = fc
  .record({
    table: tables,
    isSample: fc.boolean(),
    isMultiValued: fc.boolean(),
    samples: fc.constantFrom('this', 'other', 'both'),
    labels: fc.tuple(fc.constantFrom(...LABELS), fc.constantFrom(...LABELS)),
  })
  .chain(({ table: { observations, ...shape }, isSample, isMultiValued, samples, labels: [own, other] }) => {
    const [, within] = shape.dimensions
    const table = { ...shape, isMultiValued, ...(within !== undefined && { within }) }
    const figures = isSample ? observations.map(counted) : observations
    const sideOf = (some: readonly Observation[]) =>
      fc
        .subarray([...some], { minLength: Math.floor(some.length / 2) })
        .map((observations): Table => ({ ...table, observations }))
    return fc.tuple(sideOf(figures), sideOf(shifted(figures))).map(([table, reference]) =>
      compareTables(table, reference, {
        id: 'côté/b',
        title: { fr: 'Essai', en: 'Test' },
        labels: { own: { fr: own, en: own }, other: { fr: other, en: other } },
        ...(isSample && { samples }),
      }),
    )
  })

/** The same cells, with the figures of others. */
function shifted(observations: readonly Observation[]): Observation[] {
  return observations.map(({ values }, index) => ({
    ...observations[(index + 1) % observations.length]!,
    values,
  }))
}
