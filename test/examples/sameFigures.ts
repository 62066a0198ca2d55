import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type * as RDF from '@rdfjs/types'
import { Parser } from 'n3'
import { expect } from 'vitest'
import { type CsvwTable, checkCube, type Release, type Table } from '../../src/index.ts'
import { formatNumber, formatShareOf } from '../../src/statistics/words/numbers.ts'
import {
  figuresOfCsv,
  figuresOfCube,
  figuresOfJsonStat,
  figuresOfTable,
} from '../statistics/exchange/readBack.ts'

/** Reads each statistic of a release back from all its formats: they hold the figures of the table, and sound cubes. */
export async function expectSameFigures(release: Release, tables: readonly Table[]): Promise<void> {
  const read = (path: string) => readFile(join(release.path, 'statistics', path), 'utf8')
  const cubes: RDF.Quad[] = []
  for (const table of tables) {
    const figures = figuresOfTable(table)
    const metadata: CsvwTable = JSON.parse(await read(`${table.id}.csv-metadata.json`))
    expect(figuresOfCsv(await read(`${table.id}.csv`), metadata, table)).toEqual(figures)
    expect(figuresOfJsonStat(await read(`${table.id}.json`), table)).toEqual(figures)
    const cube = new Parser().parse(await read(`${table.id}.ttl`)) as RDF.Quad[]
    expect(figuresOfCube(cube, table)).toEqual(
      figuresOfTable({ ...table, observations: table.observations.filter(one => !one.isSuppressed) }),
    )
    expect(await read(`${table.id}.rq`)).toBe(`${table.query.trimEnd()}\n`)
    expectSpokenFigures(table, (await read(`${table.id}.txt`)).split('\n').slice(2))
    if (table.chart?.kind !== 'none') expectDrawnFigures(table, await read(`${table.id}.svg`))
    cubes.push(...cube)
  }
  expect(tables.length).toBeGreaterThan(0)
  expect(checkCube(cubes).results).toEqual([])
}

/** Each row has its sentence, with its counts as people write them; none and one are words there. */
function expectSpokenFigures({ observations, rounding }: Table, sentences: readonly string[]): void {
  for (const [index, observation] of observations.entries()) {
    const sentence = sentences[index]!
    const { n, base } = observation
    if (n === null) {
      expect(sentence).toContain(formatShareOf(observation, 'fr', rounding)!)
      continue
    }
    expect(sentence).toMatch(
      n === 0 ? /Aucun|\b0\b/ : n === 1 ? /\b(une?|1)\b/i : new RegExp(`\\b${formatNumber(n, 'fr')}\\b`),
    )
    expect(sentence).toMatch(new RegExp(`\\b${formatNumber(base!, 'fr')}\\b`))
  }
}

/** Each share stands in the chart, with its counts where those are bars of their own. */
function expectDrawnFigures({ observations, rounding, dimensions }: Table, chart: string): void {
  for (const observation of observations) {
    const { n, base } = observation
    const hasCounts = n !== null && dimensions.length > 0
    const counts = hasCounts ? ` (${formatNumber(n, 'fr')} sur ${formatNumber(base!, 'fr')})` : ''
    expect(chart).toContain(formatShareOf(observation, 'fr', rounding)! + counts)
  }
}
