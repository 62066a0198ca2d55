import type * as RDF from '@rdfjs/types'
import type { ComparisonTable } from '../comparison/comparison.ts'
import { comparisonName } from '../comparison/comparisonName.ts'
import { type ComparisonQueries, comparisonQueries } from '../comparison/comparisonQueries.ts'
import { type CubePlace, checkPlace, cubeRoot } from '../cube/cubeIris.ts'
import { describeComputation } from './computation.ts'
import { softwareVersion } from './software.ts'

/** What a comparison does not say of its provenance. */
export interface ComparisonProvenanceOptions extends CubePlace {
  /** IRIs of the texts of its queries. Default: as {@link comparisonToCube} has them. */
  readonly queries?: ComparisonQueries
  /** Version of the software. Default: that of this package. */
  readonly version?: string
}

/**
 * How a comparison was computed, in terms of PROV-O (https://www.w3.org/TR/prov-o/), beside what {@link comparisonToCube}
 * says of it, as {@link tableProvenance} tells it of a table: the queries of both sides are its plans.
 *
 * @throws {StatisticsError} where the base or the date is none
 */
export function* comparisonProvenance(
  comparison: Pick<ComparisonTable, 'statistic' | 'id'>,
  options: ComparisonProvenanceOptions,
): Generator<RDF.Quad> {
  checkPlace(options)
  const id = comparisonName(comparison)
  const { queries = comparisonQueries(options, id), version = softwareVersion() } = options
  const plans = [queries.own, queries.other]
  yield* describeComputation({ root: cubeRoot(options, { id }), plans, further: [], version })
}
