import { describe, expect, test } from 'vitest'
import { chooseKey } from '../../src/proposal/chooseKey.ts'
import { tableOf, times } from './table.ts'

const NAMES = ['Alpha', 'Beta', 'Gamma', 'Delta']

describe('a key of one column', () => {
  test.each<[string, Record<string, readonly string[]>, string]>([
    ['the identifier before the name', { Nom: NAMES, Identifiant: ['a1', 'a2', 'b1', 'b7'] }, 'Identifiant'],
    ['the name where the identifier has gaps', { id: ['1', '', '3', '4'], Nom: NAMES }, 'Nom'],
    ['the name where the identifier repeats', { id: ['1', '1', '3', '4'], Nom: NAMES }, 'Nom'],
    ['the name rather than a measure', { x: ['1,5', '2,5', '3,5', '4,5'], Nom: NAMES }, 'Nom'],
    ['codes in capitals', { local: ['BAS', 'BBD', 'BDF', 'BEN'], name: NAMES }, 'local'],
    ['never an address of persons', { email: times(4, n => `a${n}@b.example`), Nom: NAMES }, 'Nom'],
    [
      'never what is nobody’s business',
      { 'Numéro de sécurité sociale': ['1850', '1851', '2900', '2901'], Nom: NAMES },
      'Nom',
    ],
    ['the name before row numbers', { '#1': ['1', '2', '3', '4'], Nom: NAMES }, 'Nom'],
  ])('%s', (_, columns, expected) => expect(chooseKey(tableOf(columns)).columns).toEqual([expected]))

  test('an identifier that only counts the rows is said to', () => {
    const { columns, why } = chooseKey(tableOf({ id: ['1', '2', '3', '4'], Nom: NAMES }))
    expect(columns).toEqual(['id'])
    expect(why.confidence).toBeLessThan(0.7)
    expect(why.reason.fr).toContain('numéro de ligne')
  })
})

describe('a key of several columns', () => {
  test('the fewest that are unique together', () => {
    const { columns, why } = chooseKey(
      tableOf({
        Nom: ['A', 'A', 'B', 'B'],
        Adresse: ['rue 1', 'rue 2', 'rue 1', 'rue 2'],
        Ville: ['X', 'X', 'X', 'X'],
      }),
    )
    expect(columns).toEqual(['Nom', 'Adresse'])
    expect(why.reason.en).toContain('together')
  })

  test('rows that repeat another exactly do not count', () => {
    const sample = tableOf({ Nom: ['A', 'A', 'B'], Ville: ['X', 'X', 'Y'] })
    expect(sample.duplicates).toBe(1)
    expect(chooseKey(sample).columns).toEqual(['Nom'])
  })

  test('where nothing is unique, it is said how many rows clash', () => {
    const { why } = chooseKey(
      tableOf({ Mail: ['a@b.example', 'c@d.example', 'e@f.example'], Nom: ['A', 'A', 'A'] }),
    )
    expect(why.confidence).toBeLessThan(0.3)
    expect(why.reason.fr).toContain('2 lignes')
  })
})
