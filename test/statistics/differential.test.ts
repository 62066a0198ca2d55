import { expect, test } from 'vitest'
import { computeStatistic } from '../../src/statistics/compute.ts'
import { fc } from '../fastCheck.ts'
import { CONTEXT, readGraph, statistic, VOCABULARY } from './directoryGraph.ts'

/** An actor by the codes of its values; territories are places that it covers. */
interface Sample {
  readonly legalForm: readonly string[]
  readonly audience: readonly string[]
  readonly members: readonly string[]
  readonly places: readonly string[]
}

const PLACES: Readonly<Record<string, readonly string[]>> = {
  'commune-69123': ['82'],
  'commune-69266': ['82'],
  'commune-63113': ['83'],
  'departement-63': ['83'],
  'region-82': ['82'],
  'region-53': ['53'],
}

const some = (values: readonly string[]) => fc.subarray([...values])
const actors = fc.array(
  fc.record<Sample>({
    legalForm: some(['association', 'gip', 'epci']),
    audience: some(['jeunes', 'seniors', 'elus']),
    members: some(['1', 'a "b"\\']),
    places: some(Object.keys(PLACES)),
  }),
  { maxLength: 12 },
)
const dimension = fc.constantFrom('legalForm', 'audience', 'coveredRegion', 'members')
const definition = fc
  .record({
    dimensions: fc.uniqueArray(dimension, { maxLength: 2 }),
    second: fc.boolean(),
    population: fc.record(
      {
        legalForm: some(['association', 'gip']),
        coveredRegion: some(['82', '83', '53']),
        members: some(['1', 'a "b"\\']),
      },
      { requiredKeys: [] },
    ),
  })
  .map(({ dimensions, second, population }) =>
    statistic(dimensions, {
      population,
      ...(dimensions.length === 2 && { within: dimensions[second ? 1 : 0]! }),
    }),
  )

test('the query counts what a plain loop counts', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(actors, definition, async (samples, defined) => {
      const graph = await readGraph(VOCABULARY, ...samples.map(toTurtle))
      const { observations } = await computeStatistic(graph, defined, CONTEXT)
      const rows = observations.map(({ values, n, base, missing, share }) => ({
        codes: values.map(({ code }) => code),
        ...{ n, base, missing, share },
      }))
      expect(rows).toEqual(count(samples, defined.dimensions, defined.within, defined.population ?? {}))
    }),
    { numRuns: 60, seed: 2010 },
  )
})

function valuesOf(actor: Sample, name: string): readonly string[] {
  if (name === 'coveredRegion') return [...new Set(actor.places.flatMap(place => PLACES[place]!))]
  return actor[name as 'legalForm' | 'audience' | 'members']
}

function count(
  samples: readonly Sample[],
  names: readonly string[],
  within: string | undefined,
  conditions: Readonly<Record<string, readonly string[]>>,
) {
  const population = samples.filter(actor =>
    Object.entries(conditions).every(([name, codes]) =>
      valuesOf(actor, name).some(code => codes.includes(code)),
    ),
  )
  const row = (codes: readonly string[], n: number, base: number, missing: number) => ({
    codes,
    ...{ n, base, missing, share: base === 0 ? null : Math.round((n * 1e6) / base) / 1e4 },
  })
  const occurring = (name: string) => [...new Set(population.flatMap(actor => valuesOf(actor, name)))].sort()
  const [first, second] = names
  // The query gives one row even where there is no actor at all.
  if (first === undefined) return [row([], population.length, samples.length, 0)]
  if (second === undefined) {
    const base = population.filter(actor => valuesOf(actor, first).length > 0).length
    return occurring(first)
      .map(code => {
        const n = population.filter(actor => valuesOf(actor, first).includes(code)).length
        return row([code], n, base, population.length - base)
      })
      .sort((a, b) => b.n - a.n)
  }
  const other = within === first ? second : first
  return occurring(within!).flatMap(outer => {
    const asked = population.filter(actor => valuesOf(actor, within!).includes(outer))
    const answered = asked.filter(actor => valuesOf(actor, other).length > 0)
    return occurring(other)
      .map(inner => {
        const n = answered.filter(actor => valuesOf(actor, other).includes(inner)).length
        const codes = within === first ? [outer, inner] : [inner, outer]
        return row(codes, n, answered.length, asked.length - answered.length)
      })
      .sort((a, b) => b.n - a.n)
  })
}

function toTurtle({ legalForm, audience, members, places }: Sample, index: number): string {
  const objects = [
    ...legalForm.map(code => `rov:orgType form:${code}`),
    ...audience.map(code => `dcterms:audience audience:${code}`),
    ...members.map(text => `own:members ${JSON.stringify(text)}`),
    ...places.map(place => `dcterms:spatial place:${place}`),
  ]
  return `${[`actor:${index} a annuaire:Actor`, ...objects].join(' ; ')} .`
}
