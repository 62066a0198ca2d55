import type * as RDF from '@rdfjs/types'
import { DataFactory } from 'n3'
import type { Actor } from '../actor/actor.ts'
import { opaqueName } from '../actor/iri.ts'
import { describe } from './describe.ts'
import { type SubjectIndex, setOf } from './subjectIndex.ts'

const { literal } = DataFactory

/** Who gives an official number out. */
const AGENCIES = {
  siren: 'Insee',
  siret: 'Insee',
  rna: 'Ministère de l’Intérieur',
} as const

/** An official number, as an `adms:Identifier`. */
export function describeNumber(node: string, scheme: keyof typeof AGENCIES, value: string): RDF.Quad[] {
  return describeIdentifier(node, value, literal(AGENCIES[scheme], 'fr'))
}

/**
 * Identifiers of any other schemes. Each is an `adms:Identifier` too; the short name of its scheme, a word of no
 * language, stands as its agency.
 */
export function* describeOtherIdentifiers(
  { id, otherIdentifiers = [] }: Actor,
  part: (name: string) => string,
): Generator<RDF.Quad> {
  for (const { scheme, value } of otherIdentifiers) {
    const node = part(`identifier-${opaqueName(scheme, value)}`)
    yield describe(id).links('adms:identifier', node)
    yield* describeIdentifier(node, value, literal(scheme))
  }
}

/** Reads what {@link describeOtherIdentifiers} wrote. */
export function readOtherIdentifiers(id: string, index: SubjectIndex): Actor['otherIdentifiers'] {
  return setOf(
    index.all(id, 'adms:identifier').map(node => ({
      scheme: index.the(node, 'adms:schemeAgency'),
      value: index.the(node, 'skos:notation'),
    })),
  )
}

function describeIdentifier(node: string, value: string, agency: RDF.Literal): RDF.Quad[] {
  const identifier = describe(node)
  return [
    identifier.a('adms:Identifier'),
    identifier.has('skos:notation', literal(value)),
    identifier.has('adms:schemeAgency', agency),
  ]
}
