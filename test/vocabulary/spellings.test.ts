import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { VocabularyError } from '../../src/errors.ts'
import { type Concept, defineScheme } from '../../src/vocabulary/concept.ts'
import { normaliseLabel } from '../../src/vocabulary/label.ts'
import { createMatcher } from '../../src/vocabulary/matcher.ts'
import { parseTerritoryIri, regionsSchemeAt, territoryIri } from '../../src/vocabulary/territories.ts'
import { loadVocabulary } from '../../src/vocabulary/vocabulary.ts'

const file = new URL('../../examples/oten-2010/acteurs.csv', import.meta.url)
const rows: Record<string, string>[] = parse(new TextDecoder('windows-1252').decode(readFileSync(file)), {
  delimiter: ';',
  columns: true,
})
const NO_ANSWER = ['', 'NC', 'n/c', '-']

describe('spellings of the example', async () => {
  const { schemes } = await loadVocabulary()

  test.each([
    ['Forme juridique', 'legal-forms'],
    ['Région', 'regions-2010'],
    ['Département', 'departements'],
    ['Missions', 'missions'],
    ['Publics', 'audiences'],
  ])('all values of the column %s are in the scheme %s', (column, name) => {
    const { match } = createMatcher(schemes.get(name)!)
    const values = rows.flatMap(row => row[column]!.split('|').map(value => value.trim()))
    expect(values.length).toBeGreaterThanOrEqual(400)
    expect(values.filter(value => !NO_ANSWER.includes(value) && !match(value))).toEqual([])
  })

  test('the regions of départements before 2016 are those of the example', () => {
    const departments = schemes.get('departements')!
    const regions = createMatcher(schemes.get('regions-2010')!)
    for (const { Région: region, Département: code } of rows) {
      expect(departments.byNotation(code!)!.parents, code).toContain(regions.match(region!)!.iri)
    }
    expect(new Set(rows.map(row => row.Département)).size).toBe(93)
  })

  test('every département is in one region of today and, but Mayotte, in one of 2010', () => {
    for (const { parents, notation } of schemes.get('departements')!.concepts) {
      const count = (name: string) => parents.filter(parent => schemes.get(name)!.get(parent)).length
      expect([count('regions-2010'), count('regions-2016')], notation).toEqual([
        notation === '976' ? 0 : 1,
        1,
      ])
    }
  })

  test('labels of a scheme are unambiguous, and each finds its concept', () => {
    for (const scheme of schemes.values()) {
      const { match } = createMatcher(scheme)
      for (const concept of scheme.concepts) {
        for (const label of [concept.notation, ...Object.values(concept.prefLabel), ...concept.altLabels]) {
          expect(match(label)).toBe(concept)
        }
      }
    }
  })
})

describe('matching', () => {
  const concept = (notation: string, ...labels: string[]): Concept => ({
    iri: `https://example.org/${notation}`,
    notation,
    prefLabel: { fr: labels[0]! },
    altLabels: labels.slice(1),
    hiddenLabels: [],
    organisationClasses: [],
    parents: [],
  })
  const scheme = (...concepts: Concept[]) =>
    defineScheme({ name: 's', iri: 'https://example.org/s', title: { fr: 's', en: 's' }, concepts })

  test.each([
    ['SERVICE DE L’ÉTAT', "service de l'etat"],
    ['Chambre  consulaire\u00a0(CCI)', 'chambre consulaire cci'],
    ['cœur', 'coeur'],
    ['e-Éducation', 'E education'],
  ])('%j and %j are one label', (a, b) => {
    expect(normaliseLabel(a)).toBe(normaliseLabel(b))
  })

  test('normalising is done once for all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        expect(normaliseLabel(normaliseLabel(text))).toBe(normaliseLabel(text))
      }),
    )
  })

  test('candidates are the similar ones, best first, and never a match', () => {
    const matcher = createMatcher(
      scheme(concept('a', 'Association'), concept('b', 'Associé'), concept('c', 'Commune')),
    )
    expect(matcher.match('Asociation')).toBeUndefined()
    expect(matcher.nearest('Asociation').map(({ notation }) => notation)).toEqual(['a', 'b'])
    expect(matcher.nearest('zzz')).toEqual([])
  })

  test('two concepts with one label are an error that names them', () => {
    expect(() => createMatcher(scheme(concept('a', 'X'), concept('b', 'x!')))).toThrow(VocabularyError)
    expect(() => createMatcher(scheme(concept('a', 'X'), concept('b', 'x!')))).toThrow(/"a" and "b".*"x"/)
  })
})

describe('territories', () => {
  test.each([
    ['region', '02'],
    ['departement', '2A'],
    ['departement', '974'],
    ['commune', '2B166'],
    ['commune', '97412'],
  ] as const)('%s %s has an IRI, and back', (level, code) => {
    expect(parseTerritoryIri(territoryIri(level, code))).toEqual({ level, code })
  })

  test.each([
    ['region', '2'],
    ['departement', '1'],
    ['commune', '1001'],
    ['commune', '"><'],
  ] as const)('%s %j is no code', (level, code) => {
    expect(() => territoryIri(level, code)).toThrow(VocabularyError)
  })

  test('regions change on 1 January 2016', () => {
    expect([regionsSchemeAt('2015-12-31'), regionsSchemeAt('2016-01-01')]).toEqual([
      'regions-2010',
      'regions-2016',
    ])
  })
})
