import type { Configuration } from '../configuration/configuration.ts'
import { serialize } from '../graph/serialize.ts'
import type { ReleaseFile } from '../release/releaseFile.ts'
import { tableToCsv } from '../statistics/csv.ts'
import { cubeRoot } from '../statistics/cube/cubeIris.ts'
import { toCube } from '../statistics/cube/toCube.ts'
import { toCsvw } from '../statistics/exchange/csvw.ts'
import { toJsonStat } from '../statistics/exchange/jsonStat.ts'
import type { Table } from '../statistics/statistic.ts'
import { describeDimensions } from './describeDimensions.ts'
import type { Lexicon } from './lexicon.ts'

/** What the files of a statistic say beside its table. */
export interface StatisticFilesContext {
  readonly configuration: Configuration
  readonly lexicon: Lexicon
  /** Day of the release, `YYYY-MM-DD`. */
  readonly date: string
}

/** The files of a statistic in a release: its table in each format, and its queries. */
export function* statisticFiles(
  table: Table,
  { configuration, lexicon, date }: StatisticFilesContext,
): Generator<ReleaseFile> {
  const { base, language, licence, publisher } = configuration
  const dimensions = describeDimensions(configuration, lexicon)
  const path = `statistics/${table.id}`
  const file = (extension: string, mediaType: string, content: ReleaseFile['content']): ReleaseFile => ({
    path: `${path}.${extension}`,
    mediaType,
    content,
  })
  yield file('csv', 'text/csv', () => tableToCsv(table))
  // The name by which readers of CSV on the Web look for it (Tabular Data Model §5.3).
  yield file('csv-metadata.json', 'application/json', () =>
    toJson(
      toCsvw(table, {
        language,
        licence,
        publisher: { [language]: publisher.name },
        cube: { base, date },
        dimensions,
      }),
    ),
  )
  yield file('json', 'application/json', () =>
    toJson(
      toJsonStat(table, language, {
        source: publisher.name,
        updated: date,
        href: `${base}/releases/${date}/${path}.json`,
        dimensions,
      }),
    ),
  )
  yield file('ttl', 'text/turtle', () =>
    serialize(
      toCube(table, {
        base,
        date,
        licence,
        publisher: `${base}/catalog#publisher`,
        derivedFrom: [`${base}/catalog#directory`],
        dimensions,
        labelOf: lexicon.labelOf,
      }),
      'text/turtle',
    ),
  )
  for (const [name, text] of Object.entries(queriesOf(table)))
    if (text !== undefined) yield file(name, 'application/sparql-query', () => `${text}\n`)
}

/** IRI of the data set of a statistic, in the catalogue and in its cube. */
export function dataSetIri(table: Pick<Table, 'id'>, base: string, date: string): string {
  return `${cubeRoot({ base, date }, table)}#it`
}

/** The query of a statistic, and those that its medians and its row of other values come from, by extension. */
function queriesOf({ query, distributionQuery, otherQuery }: Table): Record<string, string | undefined> {
  return { rq: query, 'distribution.rq': distributionQuery, 'other.rq': otherQuery }
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`
}
