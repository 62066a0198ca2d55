import type * as RDF from '@rdfjs/types'
import { FIELD_DATATYPES, type OwnField } from '../actor/ownField.ts'
import type { Configuration, OwnSchemeDefinition } from '../configuration/configuration.ts'
import { schemeNameOf } from '../configuration/schemeNameOf.ts'
import { type GivenText, toLocalizedText } from '../errors.ts'
import { describe, localized } from '../release/describe.ts'
import { type ConceptScheme, defineScheme, schemeToQuads } from '../vocabulary/concept.ts'
import { iri, PREFIXES } from '../vocabulary/namespaces.ts'
import type { Vocabulary } from '../vocabulary/vocabulary.ts'
import { describeSurveys } from './surveyVocabulary.ts'

/** The vocabulary of one directory: what is shipped, and what it declares of its own. */
export interface Lexicon {
  readonly shipped: Vocabulary
  /** The scheme of a concept field; `undefined` for other fields. */
  schemeOf(field: string): ConceptScheme | undefined
  scheme(name: string): ConceptScheme
  /** The label of a concept or territory of any of them, by its IRI. */
  labelOf(concept: string): GivenText | undefined
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
    labelOf: createLabels(schemes),
    classesOf: legalForm => schemeOf('legalForm')?.get(legalForm)?.organisationClasses ?? [],
    quads: [
      ...shipped.quads,
      ...own.flatMap((scheme, index) => [...schemeToQuads(scheme, configuration.schemes[index]!.title)]),
      ...describeOntology(configuration, schemeOf),
      ...describeSurveys(configuration),
    ],
  }
}

/** Labels by IRI; the index is made when the first is asked for. */
function createLabels(schemes: ReadonlyMap<string, ConceptScheme>): Lexicon['labelOf'] {
  let labels: Map<string, GivenText> | undefined
  return concept => {
    labels ??= new Map(
      [...schemes.values()].flatMap(({ concepts }) =>
        concepts.map(({ iri, prefLabel }) => [iri, prefLabel] as const),
      ),
    )
    return labels.get(concept)
  }
}

function toScheme({ name, title, concepts }: OwnSchemeDefinition, base: string): ConceptScheme {
  const schemeIri = `${base}/def/${name}`
  return defineScheme({
    name,
    iri: schemeIri,
    title: toLocalizedText(title),
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

/**
 * The ontology of the properties that the directory declares under its own base. Of those of others it says nothing:
 * what they mean is theirs to say.
 */
function describeOntology({ base, fields }: Configuration, schemeOf: Lexicon['schemeOf']): RDF.Quad[] {
  const own = fields.filter(field => field.public && field.property.startsWith(`${base}/`))
  if (own.length === 0) return []
  const ontology = `${base}/def/onto`
  const title = { fr: 'Propriétés propres à l’annuaire', en: 'Properties of the directory’s own' }
  return [
    ...describe(ontology, ['owl:Ontology'], { 'dcterms:title': localized(title) }),
    ...own.flatMap(field => describeProperty(field, ontology, schemeOf(field.name))),
  ]
}

/** A property as OWL and RDFS have it. */
function describeProperty(
  { property, label, datatype }: OwnField,
  ontology: string,
  scheme: ConceptScheme | undefined,
): RDF.Quad[] {
  const known = FIELD_DATATYPES.find(name => name === datatype)
  return describe(property, [datatype ? 'owl:DatatypeProperty' : 'owl:ObjectProperty'], {
    'rdfs:label': localized(label),
    'rdfs:domain': [iri('annuaire:Actor')],
    'rdfs:range': [known ? PREFIXES.xsd + known : iri('skos:Concept')],
    'rdfs:isDefinedBy': [ontology],
    'rdfs:seeAlso': scheme ? [scheme.iri] : [],
  })
}
