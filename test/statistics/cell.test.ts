import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Store } from 'oxigraph'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { StatisticsError } from '../../src/errors.ts'
import { buildGraph } from '../../src/graph/buildGraph.ts'
import type { Graph } from '../../src/graph/graph.ts'
import { query } from '../../src/query/query.ts'
import { type CellCount, compileActors, compileCell } from '../../src/statistics/cell.ts'
import { computeStatistic } from '../../src/statistics/compute.ts'
import type { StatisticContext } from '../../src/statistics/context.ts'
import type { Observation, Statistic, Table } from '../../src/statistics/statistic.ts'
import { fc } from '../fastCheck.ts'
import { definitions } from './differential/definitions.ts'
import { CHOICES, openIntercommunalites, openOten2010 } from './differential/examples.ts'
import { FICTIVE_CHOICE, openFictive } from './differential/fictive.ts'
import type { World } from './differential/world.ts'
import { CONTEXT, ownField, readGraph, statistic, VOCABULARY } from './directoryGraph.ts'

interface Listed {
  readonly iri: string
  readonly name: string | undefined
  readonly weight: number
}

async function list(graph: Graph, sparql: string): Promise<Listed[]> {
  const answer = await query({ graph }, sparql)
  if (answer.type !== 'bindings') throw new TypeError('a list has rows')
  const rows = await Array.fromAsync(answer.bindings)
  return rows.map(({ actor, name, weight }) => ({
    iri: actor!.value,
    name: name?.value,
    weight: weight ? Number(weight.value) : 1,
  }))
}

/** Opens a figure, and expects as many actors as it says, each once and in order. */
async function expectOpens(
  graph: Graph,
  defined: Statistic,
  context: StatisticContext,
  table: Table,
  cell: Observation,
  count: CellCount,
): Promise<void> {
  const text = compileCell(defined, cell, context, { count, rows: table.observations })
  const listed = await list(graph, text)
  expect(sum(listed), text).toBe(cell[count])
  expect(new Set(listed.map(({ iri }) => iri)).size).toBe(listed.length)
  const keys = listed.map(({ iri, name }) => `${name}\u0000${iri}`)
  expect(keys).toEqual(keys.toSorted(byCodePoint))
}

function byCodePoint(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b))
}

function sum(listed: readonly Listed[]): number {
  // In hundredths, as whole numbers: weights have two decimals at most, and ten times 0.1 are 1.
  return listed.reduce((total, { weight }) => total + Math.round(weight * 100), 0) / 100
}

/** Base and missing are those of a block: they are opened once for each. */
function firstOfBlocks({ observations, dimensions, within }: Table): Observation[] {
  const outer = dimensions.length < 2 ? -1 : dimensions.indexOf(within!)
  const blocks = Map.groupBy(observations, ({ values }) => values[outer]?.code)
  return [...blocks.values()].map(([first]) => first!)
}

describe.each([
  ['oten-2010', openOten2010, CHOICES['oten-2010']],
  ['intercommunalites', openIntercommunalites, CHOICES.intercommunalites],
  ['a fictive directory', openFictive, FICTIVE_CHOICE],
] as const)('the figures of %s', (_, open, choice) => {
  let world: World
  beforeAll(async () => {
    const temporary = await mkdtemp(join(tmpdir(), 'annuaire-cells-'))
    world = await open(temporary)
    afterAll(async () => {
      world.sql.closeSync()
      await rm(temporary, { recursive: true, force: true })
    })
  })

  test('each cell of each statistic opens to as many actors as it says', async () => {
    const { graph, context, directory } = world
    for (const defined of directory.configuration.statistics) {
      const table = await computeStatistic(graph, defined, context)
      for (const cell of table.observations) {
        if (cell.isSuppressed) continue
        await expectOpens(graph, defined, context, table, cell, 'n')
      }
      for (const cell of firstOfBlocks(table)) {
        if (cell.isSuppressed) continue
        await expectOpens(graph, defined, context, table, cell, 'base')
        await expectOpens(graph, defined, context, table, cell, 'missing')
      }
    }
  })

  test('so do cells of a hundred definitions drawn at random', async () => {
    const { graph, context } = world
    const drawn = await definitions(world, choice)
    await fc.assert(
      fc.asyncProperty(drawn, fc.nat(), async (defined, pick) => {
        const table = await computeStatistic(graph, defined, context)
        const { observations } = table
        const ofRoles = observations.filter(({ values }) => values.some(({ role }) => role !== undefined))
        const cell = observations[pick % observations.length]
        for (const one of [cell, ...ofRoles.slice(0, 2)]) {
          if (one) await expectOpens(graph, defined, context, table, one, 'n')
        }
        if (!cell) return
        await expectOpens(graph, defined, context, table, cell, 'base')
        await expectOpens(graph, defined, context, table, cell, 'missing')
      }),
      { numRuns: 100, seed: 2011 },
    )
  })
})

describe('a small directory', () => {
  const ACTORS = `
    actor:1 a annuaire:Actor ; rov:orgType form:association ; own:members 12 ; dcterms:audience audience:jeunes ;
      skos:prefLabel "B"@fr , "A"@en .
    actor:2 a annuaire:Actor ; rov:orgType form:association ; own:members 3 , 4 ; skos:prefLabel "A" ;
      dcterms:audience audience:elus .
    actor:3 a annuaire:Actor ; rov:orgType form:gip ; skos:prefLabel "\\"\\\\u0022 }" ; own:kind "a \\"b\\" \\\\u0022 } #" .
    actor:4 a annuaire:Actor ; own:members 1 .
  `
  const context: StatisticContext = {
    ...CONTEXT,
    fields: [{ ...ownField('members'), datatype: 'integer' }, ownField('kind')],
  }
  let graph: Graph
  beforeAll(async () => {
    graph = await readGraph(VOCABULARY, ACTORS)
  })
  const open = async (defined: Statistic, place: number, count?: CellCount) => {
    const table = await computeStatistic(graph, defined, context)
    const text = compileCell(defined, table.observations[place]!, context, {
      ...(count && { count }),
      rows: table.observations,
    })
    return (await list(graph, text)).map(({ iri, name, weight }) => [iri.at(-1), name, weight])
  }

  test('actors are listed by name, one that has two once; who has none is listed too', async () => {
    expect(await open(statistic(['legalForm']), 0)).toEqual([
      ['1', 'A', 1],
      ['2', 'A', 1],
    ])
    expect(await open(statistic(['legalForm']), 0, 'missing')).toEqual([['4', undefined, 1]])
  })

  test('weights add up to the figure, and who has none is not listed', async () => {
    const weighted = statistic([], { weight: 'members' })
    expect(await open(weighted, 0)).toEqual([
      ['4', undefined, 1],
      ['1', 'A', 12],
      ['2', 'A', 7],
    ])
  })

  test('texts are whatever they are', async () => {
    expect(await open(statistic(['kind']), 0)).toEqual([['3', '"\\u0022 }', 1]])
    expect(await open(statistic(['kind']), 0, 'missing')).toHaveLength(3)
  })

  test('all cells at once, or those of one value by a line that follows', async () => {
    const defined = statistic(['legalForm', 'audience'], { within: 'legalForm' })
    const text = compileActors(defined, context)
    expect(await list(graph, text)).toHaveLength(2)
    const answer = await query({ graph }, `${text}VALUES ?audience { <${AUDIENCE}elus> }`)
    if (answer.type !== 'bindings') throw new TypeError('a list has rows')
    const rows = await Array.fromAsync(answer.bindings)
    expect(rows.map(row => [row.legalForm?.value, row.actor?.value.at(-1)])).toEqual([
      [`${FORM}association`, '2'],
    ])
    expect(await list(graph, compileActors(statistic([]), context))).toHaveLength(4)
    const weighted = await list(
      graph,
      compileActors(statistic(['legalForm'], { weight: 'members' }), context),
    )
    expect(weighted.map(({ weight }) => weight)).toEqual([12, 7])
  })

  test('another engine lists the same', async () => {
    const store = new Store()
    for (const quad of graph) store.add(quad as never)
    const definitions = [
      statistic([], { population: { legalForm: ['association'] } }),
      statistic(['legalForm'], { showMissing: true }),
      statistic(['legalForm'], { weight: 'members', top: 1, base: 'population' }),
      statistic(['legalForm', 'audience'], { within: 'legalForm', showMissing: true }),
      statistic(['kind'], { showMissing: true }),
    ]
    for (const defined of definitions) {
      const { observations: rows } = await computeStatistic(graph, defined, context)
      const texts = rows.flatMap(cell =>
        (['n', 'base', 'missing'] as const).map(count =>
          compileCell(defined, cell, context, { count, rows }),
        ),
      )
      for (const text of [...texts, compileActors(defined, context)]) {
        const theirs = (store.query(text) as ReadonlyMap<string, { value: string }>[]).map(row =>
          ['actor', 'name', 'weight'].map(variable => row.get(variable)?.value),
        )
        const ours = (await list(graph, text)).map(({ iri, name, weight }) => [
          iri,
          name,
          defined.weight === undefined ? undefined : String(weight),
        ])
        expect(theirs, text).toEqual(ours)
      }
    }
  })

  test('what is suppressed is not opened', async () => {
    const defined = statistic(['legalForm'], { suppressBelow: 3 })
    const { observations } = await computeStatistic(graph, defined, context)
    const hidden = observations.find(({ isSuppressed }) => isSuppressed)!
    expect(() => compileCell(defined, hidden, context)).toThrow(/figures of .* are kept back/)
  })

  test('cells of another table are refused', async () => {
    const [cell] = (await computeStatistic(graph, statistic(['legalForm']), context)).observations
    const compile = (defined: Statistic, one: Pick<Observation, 'values'>) => () =>
      compileCell(defined, one, context)
    expect(compile(statistic([]), cell!)).toThrow(StatisticsError)
    expect(compile(statistic(['legalForm']), { values: [{ code: 'x', label: 'x' }] })).toThrow(/has no IRI/)
    const other = { values: [{ code: 'other', label: 'Autres', role: 'other' as const }] }
    expect(compile(statistic(['legalForm'], { top: 1 }), other)).toThrow(/give "rows"/)
  })

  test('of a graph without any actor, nobody is listed', async () => {
    const empty = await buildGraph([])
    for (const count of ['n', 'base', 'missing'] as const) {
      expect(await list(empty, compileCell(statistic([]), { values: [] }, context, { count }))).toEqual([])
    }
  })
})

const AUDIENCE = 'https://directory.example/def/audiences/'
const FORM = 'https://directory.example/def/legal-forms/'
