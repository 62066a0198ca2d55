import { createRequire } from 'node:module'
import type * as RDF from '@rdfjs/types'
import { DataFactory } from 'n3'
import { describe } from '../../graph/describe.ts'
import { VOCABULARY_BASE } from '../../vocabulary/namespaces.ts'

const { literal } = DataFactory

/** The version of this package. */
export function softwareVersion(): string {
  return createRequire(import.meta.url)('../../../package.json').version
}

/** IRI of this package in one version. */
export function softwareIri(version: string): string {
  return `${VOCABULARY_BASE}software/annuaire-lod-${version}`
}

/** The software that did something, as an agent (PROV-O §3.1). */
export function* describeSoftware(version: string): Generator<RDF.Quad> {
  const software = describe(softwareIri(version))
  yield software.a('prov:SoftwareAgent')
  yield software.has('foaf:name', literal('annuaire-lod'))
  yield software.has('schema:softwareVersion', literal(version))
}
