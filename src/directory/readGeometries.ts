import { dirname, resolve } from 'node:path'
import type { Configuration } from '../configuration/configuration.ts'
import type { Effects } from '../effects.ts'
import { ConfigurationError } from '../errors.ts'
import type { ChartGeometry, TerritoryFeatures } from '../statistics/chart/chartOptions.ts'
import { definedStatistics } from './expectations.ts'

/** Outlines of territories, by the id of the statistic that they are for. */
export type Geometries = Readonly<Record<string, ChartGeometry>>

/**
 * Reads the GeoJSON files of the statistics that are drawn as maps, each file once.
 *
 * @throws {ConfigurationError} where one cannot be read, or is no collection of features
 */
export async function readGeometries(
  configuration: Pick<Configuration, 'statistics' | 'surveys' | 'path'>,
  effects: Effects,
): Promise<Geometries> {
  const read = new Map<string, Promise<TerritoryFeatures>>()
  const geometries = await Promise.all(
    definedStatistics(configuration).map(async ({ id, chart }): Promise<[string, ChartGeometry][]> => {
      if (chart?.geometry === undefined) return []
      const { file, code } = chart.geometry
      if (!read.has(file)) read.set(file, readFeatures(file, configuration.path, effects))
      return [[id, { features: await read.get(file)!, code }]]
    }),
  )
  return Object.fromEntries(geometries.flat())
}

async function readFeatures(
  file: string,
  configuration: string,
  effects: Effects,
): Promise<TerritoryFeatures> {
  const refuse = (problem: string, cause?: unknown) =>
    new ConfigurationError(`the outlines of a map should be GeoJSON (WGS 84); ${problem}`, {
      ...(cause === undefined ? {} : { cause }),
      location: { file },
    })
  let bytes: Uint8Array
  try {
    bytes = await effects.readFile(resolve(dirname(configuration), file))
  } catch (cause) {
    throw refuse('this file cannot be read: is its path right, from the configuration?', cause)
  }
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (cause) {
    throw refuse('this file is no JSON in UTF-8', cause)
  }
  const { type, features } = (value ?? {}) as { type?: unknown; features?: unknown }
  if (type !== 'FeatureCollection' || !Array.isArray(features)) {
    throw refuse('this file is no FeatureCollection; export the territories as one')
  }
  return value as TerritoryFeatures
}
