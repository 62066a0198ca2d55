import { expect, test } from 'vitest'
import type { Actor } from '../../src/actor/actor.ts'
import { createOptOut, findUnmatchedOptOuts } from '../../src/actor/optOut.ts'

const ACTOR: Actor = {
  id: 'https://annuaire.example.org/id/acteur/abcdefghijklmnop#it',
  source: 'structures',
  key: 'LMN-008',
  name: 'Association fictive',
  siren: '732829320',
  siret: '73282932000074',
  rna: 'W751234567',
  email: 'contact@exemple.fr',
  otherIdentifiers: [{ scheme: 'RIDET', value: '0123456.001' }],
  sites: [{ key: '2', siret: '73282932000082', email: 'annexe@exemple.fr' }],
}

test.each([
  'LMN-008',
  ' lmn-008 ',
  '732829320',
  '732 829 320',
  '732829320 00074',
  'w 75 1234567',
  'Contact@Exemple.fr',
  'mailto:contact@exemple.fr',
  'https://annuaire.example.org/id/acteur/abcdefghijklmnop#it',
  'https://annuaire.example.org/id/acteur/abcdefghijklmnop',
  '0123456.001',
  '732 829 320 00082',
  'annexe@exemple.fr',
])('%j names the actor', identifier => {
  expect(createOptOut(['x', identifier])(ACTOR)).toBe(true)
  expect(findUnmatchedOptOuts(['x', identifier], [ACTOR])).toEqual([0])
})

test.each([
  // Another establishment of the same SIREN, the number of a site, a part of a key, the name.
  '73282932000090',
  '2',
  'LMN',
  'LMN008',
  'Association fictive',
  'exemple.fr',
  '',
  ' ',
])('%j does not', identifier => {
  expect(createOptOut([identifier])(ACTOR)).toBe(false)
  expect(findUnmatchedOptOuts([identifier], [ACTOR])).toEqual([0])
})

test('a SIREN names its own record, not that of an establishment', () => {
  const { siren, sites, ...establishment } = ACTOR
  expect(createOptOut(['732829320'])(establishment)).toBe(false)
  expect(createOptOut(['73282932000074'])({ ...ACTOR, siret: '73282932000090', sites: [] })).toBe(false)
})

test('an empty list names nobody', () => {
  expect(createOptOut([])(ACTOR)).toBe(false)
  expect(findUnmatchedOptOuts([], [ACTOR])).toEqual([])
})
