import type * as RDF from '@rdfjs/types'
import { describe } from '../../graph/describe.ts'
import { describeSoftware, softwareIri } from './software.ts'

/** How the figures of a cube were computed. */
export interface Computation {
  /** What the IRIs of the cube begin with. */
  readonly root: string
  /** IRIs of the queries that were its plan. */
  readonly plans: readonly string[]
  /** IRIs of other queries that it used. */
  readonly further: readonly string[]
  /** Of the software. */
  readonly version: string
}

/** A computation (PROV-O §3.1) that software did with queries as its plan (§3.3, prov:hadPlan). */
export function* describeComputation({ root, plans, further, version }: Computation): Generator<RDF.Quad> {
  yield describe(`${root}#it`).a('prov:Entity')
  const computation = describe(`${root}#computation`)
  yield computation.links('prov:wasAssociatedWith', softwareIri(version))
  yield computation.links('prov:qualifiedAssociation', `${root}#association`)
  for (const text of further) yield computation.links('prov:used', text)
  const association = describe(`${root}#association`)
  yield association.a('prov:Association')
  yield association.links('prov:agent', softwareIri(version))
  for (const plan of plans) yield association.links('prov:hadPlan', plan)
  for (const plan of plans) yield describe(plan).a('prov:Plan')
  for (const text of [...plans, ...further]) yield describe(text).a('prov:Entity')
  yield* describeSoftware(version)
}
