import type { LocalizedText } from '../../errors.ts'
import { writeFigure } from '../exchange/measures.ts'
import type { ComparisonObservation, ComparisonTable } from './comparison.ts'

/** The figures that a comparison has of each of its sides. */
type FigureOfSide = 'N' | 'Base' | 'Share' | 'Lower' | 'Upper'

/** What a comparison says of a cell, by the names that all its formats have. */
export type ComparisonMeasureName =
  | `${'own' | 'other'}${FigureOfSide}`
  | 'difference'
  | 'differenceLower'
  | 'differenceUpper'
  | 'ratio'

/** A measure of a comparison. */
export interface ComparisonMeasure {
  readonly name: ComparisonMeasureName
  /** As people call it in a comparison; a side is told in brackets. */
  readonly label: LocalizedText
  /** As people call it in any comparison. */
  readonly generalLabel: LocalizedText
  /** Numbers of those counted, percentages of a base, percentage points, or a quotient. */
  readonly kind: 'count' | 'percentage' | 'points' | 'ratio'
  /** The sides that it is of. */
  readonly sides: readonly ('own' | 'other')[]
  /** `null` where it is not known, or not defined. */
  readonly figureOf: (observation: ComparisonObservation) => number | null
}

const LABELS: Readonly<Record<FigureOfSide, LocalizedText>> = {
  N: { fr: 'Effectif', en: 'Count' },
  Base: { fr: 'Base', en: 'Base' },
  Share: { fr: 'Part', en: 'Share' },
  Lower: { fr: 'Part, borne basse à 95\u00a0%', en: 'Share, lower bound at 95%' },
  Upper: { fr: 'Part, borne haute à 95\u00a0%', en: 'Share, upper bound at 95%' },
}

/** What a side is in any comparison. */
const SIDES: Readonly<Record<'own' | 'other', LocalizedText>> = {
  own: { fr: 'premier côté', en: 'first side' },
  other: { fr: 'second côté', en: 'second side' },
}

const BOTH: readonly ComparisonMeasure[] = [
  ofBoth('difference', 'points', { fr: 'Écart', en: 'Difference' }, ({ difference }) => difference),
  ofBoth(
    'differenceLower',
    'points',
    { fr: 'Écart, borne basse à 95\u00a0%', en: 'Difference, lower bound at 95%' },
    ({ interval }) => interval?.lower ?? null,
  ),
  ofBoth(
    'differenceUpper',
    'points',
    { fr: 'Écart, borne haute à 95\u00a0%', en: 'Difference, upper bound at 95%' },
    ({ interval }) => interval?.upper ?? null,
  ),
  ofBoth('ratio', 'ratio', { fr: 'Rapport des parts', en: 'Ratio of the shares' }, ({ ratio }) => ratio),
]

/**
 * The measures of a comparison in their order: of each side its count, base and share, and where it is a sample the
 * bounds of this; then the difference, its bounds where there are samples, and the ratio.
 */
export function comparisonMeasures({
  samples,
  labels,
}: Pick<ComparisonTable, 'samples' | 'labels'>): readonly ComparisonMeasure[] {
  const both = BOTH.filter(({ name }) => samples !== undefined || !/Lower$|Upper$/.test(name))
  return [
    ...measuresOfSide('own', labels.own, samples === 'this' || samples === 'both'),
    ...measuresOfSide('other', labels.other, samples === 'other' || samples === 'both'),
    ...both,
  ]
}

/**
 * Those that a comparison has figures of: shares without counts have none of counts. All of them where there are no
 * figures at all.
 */
export function measuresWithFigures(
  comparison: Pick<ComparisonTable, 'samples' | 'labels' | 'observations'>,
): readonly ComparisonMeasure[] {
  const measures = comparisonMeasures(comparison)
  const present = measures.filter(({ figureOf }) =>
    comparison.observations.some(observation => figureOf(observation) !== null),
  )
  return present.length > 0 ? present : measures
}

/** A figure as CSV has it: counts with all their digits, others with four decimals; empty where there is none. */
export function writeMeasure(
  { kind, figureOf }: ComparisonMeasure,
  observation: ComparisonObservation,
): string {
  const figure = figureOf(observation)
  if (figure === null) return ''
  // Beyond that, a number has no decimals, and would be written with an exponent.
  return kind === 'count' || Math.abs(figure) >= 1e21 ? writeFigure(figure) : figure.toFixed(4)
}

/** Whether all figures of a measure are whole numbers: counts are, weighted counts need not be. */
export function isWholeMeasure(
  { figureOf }: ComparisonMeasure,
  observations: readonly ComparisonObservation[],
): boolean {
  return observations.every(observation => {
    const figure = figureOf(observation)
    return figure === null || Number.isSafeInteger(figure)
  })
}

function measuresOfSide(
  side: 'own' | 'other',
  label: LocalizedText,
  isSample: boolean,
): readonly ComparisonMeasure[] {
  const of = (
    name: FigureOfSide,
    kind: ComparisonMeasure['kind'],
    figureOf: (figures: ComparisonObservation['own']) => number | null,
  ): ComparisonMeasure => ({
    name: `${side}${name}`,
    label: inBrackets(LABELS[name], label),
    generalLabel: inBrackets(LABELS[name], SIDES[side]),
    kind,
    sides: [side],
    figureOf: observation => figureOf(observation[side]),
  })
  return [
    of('N', 'count', ({ n }) => n),
    of('Base', 'count', ({ base }) => base),
    of('Share', 'percentage', ({ share }) => share),
    ...(isSample
      ? [
          of('Lower', 'percentage', ({ interval }) => interval?.lower ?? null),
          of('Upper', 'percentage', ({ interval }) => interval?.upper ?? null),
        ]
      : []),
  ]
}

function ofBoth(
  name: ComparisonMeasureName,
  kind: ComparisonMeasure['kind'],
  label: LocalizedText,
  figureOf: ComparisonMeasure['figureOf'],
): ComparisonMeasure {
  return { name, label, generalLabel: label, kind, sides: ['own', 'other'], figureOf }
}

function inBrackets(label: LocalizedText, side: LocalizedText): LocalizedText {
  return { fr: `${label.fr} (${side.fr})`, en: `${label.en} (${side.en})` }
}
