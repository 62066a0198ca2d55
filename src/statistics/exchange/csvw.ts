import { measureIri, observationTemplate } from '../cube/cubeIris.ts'
import type { Observation, Table } from '../statistic.ts'
import { toTableNote } from '../words/note.ts'
import { csvColumns, type FigureColumn, STATUSES } from './csvColumns.ts'
import {
  type CsvwColumn,
  type CsvwOptions,
  type CsvwTable,
  csvUrl,
  csvwTable,
  type DescribedCsv,
  haveCodes,
} from './csvwTable.ts'
import { describeMeasure, figureOf, isWhole, measureLabel } from './measures.ts'

/**
 * CSV on the Web metadata (https://www.w3.org/TR/tabular-metadata/) of the CSV that {@link tableToCsv} writes: what its
 * columns hold, in which of them there is always something, and that a cell stands once.
 *
 * @throws {StatisticsError} where the language is neither French nor English
 */
export function toCsvw(table: Table, options: CsvwOptions = {}): CsvwTable {
  const { url = csvUrl(table.id), cube, dimensions, wording } = options
  const spoken = { ...(dimensions && { dimensions }), ...(wording && { wording }) }
  const csv: DescribedCsv<Observation, FigureColumn> = {
    title: table.title,
    note: {
      fr: toTableNote(table, { ...spoken, language: 'fr' }),
      en: toTableNote(table, { ...spoken, language: 'en' }),
    },
    url,
    dimensions: table.dimensions,
    rows: table.observations,
    columns: csvColumns(table),
    describeFigures: (column, name) =>
      column.kind === 'status' ? describeStatus(column, name) : describeFigures(column, name, table, options),
    aboutUrl: cube && isCubeByRows(table) ? codes => observationTemplate(cube, table, codes) : undefined,
  }
  return csvwTable(csv, options)
}

/** Whether each row is an observation of the table’s cube: what is kept back is in no cube. */
function isCubeByRows({ observations }: Table): boolean {
  return haveCodes(observations) && !observations.some(({ isSuppressed }) => isSuppressed)
}

function describeStatus({ header }: FigureColumn, name: string): CsvwColumn {
  return {
    name,
    titles: { und: header, fr: 'Statut', en: 'Status' },
    datatype: { base: 'string', format: Object.values(STATUSES).join('|') },
    required: false,
  }
}

function describeFigures(
  { header, measure }: Extract<FigureColumn, { readonly kind: 'measure' }>,
  name: string,
  table: Table,
  { cube, dimensions }: CsvwOptions,
): CsvwColumn {
  const { kind } = describeMeasure(measure)
  const label = measureLabel(measure, table, dimensions)
  const unit = kind === 'percentage' ? ' (%)' : ''
  const count = isWhole(table, measure) ? 'nonNegativeInteger' : { base: 'decimal', minimum: 0 }
  return {
    name,
    titles: { und: header, fr: label.fr + unit, en: label.en + unit },
    datatype: kind === 'count' ? count : 'decimal',
    required: table.observations.every(observation => figureOf(observation, measure) !== null),
    ...(cube && { propertyUrl: measureIri(cube.base, measure) }),
  }
}
