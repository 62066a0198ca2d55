import { basename } from 'node:path'
import type { Configuration } from '../configuration/configuration.ts'
import type { Effects } from '../effects.ts'
import { AnnuaireError } from '../errors.ts'
import { toChart } from '../statistics/chart/toChart.ts'
import type { Table } from '../statistics/statistic.ts'
import type { ValidationResult } from '../validation/report.ts'
import { definedStatistics } from './expectations.ts'
import { undrawnMap } from './messages.ts'
import { type Geometries, readGeometries } from './readGeometries.ts'

/** The ids of the statistics that are drawn as maps. */
export function mapIds(configuration: Pick<Configuration, 'statistics' | 'surveys'>): string[] {
  return definedStatistics(configuration)
    .filter(({ chart }) => chart?.kind === 'map')
    .map(({ id }) => id)
}

/**
 * Which maps cannot be drawn: their outlines cannot be read, or are not those of what was counted. Nothing could be
 * published with one of these.
 *
 * @param tables those of {@link mapIds}, among others
 */
export async function checkMaps(
  tables: readonly Table[],
  configuration: Configuration,
  effects: Effects,
): Promise<ValidationResult[]> {
  const results: ValidationResult[] = []
  for (const table of tables) {
    if (table.chart?.kind !== 'map') continue
    try {
      const geometries = await geometryOf(table, configuration, effects)
      const geometry = geometries[table.id]
      await toChart(table, geometry === undefined ? {} : { geometry })
    } catch (error) {
      if (!(error instanceof AnnuaireError)) throw error
      results.push({
        severity: 'violation',
        code: 'map-undrawn',
        path: table.id,
        message: undrawnMap(table, error),
        source: { file: basename(error.location?.file ?? configuration.path) },
      })
    }
  }
  return results
}

function geometryOf({ id }: Table, configuration: Configuration, effects: Effects): Promise<Geometries> {
  const statistics = definedStatistics(configuration).filter(statistic => statistic.id === id)
  return readGeometries({ statistics, surveys: [], path: configuration.path }, effects)
}
