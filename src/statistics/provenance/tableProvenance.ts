import type * as RDF from '@rdfjs/types'
import { describe } from '../../graph/describe.ts'
import { type CubePlace, checkPlace, cubeRoot } from '../cube/cubeIris.ts'
import type { Table } from '../statistic.ts'
import { describeSoftware, softwareIri, softwareVersion } from './software.ts'

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
  const { base, date, version = softwareVersion() } = options
  const root = cubeRoot(options, table)
  const query = options.query ?? `${base}/releases/${date}/statistics/${encodeURIComponent(table.id)}.rq`
  const further = [
    ...(table.distributionQuery === undefined ? [] : ['distribution']),
    ...(table.otherQuery === undefined ? [] : ['other']),
  ].map(name => query.replace(/\.rq$/, `.${name}.rq`))
  yield describe(`${root}#it`).a('prov:Entity')
  const computation = describe(`${root}#computation`)
  yield computation.links('prov:wasAssociatedWith', softwareIri(version))
  yield computation.links('prov:qualifiedAssociation', `${root}#association`)
  for (const text of further) yield computation.links('prov:used', text)
  const association = describe(`${root}#association`)
  yield association.a('prov:Association')
  yield association.links('prov:agent', softwareIri(version))
  yield association.links('prov:hadPlan', query)
  yield describe(query).a('prov:Plan')
  for (const text of [query, ...further]) yield describe(text).a('prov:Entity')
  yield* describeSoftware(version)
}
