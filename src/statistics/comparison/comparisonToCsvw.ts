import type { Language } from '../../errors.ts'
import { observationTemplate } from '../cube/cubeIris.ts'
import {
  type CsvwColumn,
  type CsvwOptions,
  type CsvwTable,
  csvUrl,
  csvwTable,
  type DescribedCsv,
  haveCodes,
} from '../exchange/csvwTable.ts'
import type { ComparisonObservation, ComparisonTable } from './comparison.ts'
import { type ComparisonFigureColumn, comparisonColumns, SIDE_STATUSES } from './comparisonColumns.ts'
import { comparisonMeasureIri, isInCube } from './comparisonCube.ts'
import { isWholeMeasure } from './comparisonMeasures.ts'
import { comparisonName } from './comparisonName.ts'
import { comparisonNotes } from './comparisonNotes.ts'

/**
 * CSV on the Web metadata (https://www.w3.org/TR/tabular-metadata/) of the CSV that {@link comparisonToCsv} writes: what
 * its columns hold, in percent or in percentage points, of which side they are, and that a cell stands once.
 *
 * @param options `url`: by default `{statistic}.compare.{id}.csv`
 * @throws {StatisticsError} where the language is neither French nor English
 */
export function comparisonToCsvw(comparison: ComparisonTable, options: CsvwOptions = {}): CsvwTable {
  const name = comparisonName(comparison)
  const { url = csvUrl(name), cube, dimensions, wording } = options
  const { title, observations } = comparison
  const spoken = { ...(dimensions && { dimensions }), ...(wording && { wording }) }
  const noteIn = (language: Language) => comparisonNotes(comparison, { ...spoken, language }).join(' ')
  const isCubeByRows = haveCodes(observations) && observations.every(isInCube)
  const csv: DescribedCsv<ComparisonObservation, ComparisonFigureColumn> = {
    title,
    note: { fr: noteIn('fr'), en: noteIn('en') },
    url,
    dimensions: comparison.dimensions,
    rows: observations,
    columns: comparisonColumns(comparison),
    describeFigures: (column, name) => describeColumn(column, name, comparison, options),
    aboutUrl:
      cube && isCubeByRows
        ? codes => observationTemplate(cube, { ...comparison, id: name }, codes)
        : undefined,
  }
  return csvwTable(csv, options)
}

const UNITS = {
  count: { fr: '', en: '' },
  percentage: { fr: ', en\u00a0%', en: ', in %' },
  points: { fr: ', en points de pourcentage', en: ', in percentage points' },
  ratio: { fr: '', en: '' },
} as const

function describeColumn(
  column: ComparisonFigureColumn,
  name: string,
  { labels, observations }: ComparisonTable,
  { cube }: CsvwOptions,
): CsvwColumn {
  if (column.kind === 'status') {
    const { header, side } = column
    return {
      name,
      titles: { und: header, fr: `Statut (${labels[side].fr})`, en: `Status (${labels[side].en})` },
      datatype: { base: 'string', format: SIDE_STATUSES.join('|') },
      required: true,
    }
  }
  const { measure, header } = column
  const { kind, label } = measure
  const unit = UNITS[kind]
  const count = isWholeMeasure(measure, observations) ? 'nonNegativeInteger' : { base: 'decimal', minimum: 0 }
  return {
    name,
    titles: { und: header, fr: label.fr + unit.fr, en: label.en + unit.en },
    datatype: kind === 'count' ? count : 'decimal',
    required: observations.every(observation => measure.figureOf(observation) !== null),
    ...(cube && { propertyUrl: comparisonMeasureIri(measure) }),
  }
}
