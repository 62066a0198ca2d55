import { expect, test } from 'vitest'
import {
  balanceText,
  cleanText,
  isolate,
  widthOf,
  wrapText,
} from '../../../src/statistics/chart/chartText.ts'
import { fc } from '../../fastCheck.ts'

const words = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), { minLength: 1 })
const texts = words.map(some => cleanText(some.join(' ')))

test('lines have all of a text, and are no wider than they may be', () => {
  fc.assert(
    fc.property(texts, fc.integer({ min: 40, max: 300 }), (text, width) => {
      for (const wrap of [wrapText, balanceText]) {
        const lines = wrap(text, width, 12)
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
        for (const line of lines) {
          const graphemes = [...new Intl.Segmenter().segment(line)]
          if (graphemes.length > 1) expect(widthOf(line, 12)).toBeLessThanOrEqual(width + 1e-6)
        }
      }
      expect(balanceText(text, width, 12)).toHaveLength(wrapText(text, width, 12).length)
    }),
    { seed: 5 },
  )
})

test('a text that needs more lines than it may have ends with an ellipsis', () => {
  const long = 'Établissement public de coopération intercommunale '.repeat(10).trim()
  const lines = wrapText(long, 150, 12, 3)
  expect(lines).toHaveLength(3)
  expect(lines.at(-1)).toMatch(/…$/)
  for (const line of lines) expect(widthOf(line, 12)).toBeLessThanOrEqual(150)
  expect(wrapText('Association', 150, 12, 3)).toEqual(['Association'])
})

test('lines are about as wide as each other', () => {
  const label = 'ICT expertise, project support, methodological help'
  expect(wrapText(label, 260, 12)).toEqual(['ICT expertise, project support, methodological', 'help'])
  expect(balanceText(label, 260, 12)).toEqual(['ICT expertise, project', 'support, methodological help'])
})

test('accents have no width of their own, and wide characters have theirs', () => {
  expect(widthOf('éàÉ', 12)).toBe(widthOf('eaE', 12))
  expect(widthOf('e\u0301', 12)).toBe(widthOf('e', 12))
  expect(widthOf('中', 12)).toBeGreaterThan(widthOf('m', 12))
})

test('what XML lacks and what turns the direction of others is not in an image', () => {
  expect(cleanText(' a\u0000\n b\ud800\uffff\u202e\u2067c ')).toBe('a b\ufffd\ufffdc')
  expect(cleanText('56,9\u00a0%')).toBe('56,9\u00a0%')
  expect(isolate('Association')).toBe('Association')
  expect(isolate('עברית')).toBe('\u2068עברית\u2069')
})
