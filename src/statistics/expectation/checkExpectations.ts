import type { ValidationResult } from '../../validation/report.ts'
import { createSide, type Side } from '../comparison/sides.ts'
import { figureOf } from '../exchange/measures.ts'
import type { Expectation, Measure, Observation, Statistic, Table } from '../statistic.ts'
import { type ExpectedCell, expectedCells } from './expectedCells.ts'
import { notChecked, type Place, unmetChange, unmetRange } from './messages.ts'

/** A finding about an expectation: a violation where it is not met, an info where it could not be checked. */
export interface ExpectationResult extends ValidationResult {
  readonly severity: 'violation' | 'info'
  readonly code: 'expectation-range' | 'expectation-change' | 'expectation-not-checked'
  /** Id of the statistic. */
  readonly path: string
}

/** Why a figure is not there to be checked. */
export type Unknown = 'suppressed' | 'together' | 'none'

/**
 * Holds a table against what its statistic expects. A cell that is expected and not in the table has a count of 0, as
 * has one that only the last release had: that a whole category is gone is what matters most. Rows of those who did not
 * answer, and of other values together, are looked at only where `at` names them. What is kept back, what was 0 before
 * and what has no last release cannot be checked: that is told as information.
 *
 * @param previous the table of the last release, for `change`. Default: there is none.
 * @throws {StatisticsError} where `at` names what is no dimension of the table
 */
export function checkExpectations(
  table: Table,
  { expect = [] }: Pick<Statistic, 'expect'>,
  previous?: Table,
): readonly ExpectationResult[] {
  const own = createSide(table, previous ?? table)
  const last = previous && createSide(previous, table)
  return expect.flatMap(expectation => {
    const { measure = 'n', change } = expectation
    const findings = expectedCells(expectation, table, previous).flatMap(cell => {
      const place: Place = { table, measure, values: cell.values }
      const value = figureAt(cell, cell.own, own, table, measure)
      const before = last && previous && figureAt(cell, cell.last, last, previous, measure)
      return [
        ...checkRange(expectation, place, value),
        ...(change === undefined || before === undefined ? [] : checkChange(change, place, value, before)),
      ]
    })
    const isFirst = change !== undefined && previous === undefined
    const whole: Place = { table, measure, values: [] }
    return isFirst ? [...findings, toResult(whole, undefined, notChecked(whole, 'first-release'))] : findings
  })
}

function figureAt(
  { values }: ExpectedCell,
  observation: Observation | undefined,
  side: Side,
  { dimensions }: Table,
  measure: Measure,
): number | Unknown {
  if (observation) {
    const figure = figureOf(observation, measure)
    return figure ?? (observation.isSuppressed ? 'suppressed' : 'none')
  }
  if (values.length < dimensions.length) return nobody(measure)
  const { status, n, share } = side.figuresOf(values)
  if (status === 'together' || status === 'suppressed') return status
  if (status === 'told') return (measure === 'n' ? n : measure === 'share' ? share : null) ?? 'none'
  return nobody(measure)
}

/** What is not there is counted as 0; of nobody there is no mean, nor is it known who did not answer. */
function nobody(measure: Measure): number | Unknown {
  return measure === 'n' || measure === 'base' || measure === 'share' ? 0 : 'none'
}

function checkRange({ min, max }: Expectation, place: Place, value: number | Unknown): ExpectationResult[] {
  if (min === undefined && max === undefined) return []
  if (value === 'suppressed' || value === 'together')
    return [toResult(place, undefined, notChecked(place, value))]
  const isMet =
    value === 'none'
      ? min === undefined
      : (min === undefined || value >= min) && (max === undefined || value <= max)
  return isMet ? [] : [toResult(place, value, unmetRange(place, value, { min, max }), 'expectation-range')]
}

function checkChange(
  change: number,
  place: Place,
  value: number | Unknown,
  before: number | Unknown,
): ExpectationResult[] {
  const unknown = [value, before].find(one => one === 'suppressed' || one === 'together')
  if (unknown !== undefined) return [toResult(place, undefined, notChecked(place, unknown as Unknown))]
  if (typeof before !== 'number') {
    return value === 'none' ? [] : [toResult(place, undefined, notChecked(place, 'no-value-before'))]
  }
  if (before === 0) return value === 0 ? [] : [toResult(place, undefined, notChecked(place, 'was-zero'))]
  // So much more than was allowed is the error of floating point.
  const allowed = change * Math.abs(before) * (1 + 1e-12)
  if (typeof value === 'number' && Math.abs(value - before) * 100 <= allowed) return []
  return [toResult(place, value, unmetChange(place, value, before, change), 'expectation-change')]
}

function toResult(
  { table }: Place,
  value: number | Unknown | undefined,
  message: ValidationResult['message'],
  code: ExpectationResult['code'] = 'expectation-not-checked',
): ExpectationResult {
  return {
    severity: code === 'expectation-not-checked' ? 'info' : 'violation',
    code,
    path: table.id,
    ...(typeof value === 'number' ? { value: String(value) } : {}),
    message,
  }
}
