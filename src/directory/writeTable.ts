import type * as RDF from '@rdfjs/types'
import type { Language } from '../errors.ts'
import { serialize } from '../graph/serialize.ts'
import { toChart } from '../statistics/chart/toChart.ts'
import type { ComparisonTable } from '../statistics/comparison/comparison.ts'
import { tableToCsv } from '../statistics/csv.ts'
import type { CubePlace } from '../statistics/cube/cubeIris.ts'
import { toCube } from '../statistics/cube/toCube.ts'
import { toCsvw } from '../statistics/exchange/csvw.ts'
import { toJsonStat } from '../statistics/exchange/jsonStat.ts'
import { tableProvenance } from '../statistics/provenance/tableProvenance.ts'
import type { Table } from '../statistics/statistic.ts'
import { toTableNote } from '../statistics/words/note.ts'
import { toSentence } from '../statistics/words/sentence.ts'
import type { SentenceOptions } from '../statistics/words/voice.ts'
import { mergeWording } from '../statistics/words/wording.ts'
import type { RunOptions } from './assemble.ts'
import { describeDimensions } from './describeDimensions.ts'
import type { InLanguage, OpenedDirectory } from './openedDirectory.ts'
import { readGeometries } from './readGeometries.ts'
import { type TableContext, toJson } from './tableContext.ts'
import type { TableFormat } from './tableFormats.ts'

/** A table or comparison of a directory in one of the formats, in the language in which it was computed. */
export async function* writeTableOf(
  directory: OpenedDirectory,
  table: Table | ComparisonTable,
  format: TableFormat,
  options: RunOptions & InLanguage,
): AsyncGenerator<string> {
  const { configuration, lexicon, effects } = directory
  const { language = configuration.language } = options
  const context = { configuration, lexicon, date: await directory.date(options), language }
  if ('queries' in table) {
    const { writeComparison } = await import('./writeComparison.ts')
    yield* writeComparison(table, format, context)
    return
  }
  const geometries = format === 'chart' ? await readGeometries(configuration, effects) : {}
  yield* writeTable(table, format, { ...context, geometry: geometries[table.id] })
}

/**
 * A table in one of the formats.
 *
 * @throws {StatisticsError} where it cannot be had in that format
 */
export async function* writeTable(
  table: Table,
  format: TableFormat,
  { configuration, lexicon, date, language, geometry }: TableContext,
): AsyncGenerator<string> {
  const { base, licence, publisher, wording } = configuration
  const dimensions = describeDimensions(configuration, lexicon)
  const spoken = { language, dimensions, wording: mergeWording(wording ?? {}) }
  switch (format) {
    case 'csv':
      yield tableToCsv(table)
      return
    case 'csvw':
      yield toJson(
        toCsvw(table, {
          language,
          licence,
          publisher: { [language]: publisher.name },
          cube: { base, date },
          dimensions,
          wording: spoken.wording,
        }),
      )
      return
    case 'json-stat': {
      const href = `${base}/releases/${date}/statistics/${encodeURIComponent(table.id)}.json`
      const source = publisher.name
      yield toJson(
        toJsonStat(table, language, {
          source,
          updated: date,
          href,
          dimensions,
          wording: spoken.wording,
        }),
      )
      return
    }
    case 'cube': {
      const cube = toCube(table, {
        base,
        date,
        licence,
        publisher: `${base}/catalog#publisher`,
        derivedFrom: table.derivedFrom ?? [`${base}/catalog#directory`],
        dimensions,
        wording: spoken.wording,
        labelOf: lexicon.labelOf,
      })
      yield* serialize(withProvenance(cube, table, { base, date }), 'text/turtle')
      return
    }
    case 'chart':
      yield await toChart(table, { ...spoken, ...(geometry === undefined ? {} : { geometry }) })
      return
    case 'sentences':
      yield toText(table, spoken)
      return
    case 'query':
      yield `${table.query.trimEnd()}\n`
  }
}

/** A cube and how it was computed; what others have published was not computed here. */
function* withProvenance(cube: Iterable<RDF.Quad>, table: Table, place: CubePlace): Generator<RDF.Quad> {
  yield* cube
  if (!table.derivedFrom) yield* tableProvenance(table, place)
}

/** The title, a sentence per row, and the notes. */
function toText(table: Table, options: SentenceOptions & { readonly language: Language }): string {
  const sentences = table.observations.map(observation => `${toSentence(table, observation, options)}.`)
  const notes = toTableNote(table, options)
  return [table.title[options.language], '', ...sentences, ...(notes === '' ? [] : ['', notes]), ''].join(
    '\n',
  )
}
