import type { ReleaseFile } from '../release/releaseFile.ts'
import { compileActors } from '../statistics/cell.ts'
import { cubeRoot } from '../statistics/cube/cubeIris.ts'
import type { Table } from '../statistics/statistic.ts'
import { statisticContext } from './statisticContext.ts'
import type { TableContext } from './tableContext.ts'
import { TABLE_FORMATS, type TableFormat } from './tableFormats.ts'
import { writeTable } from './writeTable.ts'

/** The files of a statistic in a release: its table in each format, and its queries. */
export function* statisticFiles(table: Table, context: TableContext): Generator<ReleaseFile> {
  const path = `statistics/${table.id}`
  for (const [format, { mediaType, extension }] of Object.entries(TABLE_FORMATS)) {
    if (format === 'chart' && table.chart?.kind === 'none') continue
    yield {
      path: `${path}.${extension}`,
      mediaType,
      content: () => writeTable(table, format as TableFormat, context),
    }
  }
  const { distributionQuery, otherQuery } = table
  for (const [name, text] of Object.entries({
    distribution: distributionQuery,
    other: otherQuery,
    actors: actorsQuery(table, context),
  })) {
    if (text === undefined) continue
    yield { path: `${path}.${name}.rq`, mediaType: 'application/sparql-query', content: () => `${text}\n` }
  }
}

/** The query that lists the actors behind all figures of a statistic of the directory, none of which is kept back. */
function actorsQuery({ id }: Table, { configuration, lexicon, date }: TableContext): string | undefined {
  const statistic = configuration.statistics.find(one => one.id === id)
  if (!statistic || statistic.suppressBelow !== undefined) return undefined
  return compileActors(statistic, statisticContext(configuration, lexicon, date))
}

/** IRI of the data set of a statistic, in the catalogue and in its cube. */
export function dataSetIri(table: Pick<Table, 'id'>, base: string, date: string): string {
  return `${cubeRoot({ base, date }, table)}#it`
}
