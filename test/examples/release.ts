import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { afterAll } from 'vitest'
import { type OpenOptions, openDirectory, type Release } from '../../src/index.ts'

/** Publishes an example into a folder of its own, once for all tests of a file. */
export async function publishExample(name: string, options: OpenOptions = {}): Promise<Release> {
  const out = await mkdtemp(join(tmpdir(), 'annuaire-example-'))
  afterAll(() => rm(out, { recursive: true, force: true }))
  const folder = fileURLToPath(new URL(`../../examples/${name}`, import.meta.url))
  const directory = await openDirectory(folder, options)
  return directory.publish(out)
}

/** A row of a statistic's CSV, its counts as numbers. */
export interface StatisticRow {
  readonly [dimension: string]: string | number | undefined
  readonly n: number
  readonly base: number
  readonly missing: number
  readonly share: number
}

/** The rows of a published statistic. */
export async function readStatistic(release: Release, id: string): Promise<StatisticRow[]> {
  const text = await readFile(join(release.path, 'statistics', `${id}.csv`), 'utf8')
  const rows: Record<string, string>[] = parse(text, { columns: true })
  return rows.map(row => ({
    ...row,
    n: Number(row.n),
    base: Number(row.base),
    missing: Number(row.missing),
    share: Number(row.share),
  }))
}

/** All files below a folder, by their path in it. */
export async function readTree(folder: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
  return new Map(
    await Promise.all(
      files.sort().map(async file => [file.slice(folder.length + 1), await readFile(file)] as const),
    ),
  )
}
