import { createRequire } from 'node:module'
import { dirname, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Actor } from '../actor/actor.ts'
import { schemaFor } from '../actor/schemaFor.ts'
import type { Configuration, SourceConfiguration } from '../configuration/configuration.ts'
import { createCrosswalk } from '../crosswalk/createCrosswalk.ts'
import { readSource, type SourceReading } from '../crosswalk/readSource.ts'
import type { Effects } from '../effects.ts'
import { ConfigurationError } from '../errors.ts'
import { openSource } from '../sources/openSource.ts'
import { createRecordsGate } from '../validation/records.ts'
import { loadCommunes } from '../vocabulary/communes.ts'
import { regionsSchemeAt } from '../vocabulary/territories.ts'
import type { Lexicon } from './lexicon.ts'

/** What the sources of a directory gave. */
export interface Reading {
  readonly sources: readonly SourceReading[]
  readonly actors: readonly Actor[]
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
  const context = {
    base: configuration.base,
    fields: configuration.fields,
    schemeOf: lexicon.schemeOf,
    communes: await loadCommunes(),
    departments: lexicon.scheme('departements'),
    regionSchemes: regionSchemeNames(configuration).map(lexicon.scheme),
  }
  const sources: SourceReading[] = []
  for (const source of configuration.sources) {
    const { path, displayName } = locateFile(source, configuration.path)
    const { format, encoding, delimiter } = source
    const opened = await openSource(path, {
      displayName,
      effects,
      ...(format === undefined ? {} : { format }),
      ...(encoding === undefined ? {} : { encoding }),
      ...(delimiter === undefined ? {} : { delimiter }),
    })
    sources.push(await readSource(opened, displayName, createCrosswalk(source, context), gate, options))
  }
  return { sources, actors: sources.flatMap(({ actors }) => actors.map(({ actor }) => actor)) }
}

function composeSchema({ fields }: Configuration, { schemeOf }: Lexicon): object {
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

/** The regions of the day first: a region of another time is still a region. */
function regionSchemeNames({ regionsAt, date }: Configuration): string[] {
  const first = regionsSchemeAt(regionsAt ?? date ?? '9999-12-31')
  return [first, ...['regions-2016', 'regions-2010'].filter(name => name !== first)]
}

/** A file lies beside the configuration, or in an npm package that can be found from there or from here. */
function locateFile(
  source: SourceConfiguration,
  configurationPath: string,
): { path: string; displayName: string } {
  if (source.package === undefined) {
    return { path: resolve(dirname(configurationPath), source.file), displayName: source.file }
  }
  const displayName = `${source.package}/${source.file}`
  for (const from of [pathToFileURL(resolve(configurationPath)), import.meta.url]) {
    try {
      return { path: createRequire(from).resolve(displayName), displayName }
    } catch {
      // Not installed there; the other place may have it.
    }
  }
  throw new ConfigurationError(
    `the package "${source.package}" has no file "${source.file}"; is it installed?`,
    {
      location: { file: configurationPath },
    },
  )
}
