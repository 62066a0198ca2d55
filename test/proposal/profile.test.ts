import { describe, expect, test } from 'vitest'
import { distinctShare, filledShare, profileColumn, shareOf } from '../../src/proposal/profile.ts'
import { takeApart } from '../../src/proposal/separators.ts'

test('values are trimmed and counted; empty cells and null markers are none', () => {
  const profile = profileColumn('c', 0, [' a ', 'b', 'a', '', undefined, 'NC', 'n/c', '-'])
  expect([...profile.values]).toEqual([
    ['a', 2],
    ['b', 1],
  ])
  expect([profile.rows, profile.filled, profile.occurrences]).toEqual([8, 3, 3])
  expect([...profile.nullMarkers.keys()]).toEqual(['NC', 'n/c', '-'])
  expect(filledShare(profile)).toBe(3 / 8)
  expect(distinctShare(profile)).toBe(2 / 3)
  expect(shareOf(profile, text => text === 'a')).toBe(2 / 3)
})

test('an empty column has shares of nothing', () => {
  const profile = profileColumn('c', 0, ['', undefined])
  expect([filledShare(profile), distinctShare(profile), shareOf(profile, () => true)]).toEqual([0, 0, 0])
  const none = profileColumn('c', 0, [])
  expect(filledShare(none)).toBe(0)
})

test('the cells of a list count one by one', () => {
  const profile = profileColumn('c', 0, [['a', 'b', ''], ['a'], []])
  expect(profile).toMatchObject({ isList: true, filled: 2, occurrences: 3, mostPerCell: 2 })
})

test.each([
  ['from 1', ['1', '2', '3'], true],
  ['from 0', ['0', '1', '2'], true],
  ['with a gap', ['1', '2', '4'], false],
  ['from 5', ['5', '6', '7'], false],
  ['of codes', ['01', '02', '03'], false],
])('row numbers %s', (_, cells, expected) => {
  expect(profileColumn('c', 0, cells).countsRows).toBe(expected)
})

describe('cells are lists only where the pieces recur', () => {
  const apart = (cells: readonly string[]) => takeApart(profileColumn('c', 0, cells))

  test('of one separator', () => {
    const { separators, counts } = apart(['a | b', 'b | a', 'a', 'b', 'a | c', 'c'])
    expect(separators).toEqual(['|'])
    expect([...counts]).toEqual([
      ['a', 4],
      ['b', 3],
      ['c', 2],
    ])
  })

  test('of two separators', () => {
    const { separators, counts } = apart(['x;y', 'y;x', 'x\nz', 'z;y;x', 'x', 'y', 'z', 'y\nx', 'x;z\ny'])
    expect(new Set(separators)).toEqual(new Set([';', '\n']))
    expect([...counts.keys()].sort()).toEqual(['x', 'y', 'z'])
  })

  test('a comma within a label is none', () => {
    const labels = ['Santé, accès aux soins', 'Logement', 'Santé, accès aux soins', 'Logement', 'Emploi']
    expect(apart(labels).separators).toEqual([])
  })

  test('neither are those of sentences', () => {
    const sentences = ['Un lieu ouvert, calme, gai.', 'Des cours, des ateliers.', 'Rien, ou presque.']
    expect(apart(sentences).separators).toEqual([])
  })
})
