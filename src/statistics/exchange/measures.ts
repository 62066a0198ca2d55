import { type LocalizedText, StatisticsError } from '../../errors.ts'
import { typedLiteral } from '../../graph/literals.ts'
import type { FurtherMeasure, Measure, Observation, Table } from '../statistic.ts'
import { type DimensionDescriptions, describeDimension } from './dimensions.ts'

/** What people and programs are told of a measure. */
export interface MeasureDescription {
  readonly label: LocalizedText
  /** Numbers of those counted, percentages of a base, or values of the field that the measure is of. */
  readonly kind: 'count' | 'percentage' | 'value'
}

const DESCRIPTIONS: Readonly<Record<string, MeasureDescription>> = {
  n: { label: { fr: 'Effectif', en: 'Count' }, kind: 'count' },
  base: { label: { fr: 'Base', en: 'Base' }, kind: 'count' },
  missing: { label: { fr: 'Sans réponse', en: 'No answer' }, kind: 'count' },
  share: { label: { fr: 'Part', en: 'Share' }, kind: 'percentage' },
  cumulativeShare: { label: { fr: 'Part cumulée', en: 'Cumulative share' }, kind: 'percentage' },
  lower: {
    label: { fr: 'Part, borne basse à 95\u00a0%', en: 'Share, lower bound at 95%' },
    kind: 'percentage',
  },
  upper: {
    label: { fr: 'Part, borne haute à 95\u00a0%', en: 'Share, upper bound at 95%' },
    kind: 'percentage',
  },
  valid: { label: { fr: 'Valeurs connues', en: 'Known values' }, kind: 'count' },
  mean: { label: { fr: 'Moyenne', en: 'Mean' }, kind: 'value' },
  median: { label: { fr: 'Médiane', en: 'Median' }, kind: 'value' },
  sum: { label: { fr: 'Somme', en: 'Sum' }, kind: 'value' },
  min: { label: { fr: 'Minimum', en: 'Minimum' }, kind: 'value' },
  max: { label: { fr: 'Maximum', en: 'Maximum' }, kind: 'value' },
}

/** What a measure is; one that is not known is called by its name. */
export function describeMeasure(measure: string): MeasureDescription {
  if (Object.hasOwn(DESCRIPTIONS, measure)) return DESCRIPTIONS[measure]!
  const percentage = quantileOf(measure)
  if (percentage === undefined) return { label: { fr: measure, en: measure }, kind: 'value' }
  return {
    label: { fr: `Quantile à ${percentage.replace('.', ',')}\u00a0%`, en: `${percentage}% quantile` },
    kind: 'value',
  }
}

/** The percentage of a quantile; `undefined` of any other measure. */
export function quantileOf(measure: string): string | undefined {
  return /^q(\d+(?:\.\d+)?)$/.exec(measure)?.[1]
}

/** What a measure is called in a table: of a number, which one it is of. */
export function measureLabel(
  measure: Measure,
  { of }: Pick<Table, 'of'>,
  descriptions?: DimensionDescriptions,
): LocalizedText {
  const { label, kind } = describeMeasure(measure)
  if (kind !== 'value' || of === undefined) return label
  const field = describeDimension(of, descriptions).label
  return { fr: `${label.fr} (${field.fr})`, en: `${label.en} (${field.en})` }
}

/** What an observation says of a measure; `null` where it has no value, or it is suppressed. */
export function figureOf(observation: Observation, measure: Measure): number | null {
  switch (measure) {
    case 'n':
    case 'base':
    case 'missing':
    case 'share':
      return observation[measure]
    default:
      return observation.further?.[measure satisfies FurtherMeasure] ?? null
  }
}

/**
 * The measures that a table has figures of, in their order: a table of shares without counts has but one. All of them
 * where there are no figures at all.
 */
export function measuresWithFigures({ measures, observations }: Table): readonly Measure[] {
  const present = measures.filter(measure =>
    observations.some(observation => figureOf(observation, measure) !== null),
  )
  return present.length > 0 ? present : measures
}

/** Whether all figures of a measure are whole numbers: counts are, weighted counts need not be. */
export function isWhole({ observations }: Table, measure: Measure): boolean {
  return observations.every(observation => {
    const figure = figureOf(observation, measure)
    return figure === null || Number.isSafeInteger(figure)
  })
}

/**
 * A figure in decimal notation, with all its digits and without an exponent.
 *
 * @throws {StatisticsError} where it is no finite number
 */
export function writeFigure(figure: number): string {
  if (!Number.isFinite(figure))
    throw new StatisticsError(`a table has the figure ${figure}; figures are finite`)
  return typedLiteral(figure, 'decimal').value
}
