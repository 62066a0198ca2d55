import { StatisticsError } from '../errors.ts'
import type { DimensionContext } from './dimensions.ts'
import { isMultiValued } from './multiValued.ts'
import { writeIri } from './sparqlTerms.ts'
import type { FurtherMeasure, Statistic } from './statistic.ts'

/** An own field that is a number. */
export interface NumericField {
  readonly name: string
  /** Its property, as SPARQL text. */
  readonly property: string
}

/** Measures that are of a field. */
const OF_FIELD = /^(?:valid|mean|median|sum|min|max|q[1-9][0-9]?)$/

/**
 * The number that a statistic names.
 *
 * @throws {StatisticsError} where there is no such field, where it is no number, or where numbers are weighted and one
 *   may have several of them, or several weights: nothing says which weight goes with which
 */
export function numericField(
  name: string,
  role: 'of' | 'weight',
  { id, weight, of }: Statistic,
  context: DimensionContext,
): NumericField {
  const { fields, responses } = context
  const numbers =
    responses?.numbers ?? fields.filter(({ datatype }) => datatype === 'integer' || datatype === 'decimal')
  const field = numbers.find(one => one.name === name)
  if (!field) {
    const known = numbers.map(one => one.name).join(', ') || 'none'
    throw new StatisticsError(
      `"${role}" of the statistic "${id}" is "${name}", which is no field that holds a number; there is ${known}`,
    )
  }
  if (weight !== undefined && of !== undefined && !responses && isMultiValued(name, context)) {
    throw new StatisticsError(
      `"${role}" of the statistic "${id}" is "${name}", of which one may have several numbers; to weight numbers, each needs one number and one weight`,
    )
  }
  return { name, property: writeIri(field.property) }
}

/** Whether a measure is of the field that a statistic is `of`. */
export function isOfNumber(measure: string): boolean {
  return OF_FIELD.test(measure)
}

/** The measures asked for; where one is of a number, how many gave one comes first. */
export function completeMeasures(measures: readonly FurtherMeasure[]): readonly FurtherMeasure[] {
  if (!measures.some(isOfNumber)) return measures
  return ['valid', ...measures.filter(measure => measure !== 'valid')]
}

/**
 * Makes sure that the further measures are there, and have what they are of.
 *
 * @throws {StatisticsError} where one is unknown, is of nothing, or cannot be had: an interval of what is weighted,
 *   or, what shares add up to, where one may have several values
 */
export function checkMeasures(
  { id, measures = [], of, weight, dimensions, drawnFrom }: Statistic,
  context: DimensionContext,
): void {
  if (drawnFrom !== undefined && !(Number.isSafeInteger(drawnFrom) && drawnFrom > 0)) {
    throw new StatisticsError(
      `"drawnFrom" of the statistic "${id}" is ${drawnFrom}; it should be the size of a population`,
    )
  }
  for (const measure of measures) {
    if (measure === 'cumulativeShare') {
      if (dimensions.length !== 1) {
        throw new StatisticsError(
          `the statistic "${id}" has ${dimensions.length} dimensions; shares add up along one`,
        )
      }
      if (!isMultiValued(dimensions[0]!, context)) continue
      throw new StatisticsError(
        `the statistic "${id}" asks for "cumulativeShare" of "${dimensions[0]}", of which one may have several values; shares only add up where each has one`,
      )
    }
    if (measure === 'lower' || measure === 'upper') {
      if (weight === undefined) continue
      throw new StatisticsError(
        `the statistic "${id}" is weighted; the interval of a share is only had without weights`,
      )
    }
    if (!isOfNumber(measure)) {
      throw new StatisticsError(
        `the statistic "${id}" asks for "${measure}"; known are cumulativeShare, lower, upper, valid, mean, median, sum, min, max and quantiles such as q25`,
      )
    }
    if (of === undefined) {
      throw new StatisticsError(
        `the statistic "${id}" asks for "${measure}" and does not say "of" which field`,
      )
    }
  }
}
