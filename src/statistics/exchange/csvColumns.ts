import type { DimensionValue, Measure, Observation, Table } from '../statistic.ts'
import { hasRoles } from './cells.ts'
import { figureOf, writeFigure } from './measures.ts'

/** What a row of a CSV is of: a cell of a table, or of a comparison. */
export type CsvRow = Pick<Observation, 'values'>

/** A column of a CSV: what it is called, and how it is written. */
export interface CsvField<Row extends CsvRow> {
  /** As the header has it. */
  readonly header: string
  /** The field of a row; empty where there is nothing to say. */
  readonly write: (row: Row) => string
}

/** A column that tells the values of a dimension. */
export interface DimensionColumn<Row extends CsvRow> extends CsvField<Row> {
  readonly kind: 'code' | 'label' | 'iri' | 'role'
  /** Its place among the dimensions. */
  readonly dimension: number
}

/** A column of a table’s CSV. */
export type CsvColumn = DimensionColumn<Observation> | FigureColumn

/** A column of a table’s CSV beside its dimensions. */
export type FigureColumn = CsvField<Observation> &
  ({ readonly kind: 'measure'; readonly measure: Measure } | { readonly kind: 'status' })

/** What the column `status` says of an observation whose figures are kept back, or only known as about so much. */
export const STATUSES = { suppressed: 'suppressed', approximate: 'approximate' } as const

/**
 * The columns of a table’s CSV. Of a dimension that has a row for those who did not answer, or for the values beyond
 * the first ones, a column says which rows these are; where something is kept back or approximate, a last column says so.
 */
export function csvColumns({ dimensions, measures, observations }: Table): readonly CsvColumn[] {
  const ofMeasures = measures.map(
    (measure): CsvColumn => ({
      kind: 'measure',
      measure,
      header: measure,
      write: observation => {
        const figure = figureOf(observation, measure)
        if (figure === null) return ''
        return measure === 'share' ? figure.toFixed(4) : writeFigure(figure)
      },
    }),
  )
  const status: CsvColumn = {
    kind: 'status',
    header: 'status',
    write: ({ isSuppressed, isApproximate }) =>
      isSuppressed ? STATUSES.suppressed : isApproximate ? STATUSES.approximate : '',
  }
  const hasStatus = observations.some(({ isSuppressed, isApproximate }) => isSuppressed || isApproximate)
  return [...dimensionColumns(dimensions, observations), ...ofMeasures, ...(hasStatus ? [status] : [])]
}

/** Per dimension its code, label and IRI, and its role where any row has one. */
export function dimensionColumns<Row extends CsvRow>(
  dimensions: readonly string[],
  rows: readonly Row[],
): readonly DimensionColumn<Row>[] {
  return dimensions.flatMap((name, dimension) => {
    const of = (
      kind: DimensionColumn<Row>['kind'],
      suffix: string,
      write: (value: DimensionValue) => string,
    ): DimensionColumn<Row> => ({
      kind,
      dimension,
      header: name + suffix,
      write: ({ values }) => write(values[dimension]!),
    })
    return [
      of('code', '', ({ code }) => code),
      of('label', 'Label', ({ label }) => label),
      of('iri', 'Iri', ({ iri }) => iri ?? ''),
      ...(hasRoles(rows, dimension) ? [of('role', 'Role', ({ role }) => role ?? '')] : []),
    ]
  })
}
