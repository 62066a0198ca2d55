import { describe, expect, test } from 'vitest'
import { query } from '../../src/query/query.ts'
import { computeStatistic } from '../../src/statistics/compute.ts'
import { weightedQuantile } from '../../src/statistics/quantile.ts'
import type { Statistic } from '../../src/statistics/statistic.ts'
import { fc } from '../fastCheck.ts'
import { CONTEXT, ownField, readGraph, statistic, VOCABULARY } from './directoryGraph.ts'

/** An actor: a whole number, and a weight in tenths; `undefined` where it has none. */
interface Weighed {
  readonly form: 'association' | 'gip'
  readonly number: number | undefined
  readonly tenths: number | undefined
}

const actors = fc.array(
  fc.record<Weighed>({
    form: fc.constantFrom('association', 'gip'),
    number: fc.option(fc.integer({ min: -3, max: 6 }), { nil: undefined }),
    tenths: fc.option(fc.integer({ min: 0, max: 7 }), { nil: undefined }),
  }),
  { minLength: 1, maxLength: 14 },
)

const NUMBER = { ...ownField('number'), datatype: 'decimal', multiple: false } as const
const PART = { ...ownField('part'), datatype: 'decimal', multiple: false } as const
const context = { ...CONTEXT, fields: [NUMBER, PART] }
const MEASURES = ['mean', 'sum', 'min', 'max', 'q10', 'q25', 'median', 'q75', 'q99'] as const

test('weighted measures are those of a plain loop over whole numbers', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(actors, async sample => {
      const graph = await readGraph(VOCABULARY, ...sample.map(toTurtle))
      const measured = statistic(['legalForm'], { weight: 'part', of: 'number', measures: MEASURES })
      const { observations } = await computeStatistic(graph, measured, context)
      const rows = observations.map(({ values, n, further }) => [values[0]!.code, n, further] as const)
      const forms = ['association', 'gip'].filter(form =>
        sample.some(one => one.form === form && one.tenths !== undefined),
      )
      const expected = forms.map(form =>
        measurePlainly(
          form,
          sample.filter(one => one.form === form),
        ),
      )
      expect(new Map(rows.map(row => [row[0], row]))).toEqual(new Map(expected.map(row => [row[0], row])))
    }),
    { numRuns: 80, seed: 2026 },
  )
})

test('weights that are quotients, each cut after fifteen digits, add up to what they should', async () => {
  // 120 ÷ 45, of 21 actors: 56, where the sum of what is written is 56.00000000000007.
  const actors = Array.from(
    { length: 21 },
    (_, index) => `actor:${index} a annuaire:Actor ; rov:orgType form:gip ; own:part 2.66666666666667 .`,
  )
  const graph = await readGraph(VOCABULARY, ...actors)
  const weighted = await computeStatistic(graph, statistic(['legalForm'], { weight: 'part' }), context)
  expect(weighted.observations).toMatchObject([{ n: 56, base: 56, missing: 0, share: 100 }])
})

/** Each actor is written out as often as it has tenths of a weight: measures are then those of a list. */
function measurePlainly(form: string, sample: readonly Weighed[]) {
  const tenths = sample.reduce((sum, one) => sum + (one.tenths ?? 0), 0)
  const list = sample
    .flatMap(({ number, tenths = 0 }) => (number === undefined ? [] : new Array<number>(tenths).fill(number)))
    .sort((a, b) => a - b)
  const total = list.reduce((sum, number) => sum + number, 0)
  const isNone = list.length === 0
  const further = {
    valid: list.length / 10,
    mean: isNone ? null : Math.floor((2 * total * 10_000 + list.length) / (2 * list.length)) / 10_000,
    sum: isNone ? null : total / 10,
    min: list[0] ?? null,
    max: list.at(-1) ?? null,
    ...Object.fromEntries(
      [10, 25, 50, 75, 99].map(percent => [
        percent === 50 ? 'median' : `q${percent}`,
        isNone ? null : quantileOf(list, percent),
      ]),
    ),
  }
  return [form, tenths / 10, further] as const
}

/** Definition 2 of Hyndman and Fan. */
function quantileOf(list: readonly number[], percent: number): number {
  const place = (list.length * percent) / 100
  if (!Number.isInteger(place)) return list[Math.ceil(place) - 1]!
  return (list[place - 1]! + (list[place] ?? list[place - 1]!)) / 2
}

function toTurtle({ form, number, tenths }: Weighed, index: number): string {
  const said = [
    `actor:${index} a annuaire:Actor`,
    `rov:orgType form:${form}`,
    ...(number === undefined ? [] : [`own:number ${number}`]),
    ...(tenths === undefined ? [] : [`own:part ${tenths / 10}`]),
  ]
  return `${said.join(' ; ')} .`
}

const weigh = (...pairs: readonly (readonly [number, string])[]) =>
  pairs.map(([number, weight]) => ({ number, weight }))

test('a quantile lies between two values where the weights add up to it exactly, however they are written', () => {
  expect(weightedQuantile(weigh([1, '0.1'], [2, '0.1'], [3, '0.1'], [4, '0.3']), 50)).toBe(3.5)
  expect(weightedQuantile(weigh([1, '1.0E0'], [2, '100.0E-2']), 50)).toBe(1.5)
  expect(weightedQuantile(weigh([1, '1e30'], [2, '1000000000000000000000000000000']), 50)).toBe(1.5)
  expect(weightedQuantile(weigh([1, '1'], [2, '1'], [5, '2']), 50)).toBe(3.5)
  expect(weightedQuantile(weigh([1, '1'], [2, '1'], [5, '2.001']), 50)).toBe(5)
  expect(weightedQuantile(weigh([0.00006, '1']), 50)).toBe(0.0001)
})

test('weights that were rounded add up to what they stand for', () => {
  // Three of a weight of ten thirds are as heavy as one of ten, however the last digit fell.
  const third = ['3.33333333333333', '3.33333333333333', '3.33333333333334']
  const weights = weigh([1, third[0]!], [2, third[1]!], [3, third[2]!], [8, '10'])
  expect(weightedQuantile(weights, 50)).toBe(5.5)
  expect(weightedQuantile(weigh([1, '3.33333333333333'], [2, '3.33333333333334']), 50)).toBe(1.5)
  expect(weightedQuantile(weigh([1, '3.333'], [2, '3.334']), 50)).toBe(2)
})

test('multiplying all weights changes nothing', () => {
  const numbers = fc.uniqueArray(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(
      numbers,
      fc.infiniteStream(fc.integer({ min: 1, max: 50 })),
      fc.integer({ min: 1, max: 99 }),
      (list, stream, percentage) => {
        const sorted = list.toSorted((a, b) => a - b)
        const whole = sorted.map(number => ({ number, weight: String(stream.next().value) }))
        const small = whole.map(({ number, weight }) => ({
          number,
          weight: `0.00${weight.padStart(4, '0')}`,
        }))
        expect(weightedQuantile(small, percentage)).toBe(weightedQuantile(whole, percentage))
      },
    ),
    { seed: 7 },
  )
})

describe('weighted measures of a number', () => {
  /** By hand: x 1, 2, 10, 20 with the weights 0.1, 0.2, 0.1 and none; 5 weighs nothing, 7 is the only one of its form. */
  const WEIGHED = `
    actor:1 a annuaire:Actor ; rov:orgType form:association ; own:staff 1 ; own:part 0.1 .
    actor:2 a annuaire:Actor ; rov:orgType form:association ; own:staff 2 ; own:part 0.2 .
    actor:3 a annuaire:Actor ; rov:orgType form:association ; own:staff 10 ; own:part 0.1 .
    actor:4 a annuaire:Actor ; rov:orgType form:association ; own:staff 20 .
    actor:5 a annuaire:Actor ; rov:orgType form:association ; own:part 0.3 .
    actor:6 a annuaire:Actor ; rov:orgType form:gip ; own:staff 7 ; own:part 2 .
    actor:7 a annuaire:Actor ; rov:orgType form:gip ; own:staff 5 ; own:part 0 .
    actor:8 a annuaire:Actor ; rov:orgType form:epci ; own:staff 5 ; own:part 0 .
  `
  const STAFF = { ...ownField('staff'), datatype: 'decimal', multiple: false } as const
  const weighing = { ...CONTEXT, fields: [STAFF, PART] }
  const measures = ['mean', 'median', 'q25', 'q75', 'sum', 'min', 'max'] as const
  const definition = (dimensions: readonly string[], more: Partial<Statistic> = {}) =>
    statistic(dimensions, { of: 'staff', weight: 'part', measures, ...more })

  async function compute(one: Statistic) {
    return computeStatistic(await readGraph(VOCABULARY, WEIGHED), one, weighing)
  }

  test('are of those who weigh something, as exact as decimals are', async () => {
    const { observations } = await compute(definition(['legalForm']))
    const rows = observations.map(({ values, n, base, further }) => [values[0]!.code, n, base, further])
    expect(rows).toEqual([
      ['gip', 2, 2.7, { valid: 2, mean: 7, median: 7, q25: 7, q75: 7, sum: 14, min: 7, max: 7 }],
      // A quarter of 0.4 is 0.1, which is reached at 1: the middle between 1 and 2. Three quarters alike: 2 and 10.
      [
        'association',
        0.7,
        2.7,
        { valid: 0.4, mean: 3.75, median: 2, q25: 1.5, q75: 6, sum: 1.5, min: 1, max: 10 },
      ],
      [
        'epci',
        0,
        2.7,
        { valid: 0, mean: null, median: null, q25: null, q75: null, sum: null, min: null, max: null },
      ],
    ])
  })

  test('of the whole, and of nobody', async () => {
    expect((await compute(definition([]))).observations).toMatchObject([
      { n: 2.7, further: { valid: 2.4, mean: 6.4583, median: 7, q25: 7, sum: 15.5, min: 1, max: 10 } },
    ])
    const nobody = definition([], { population: { legalForm: ['epci'] } })
    expect((await compute(nobody)).observations).toMatchObject([{ n: 0, further: { valid: 0, sum: null } }])
  })

  test('say which are weighted, of how many, and how quantiles are defined', async () => {
    const { notes } = await compute(definition(['legalForm'], { measures: ['mean', 'max', 'q90'] }))
    expect(notes!.map(({ fr }) => fr)).toEqual([
      'Sans poids connu («\u00a0part\u00a0») ou de poids négatif, et donc hors de tous les effectifs\u00a0: 1\u00a0acteur.',
      'Mesures pondérées\u00a0: moyenne, quantile à 90\u00a0%, d’après les valeurs de 4\u00a0acteurs.',
      expect.stringMatching(/^Médiane et quantiles pondérés\u00a0: la plus petite valeur/),
    ])
    const withoutMean = await compute(definition(['legalForm'], { measures: ['max'] }))
    expect(withoutMean.notes).toHaveLength(1)
  })

  test('their queries give what the table says', async () => {
    const graph = await readGraph(VOCABULARY, WEIGHED)
    const table = await compute(definition([]))
    const answer = await query({ graph }, table.query)
    const [row] = answer.type === 'bindings' ? await Array.fromAsync(answer.bindings) : []
    expect(['valid', 'mean', 'sum', 'min', 'max'].map(name => Number(row![name]!.value))).toEqual([
      2.4, 6.4583, 15.5, 1, 10,
    ])
    const distribution = await query({ graph }, table.distributionQuery!)
    const steps = distribution.type === 'bindings' ? await Array.fromAsync(distribution.bindings) : []
    expect(steps.map(({ number, frequency }) => [Number(number!.value), Number(frequency!.value)])).toEqual([
      [1, 0.1],
      [2, 0.2],
      [7, 2],
      [10, 0.1],
    ])
  })

  test.each(['staff', 'part'])('need one number and one weight of each: several of %s', async name => {
    const fields = weighing.fields.map(field => (field.name === name ? { ...field, multiple: true } : field))
    const graph = await readGraph(VOCABULARY, WEIGHED)
    await expect(computeStatistic(graph, definition([]), { ...weighing, fields })).rejects.toThrow(
      `"${name}", of which one may have several numbers; to weight numbers, each needs one number and one weight`,
    )
  })
})
