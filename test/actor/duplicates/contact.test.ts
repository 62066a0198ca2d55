import { expect, test } from 'vitest'
import { normaliseEmail, normalisePhone, normaliseSite } from '../../../src/actor/duplicates/contact.ts'

test.each([
  ['02 41 43 28 13', '0241432813'],
  ['+33 2 41 43 28 13', '0241432813'],
  ['+33 (0)2.41.43.28.13', '0241432813'],
  ['0033241432813', '0241432813'],
  ['+687 25 60 80', '687256080'],
  ['06 00 00 00 00', undefined],
  ['17', undefined],
  ['sur rendez-vous', undefined],
])('telephone %j', (text, expected) => {
  expect(normalisePhone(text)).toBe(expected)
})

test.each([
  ['https://www.arqa.fr/', 'arqa.fr'],
  ['http://arqa.fr', 'arqa.fr'],
  ['arqa.fr/index.html', 'arqa.fr'],
  ['https://www.angers.fr/guide/43/', 'angers.fr/guide/43'],
  ['https://Mairie.example.org/?lieu=3#haut', 'mairie.example.org?lieu=3'],
  ['https://facebook.com/amia', 'facebook.com/amia'],
  ['néant', undefined],
  ['http://', undefined],
  ['localhost', undefined],
])('web address %j', (text, expected) => {
  expect(normaliseSite(text)).toBe(expected)
})

test.each([
  [' Contact@ARQA.fr ', 'contact@arqa.fr'],
  ['contact', undefined],
  [`${'a@'.repeat(100_000)}`, undefined],
])('e-mail address %#', (text, expected) => {
  expect(normaliseEmail(text)).toBe(expected)
})
