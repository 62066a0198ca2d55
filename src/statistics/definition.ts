import { StatisticsError } from '../errors.ts'
import { checkDay, checkForm } from './checkForm.ts'
import { type Dimension, ofLevel } from './dimensionPatterns.ts'
import { type DimensionContext, dimensionOf } from './dimensions.ts'
import { checkMeasures, completeMeasures, type NumericField, numericField } from './numericField.ts'
import type { FurtherMeasure, Population, Statistic } from './statistic.ts'
import { RESPONSE } from './survey/questionDimension.ts'

/** What a statistic is defined in terms of. */
export interface DefinitionContext extends DimensionContext {
  /** Day, `YYYY-MM-DD`, whose regions count where the statistic does not say. Default: a statistic of regions has to. */
  readonly date?: string
}

/** The dimensions that a statistic names. */
export interface Definition {
  /** Variable of who is counted, with its question mark: `?actor`. */
  readonly subject: string
  /** IRI of the survey whose responses are counted. Default: actors are. */
  readonly survey?: string
  /** Of responses: the answers that led to the questions of the statistic. Others were not asked. */
  readonly asked: readonly Condition[]
  /** In the order of the statistic. */
  readonly dimensions: readonly Dimension[]
  /** Of two dimensions, the one whose values are the bases. */
  readonly within?: Dimension
  /** Which values of which dimensions an actor of the population has, one of each. */
  readonly population: readonly Condition[]
  /** What shares are shares of. */
  readonly base: 'answered' | 'population'
  readonly weight?: NumericField
  /** What the further measures are of. */
  readonly of?: NumericField
  /** With `valid` before the others, where one is of a number. */
  readonly measures: readonly FurtherMeasure[]
}

/** A dimension of a population and the codes that it may have. */
export interface Condition {
  readonly dimension: Dimension
  /** Default: any. */
  readonly codes?: readonly string[]
}

/**
 * Looks up what a statistic names.
 *
 * @throws {StatisticsError} where it is not well defined, or names a dimension that there is not
 */
export function defineStatistic(statistic: Statistic, context: DefinitionContext): Definition {
  checkForm(statistic)
  const { id, dimensions: names, within, population = {} } = statistic
  checkNames(id, names, within)
  const date = statistic.regionsAt ?? context.date
  if (date !== undefined) checkDay(id, date)
  const { levels = {}, base = 'answered', weight, of, measures = [] } = statistic
  checkLevels(id, names, levels)
  checkMeasures(statistic, context)
  checkRows(statistic)
  const dimensions = names.map(name => {
    const dimension = dimensionOf(name, context, date)
    const level = Object.hasOwn(levels, name) ? levels[name] : undefined
    if (level === undefined) return dimension
    if (dimension.scheme !== undefined) return ofLevel(dimension, level)
    throw new StatisticsError(
      `the dimension "${name}" of the statistic "${id}" has no levels: it is no code list`,
    )
  })
  const outer = dimensions.find(({ name }) => name === within)
  const conditions = (named: Population) =>
    Object.entries(named).map(([name, codes]) => ({ dimension: dimensionOf(name, context, date), codes }))
  const { responses } = context
  const counted = responses ? [...names, ...(of === undefined ? [] : [of])] : []
  return {
    subject: responses ? RESPONSE : '?actor',
    ...(responses && { survey: responses.survey }),
    asked: (responses?.questions ?? []).flatMap(({ name, askedIf = {} }) =>
      counted.includes(name) ? conditions(askedIf) : [],
    ),
    dimensions,
    ...(outer && { within: outer }),
    population: [
      ...conditions(population),
      // Without a dimension, a number is of those who gave one.
      ...(responses && of !== undefined && names.length === 0
        ? [{ dimension: dimensionOf(of, context, date) }]
        : []),
    ],
    base,
    ...(weight === undefined ? {} : { weight: numericField(weight, 'weight', statistic, context) }),
    ...(of === undefined ? {} : { of: numericField(of, 'of', statistic, context) }),
    measures: completeMeasures(measures),
  }
}

function checkLevels(id: string, names: readonly string[], levels: Readonly<Record<string, number>>): void {
  for (const [name, level] of Object.entries(levels)) {
    if (!names.includes(name)) {
      throw new StatisticsError(
        `the statistic "${id}" gives a level of "${name}", which is none of its dimensions`,
      )
    }
    if (!Number.isInteger(level) || level < 1 || level > 9) {
      throw new StatisticsError(
        `the level of "${name}" in the statistic "${id}" is ${level}; it should be 1 for the broadest concepts, 2 for those below, and so on`,
      )
    }
  }
}

function checkNames(id: string, names: readonly string[], within: string | undefined): void {
  const [first, second, third] = names
  if (third !== undefined) {
    throw new StatisticsError(
      `the statistic "${id}" has ${names.length} dimensions; there can be two at most`,
    )
  }
  if (first !== undefined && first === second) {
    throw new StatisticsError(`the statistic "${id}" names the dimension "${first}" twice`)
  }
  if (second !== undefined && within === undefined) {
    throw new StatisticsError(
      `the statistic "${id}" needs "within": which of ${names.join(' and ')} gives the bases`,
    )
  }
  if (within !== undefined && (second === undefined || !names.includes(within))) {
    throw new StatisticsError(
      `"within" of the statistic "${id}" is "${within}"; it should be one of its two dimensions` +
        ` (it has ${names.join(' and ') || 'none'})`,
    )
  }
}

function checkRows({ id, dimensions, top, suppressBelow, weight }: Statistic): void {
  if (suppressBelow !== undefined && weight !== undefined) {
    throw new StatisticsError(
      `the statistic "${id}" is weighted; small counts cannot be told from weights, so "suppressBelow" is only had without`,
    )
  }
  if (top !== undefined && (dimensions.length !== 1 || !Number.isInteger(top) || top < 1)) {
    throw new StatisticsError(
      `"top" of the statistic "${id}" is ${top}, with ${dimensions.length} dimensions; it should be a whole number, of one dimension`,
    )
  }
  if (suppressBelow !== undefined && (!Number.isInteger(suppressBelow) || suppressBelow < 2)) {
    throw new StatisticsError(
      `"suppressBelow" of the statistic "${id}" is ${suppressBelow}; it should be a whole number from 2`,
    )
  }
}
