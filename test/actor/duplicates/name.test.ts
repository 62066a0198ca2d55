import { expect, test } from 'vitest'
import { buildCorpus } from '../../../src/actor/duplicates/corpus.ts'
import { compareNames, isAcronym } from '../../../src/actor/duplicates/name.ts'
import { record } from './actors.ts'

// In this directory, “France services” is what most are called.
const common = Array.from({ length: 200 }, (_, index) =>
  record(`c/${index}`, { name: `France services ${index}` }),
)
const names = (...values: string[]) =>
  buildCorpus([...common, ...values.map((name, index) => record(`n/${index}`, { name }))])
    .profiles.slice(common.length)
    .map(profile => profile.names[0]!)
const similarity = (a: string, b: string) => {
  const [one, other] = names(a, b)
  const compared = compareNames(one!, other!, () => false).similarity
  expect(compareNames(other!, one!, () => false).similarity).toBeCloseTo(compared, 12)
  return compared
}

test('words in another order, joined, or in other letters are the same', () => {
  expect(similarity('Cyber-espace La Turbine', 'LA TURBINE (cyber espace)')).toBe(1)
  expect(similarity('Micro-informatique Allonnaise', 'microinformatique allonnaise')).toBe(1)
  expect(similarity('L’Œuvre d’Évreux', "L'oeuvre d'Evreux")).toBe(1)
})

test('what most are called tells less than what one is called', () => {
  expect(similarity('France services Guise', 'France services Ribemont')).toBeLessThan(0.5)
  expect(similarity('France services Guise', 'Point relais Guise')).toBeGreaterThan(
    similarity('France services Guise', 'France services Ribemont'),
  )
})

test('mistyped words are nearly the same, numbers never', () => {
  expect(similarity('Médiathèque Toussaint', 'Médiateque Toussaint')).toBeGreaterThan(0.9)
  expect(similarity('Médiathèque Toussaint', 'Médiathèque Tousasint')).toBeGreaterThan(0.9)
  expect(similarity('Association fictive 0010', 'Association fictive 0011')).toBeLessThan(0.5)
})

test('a name within another is similar where it tells something, and no evidence against where not', () => {
  expect(similarity('Turbine', 'Cyber-espace de la Turbine')).toBeGreaterThanOrEqual(0.7)
  expect(similarity('France services', 'France services – Relais du Sancy')).toBeCloseTo(0.5, 1)
})

test('initials', () => {
  const [short, long, other] = names('AMIA', 'Association Micro-informatique Allonnaise', 'Amicale laïque')
  expect(isAcronym(short!, long!)).toBe(true)
  expect(isAcronym(long!, short!)).toBe(true)
  expect(isAcronym(short!, other!)).toBe(false)
})
