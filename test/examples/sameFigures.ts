import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type * as RDF from '@rdfjs/types'
import { Parser } from 'n3'
import { expect } from 'vitest'
import { type CsvwTable, checkCube, type Release, type Table } from '../../src/index.ts'
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
    expect(await read(`${table.id}.rq`)).toBe(table.query)
    cubes.push(...cube)
  }
  expect(tables.length).toBeGreaterThan(0)
  expect(checkCube(cubes).results).toEqual([])
}
