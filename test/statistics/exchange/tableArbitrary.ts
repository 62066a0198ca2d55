import type { DimensionValue, Measure, Observation, Table } from '../../../src/statistics/statistic.ts'
import { fc } from '../../fastCheck.ts'

/** Codes that could be taken for something else in an IRI, a CSV, a JSON object or a URI template. */
const CODES = [
  'association',
  '2A',
  '01',
  '1',
  'a;b=c',
  'a/b#c?d',
  '100 %',
  '{code}',
  'é, "cité"\nnew line',
  '#comment',
  ' a ',
  '__proto__',
  'constructor',
  'missing',
  'other',
  "*!()'",
]

/** A number with four decimals at most, as shares and means are rounded. */
const figure = fc.integer({ min: -10_000_000, max: 1_000_000_000 }).map(whole => whole / 10_000)
const share = fc.integer({ min: 0, max: 1_000_000 }).map(whole => whole / 10_000)
const count = fc.nat({ max: 1_000_000 })
const weight = fc.oneof(
  count,
  figure.map(Math.abs),
  fc.constantFrom(1e-7, 1e21, 0.1 + 0.2, Number.MAX_SAFE_INTEGER),
)
const orNull = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: null, freq: 6 })

const values = fc
  .record({
    codes: fc.uniqueArray(fc.constantFrom(...CODES), { minLength: 1, maxLength: 5 }),
    isCoded: fc.boolean(),
    roles: fc.subarray(['missing', 'other'] as const),
  })
  .map(({ codes, isCoded, roles }): readonly DimensionValue[] => [
    ...codes.map(code => ({
      code,
      label: `«\u00a0${code}\u00a0»`,
      ...(isCoded && { iri: `https://example.org/def/${encodeURIComponent(code)}` }),
    })),
    ...roles.map(role => ({ code: role, label: role === 'missing' ? 'Sans réponse' : 'Autres', role })),
  ])

const FURTHER = ['cumulativeShare', 'mean', 'q25', 'max'] as const

/** A table of any kind: with and without dimensions, counts, weights, rows that are no values, and what is kept back. */
export const tables: fc.Arbitrary<Table> = fc
  .record({
    dimensions: fc
      .uniqueArray(fc.constantFrom('legalForm', 'mission', 'seatRegion', 'members'), { maxLength: 2 })
      .chain(names => fc.tuple(...names.map(name => fc.tuple(fc.constant(name), values)))),
    further: fc.subarray([...FURTHER]),
    hasCounts: fc.boolean(),
    isWeighted: fc.boolean(),
    notes: fc.option(
      fc.constant([{ fr: 'Deux réponses\u00a0: «\u00a0oui\u00a0».', en: 'Two answers: “yes”.' }]),
      { nil: undefined },
    ),
    unit: fc.option(fc.constant({ fr: 'courriels envoyés', en: 'e-mails sent' }), { nil: undefined }),
  })
  .chain(({ dimensions, further, hasCounts, isWeighted, notes, unit }) => {
    const cells = dimensions.reduce<(readonly DimensionValue[])[]>(
      (product, [, values]) => product.flatMap(cell => values.map(value => [...cell, value])),
      [[]],
    )
    const number = isWeighted ? weight : count
    const counts = hasCounts ? orNull(number) : fc.constant(null)
    const figures = fc.record({
      n: counts,
      base: counts,
      missing: counts,
      share: orNull(share),
      further: fc.record(Object.fromEntries(further.map(measure => [measure, orNull(figure)]))),
      isSuppressed: fc.boolean(),
      isApproximate: fc.boolean(),
    })
    return fc.shuffledSubarray(cells).chain(chosen =>
      fc.tuple(...chosen.map(() => figures)).map((rows): Table => {
        const observations = rows.map((row, index): Observation => {
          const { isSuppressed, isApproximate, further, ...rest } = row
          if (isSuppressed) {
            return {
              values: chosen[index]!,
              n: null,
              base: null,
              missing: null,
              share: null,
              isSuppressed,
            }
          }
          return { values: chosen[index]!, ...rest, further, ...(isApproximate && { isApproximate }) }
        })
        return {
          id: '2010 table/é',
          title: { fr: 'Essai', en: 'Test' },
          dimensions: dimensions.map(([name]) => name),
          measures: ['n', 'base', 'missing', 'share', ...further] satisfies Measure[],
          observations,
          query: 'SELECT * {}',
          ...(notes && { notes }),
          ...(unit && { unit }),
        }
      }),
    )
  })
