import type { Statistic } from '../statistic.ts'
import type { Question } from './survey.ts'

/** What all tables of a survey have in common. */
export interface TableDefaults {
  /** What each response counts for. */
  readonly weight?: string
  readonly suppressBelow?: number
}

/** What is counted of a question where nothing else is said: its options, or quartiles and mean of its numbers. */
export function statisticOf(survey: string, { name, label, type }: Question): Statistic | undefined {
  const id = `${survey}-${name}`
  if (type === 'text') return undefined
  if (type !== 'numeric') return { id, title: label, dimensions: [name] }
  return { id, title: label, dimensions: [], of: name, measures: ['mean', 'q25', 'median', 'q75'] }
}

/** A statistic with what the survey says of all. Intervals are only had without weights: what asks for them stays so. */
export function withDefaults(statistic: Statistic, { weight, suppressBelow }: TableDefaults): Statistic {
  const { measures = [] } = statistic
  const isWeighted = weight !== undefined && !measures.includes('lower') && !measures.includes('upper')
  return {
    ...(isWeighted ? { weight } : {}),
    ...(suppressBelow === undefined ? {} : { suppressBelow }),
    ...statistic,
  }
}
