import type { Language, LocalizedText } from '../../errors.ts'
import { knownLanguage } from '../language.ts'
import type { Measure, Table } from '../statistic.ts'
import { toTableNotes } from '../words/note.ts'
import type { SentenceOptions } from '../words/voice.ts'
import { WORDING } from '../words/wording.ts'
import { cellsOf } from './cells.ts'
import { describeDimension } from './dimensions.ts'
import {
  type JsonStatDataset,
  type JsonStatFigure,
  type JsonStatOptions,
  type JsonStatUnit,
  jsonStatDataset,
} from './jsonStatDataset.ts'
import { describeMeasure, figureOf, isWhole, measureLabel, measuresWithFigures } from './measures.ts'

const RESPONSES: LocalizedText = { fr: 'réponses', en: 'responses' }
const WEIGHTS: Readonly<Record<Language, (field: string) => string>> = {
  fr: field => `poids\u00a0: ${field}`,
  en: field => `weight: ${field}`,
}

/** How figures are spoken of. */
type Spoken = SentenceOptions & { readonly language: Language }

/** Of percentages, as they are written for programs. */
export const PERCENT: JsonStatUnit = { decimals: 4, symbol: '%', position: 'end' }

/**
 * A table as a JSON-stat 2.0 dataset. The measures are a dimension with the role `metric`, the last one; those without
 * any figure are left out.
 *
 * @param language of what people read in it
 * @throws {StatisticsError} where the language is neither French nor English, a cell stands twice, or the table spans more
 *   cells than can be numbered
 */
export function toJsonStat(
  table: Table,
  language: Language,
  { dimensions: descriptions, wording, ...options }: JsonStatOptions = {},
): JsonStatDataset {
  knownLanguage(language)
  const { id, title, dimensions, observations, query } = table
  const spoken = {
    language,
    ...(descriptions && { dimensions: descriptions }),
    ...(wording && { wording }),
  }
  const measures = measuresWithFigures(table)
  return jsonStatDataset({
    ...options,
    id,
    language,
    title,
    notes: toTableNotes(table, spoken),
    dimensions,
    descriptions,
    cells: cellsOf(table),
    measures: measures.map(measure => ({
      id: measure,
      label: measureLabel(measure, table, descriptions)[language],
      unit: measureUnit(table, measure, spoken),
    })),
    read: (cell, measure): JsonStatFigure => {
      const { isSuppressed, isApproximate } = observations[cell]!
      const figure = figureOf(observations[cell]!, measures[measure]!)
      if (figure === null) return { figure, status: isSuppressed ? 'c' : 'z' }
      return { figure, ...(isApproximate && { status: 'e' }) }
    },
    queries: { query },
  })
}

function measureUnit(table: Table, measure: Measure, spoken: Spoken): JsonStatUnit | undefined {
  const decimals = isWhole(table, measure) ? { decimals: 0 } : {}
  switch (describeMeasure(measure).kind) {
    case 'percentage':
      return PERCENT
    case 'count':
      return { ...decimals, label: countedIn(table, spoken) }
    default:
      return 'decimals' in decimals ? decimals : undefined
  }
}

/** What counts are numbers of. */
export function countedIn(
  { unit, weight, counted }: Pick<Table, 'unit' | 'counted'> & { readonly weight?: string | undefined },
  { language, dimensions, wording = WORDING }: Spoken,
): string {
  if (unit) return unit[language]
  if (weight !== undefined) return WEIGHTS[language](describeDimension(weight, dimensions).label[language])
  return counted === 'responses' ? RESPONSES[language] : wording[language].actors.many
}
