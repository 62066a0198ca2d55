import { expect, test } from 'vitest'
import { growColumns, nameColumns, positionName } from '../../src/sources/header.ts'
import { fc } from '../fastCheck.ts'

test.each<[string, string[][], string[]]>([
  ['trimmed and composed', [[' Nom ', 'Re\u0301gion']], ['Nom', 'R\u00e9gion']],
  ['told apart by position', [['a', '', 'a']], ['a', '#2', 'a #3']],
  [
    'told apart from names that look like positions',
    [['#2', '', 'a #4', 'a', 'a']],
    ['#2', '#2 #2', 'a #4', 'a', 'a #5'],
  ],
  ['none without a header', [], []],
  [
    'groups, carried to the right and alone above an empty cell',
    [
      ['Nom', 'Adresse', '', 'Contact'],
      ['', 'Rue', 'Ville', ''],
    ],
    ['Nom', 'Adresse / Rue', 'Adresse / Ville', 'Contact'],
  ],
  [
    'names alone under no group',
    [
      ['', 'B'],
      ['a', 'b', 'c'],
    ],
    ['a', 'B / b', 'B / c'],
  ],
])('names are %s', (_, rows, names) => {
  expect(nameColumns(rows)).toEqual(names)
})

test('columns beyond the header are called by their positions', () => {
  const columns = ['a', '#3']
  growColumns(columns, 4)
  expect(columns).toEqual(['a', '#3', '#3 #3', '#4'])
  expect(positionName(3)).toBe('#4')
})

test('whatever the header, no two columns have one name', () => {
  const cell = fc.constantFrom('', 'a', ' a', '#1', '#2', 'a #2', 'a #3', 'b')
  fc.assert(
    fc.property(fc.array(fc.array(cell), { maxLength: 2 }), fc.nat(12), (rows, count) => {
      const columns = nameColumns(rows)
      growColumns(columns, count)
      expect(new Set(columns).size).toBe(columns.length)
      expect(columns.length).toBe(Math.max(count, ...rows.map(row => row.length)))
    }),
  )
})
