import { beforeAll, expect, test } from 'vitest'
import type { Graph } from '../../../src/graph/graph.ts'
import { computeStatistic } from '../../../src/statistics/compute.ts'
import type { Statistic } from '../../../src/statistics/statistic.ts'
import { CONTEXT, readGraph, statistic, VOCABULARY } from '../directoryGraph.ts'

const ACTORS = `
  actor:1 a annuaire:Actor ; rov:orgType form:association ; org:purpose mission:veille ; own:members 12 ;
    dcterms:spatial place:commune-69123 .
  actor:2 a annuaire:Actor ; rov:orgType form:gip ; org:purpose mission:veille .
  mission:veille skos:broader mission:conseil .
`

let graph: Graph
beforeAll(async () => {
  graph = await readGraph(VOCABULARY, ACTORS)
})

/** Computes a statistic of which something is expected of a cell. */
function expecting(at: Record<string, string>, dimensions: readonly string[], more: Partial<Statistic> = {}) {
  return computeStatistic(graph, statistic(dimensions, { expect: [{ at, change: 20 }], ...more }), CONTEXT)
}

test.each<[Record<string, string>, readonly string[], Partial<Statistic>, string]>([
  [
    { legalForm: 'assoc' },
    ['legalForm'],
    {},
    'names the legalForm "assoc", which it has not; it has association, epci, gip',
  ],
  [
    { seatRegion: '99' },
    ['seatRegion'],
    {},
    'names the seatRegion "99", which it has not; it has 24, 53, 82, 83',
  ],
  [{ legalForm: 'missing' }, ['legalForm'], {}, 'have a row with "showMissing", and a figure with "measure'],
  [{ legalForm: 'other' }, ['legalForm'], { showMissing: true }, 'it has association, epci, gip, missing'],
  [
    { mission: 'veille', legalForm: 'missing' },
    ['mission', 'legalForm'],
    { within: 'legalForm', showMissing: true },
    'names the legalForm "missing"',
  ],
  [{ mission: 'veille' }, ['mission'], { levels: { mission: 1 } }, 'it has conseil'],
])('%j of %j is no cell', async (at, dimensions, more, message) => {
  await expect(expecting(at, dimensions, more)).rejects.toThrow(message)
})

test.each<[Record<string, string>, readonly string[], Partial<Statistic>]>([
  [{ legalForm: 'epci' }, ['legalForm'], {}],
  [{ legalForm: 'missing' }, ['legalForm'], { showMissing: true }],
  [{ legalForm: 'other' }, ['legalForm'], { top: 1 }],
  [{ mission: 'conseil' }, ['mission'], { levels: { mission: 1 } }],
  [{ mission: 'veille' }, ['mission'], { levels: { mission: 2 } }],
  [{ members: '13' }, ['members'], {}],
  [{ coveredCommune: '35238' }, ['coveredCommune'], {}],
])('%j of %j may be one, whether somebody has it or not', async (at, dimensions, more) => {
  await expect(expecting(at, dimensions, more)).resolves.toMatchObject({ dimensions })
})
