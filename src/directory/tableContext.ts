import type { Configuration } from '../configuration/configuration.ts'
import type { Language } from '../errors.ts'
import type { ChartGeometry } from '../statistics/chart/chartOptions.ts'
import type { Lexicon } from './lexicon.ts'

/** What the formats of a table say beside it. */
export interface TableContext {
  readonly configuration: Configuration
  readonly lexicon: Lexicon
  /** Day of the release, `YYYY-MM-DD`. */
  readonly date: string
  /** Of its labels. */
  readonly language: Language
  /** Of a map. */
  readonly geometry?: ChartGeometry | undefined
}

/** JSON as it is written into a file. */
export function toJson(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`
}
