import type { Language } from '../errors.ts'
import type { ChartGeometry } from '../statistics/chart/chartOptions.ts'
import { toChart } from '../statistics/chart/toChart.ts'
import type { DimensionDescriptions } from '../statistics/exchange/dimensions.ts'
import type { Table } from '../statistics/statistic.ts'
import type { Wording } from '../statistics/words/wording.ts'
import { codeName } from './codeName.ts'
import type { DrawnChart } from './context.ts'
import { drawnTable } from './drawnTable.ts'
import type { ArticlePaths } from './figureLinks.ts'

/** The charts of an article. */
export interface Charts {
  /**
   * Draws a table.
   *
   * @param at the values that it is a slice of: codes by dimension
   * @returns `undefined` where the table asks for no chart, or has nothing to draw
   */
  draw(table: Table, at: Readonly<Record<string, string>>): Promise<DrawnChart | undefined>
  /** The files of those drawn, by path. */
  readonly files: ReadonlyMap<string, string>
}

/** Draws charts, each for its file, and for the page once more, with identifiers that no other chart there has, and without what is said beside it. */
export function createCharts(
  paths: ArticlePaths,
  {
    language,
    dimensions,
    geometries,
    wording,
  }: {
    readonly language: Language
    readonly dimensions: DimensionDescriptions
    readonly geometries: Readonly<Record<string, ChartGeometry>>
    readonly wording: Wording | undefined
  },
): Charts {
  const files = new Map<string, string>()
  let drawn = 0
  return {
    files,
    async draw(table, at) {
      const { table: shown, limit } = drawnTable(table, dimensions)
      if (shown.observations.length === 0) return undefined
      drawn += 1
      const geometry = geometries[table.id]
      const options = {
        language,
        dimensions,
        ...(geometry === undefined ? {} : { geometry }),
        ...(wording === undefined ? {} : { wording }),
      }
      const path = paths.chart([table.id, ...Object.values(at).map(codeName)].join('.'))
      if (!files.has(path)) files.set(path, await toChart(table, options))
      const svg = await toChart(shown, {
        ...options,
        ...(limit === undefined ? {} : { limit }),
        // The heading above it and the notes below its table say that.
        isTitled: false,
        isAnnotated: false,
        idPrefix: `chart-${drawn}`,
      })
      return { path, svg }
    },
  }
}
