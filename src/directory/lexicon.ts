import type * as RDF from '@rdfjs/types'
import { DataFactory } from 'n3'
import { FIELD_DATATYPES, type OwnField } from '../actor/ownField.ts'
import type { Configuration, OwnSchemeDefinition } from '../configuration/configuration.ts'
import { schemeNameOf } from '../configuration/readConfiguration.ts'
import { type ConceptScheme, defineScheme, schemeToQuads } from '../vocabulary/concept.ts'
import { iri, PREFIXES } from '../vocabulary/namespaces.ts'
import type { Vocabulary } from '../vocabulary/vocabulary.ts'

const { namedNode, literal, quad } = DataFactory

/** The vocabulary of one directory: what is shipped, and what it declares of its own. */
export interface Lexicon {
  readonly shipped: Vocabulary
  /** The scheme of a concept field; `undefined` for other fields. */
  schemeOf(field: string): ConceptScheme | undefined
  scheme(name: string): ConceptScheme
  /** Classes of the actors of a legal form. */
  classesOf(legalForm: string): readonly string[]
  /** Everything as quads: ontology, schemes, territories, own schemes and own properties. */
  readonly quads: readonly RDF.Quad[]
}

/** Puts the vocabulary of a directory together. */
export function createLexicon(configuration: Configuration, shipped: Vocabulary): Lexicon {
  const own = configuration.schemes.map(scheme => toScheme(scheme, configuration.base))
  const schemes = new Map([...shipped.schemes, ...own.map(scheme => [scheme.name, scheme] as const)])
  const scheme = (name: string) => schemes.get(name)!
  const schemeOf = (field: string) => {
    const name = schemeNameOf(field, configuration)
    return name === undefined ? undefined : schemes.get(name)
  }
  return {
    shipped,
    scheme,
    schemeOf,
    classesOf: legalForm => schemeOf('legalForm')?.get(legalForm)?.organisationClasses ?? [],
    quads: [
      ...shipped.quads,
      ...own.flatMap(scheme => [...schemeToQuads(scheme)]),
      ...configuration.fields
        .filter(field => field.public)
        .flatMap(field => describeProperty(field, schemeOf(field.name))),
    ],
  }
}

function toScheme({ name, title, concepts }: OwnSchemeDefinition, base: string): ConceptScheme {
  const schemeIri = `${base}/def/${name}`
  return defineScheme({
    name,
    iri: schemeIri,
    title,
    concepts: concepts.map(({ notation, label, definition, alternatives, organisationClasses }) => ({
      iri: `${schemeIri}/${notation}`,
      notation,
      prefLabel: label,
      ...(definition === undefined ? {} : { definition }),
      altLabels: [],
      hiddenLabels: alternatives,
      organisationClasses,
      parents: [],
    })),
  })
}

/** A property that the directory declares, as OWL and RDFS have it. */
function describeProperty(
  { property, label, datatype }: OwnField,
  scheme: ConceptScheme | undefined,
): RDF.Quad[] {
  const subject = namedNode(property)
  const type = datatype ? iri('owl:DatatypeProperty') : iri('owl:ObjectProperty')
  const known = FIELD_DATATYPES.find(name => name === datatype)
  const range = known ? PREFIXES.xsd + known : iri('skos:Concept')
  return [
    quad(subject, namedNode(iri('rdf:type')), namedNode(type)),
    quad(subject, namedNode(iri('rdfs:label')), literal(label.fr, 'fr')),
    quad(subject, namedNode(iri('rdfs:label')), literal(label.en, 'en')),
    quad(subject, namedNode(iri('rdfs:domain')), namedNode(iri('annuaire:Actor'))),
    quad(subject, namedNode(iri('rdfs:range')), namedNode(range)),
    ...(scheme ? [quad(subject, namedNode(iri('rdfs:seeAlso')), namedNode(scheme.iri))] : []),
  ] as RDF.Quad[]
}
