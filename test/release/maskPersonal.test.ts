import { expect, test } from 'vitest'
import { maskAll, maskPersonal } from '../../src/release/maskPersonal.ts'

test.each([
  ['Écrire à jeanne.martin@example.org.', 'Écrire à […]'],
  ['06 12 34 56 78', '[…]'],
  ['tél. 06.12.34.56.78 ou +33 6 12 34 56 78', 'tél. […] ou […]'],
  ['0612345678', '[…]'],
  ['Jeanne Martin', '[…]'],
  ['MARTIN Jean-Pierre', '[…]'],
  ['Hélène Le Goff ; Accueil', '[…] ; Accueil'],
  [
    '«\u00a0Jeanne Martin\u00a0» n’est pas une forme juridique.',
    '«\u00a0[…]\u00a0» n’est pas une forme juridique.',
  ],
  ['"Jeanne Martin" is no legal form', '"[…]" is no legal form'],
  ['Contact : Jeanne Martin, 06 12 34 56 78', 'Contact : […], […]'],
  ['Demander Mme Marie de La Tour au guichet', 'Demander […] au guichet'],
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
  'Rue Mme de Sévigné',
  '12 rue Jean Moulin',
  'Médiathèque Jean Moulin',
  'Ille-et-Vilaine',
  'Saint Martin',
  'Une association de Jeanne Martin et des autres',
])('%j stays', text => {
  expect(maskPersonal(text)).toBe(text)
})

test('all texts of a value are masked, and nothing else is changed', () => {
  expect(maskAll({ a: ['x@y.example', 3, null], b: { c: true } })).toEqual({
    a: ['[…]', 3, null],
    b: { c: true },
  })
})

test('a very long text is answered: were it in quadratic time, not before the test has to end', () => {
  for (const part of [
    'M. ',
    'M. A',
    'Jean Dupont ',
    'Jean ',
    '"Jean',
    'Aa',
    'rue M. Martin ',
    ', Jean Dupont',
  ])
    expect(maskPersonal(part.repeat(200_000))).toBeTypeOf('string')
})
