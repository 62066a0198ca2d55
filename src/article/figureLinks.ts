import type { DimensionValue, Observation, Table } from '../statistics/statistic.ts'
import { codeName } from './codeName.ts'

/** The counts of a cell that a query opens. */
export type OpenedCount = 'n' | 'base' | 'missing'

/** Paths of the files that an article leads to, from the article. */
export interface ArticlePaths {
  chart(id: string): string
  query(id: string): string
  /** Of the cube of a table, in a format that queries can be asked of. Default: there is none beside the article. */
  cube?(id: string): string
  /** The name tells the cell within its statistic; it is safe on any file system. */
  cell(id: string, name: string): string
}

/** The paths beside an article that stands alone. */
export const ARTICLE_PATHS: ArticlePaths = {
  chart: id => `charts/${id}.svg`,
  query: id => `queries/${id}.rq`,
  cell: (id, name) => `queries/${id}/${name}.rq`,
}

/** Gives the query that lists whom a count of a cell counts; `undefined` where there is none. */
export type CellQuery = (table: Table, cell: Observation, count: OpenedCount) => string | undefined

/** The queries that the figures of an article lead to. */
export interface FigureLinks {
  /**
   * Path of the query behind a figure: that which lists whom it counts, or else that of the table; `undefined` where the
   * figure is kept back.
   */
  linkTo(table: Table, cell: Observation, count: OpenedCount): string | undefined
  /** The queries of cells that were led to, by path, in that order. */
  readonly queries: ReadonlyMap<string, string>
}

/** Leads from figures to queries: each is compiled once. */
export function createFigureLinks(paths: ArticlePaths, cellQuery: CellQuery): FigureLinks {
  const queries = new Map<string, string>()
  /** Whether a count has a query of its own. Nobody is behind a 0, nor behind a share without counts. */
  const opens = (table: Table, cell: Observation, count: OpenedCount, path: string): boolean => {
    if (!cell[count]) return false
    if (queries.has(path)) return true
    const text = cellQuery(table, cell, count)
    if (text !== undefined) queries.set(path, text)
    return text !== undefined
  }
  return {
    queries,
    linkTo(table, cell, asked) {
      if (cell.isSuppressed) return undefined
      const isOfMissing = asked === 'n' && cell.values.some(({ role }) => role === 'missing')
      const count = isOfMissing && cell.missing !== null ? 'missing' : asked
      const path = paths.cell(table.id, cellName(table, cell, count))
      return opens(table, cell, count, path) ? path : paths.query(table.id)
    },
  }
}

/** Of one dimension all cells have one base, of two those of a value of the outer one. */
function cellName({ dimensions, within }: Table, { values }: Observation, count: OpenedCount): string {
  const told = count === 'n' ? values : values.filter((_, index) => dimensions[index] === within)
  const parts = told.map(valueName)
  return (count === 'n' && parts.length > 0 ? parts : [...parts, `_${count}`]).join('.')
}

/** Rows for no value have names that no code has. */
function valueName({ code, role }: DimensionValue): string {
  return role === undefined ? codeName(code) : `_${role}`
}
