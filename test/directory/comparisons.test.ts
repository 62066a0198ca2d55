import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Parser, type Quad } from 'n3'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  checkCube,
  comparisonName,
  comparisonNames,
  type Directory,
  openDirectory,
  type Release,
  type SideStatus,
  StatisticsError,
} from '../../src/index.ts'
import { isInCube } from '../../src/statistics/comparison/comparisonCube.ts'
import { comparisonMeasures } from '../../src/statistics/comparison/comparisonMeasures.ts'
import { iri } from '../../src/vocabulary/namespaces.ts'
import { cellOf, figuresOfCsv, figuresOfCube, figuresOfJsonStat } from '../statistics/exchange/readBack.ts'
import { actorsOf, COMPARED, comparedFolder, configurationOf, OVER_TIME } from './comparedDirectory.ts'

let folder: string
let directory: Directory
let first: Release
let second: Release

beforeAll(async () => {
  folder = await comparedFolder()
  first = await (await openDirectory(folder)).publish()
  await writeFile(join(folder, 'annuaire.yaml'), configurationOf('2020-06-30'))
  await writeFile(join(folder, 'acteurs.csv'), actorsOf(30))
  directory = await openDirectory(folder)
  second = await directory.publish()
}, 60_000)

const read = (name: string, { path } = second) => readFile(join(path, 'statistics', name), 'utf8')

test('all that the configuration asks for, but what is compared with the release before', async () => {
  const comparisons = await directory.comparisons()
  expect(comparisons.map(comparisonName)).toEqual(COMPARED)
  expect(
    comparisonNames(directory.configuration).map(({ name, isInReleasesOnly }) => [name, isInReleasesOnly]),
  ).toEqual(
    [...COMPARED.slice(0, -1), OVER_TIME, ...COMPARED.slice(-1)].map(name => [name, name === OVER_TIME]),
  )
})

test('they are of each kind', async () => {
  const comparisons = await directory.comparisons()
  const seen = new Set(
    comparisons.flatMap(({ observations }) =>
      observations.flatMap(({ own, other }) => [own.status, other.status]),
    ),
  )
  expect([...seen].sort()).toEqual(['absent', 'suppressed', 'told'] satisfies SideStatus[])
  expect(comparisons.map(({ withoutIntervals }) => withoutIntervals)).toContain('weighted')
  expect(comparisons.some(({ observations }) => observations.some(({ interval }) => interval))).toBe(true)
})

describe('a release', () => {
  test('has them in each format, beside their queries; over time once there is a release before', async () => {
    const extensions = ['csv', 'csv-metadata.json', 'json', 'own.rq', 'rq', 'ttl', 'txt']
    const filesOf = async ({ path }: Release) =>
      (await readdir(join(path, 'statistics'))).filter(name => name.includes('.compare.')).sort()
    const undrawn = ['croise.compare.anciens', 'total.compare.tous']
    const expected = (names: readonly string[]) =>
      names
        .flatMap(name =>
          [...extensions, ...(undrawn.includes(name) ? [] : ['svg'])].map(one => `${name}.${one}`),
        )
        .sort()
    expect(await filesOf(first)).toEqual(expected(COMPARED))
    expect(await filesOf(second)).toEqual(expected([...COMPARED, OVER_TIME]))
  })

  test.each([...COMPARED, OVER_TIME])('says the same of %s in each of them', async name => {
    const csv = await read(`${name}.csv`)
    const metadata = JSON.parse(await read(`${name}.csv-metadata.json`))
    const columns: string[] = metadata.tableSchema.columns.map(
      ({ titles }: { titles: { und: string } }) => titles.und,
    )
    const dimensions = columns.filter(column => columns.includes(`${column}Iri`))
    const measures = columns.filter(column =>
      /^(own|other)(N|Base|Share|Lower|Upper)$|^difference|^ratio$/.test(column),
    )
    const figures = figuresOfCsv(csv, metadata, { dimensions, measures })
    expect(Object.keys(figures).length).toBeGreaterThan(0)
    expect(metadata.url).toBe(`${name}.csv`)
    const jsonStat = await read(`${name}.json`)
    expect(figuresOfJsonStat(jsonStat, { measures })).toEqual(figures)
    const quads: Quad[] = new Parser().parse(await read(`${name}.ttl`))
    expect(checkCube(quads as never).results).toEqual([])
    const inCube = figuresOfCube(quads as never, { measures })
    expect(figures).toMatchObject(inCube)
    const hasUntold = /suppressed|together/.test(csv)
    expect(Object.keys(inCube).length < Object.keys(figures).length).toBe(hasUntold)
    expect((await read(`${name}.txt`)).split('\n').length).toBe(Object.keys(figures).length + 5)
    const { query, otherQuery } = JSON.parse(jsonStat).extension
    expect([await read(`${name}.own.rq`), await read(`${name}.rq`)]).toEqual([
      `${query}\n`,
      `${otherQuery}\n`,
    ])
  })

  test('over time, differences are between the two releases', async () => {
    const [, commune] = (await read(`${OVER_TIME}.csv`))
      .split('\r\n')
      .filter(line => !line.startsWith('asso'))
    // 10 of 30 now, 8 of 24 then.
    expect(commune).toMatch(/told,10,30,33\.3333,told,8,24,33\.3333,0\.0000,1\.0000$/)
  })

  test('has each in its catalogue as a dataset with its distributions', async () => {
    const quads = new Parser().parse(await readFile(join(second.path, 'catalog.ttl'), 'utf8'))
    const base = 'https://annuaire.example.org'
    for (const name of COMPARED) {
      const distributions = quads.filter(
        ({ subject, predicate }) =>
          predicate.value === iri('dcat:distribution') &&
          subject.value === `${base}/id/statistique/2020-06-30/${name}#it`,
      )
      expect(distributions.map(({ object }) => object.value).sort()).toEqual(
        ['csv', 'json', 'ttl'].map(
          extension => `${base}/releases/2020-06-30/statistics/${name}.${extension}#distribution`,
        ),
      )
    }
  })

  test('has the bytes that the directory writes, time and again', async () => {
    for (const comparison of await directory.comparisons()) {
      for (const [format, extension] of [
        ['csv', 'csv'],
        ['csvw', 'csv-metadata.json'],
        ['json-stat', 'json'],
        ['cube', 'ttl'],
        ['sentences', 'txt'],
      ] as const) {
        let text = ''
        for await (const chunk of directory.writeTable(comparison, format)) text += chunk
        expect(text).toBe(await read(`${comparisonName(comparison)}.${extension}`))
      }
    }
  })
})

test('what is kept back is in no format', async () => {
  const secret = (await directory.comparisons()).find(({ statistic }) => statistic === 'secret')!
  const kept = secret.observations.filter(({ own, other }) =>
    [own, other].some(({ status }) => status === 'suppressed'),
  )
  expect(kept.length).toBeGreaterThan(0)
  const measures = comparisonMeasures(secret).map(({ name }) => name)
  const figures = figuresOfJsonStat(await read('secret.compare.tous.json'), { measures })
  for (const observation of kept) {
    expect(isInCube(observation)).toBe(false)
    const { ownN, difference, ratio } = figures[cellOf(observation.values)]!
    expect([ownN, difference, ratio]).toEqual([null, null, null])
  }
})

test('there is a chart of those of one dimension', async () => {
  for (const comparison of await directory.comparisons()) {
    const text = directory.writeTable(comparison, 'chart')
    if (comparison.dimensions.length === 1) expect((await text.next()).value).toMatch(/^<svg /)
    else await expect(text.next()).rejects.toThrow(StatisticsError)
  }
})
