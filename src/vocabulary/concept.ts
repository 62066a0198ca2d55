import type * as RDF from '@rdfjs/types'
import { DataFactory } from 'n3'
import type { GivenText, Language, LocalizedText } from '../errors.ts'
import { iri } from './namespaces.ts'

const { namedNode, literal, quad } = DataFactory

/** A concept of a code list (SKOS Reference §3). */
export interface Concept {
  readonly iri: string
  /** Its code, unique in its scheme. */
  readonly notation: string
  readonly prefLabel: GivenText
  readonly definition?: GivenText
  readonly altLabels: readonly string[]
  readonly hiddenLabels: readonly string[]
  /** Of a legal form: IRIs of the classes that its actors have. */
  readonly organisationClasses: readonly string[]
  /** IRIs of what it is a part of (territories), or narrower than (others). */
  readonly parents: readonly string[]
}

/** A code list. */
export interface ConceptScheme {
  readonly name: string
  readonly iri: string
  readonly title: LocalizedText
  /** In the order of their declaration. */
  readonly concepts: readonly Concept[]
  get(iri: string): Concept | undefined
  byNotation(notation: string): Concept | undefined
}

/** Makes a scheme of its parts. */
export function defineScheme(
  parts: Pick<ConceptScheme, 'name' | 'iri' | 'title' | 'concepts'>,
): ConceptScheme {
  const byIri = new Map(parts.concepts.map(concept => [concept.iri, concept]))
  const byNotation = new Map(parts.concepts.map(concept => [concept.notation, concept]))
  return { ...parts, get: iri => byIri.get(iri), byNotation: notation => byNotation.get(notation) }
}

/** The label of a concept in a language; failing that in the other, failing that its notation. */
export function conceptLabel({ prefLabel, notation }: Concept, language: Language): string {
  return prefLabel[language] ?? prefLabel.fr ?? prefLabel.en ?? notation
}

/**
 * The quads that describe a scheme and its concepts. Alternative and hidden labels have no language: a concept does
 * not keep theirs.
 *
 * @param title of the scheme, in the languages in which it was given. Default: in both.
 */
export function* schemeToQuads(
  { iri: scheme, title: inBoth, concepts }: ConceptScheme,
  title: GivenText = inBoth,
): Generator<RDF.Quad> {
  const node = namedNode(scheme)
  yield quad(node, namedNode(iri('rdf:type')), namedNode(iri('skos:ConceptScheme'))) as RDF.Quad
  yield* texts(scheme, 'dcterms:title', title)
  for (const concept of concepts) {
    const subject = namedNode(concept.iri)
    const links = (predicate: TermName, object: string) =>
      quad(subject, namedNode(iri(predicate)), namedNode(object)) as RDF.Quad
    yield links('rdf:type', iri('skos:Concept'))
    yield links('skos:inScheme', scheme)
    yield quad(subject, namedNode(iri('skos:notation')), literal(concept.notation)) as RDF.Quad
    yield* texts(concept.iri, 'skos:prefLabel', concept.prefLabel)
    yield* texts(concept.iri, 'skos:definition', concept.definition ?? {})
    for (const label of concept.altLabels) {
      yield quad(subject, namedNode(iri('skos:altLabel')), literal(label)) as RDF.Quad
    }
    for (const label of concept.hiddenLabels) {
      yield quad(subject, namedNode(iri('skos:hiddenLabel')), literal(label)) as RDF.Quad
    }
    for (const type of concept.organisationClasses) yield links('annuaire:organisationClass', type)
  }
}

type TermName = Parameters<typeof iri>[0]

function* texts(subject: string, predicate: TermName, localized: GivenText): Generator<RDF.Quad> {
  for (const [language, text] of Object.entries(localized)) {
    yield quad(namedNode(subject), namedNode(iri(predicate)), literal(text, language)) as RDF.Quad
  }
}
