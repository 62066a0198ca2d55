import type { Actor } from '../actor/actor.ts'
import { schemaFor } from '../actor/schemaFor.ts'
import type { Configuration, SourceConfiguration } from '../configuration/configuration.ts'
import { createCrosswalk } from '../crosswalk/createCrosswalk.ts'
import { LinkedTable } from '../crosswalk/linkedTable.ts'
import { readSource, type SourceReading } from '../crosswalk/readSource.ts'
import type { Effects } from '../effects.ts'
import { openSource } from '../sources/openSource.ts'
import { createRecordsGate } from '../validation/records.ts'
import type { ValidationResult } from '../validation/report.ts'
import { crosswalkContext } from './crosswalkContext.ts'
import type { Lexicon } from './lexicon.ts'
import { locateFile, readingOptions } from './locateFile.ts'
import { resolveReferences } from './resolveReferences.ts'

/** What the sources of a directory gave. */
export interface Reading {
  readonly sources: readonly SourceReading[]
  readonly actors: readonly Actor[]
  /** What was found of all sources together. */
  readonly results: readonly ValidationResult[]
  /** By source: a column for each of its cells that was rejected at last. */
  readonly rejected: ReadonlyMap<string, readonly string[]>
}

/**
 * Reads, maps and checks all sources, in the order of the configuration.
 *
 * @throws {SourceError} where a file cannot be read
 */
export async function readActors(
  configuration: Configuration,
  lexicon: Lexicon,
  effects: Effects,
  options: { signal?: AbortSignal } = {},
): Promise<Reading> {
  const gate = await createRecordsGate(composeSchema(configuration, lexicon))
  const context = await crosswalkContext(configuration, lexicon)
  const sources: SourceReading[] = []
  for (const source of configuration.sources) {
    const { path, displayName } = locateFile(source, configuration.path)
    const opened = await openSource(path, { ...readingOptions(source), displayName, effects })
    const tables = await readTables(source, configuration, effects)
    const crosswalk = createCrosswalk(source, context)
    sources.push(await readSource(opened, displayName, crosswalk, gate, { ...options, tables }))
  }
  return { sources, ...resolveReferences(sources) }
}

/** The tables that are hung on the rows of a source. */
export async function readTables(
  { links }: SourceConfiguration,
  { path: configurationPath }: Configuration,
  effects: Effects,
): Promise<LinkedTable[]> {
  const tables: LinkedTable[] = []
  for (const link of links) {
    const { path, displayName } = locateFile(link, configurationPath)
    const opened = await openSource(path, { ...readingOptions(link), displayName, effects })
    tables.push(await LinkedTable.read(link, displayName, opened))
  }
  return tables
}

export function composeSchema({ fields }: Configuration, { schemeOf }: Lexicon): object {
  const iris = (field: string) => schemeOf(field)?.concepts.map(concept => concept.iri) ?? []
  return schemaFor({
    schemes: {
      legalForm: iris('legalForm'),
      legalCategory: iris('legalCategory'),
      missions: iris('missions'),
      audiences: iris('audiences'),
    },
    fields: fields.map(field => (field.scheme ? { ...field, concepts: iris(field.name) } : field)),
  })
}
