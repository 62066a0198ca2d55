import type * as RDF from '@rdfjs/types'
import { DataFactory } from 'n3'
import type { Actor } from '../actor/actor.ts'
import { opaqueName } from '../actor/iri.ts'
import { iri } from '../vocabulary/namespaces.ts'
import { describe } from './describe.ts'
import { type SubjectIndex, setOf } from './subjectIndex.ts'

const { literal, namedNode } = DataFactory

/** Official numbers: the datatype of each, and who gives it out. */
const NUMBERS = {
  siren: { datatype: 'annuaire:siren', agency: 'Insee' },
  siret: { datatype: 'annuaire:siret', agency: 'Insee' },
  rna: { datatype: 'annuaire:rna', agency: 'Ministère de l’Intérieur' },
} as const

/** An official number, as an `adms:Identifier` with a notation of its kind (SKOS Reference §6.5.1). */
export function describeNumber(node: string, scheme: keyof typeof NUMBERS, value: string): RDF.Quad[] {
  const { datatype, agency } = NUMBERS[scheme]
  return describeIdentifier(node, literal(value, namedNode(iri(datatype))), literal(agency, 'fr'))
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
    yield* describeIdentifier(node, literal(value), literal(scheme))
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

function describeIdentifier(node: string, notation: RDF.Literal, agency: RDF.Literal): RDF.Quad[] {
  const identifier = describe(node)
  return [
    identifier.a('adms:Identifier'),
    identifier.has('skos:notation', notation),
    identifier.has('adms:schemeAgency', agency),
  ]
}
