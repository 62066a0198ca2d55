import type { Configuration } from '../configuration/configuration.ts'
import type { ComparisonTable } from '../statistics/comparison/comparison.ts'
import type { InputFile } from '../statistics/provenance/releaseProvenance.ts'
import type { Table } from '../statistics/statistic.ts'
import type { Assembly } from './assemble.ts'
import type { Lexicon } from './lexicon.ts'
import type { Geometries } from './readGeometries.ts'
import type { SurveyReading } from './surveyReading.ts'

/** What a release is made of. */
export interface Publication {
  readonly assembly: Assembly
  /** `YYYY-MM-DD`. */
  readonly date: string
  readonly tables: readonly Table[]
  readonly configuration: Configuration
  readonly lexicon: Lexicon
  /** What was read of its surveys: counts and words that are public are all that leaves it. Default: it has none. */
  readonly surveys?: readonly SurveyReading[]
  /** What statistics are compared with. Default: nothing. */
  readonly comparisons?: readonly ComparisonTable[]
  /** Of the maps. Default: none. */
  readonly geometries?: Geometries
  /** The files that it was made of. Default: not said. */
  readonly inputs?: readonly InputFile[]
}
