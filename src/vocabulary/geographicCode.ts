import { createRequire } from 'node:module'
import type * as RDF from '@rdfjs/types'
import { DataFactory } from 'n3'
import { iri, VOCABULARY_BASE } from './namespaces.ts'

const { namedNode, literal, quad } = DataFactory

/** The edition of the official geographic code that communes are read from. */
export interface GeographicCodeEdition {
  readonly iri: string
  /** Year of which it is the state on 1 January, `YYYY`. */
  readonly year: string
  /** Version of `@etalab/decoupage-administratif`. */
  readonly version: string
}

/**
 * The edition that is installed. The first number of the package's version says the year: 1 is 2021, and so on (its
 * README, “Millésimes et versions de package”).
 */
export function geographicCodeEdition(): GeographicCodeEdition {
  const load = createRequire(import.meta.url)
  const { version }: { version: string } = load('@etalab/decoupage-administratif/package.json')
  const year = String(2020 + Number.parseInt(version, 10))
  return { iri: `${VOCABULARY_BASE}id/cog/${year}`, year, version }
}

/** The quads of an edition: one node, with its year, its licence and what it was read from. */
export function editionQuads({ iri: edition, year, version }: GeographicCodeEdition): RDF.Quad[] {
  const says = (predicate: Parameters<typeof iri>[0], object: RDF.NamedNode | RDF.Literal) =>
    quad(namedNode(edition), namedNode(iri(predicate)), object as RDF.Quad_Object) as RDF.Quad
  const npm = `https://www.npmjs.com/package/@etalab/decoupage-administratif/v/${version}`
  return [
    says('rdf:type', namedNode(iri('prov:Entity'))),
    says('dcterms:title', literal(`Code officiel géographique au 1er janvier ${year}`, 'fr')),
    says('dcterms:title', literal(`Official geographic code on 1 January ${year}`, 'en')),
    says('owl:versionInfo', literal(year)),
    says('dcterms:license', namedNode('https://spdx.org/licenses/etalab-2.0')),
    says('prov:wasDerivedFrom', namedNode(npm)),
  ]
}
