import type { GivenText } from '../../errors.ts'
import type { DimensionDescriptions } from '../exchange/dimensions.ts'
import type { Wording } from '../words/wording.ts'
import type { CubePlace } from './cubeIris.ts'

/** What a table does not say of its cube. */
export interface CubeOptions extends CubePlace {
  /** IRI of the publisher. Default: not said. */
  readonly publisher?: string
  /** IRI of the licence. Default: not said. */
  readonly licence?: string
  /** IRI of the query’s text. Default: `{base}/releases/{date}/statistics/{table}.rq`. */
  readonly query?: string
  /** IRIs of what was asked: dumps, sources. Default: not said. */
  readonly derivedFrom?: readonly string[]
  /** Default: those of the built-in dimensions. */
  readonly dimensions?: DimensionDescriptions
  /** Of what has to be known of the table. Default: the shipped one. */
  readonly wording?: Wording
  /** The label of a concept in the languages that it has. Default: that of the table, which is of no language then. */
  readonly labelOf?: (concept: string) => GivenText | undefined
}
