import type { Configuration, SourceConfiguration } from '../configuration/configuration.ts'
import { createTransformer } from '../crosswalk/coordinates.ts'
import { type Crosswalk, createCrosswalk } from '../crosswalk/createCrosswalk.ts'
import type { Box, CrosswalkContext, Transformer } from '../crosswalk/crosswalk.ts'
import { loadPlainText } from '../crosswalk/htmlToText.ts'
import { ConfigurationError } from '../errors.ts'
import { loadCommunes } from '../vocabulary/communes.ts'
import { regionsSchemeAt } from '../vocabulary/territories.ts'
import { boxByName } from '../vocabulary/territoryBox.ts'
import type { Lexicon } from './lexicon.ts'

/**
 * What the crosswalks of a directory need to know of it. What only some directories need is loaded for these.
 *
 * @throws {ConfigurationError} where a coordinate system or a territory is not known
 */
export async function crosswalkContext(
  configuration: Configuration,
  lexicon: Lexicon,
): Promise<CrosswalkContext> {
  const box = boxOf(configuration)
  const needsHtml = configuration.sources.some(source =>
    [...[...source.columns.values()].flat(), ...source.derive].some(({ html }) => html),
  )
  return {
    base: configuration.base,
    fields: configuration.fields,
    schemeOf: lexicon.schemeOf,
    communes: await loadCommunes(),
    departments: lexicon.scheme('departements'),
    collectivities: lexicon.scheme('collectivites'),
    regionSchemes: regionSchemeNames(configuration).map(lexicon.scheme),
    transformers: await loadTransformers(configuration),
    ...(needsHtml ? { toPlainText: await loadPlainText() } : {}),
    ...(box === undefined ? {} : { box }),
  }
}

/** The regions of the day first: a region of another time is still a region. */
function regionSchemeNames({ regionsAt, date }: Configuration): string[] {
  const first = regionsSchemeAt(regionsAt ?? date ?? '9999-12-31')
  return [first, ...['regions-2016', 'regions-2010'].filter(name => name !== first)]
}

function boxOf({ territory, path }: Configuration): Box | undefined {
  if (territory === undefined || typeof territory !== 'string') return territory
  const box = boxByName(territory)
  if (box) return box
  throw new ConfigurationError(`the territory "${territory}" is not known; give its box in degrees instead`, {
    location: { file: path },
  })
}

async function loadTransformers({ sources, path }: Configuration): Promise<Map<string, Transformer>> {
  const transformers = new Map<string, Transformer>()
  for (const crs of sources.flatMap(systemsOf)) {
    if (transformers.has(crs)) continue
    try {
      transformers.set(crs, await createTransformer(crs))
    } catch (cause) {
      throw new ConfigurationError(`the coordinate system "${crs}" is not known; give its EPSG code`, {
        cause,
        location: { file: path },
      })
    }
  }
  return transformers
}

function systemsOf({ derive }: SourceConfiguration): string[] {
  return derive.flatMap(derivation =>
    derivation.from === 'coordinates' && derivation.crs !== undefined ? [derivation.crs] : [],
  )
}

/**
 * The crosswalk of a source, ready for rows.
 *
 * @throws {ConfigurationError} where there is no such source, naming those that there are
 */
export async function openCrosswalk(
  source: string,
  configuration: Configuration,
  lexicon: Lexicon,
): Promise<Crosswalk> {
  const { sources, path: file } = configuration
  const definition = sources.find(({ name }) => name === source)
  if (!definition) {
    const known = sources.map(({ name }) => name).join(', ')
    throw new ConfigurationError(`there is no source "${source}"; known are ${known}`, { location: { file } })
  }
  return createCrosswalk(definition, await crosswalkContext(configuration, lexicon))
}
