import { expect, test } from 'vitest'
import { formatNumber, formatShare, formatShareOf } from '../../../src/statistics/words/numbers.ts'

test.each([
  [1234567.5, {}, '1\u202F234\u202F567,5', '1,234,567.5'],
  [999, {}, '999', '999'],
  [1000, {}, '1\u202F000', '1,000'],
  [-12.345, {}, '\u221212,35', '\u221212.35'],
  [0, {}, '0', '0'],
  [34.5, { decimals: 2, isFixed: true }, '34,50', '34.50'],
  [
    1e21,
    {},
    '1\u202F000\u202F000\u202F000\u202F000\u202F000\u202F000\u202F000',
    '1,000,000,000,000,000,000,000',
  ],
  [1e-7, { decimals: 9 }, '0,0000001', '0.0000001'],
])('the number %d', (number, options, french, english) => {
  expect(formatNumber(number, 'fr', options)).toBe(french)
  expect(formatNumber(number, 'en', options)).toBe(english)
})

test('a share has as many decimals as its rounding says', () => {
  expect(formatShare(56.8889, 'fr')).toBe('56,9\u00A0%')
  expect(formatShare(50, 'en')).toBe('50.0%')
  expect(formatShare(56.8889, 'fr', { decimals: 0, mode: 'truncate' })).toBe('56\u00A0%')
})

test('of an observation, it is as exact as what is known', () => {
  expect(formatShareOf({ n: 128, base: 225, share: 56.8889 }, 'en')).toBe('56.9%')
  expect(formatShareOf({ n: 15, base: 30, share: 50 }, 'en')).toBe('50.0%')
  expect(formatShareOf({ n: 30, base: 30, share: 100 }, 'en')).toBe('100%')
  expect(formatShareOf({ n: 0, base: 30, share: 0 }, 'en')).toBe('0%')
  expect(formatShareOf({ n: null, base: null, share: 70 }, 'fr')).toBe('70\u00A0%')
  expect(formatShareOf({ n: null, base: null, share: 13.5 }, 'fr')).toBe('13,5\u00A0%')
  expect(formatShareOf({ n: 3, base: 225, share: null }, 'fr')).toBeNull()
})
