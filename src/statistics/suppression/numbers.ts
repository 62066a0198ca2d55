import type { LocalizedText } from '../../errors.ts'
import { isOfNumber } from '../numericField.ts'
import { probabilityOf } from '../quantile.ts'
import type { FurtherMeasure, Observation } from '../statistic.ts'
import { hideCells } from './hideCells.ts'
import type { Sums } from './sums.ts'

/** Cells of a table, and what else of them is known. */
export interface NumberCells extends Pick<Sums, 'rows' | 'columns'> {
  readonly cells: readonly Observation[]
  /** Indices of the cells that are kept back already. */
  readonly hidden: ReadonlySet<number>
}

/**
 * The cells whose measures of a number are kept back, with `valid`: those where fewer gave a number than the threshold,
 * and others, as for counts, so that these cannot be told by subtracting from what all together have.
 */
export function hideNumbers(
  { cells, hidden, rows, columns }: NumberCells,
  below: number,
): ReadonlySet<number> {
  const counts = cells.map(({ further }) => further?.valid ?? 0)
  // Of values that are taken together nobody is told how many gave a number.
  const untold = cells.flatMap(({ further }, index) => (further?.valid === undefined ? [index] : []))
  const unpublished = (sums: Sums['rows']) => sums.map(sum => ({ ...sum, isPublished: false }))
  const sums = { counts, least: 0, rows: unpublished(rows), columns: unpublished(columns) }
  return hideCells(sums, below, { cells: new Set([...hidden, ...untold]), sums: new Set() }).cells
}

/**
 * The observation without what would tell the number of one: never a minimum or a maximum, and no quantile that fewer
 * than the threshold lie on one side of.
 *
 * @param isHidden whether all measures of a number are kept back
 */
export function withSafeNumbers(one: Observation, below: number, isHidden: boolean): Observation {
  const { further } = one
  if (further?.valid === undefined) return one
  const valid = further.valid ?? 0
  const isSafe = (measure: FurtherMeasure) => {
    if (!isOfNumber(measure)) return true
    if (isHidden || measure === 'min' || measure === 'max') return false
    if (measure === 'valid' || measure === 'mean' || measure === 'sum') return true
    const percentage = Math.round(probabilityOf(measure) * 100)
    return valid * Math.min(percentage, 100 - percentage) >= below * 100
  }
  const safe = Object.entries(further).map(([name, value]) => [
    name,
    isSafe(name as FurtherMeasure) ? value : null,
  ])
  return { ...one, further: Object.fromEntries(safe) as NonNullable<Observation['further']> }
}

/** What a reader is told of it. */
export function numbersNote(below: number): LocalizedText {
  return {
    fr: `Secret statistique\u00a0: ni minimum ni maximum ne sont publiés, ni mesure de moins de ${below} valeurs, ni quantile dont moins de ${below} valeurs sont d’un côté.`,
    en: `Statistical confidentiality: neither a minimum nor a maximum is published, nor a measure of fewer than ${below} values, nor a quantile with fewer than ${below} values on one side.`,
  }
}
