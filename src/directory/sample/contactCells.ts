import type { Configuration, SourceConfiguration } from '../../configuration/configuration.ts'
import { createCrosswalk } from '../../crosswalk/createCrosswalk.ts'
import type { CrosswalkContext } from '../../crosswalk/crosswalk.ts'
import { keyOf } from '../../crosswalk/key.ts'
import type { ReadActor } from '../../crosswalk/readSource.ts'
import type { Effects } from '../../effects.ts'
import { ConfigurationError } from '../../errors.ts'
import { openSource } from '../../sources/openSource.ts'
import { locateFile, readingOptions } from '../locateFile.ts'

/** Between the cells of several rows of one actor. */
const SEPARATOR = ' | '

/** Cells of some columns, by the IRI of the actor. */
export type ContactCells = ReadonlyMap<string, ReadonlyMap<string, string>>

/**
 * Reads columns of the sources once more for some actors, by their keys: what no record and no graph ever holds.
 *
 * @param columns that at least one of the sources of these actors has
 * @throws {ConfigurationError} where none has one of them, or a source was standard input, which is read once
 * @throws {SourceError} where a file cannot be read
 */
export async function readContactCells(
  actors: readonly ReadActor[],
  columns: readonly string[],
  configuration: Configuration,
  context: CrosswalkContext,
  effects: Effects,
): Promise<ContactCells> {
  const cells = new Map<string, Map<string, string>>()
  if (columns.length === 0) return cells
  const found = new Set<string>()
  const bySource = Map.groupBy(actors, ({ actor }) => actor.source)
  for (const source of configuration.sources) {
    const wanted = bySource.get(source.name)
    if (!wanted) continue
    const present = await readCells(source, wanted, columns, cells, configuration, context, effects)
    for (const column of present) found.add(column)
  }
  const missing = columns.filter(column => !found.has(column))
  if (missing.length > 0) {
    throw new ConfigurationError(
      `no source of those who were drawn has the column ${missing.map(name => `"${name}"`).join(', ')}; check "contact"`,
      { location: { file: configuration.path } },
    )
  }
  return cells
}

/** @returns those of the columns that the source has */
async function readCells(
  source: SourceConfiguration,
  actors: readonly ReadActor[],
  columns: readonly string[],
  cells: Map<string, Map<string, string>>,
  configuration: Configuration,
  context: CrosswalkContext,
  effects: Effects,
): Promise<readonly string[]> {
  const { path, displayName } = locateFile(source, configuration.path)
  if (path === '-') {
    throw new ConfigurationError(
      `the columns under "contact" are read from the source "${source.name}" once more, and standard input is not there twice; name a file`,
      { location: { file: configuration.path } },
    )
  }
  const opened = await openSource(path, { ...readingOptions(source), displayName, effects })
  const crosswalk = createCrosswalk(source, context)
  const wanted = new Map(
    actors.map(({ actor: { key, id }, locate }) => [key, { id, line: locate('key').line }]),
  )
  for await (const batch of opened.batches()) {
    for (const row of batch) {
      const { id, line } = wanted.get(keyOf(row, crosswalk) ?? '') ?? {}
      // A row that was left out, because another one has its key, is nobody.
      if (id === undefined || (!source.groupRows && line !== row.line)) continue
      const held = cells.get(id) ?? new Map<string, string>()
      cells.set(id, held)
      for (const column of columns) {
        const text = [row.cells[row.columns.indexOf(column)] ?? ''].flat().join(SEPARATOR).trim()
        const before = held.get(column)
        // Of rows that are one actor, what they say alike is said once.
        if (text !== '' && !before?.split(SEPARATOR).includes(text))
          held.set(column, before === undefined ? text : before + SEPARATOR + text)
      }
    }
  }
  return columns.filter(column => opened.columns.includes(column))
}
