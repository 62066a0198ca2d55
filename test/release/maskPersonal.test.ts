import { expect, test } from 'vitest'
import { maskAll, maskPersonal } from '../../src/release/maskPersonal.ts'

test.each([
  ['Écrire à jeanne.martin@example.org.', 'Écrire à […]'],
  ['06 12 34 56 78', '[…]'],
  ['tél. 06.12.34.56.78 ou +33 6 12 34 56 78', 'tél. […] ou […]'],
  ['0612345678', '[…]'],
])('%j becomes %j', (text, masked) => {
  expect(maskPersonal(text)).toBe(masked)
})

test.each([
  'Assoc. loi 1901',
  '17/02/2010',
  '2010-02-17',
  '46,73971',
  'W751234567',
  '97412',
  'https://example.org/0612345678',
])('%j stays', text => {
  expect(maskPersonal(text)).toBe(text)
})

test('all texts of a value are masked, and nothing else is changed', () => {
  expect(maskAll({ a: ['x@y.example', 3, null], b: { c: true } })).toEqual({
    a: ['[…]', 3, null],
    b: { c: true },
  })
})
