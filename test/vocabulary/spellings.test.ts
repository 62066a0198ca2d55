import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { createMatcher } from '../../src/vocabulary/matcher.ts'
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

/** The forms as the study lists them, in its footnote 2. */
const STUDY: readonly (readonly [string, string])[] = [
  ['Associations', 'association'],
  ['Collectivités Territoriales', 'collectivite-territoriale'],
  ['Agences Régionales', 'agence-regionale'],
  ['Agences Départementales', 'agence-departementale'],
  ['Services de l’Etat', 'service-etat'],
  ['Syndicats Mixtes', 'syndicat-mixte'],
  ['Sociétés d’Economie Mixte', 'sem'],
  ['Chambres Consulaires', 'chambre-consulaire'],
  ['Comités d’Expansion', 'comite-expansion'],
  ['Centre Européen d’Entreprises et d’Innovation', 'ceei'],
  ['Groupement Européen d’Intérêt Economique', 'geie'],
  ['CRITT', 'critt'],
  ['Clusters', 'cluster'],
  ['EPCI', 'epci'],
  ['Etablissement Public Local', 'epl'],
  ['Etablissement Publics administratif', 'epa'],
  ['Société Coopérative d’Intérêt Collectif', 'scic'],
  ['Groupement d’Intérêt Public', 'gip'],
  ['CRDP', 'crdp'],
  ['Société Délégataire', 'societe-delegataire'],
  ['Groupement d’Intérêt Scientifique', 'gis'],
  ['Service Universitaire', 'service-universitaire'],
]

describe('spellings of the study', async () => {
  const scheme = (await loadVocabulary()).schemes.get('legal-forms')!
  const { match } = createMatcher(scheme)

  test.each(STUDY)('%s is %s', (spelling, notation) => {
    expect(match(spelling)?.notation).toBe(notation)
  })

  test('the scheme has the forms of the study, in its order, and no others', () => {
    expect(scheme.concepts.map(({ notation }) => notation)).toEqual(STUDY.map(([, notation]) => notation))
  })
})
