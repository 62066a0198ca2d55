import type { Language } from '../../errors.ts'
import { cellsOf } from '../exchange/cells.ts'
import { countedIn, PERCENT } from '../exchange/jsonStat.ts'
import {
  type JsonStatDataset,
  type JsonStatFigure,
  type JsonStatOptions,
  type JsonStatStatus,
  type JsonStatUnit,
  jsonStatDataset,
} from '../exchange/jsonStatDataset.ts'
import { knownLanguage } from '../language.ts'
import type { ComparedFigures, ComparisonObservation, ComparisonTable } from './comparison.ts'
import { type ComparisonMeasure, isWholeMeasure, measuresWithFigures } from './comparisonMeasures.ts'
import { comparisonName } from './comparisonName.ts'
import { comparisonNotes } from './comparisonNotes.ts'

const POINTS: Readonly<Record<Language, string>> = {
  fr: 'points de pourcentage',
  en: 'percentage points',
}

/**
 * A comparison as a JSON-stat 2.0 dataset. Its measures are a dimension with the role `metric`, the last one: `ownN`,
 * `ownBase`, `ownShare`, those of the other side, `difference`, `ratio`, and the bounds of what samples have; those
 * without any figure are left out. Where there is no figure, the status says why: `c` it is kept back, `k` it is told
 * together with others, `o` it is not known, `z` there is none.
 *
 * @param language of what people read in it
 * @throws {StatisticsError} where the language is neither French nor English, a cell stands twice, or more cells are spanned
 *   than can be numbered
 */
export function comparisonToJsonStat(
  comparison: ComparisonTable,
  language: Language,
  { dimensions: descriptions, wording, ...options }: JsonStatOptions = {},
): JsonStatDataset {
  knownLanguage(language)
  const id = comparisonName(comparison)
  const { title, dimensions, observations, queries } = comparison
  const spoken = {
    language,
    ...(descriptions && { dimensions: descriptions }),
    ...(wording && { wording }),
  }
  const measures = measuresWithFigures(comparison)
  const unitOf = (measure: ComparisonMeasure): JsonStatUnit | undefined => {
    switch (measure.kind) {
      case 'percentage':
        return PERCENT
      case 'points':
        return { decimals: 4, label: POINTS[language] }
      case 'ratio':
        return { decimals: 4 }
      case 'count': {
        const decimals = isWholeMeasure(measure, observations) ? { decimals: 0 } : {}
        return { ...decimals, label: countedIn(comparison, spoken) }
      }
    }
  }
  return jsonStatDataset({
    ...options,
    id,
    language,
    title,
    notes: comparisonNotes(comparison, spoken),
    dimensions,
    descriptions,
    cells: cellsOf({ id, dimensions, observations }),
    measures: measures.map(measure => ({
      id: measure.name,
      label: measure.label[language],
      unit: unitOf(measure),
    })),
    read: (cell, measure) => readFigure(observations[cell]!, measures[measure]!),
    queries: { query: queries.own, otherQuery: queries.other },
  })
}

function readFigure(
  observation: ComparisonObservation,
  { figureOf, sides }: ComparisonMeasure,
): JsonStatFigure {
  const figure = figureOf(observation)
  if (figure !== null) return { figure }
  const reasons = sides.map(side => reasonOf(observation[side]))
  return { figure, status: REASONS.find(reason => reasons.includes(reason)) ?? 'z' }
}

/** Why a figure of a side is not told, the gravest first. */
const REASONS: readonly JsonStatStatus[] = ['c', 'k', 'o', 'z']

function reasonOf({ status, n, base, share }: ComparedFigures): JsonStatStatus {
  // A base is kept back where it would tell a cell that is.
  const isWithoutBase = status === 'told' && n !== null && base === null
  if (status === 'suppressed' || isWithoutBase) return 'c'
  if (status === 'together') return 'k'
  return n === null && share === null ? 'o' : 'z'
}
