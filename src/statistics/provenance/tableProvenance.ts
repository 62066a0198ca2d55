import type * as RDF from '@rdfjs/types'
import { type CubePlace, checkPlace, cubeRoot, queryIri } from '../cube/cubeIris.ts'
import type { Table } from '../statistic.ts'
import { describeComputation } from './computation.ts'
import { softwareVersion } from './software.ts'

/** What a table does not say of its provenance. */
export interface TableProvenanceOptions extends CubePlace {
  /** IRI of the text of its query; those of its other queries are beside it. Default: as {@link toCube} has it. */
  readonly query?: string
  /** Version of the software. Default: that of this package. */
  readonly version?: string
}

/**
 * How a table was computed, in terms of PROV-O (https://www.w3.org/TR/prov-o/), beside what {@link toCube} says of it:
 * the computation was done by this software (§3.1) with the query as its plan (§3.3, prov:hadPlan). Nothing has a blank
 * node, and no time is told: a release has a day.
 *
 * @throws {StatisticsError} where the base or the date is none
 */
export function* tableProvenance(table: Table, options: TableProvenanceOptions): Generator<RDF.Quad> {
  checkPlace(options)
  const { query = queryIri(options, table.id), version = softwareVersion() } = options
  const further = [
    ...(table.distributionQuery === undefined ? [] : ['distribution']),
    ...(table.otherQuery === undefined ? [] : ['other']),
  ].map(name => query.replace(/\.rq$/, `.${name}.rq`))
  yield* describeComputation({ root: cubeRoot(options, table), plans: [query], further, version })
}
