import type * as RDF from '@rdfjs/types'
import { serialize } from '../graph/serialize.ts'
import type { ComparisonTable } from '../statistics/comparison/comparison.ts'
import { comparisonName } from '../statistics/comparison/comparisonName.ts'
import { comparisonToChart } from '../statistics/comparison/comparisonToChart.ts'
import { comparisonToCsv } from '../statistics/comparison/comparisonToCsv.ts'
import { comparisonToCsvw } from '../statistics/comparison/comparisonToCsvw.ts'
import { comparisonToCube } from '../statistics/comparison/comparisonToCube.ts'
import { comparisonToJsonStat } from '../statistics/comparison/comparisonToJsonStat.ts'
import { comparisonToSentences } from '../statistics/comparison/comparisonToSentences.ts'
import type { CubePlace } from '../statistics/cube/cubeIris.ts'
import { comparisonProvenance } from '../statistics/provenance/comparisonProvenance.ts'
import { sentenceOptionsOf } from './sentenceOptions.ts'
import { type TableContext, toJson } from './tableContext.ts'
import type { TableFormat } from './tableFormats.ts'

/**
 * A comparison in one of the formats of a table.
 *
 * @throws {StatisticsError} where it cannot be had in that format
 */
export async function* writeComparison(
  comparison: ComparisonTable,
  format: TableFormat,
  { configuration, lexicon, date, language }: Omit<TableContext, 'geometry'>,
): AsyncGenerator<string> {
  const { base, licence, publisher } = configuration
  const { dimensions, wording } = sentenceOptionsOf(configuration, lexicon)
  const spoken = { dimensions, wording }
  const name = comparisonName(comparison)
  switch (format) {
    case 'csv':
      yield comparisonToCsv(comparison)
      return
    case 'csvw': {
      const by = { licence, publisher: { [language]: publisher.name } }
      yield toJson(comparisonToCsvw(comparison, { ...spoken, ...by, language, cube: { base, date } }))
      return
    }
    case 'json-stat': {
      const href = `${base}/releases/${date}/statistics/${encodeURIComponent(name)}.json`
      const by = { source: publisher.name, updated: date, href }
      yield toJson(comparisonToJsonStat(comparison, language, { ...spoken, ...by }))
      return
    }
    case 'cube': {
      const cube = comparisonToCube(comparison, {
        ...spoken,
        base,
        date,
        licence,
        publisher: `${base}/catalog#publisher`,
        derivedFrom: [`${base}/catalog#directory`],
        labelOf: lexicon.labelOf,
      })
      yield* serialize(withProvenance(cube, comparison, { base, date }), 'text/turtle')
      return
    }
    case 'chart':
      yield await comparisonToChart(comparison, { ...spoken, language })
      return
    case 'sentences':
      yield comparisonToSentences(comparison, { ...spoken, language })
      return
    case 'query':
      yield `${comparison.queries.own.trimEnd()}\n\n${comparison.queries.other.trimEnd()}\n`
  }
}

function* withProvenance(
  cube: Iterable<RDF.Quad>,
  comparison: ComparisonTable,
  place: CubePlace,
): Generator<RDF.Quad> {
  yield* cube
  yield* comparisonProvenance(comparison, place)
}
