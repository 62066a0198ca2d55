import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Directory, openDirectory, type Release } from '../../src/index.ts'
import { publishExample, readStatistic } from './release.ts'
import { expectSameFigures } from './sameFigures.ts'

interface Epci {
  readonly code: string
  readonly type: string
  readonly modeFinancement: string
  readonly populationTotale: number
  readonly membres: readonly { readonly code: string }[]
}
interface Commune {
  readonly code: string
  readonly type: string
  readonly departement?: string
  readonly region?: string
}

// The independent way: the same package, counted in plain JavaScript.
const load = createRequire(import.meta.url)
const source: Epci[] = load('@etalab/decoupage-administratif/data/epci.json')
const communes = new Map(
  (load('@etalab/decoupage-administratif/data/communes.json') as Commune[])
    .filter(({ type }) => type === 'commune-actuelle')
    .map(commune => [commune.code, commune]),
)

let directory: Directory
let release: Release
beforeAll(async () => {
  directory = await openDirectory(fileURLToPath(new URL('../../examples/intercommunalites', import.meta.url)))
  release = await publishExample('intercommunalites')
}, 300_000)

function countBy(values: Iterable<string>): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1
  return counts
}

/** An intercommunality counts once in each region that it covers. */
function covered(level: 'region' | 'departement', { membres }: Epci): string[] {
  return [...new Set(membres.map(({ code }) => communes.get(code)![level]!))]
}

describe('counts equal those of the source', () => {
  test('all are in the graph, and conform', async () => {
    const report = await directory.check()
    expect(report.results).toEqual([])
    expect(await Array.fromAsync(directory.actors())).toHaveLength(1255)
    expect(source).toHaveLength(1255)
  }, 120_000)

  test.each([
    ['nature', 'legalForm', (epci: Epci) => [epci.type]],
    ['taxation', 'taxation', (epci: Epci) => [epci.modeFinancement]],
    [
      'legal-category',
      'legalCategory',
      (epci: Epci) => [{ CC: '7346', CA: '7348', CU: '7343', METRO: '7344', MET69: '7229' }[epci.type]!],
    ],
    ['region', 'coveredRegion', (epci: Epci) => covered('region', epci)],
    ['department', 'coveredDepartment', (epci: Epci) => covered('departement', epci)],
  ])('%s', async (id, dimension, valuesOf) => {
    const rows = await readStatistic(release, id)
    const expected = countBy(source.flatMap(valuesOf))
    expect(Object.fromEntries(rows.map(row => [row[dimension], row.n]))).toEqual(expected)
    expect(rows.every(({ base, missing }) => base === 1255 && missing === 0)).toBe(true)
  })

  test('kind within region', async () => {
    const rows = await readStatistic(release, 'region-nature')
    const expected = countBy(
      source.flatMap(epci => covered('region', epci).map(region => `${region} ${epci.type}`)),
    )
    const found = rows.filter(({ n }) => n > 0).map(row => [`${row.coveredRegion} ${row.legalForm}`, row.n])
    expect(Object.fromEntries(found)).toEqual(expected)
    expect(new Set(rows.map(row => row.coveredRegion)).size).toBe(18)
  })

  test('population and member communes can be asked for', async () => {
    const sum = await directory.query(
      'SELECT (SUM(?p) AS ?population) WHERE { ?actor a annuaire:Actor ; <https://annuaire.example.org/intercommunalites/def/onto#population> ?p }',
    )
    const members = await directory.query(
      'SELECT (COUNT(*) AS ?n) WHERE { ?actor a annuaire:Actor ; dcterms:spatial ?commune }',
    )
    const one = async (result: typeof sum) => {
      if (result.type !== 'bindings') throw new Error('no bindings')
      return (await Array.fromAsync(result.bindings))[0]!
    }
    expect((await one(sum)).population!.value).toBe(
      String(source.reduce((total, epci) => total + epci.populationTotale, 0)),
    )
    expect((await one(members)).n!.value).toBe(String(source.flatMap(({ membres }) => membres).length))
  }, 120_000)
})

test('all formats of a statistic hold the same figures, and its cube is sound', async () => {
  await expectSameFigures(release, await directory.statistics())
}, 120_000)
