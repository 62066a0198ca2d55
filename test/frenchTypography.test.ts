import { expect, test } from 'vitest'
import { typographyFaults } from './frenchTypography.ts'

test.each([
  'Attention\u00a0: «\u00a0oui\u00a0» ou «\u00a0non\u00a0»\u202f?',
  '56,9\u00a0% des acteurs (https://example.org/a;b) sont des cv:PublicOrganisation…',
  'L’heure est 10:30.',
])('%s is well set', text => {
  expect(typographyFaults(text)).toEqual([])
})

test.each([
  'Attention :',
  'Attention:',
  'Quoi?',
  'Quoi ?',
  '56 %',
  '56%',
  '« oui\u00a0»',
  '«\u00a0oui »',
  "l'heure",
  '"a"',
  'a...',
])('%s is not', text => {
  expect(typographyFaults(text)).not.toEqual([])
})
