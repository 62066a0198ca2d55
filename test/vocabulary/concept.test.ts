import type * as RDF from '@rdfjs/types'
import { describe, expect, test } from 'vitest'
import { type Concept, conceptLabel, defineScheme, schemeToQuads } from '../../src/vocabulary/concept.ts'
import { iri } from '../../src/vocabulary/namespaces.ts'
import { loadVocabulary } from '../../src/vocabulary/vocabulary.ts'

const BASE = 'https://example.org/def/forms'
const club: Concept = {
  iri: `${BASE}/club`,
  notation: 'club',
  prefLabel: { fr: 'Club', en: 'Society' },
  definition: { fr: 'Réunion de personnes.' },
  altLabels: ['Cercle'],
  hiddenLabels: ['Clubs'],
  organisationClasses: [iri('org:FormalOrganization')],
  parents: [],
}
const scheme = defineScheme({
  name: 'forms',
  iri: BASE,
  title: { fr: 'Formes', en: 'Forms' },
  concepts: [club],
})

test('a scheme finds its concepts by IRI and by notation', () => {
  expect(scheme.get(club.iri)).toBe(club)
  expect(scheme.byNotation('club')).toBe(club)
  expect(scheme.byNotation('Club')).toBeUndefined()
  expect(scheme.get(BASE)).toBeUndefined()
})

describe('conceptLabel', () => {
  test.each([
    [{ fr: 'Club', en: 'Society' }, 'en', 'Society'],
    [{ fr: 'Club' }, 'en', 'Club'],
    [{ en: 'Society' }, 'fr', 'Society'],
    [{}, 'fr', 'club'],
  ] as const)('of %j in %s is %s', (prefLabel, language, label) => {
    expect(conceptLabel({ ...club, prefLabel }, language)).toBe(label)
  })
})

describe('schemeToQuads', () => {
  const written = ({ subject, predicate, object }: RDF.Quad) =>
    [
      subject.value,
      predicate.value,
      object.termType === 'Literal' && object.language ? `${object.value}@${object.language}` : object.value,
    ] as const

  test('says all that is known of the scheme and its concepts', () => {
    expect([...schemeToQuads(scheme)].map(written)).toEqual([
      [BASE, iri('rdf:type'), iri('skos:ConceptScheme')],
      [BASE, iri('dcterms:title'), 'Formes@fr'],
      [BASE, iri('dcterms:title'), 'Forms@en'],
      [club.iri, iri('rdf:type'), iri('skos:Concept')],
      [club.iri, iri('skos:inScheme'), BASE],
      [club.iri, iri('skos:notation'), 'club'],
      [club.iri, iri('skos:prefLabel'), 'Club@fr'],
      [club.iri, iri('skos:prefLabel'), 'Society@en'],
      [club.iri, iri('skos:definition'), 'Réunion de personnes.@fr'],
      [club.iri, iri('skos:altLabel'), 'Cercle'],
      [club.iri, iri('skos:hiddenLabel'), 'Clubs'],
      [club.iri, iri('annuaire:organisationClass'), iri('org:FormalOrganization')],
    ])
  })

  test('says of a shipped scheme nothing that its file does not say', async () => {
    const { schemes, quads } = await loadVocabulary()
    // Labels without language are the same labels.
    const withoutLanguage = (quad: RDF.Quad) =>
      [quad.subject.value, quad.predicate.value, quad.object.value].join(' ')
    const shipped = new Set(quads.map(withoutLanguage))
    for (const name of ['legal-forms', 'missions', 'audiences']) {
      const given = [...schemeToQuads(schemes.get(name)!)].map(withoutLanguage)
      expect(given.length).toBeGreaterThan(40)
      expect(given.filter(line => !shipped.has(line))).toEqual([])
    }
  })
})
