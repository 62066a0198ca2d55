import { beforeAll, describe, expect, test } from 'vitest'
import type { DimensionValue } from '../../../src/statistics/statistic.ts'
import { toSentence } from '../../../src/statistics/words/sentence.ts'
import { type LanguageWording, WORDING } from '../../../src/statistics/words/wording.ts'
import type { Concept } from '../../../src/vocabulary/concept.ts'
import { loadVocabulary, type Vocabulary } from '../../../src/vocabulary/vocabulary.ts'
import { typographyFaults } from '../../frenchTypography.ts'
import { observation, table } from './tables.ts'

let vocabulary: Vocabulary
beforeAll(async () => {
  vocabulary = await loadVocabulary()
})

const SCHEMES = [
  ['legalForm', 'legal-forms'],
  ['legalCategory', 'cj'],
  ['mission', 'missions'],
  ['audience', 'audiences'],
] as const

const TERRITORIES = [
  ['seatRegion', 'regions-2010'],
  ['coveredRegion', 'regions-2016'],
  ['seatDepartment', 'departements'],
] as const

function valuesOf(scheme: string): readonly DimensionValue[] {
  return [...vocabulary.schemes.get(scheme)!.concepts.values()].map(toValue)
}

function toValue({ iri, notation, prefLabel }: Concept): DimensionValue {
  return { code: notation, label: prefLabel.fr ?? notation, iri }
}

/** Of many, of one, of none, and of the only one: a sentence each. */
function sentencesOn(dimension: string, value: DimensionValue, language: 'fr' | 'en'): string[] {
  const counts = [
    [12, 30],
    [1, 30],
    [0, 30],
    [0, 1],
  ] as const
  return counts.map(([n, base]) =>
    toSentence(table([dimension]), observation([value], n, base), { language }),
  )
}

describe.each(SCHEMES)('%s', (dimension, scheme) => {
  test.each(['fr', 'en'] as const)(
    'every concept of the shipped scheme has words of its own: %s',
    language => {
      const values = valuesOf(scheme)
      expect(values.length).toBeGreaterThan(5)
      const said = values.map(value => sentencesOn(dimension, value, language))
      for (const sentences of said) for (const text of sentences) expect(text).not.toMatch(/[«“{}|]/)
      expect(new Set(said.map(([text]) => text)).size).toBe(new Set(values.map(({ label }) => label)).size)
      if (language === 'fr') expect(said.flat().flatMap(typographyFaults)).toEqual([])
    },
  )

  test('no wording is of a concept that there is not', () => {
    const iris = valuesOf(scheme).map(({ iri }) => iri)
    for (const { dimensions } of Object.values<LanguageWording>(WORDING)) {
      expect(Object.keys(dimensions[dimension]!.values!).sort()).toEqual([...iris].sort())
    }
  })
})

describe('a French noun has the article and the forms of its gender', () => {
  test.each([
    ['association', 'aucune association', 'n’est pas une association'],
    ['service-etat', 'aucun service de l’État', 'n’est pas un service de l’État'],
    ['sem', 'aucune société d’économie mixte', 'n’est pas une société d’économie mixte'],
    ['gip', 'aucun groupement d’intérêt public', 'n’est pas un groupement d’intérêt public'],
  ])('%s', (code, none, isNot) => {
    const value = valuesOf('legal-forms').find(one => one.code === code)!
    expect(sentencesOn('legalForm', value, 'fr')[3]).toContain(isNot)
    const within = table(['legalForm', 'foundingYear'])
    const year = { code: '1998', label: '1998' }
    expect(toSentence(within, observation([value, year], 0, 0))).toContain(none)
  })
})

describe('territories', () => {
  test.each(TERRITORIES)('%s: each has a preposition, and is called by its name', (dimension, scheme) => {
    for (const value of valuesOf(scheme)) {
      const [text] = sentencesOn(dimension, value, 'fr')
      const name = value.label.replaceAll("'", '’')
      expect(text).toMatch(new RegExp(`(?:en|à|dans (?:le|la|les)) ${name} \\(|dans l’${name} \\(`))
      expect(typographyFaults(text!)).toEqual([])
      expect(Object.keys(WORDING.fr.places)).toContain(value.iri!.replace(/^.*\//, ''))
    }
  })

  test('no preposition is of a territory that there is not', () => {
    const iris = TERRITORIES.flatMap(([, scheme]) =>
      valuesOf(scheme).map(({ iri }) => iri!.replace(/^.*\//, '')),
    )
    const places = Object.keys(WORDING.fr.places).filter(key => !key.includes(' '))
    expect(places.sort()).toEqual([...new Set(iris)].sort())
  })
})
