import { type CsvField, type DimensionColumn, dimensionColumns } from '../exchange/csvColumns.ts'
import type { ComparisonObservation, ComparisonTable, SideStatus } from './comparison.ts'
import { type ComparisonMeasure, comparisonMeasures, writeMeasure } from './comparisonMeasures.ts'

/** A column of a comparison’s CSV. */
export type ComparisonColumn = DimensionColumn<ComparisonObservation> | ComparisonFigureColumn

/** A column of a comparison’s CSV beside its dimensions. */
export type ComparisonFigureColumn = CsvField<ComparisonObservation> &
  (
    | { readonly kind: 'status'; readonly side: 'own' | 'other' }
    | { readonly kind: 'measure'; readonly measure: ComparisonMeasure }
  )

/** What a column of a status may hold. */
export const SIDE_STATUSES: readonly SideStatus[] = ['told', 'absent', 'together', 'suppressed']

/** The columns of a comparison’s CSV, those of each side after its status. */
export function comparisonColumns(comparison: ComparisonTable): readonly ComparisonColumn[] {
  const columns = comparisonMeasures(comparison).map(
    (measure): ComparisonFigureColumn => ({
      kind: 'measure',
      measure,
      header: measure.name,
      write: observation => writeMeasure(measure, observation),
    }),
  )
  const isOf = (side: 'own' | 'other') => (column: ComparisonFigureColumn) =>
    column.kind === 'measure' && column.measure.sides.length === 1 && column.measure.sides[0] === side
  return [
    ...dimensionColumns(comparison.dimensions, comparison.observations),
    statusColumn('own'),
    ...columns.filter(isOf('own')),
    statusColumn('other'),
    ...columns.filter(isOf('other')),
    ...columns.filter(column => column.kind === 'measure' && column.measure.sides.length === 2),
  ]
}

function statusColumn(side: 'own' | 'other'): ComparisonFigureColumn {
  return {
    kind: 'status',
    side,
    header: `${side}Status`,
    write: observation => observation[side].status,
  }
}
