import { type CubePlace, queryIri } from '../cube/cubeIris.ts'

/** IRIs of the texts of the queries of both sides. */
export interface ComparisonQueries {
  readonly own: string
  readonly other: string
}

/**
 * Where a release has the queries of a comparison: `{base}/releases/{date}/statistics/{name}.own.rq`, and without `.own`
 * that of the other side.
 *
 * @param name `{statistic}.compare.{id}`
 */
export function comparisonQueries(place: CubePlace, name: string): ComparisonQueries {
  return { own: queryIri(place, `${name}.own`), other: queryIri(place, name) }
}
