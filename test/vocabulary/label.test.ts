import { expect, test } from 'vitest'
import { normaliseLabel } from '../../src/vocabulary/label.ts'
import { fc } from '../fastCheck.ts'

test.each([
  ['SERVICE DE L’ÉTAT', "service de l'etat"],
  ['Chambre  consulaire\u00a0(CCI)', 'chambre consulaire cci'],
  ['Cœur et Æther', 'coeur et aether'],
  ['e-Éducation', 'E\u2011education'],
  ['Collectivite\u0301', 'COLLECTIVITÉ'],
])('%j and %j are one label', (a, b) => {
  expect(normaliseLabel(a)).toBe(normaliseLabel(b))
})

test.each([
  ['Association', 'Associations'],
  ['EPL', 'EPA'],
  ['2A', '2B'],
])('%j and %j are two', (a, b) => {
  expect(normaliseLabel(a)).not.toBe(normaliseLabel(b))
})

test('normalising is done once for all, and leaves single spaces between words', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      const label = normaliseLabel(text)
      expect(normaliseLabel(label)).toBe(label)
      expect(label).not.toMatch(/^ | {2}| $/)
    }),
  )
})
