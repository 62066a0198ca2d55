import { readdirSync, readFileSync } from 'node:fs'
import { vocabularies } from '@zazuko/vocabularies'
import { Parser, type Quad } from 'n3'
import { beforeAll, describe, expect, test } from 'vitest'
import { schemaFor } from '../../src/actor/schemaFor.ts'
import { iri, PREFIXES, type Prefix } from '../../src/vocabulary/namespaces.ts'
import { loadVocabulary, type Vocabulary } from '../../src/vocabulary/vocabulary.ts'
import { typographyFaults } from '../frenchTypography.ts'

const root = new URL('../../', import.meta.url)
const vocab = new URL('vocab/', root)
const turtleFiles = readdirSync(vocab).filter(name => name.endsWith('.ttl'))
const quads = new Map<string, Quad[]>(
  turtleFiles.map(name => [name, new Parser().parse(readFileSync(new URL(name, vocab), 'utf8'))]),
)
const all = [...quads.values()].flat()

/** Namespaces whose ontologies the package of vocabularies lacks, and the terms that are used of them. */
const LACKING: Readonly<Partial<Record<Prefix, readonly string[]>>> = {
  // Asset Description Metadata Schema, W3C Note of 1 August 2013.
  adms: ['Identifier', 'identifier', 'schemeAgency', 'status'],
  // Core Public Organisation Vocabulary 2.1.2 and Core Location: http://data.europa.eu/m8g/.
  cv: [
    'AdminUnit',
    'ContactPoint',
    'PublicOrganisation',
    'adminUnit',
    'contactPoint',
    'email',
    'openingHours',
    'telephone',
  ],
  // Insee, ontologie géographique.
  igeo: [
    'ArrondissementMunicipal',
    'CollectiviteDOutreMer',
    'Commune',
    'Departement',
    'Region',
    'codeINSEE',
    'creation',
    'date',
    'subdivisionDe',
    'subdivisionDirecteDe',
    'suppression',
  ],
  // Registered Organization Vocabulary, W3C Note of 1 August 2013.
  rov: ['RegisteredOrganization', 'orgType', 'registration'],
  // SDMX-RDF, attributes of the content-oriented guidelines of 2009.
  'sdmx-attribute': ['obsStatus', 'unitMeasure'],
  // SPDX 2.3.
  spdx: ['Checksum', 'algorithm', 'checksum', 'checksumAlgorithm_sha256', 'checksumValue'],
}

/** Terms that the package lacks, though it has their namespaces. */
const MISSING: readonly string[] = [
  // DCAT 3, W3C Recommendation of 22 August 2024; the package has DCAT 2.
  'dcat:version',
  // Names of the RDF/XML syntax (RDF 1.1 XML Syntax §5.1), which are no terms of the vocabulary.
  'rdf:Description',
  // RDF 1.2, which the package has not: named to be refused.
  'rdf:dirLangString',
  'rdf:datatype',
  'rdf:li',
  'rdf:nodeID',
]

function prefixOf(value: string): Prefix | undefined {
  return (Object.keys(PREFIXES) as Prefix[]).find(prefix => value.startsWith(PREFIXES[prefix]))
}

/** Prefixed names in the code, in the JSON-LD context and in the own prefixes of Turtle files. */
function namesInCode(): Map<string, string> {
  const names = new Map<string, string>()
  const pattern = new RegExp(`['"\`\\s](${Object.keys(PREFIXES).join('|')}):([A-Za-z][\\w-]*)`, 'g')
  const folder = new URL('src/', root)
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name =>
    name.endsWith('.ts'),
  )
  for (const name of sources) {
    for (const [, prefix, local] of readFileSync(new URL(name, folder), 'utf8').matchAll(pattern)) {
      if (local !== 'local') names.set(`${PREFIXES[prefix as Prefix]}${local}`, `src/${name}`)
    }
  }
  const { '@context': context } = JSON.parse(readFileSync(new URL('context.jsonld', vocab), 'utf8'))
  for (const definition of Object.values<string | { '@id'?: string; '@type'?: string }>(context)) {
    const ids = typeof definition === 'string' ? [definition] : [definition['@id'], definition['@type']]
    for (const id of ids) {
      const [prefix = '', local = ''] = (id ?? '').split(':')
      if (prefix in PREFIXES && /^[A-Za-z]/.test(local))
        names.set(PREFIXES[prefix as Prefix] + local, 'context.jsonld')
    }
  }
  return names
}

/** IRIs of standards in the Turtle files: wherever they stand. */
function namesInTurtle(): Map<string, string> {
  const names = new Map<string, string>()
  for (const [file, statements] of quads) {
    for (const { subject, predicate, object } of statements) {
      for (const term of [subject, predicate, object]) {
        const types = term.termType === 'Literal' ? [term.datatype.value] : [term.value]
        for (const value of types) if (prefixOf(value)) names.set(value, file)
      }
    }
  }
  return names
}

const used = new Map([...namesInTurtle(), ...namesInCode()].filter(([name]) => prefixOf(name) !== undefined))

describe('terms', () => {
  test('every own term that is used is defined, with labels and comments in both languages', () => {
    const defined = new Map<string, Quad[]>()
    for (const quad of quads.get('ontology.ttl')!) {
      defined.set(quad.subject.value, [...(defined.get(quad.subject.value) ?? []), quad])
    }
    const own = [...used].filter(([name]) => prefixOf(name) === 'annuaire')
    expect(own.length).toBeGreaterThanOrEqual(3)
    for (const [name, place] of own) {
      const statements = defined.get(name)
      expect(statements, `${name} of ${place}`).toBeDefined()
      for (const predicate of [iri('rdfs:label'), iri('rdfs:comment')]) {
        const languages = statements!
          .filter(quad => quad.predicate.value === predicate)
          .map(({ object }) => (object.termType === 'Literal' ? object.language : ''))
        expect(languages.sort(), `${predicate} of ${name}`).toEqual(['en', 'fr'])
      }
      expect(statements!.some(quad => quad.predicate.value === iri('rdfs:isDefinedBy'))).toBe(true)
    }
  })

  const standards = [...used].filter(([name]) => prefixOf(name) !== 'annuaire')
  let known: Set<string>
  beforeAll(async () => {
    const prefixes = [...new Set(standards.map(([name]) => prefixOf(name)!))].filter(
      prefix => !(prefix in LACKING),
    )
    const datasets = await vocabularies({ only: prefixes as never })
    known = new Set(MISSING.map(name => iri(name as never)))
    for (const dataset of Object.values(datasets)) {
      for (const { subject } of dataset as Iterable<Quad>) known.add(subject.value)
    }
  }, 60_000)

  test('every IRI taken from a standard exists there', () => {
    expect(standards.length).toBeGreaterThan(60)
    const missing = standards.filter(([name]) => {
      const prefix = prefixOf(name)!
      const local = name.slice(PREFIXES[prefix].length)
      const listed = LACKING[prefix]
      // The namespace itself is no term.
      return local !== '' && (listed ? !listed.includes(local) : !known.has(name))
    })
    expect(missing).toEqual([])
  })
})

describe('vocabulary', () => {
  let vocabulary: Vocabulary
  beforeAll(async () => {
    vocabulary = await loadVocabulary()
  })

  test('there are no blank nodes', () => {
    expect(turtleFiles).toContain('shapes.ttl')
    const blank = all.filter(quad =>
      [quad.subject, quad.object].some(({ termType }) => termType === 'BlankNode'),
    )
    expect(blank).toEqual([])
  })

  test.each([
    ['legal-forms', 22],
    ['missions', 12],
    ['audiences', 6],
    ['regions-2010', 26],
    ['regions-2016', 18],
    ['departements', 101],
    ['collectivites', 8],
  ])('the scheme %s has its %d concepts', (name, count) => {
    expect(vocabulary.schemes.get(name)!.concepts).toHaveLength(count)
  })

  test('every concept has a label; those that are no places have labels and definitions in both languages', () => {
    for (const [name, { concepts, title }] of vocabulary.schemes) {
      expect([title.fr, title.en].every(Boolean), name).toBe(true)
      expect(new Set(concepts.map(({ notation }) => notation)).size).toBe(concepts.length)
      for (const { prefLabel, definition, notation } of concepts) {
        const languages = name.startsWith('regions') || name === 'departements' ? ['fr'] : ['en', 'fr']
        expect(Object.keys(prefLabel).sort(), notation).toEqual(languages)
        if (languages.length === 2) expect(Object.keys(definition!).sort(), notation).toEqual(languages)
      }
    }
  })

  test('every scheme says in both languages what it is, where it is from and under which licence', () => {
    const licences = all
      .filter(({ object }) => object.value === iri('dcterms:LicenseDocument'))
      .map(({ subject }) => subject.value)
    for (const { iri: scheme, name } of vocabulary.schemes.values()) {
      const objects = (predicate: string) =>
        all
          .filter(quad => quad.subject.value === scheme && quad.predicate.value === predicate)
          .map(({ object }) => object)
      const languages = objects(iri('dcterms:description')).map(object =>
        object.termType === 'Literal' ? object.language : '',
      )
      expect(languages.sort(), name).toEqual(['en', 'fr'])
      expect(objects(iri('dcterms:license')).map(({ value }) => licences.includes(value))).toEqual([true])
      // What is translated or taken from others says so.
      const notes = [...objects(iri('skos:editorialNote')), ...objects(iri('dcterms:source'))]
      expect(notes.length, name).toBeGreaterThan(0)
    }
  })

  test('French texts are well set', () => {
    // Names are as their source writes them.
    const names = ['skos:prefLabel', 'skos:altLabel', 'skos:hiddenLabel'].map(name => iri(name as never))
    const texts = all.flatMap(({ predicate, object }) =>
      object.termType === 'Literal' && object.language === 'fr' && !names.includes(predicate.value)
        ? [object.value]
        : [],
    )
    expect(texts.length).toBeGreaterThan(100)
    expect(texts.flatMap(typographyFaults)).toEqual([])
  })

  test('every legal form says which classes its actors have, and stands in one of two collections', () => {
    const members = all
      .filter(({ predicate }) => predicate.value === iri('skos:member'))
      .map(({ object }) => object.value)
    const forms = vocabulary.schemes.get('legal-forms')!.concepts
    expect(members.sort()).toEqual(forms.map(form => form.iri).sort())
    for (const { organisationClasses, notation } of forms)
      expect(organisationClasses.length, notation).toBeGreaterThan(0)
  })

  test('matches lead to concepts that are shipped', () => {
    const cj = vocabulary.schemes.get('cj')!
    const matches = all.filter(
      ({ predicate, subject }) => /Match$/.test(predicate.value) && subject.value.includes('/legal-forms/'),
    )
    expect(matches.length).toBeGreaterThan(40)
    for (const { object } of matches) expect(cj.get(object.value), object.value).toBeDefined()
  })

  test('enums composed into the schema of the record equal their schemes', () => {
    const iris = (name: string) => vocabulary.schemes.get(name)!.concepts.map(concept => concept.iri)
    const schemes = {
      legalForm: iris('legal-forms'),
      legalCategory: iris('cj'),
      missions: iris('missions'),
      audiences: iris('audiences'),
    }
    const { properties } = schemaFor({ schemes, fields: [] }) as {
      properties: Record<string, { enum?: string[]; items?: { enum: string[] } }>
    }
    for (const [field, expected] of Object.entries(schemes)) {
      const { enum: values, items } = properties[field]!
      expect(values ?? items?.enum, field).toEqual(expected)
    }
  })
})
