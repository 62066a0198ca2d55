import type * as RDF from '@rdfjs/types'
import { type Language, type LocalizedText, VocabularyError } from '../errors.ts'
import { type Concept, type ConceptScheme, defineScheme } from './concept.ts'
import { iri, VOCABULARY_BASE } from './namespaces.ts'

/**
 * Reads a shipped scheme out of the quads of the vocabulary.
 *
 * @throws {VocabularyError} where there is none of this name, or a concept has no notation
 */
export function readScheme(name: string, quads: readonly RDF.Quad[]): ConceptScheme {
  const scheme = `${VOCABULARY_BASE}def/${name}`
  const members = new Set(
    quads
      .filter(({ predicate, object }) => predicate.value === iri('skos:inScheme') && object.value === scheme)
      .map(({ subject }) => subject.value),
  )
  const described = new Map<string, RDF.Quad[]>([...members, scheme].map(subject => [subject, []]))
  for (const quad of quads) described.get(quad.subject.value)?.push(quad)
  const title = localized(valuesOf(described.get(scheme)!, iri('dcterms:title')))
  if (!title.fr || !title.en)
    throw new VocabularyError(`the scheme "${name}" has no title in French and English`)
  return defineScheme({
    name,
    iri: scheme,
    title: title as LocalizedText,
    concepts: [...members].map(concept => readConcept(concept, described.get(concept)!)),
  })
}

function readConcept(concept: string, quads: readonly RDF.Quad[]): Concept {
  const values = (predicate: string) => valuesOf(quads, predicate)
  const texts = (predicate: string) => values(predicate).map(({ value }) => value)
  const [notation] = texts(iri('skos:notation'))
  if (notation === undefined) throw new VocabularyError(`<${concept}> has no skos:notation`)
  return {
    iri: concept,
    notation,
    prefLabel: localized(values(iri('skos:prefLabel'))),
    definition: localized(values(iri('skos:definition'))),
    altLabels: texts(iri('skos:altLabel')),
    hiddenLabels: texts(iri('skos:hiddenLabel')),
    organisationClasses: texts(iri('annuaire:organisationClass')),
    parents: [...texts(iri('igeo:subdivisionDe')), ...texts(iri('skos:broader'))],
  }
}

function valuesOf(quads: readonly RDF.Quad[], predicate: string): RDF.Quad_Object[] {
  return quads.filter(quad => quad.predicate.value === predicate).map(({ object }) => object)
}

function localized(terms: readonly RDF.Quad_Object[]): Partial<LocalizedText> {
  return Object.fromEntries(
    terms.flatMap(term => (term.termType === 'Literal' ? [[term.language as Language, term.value]] : [])),
  )
}
