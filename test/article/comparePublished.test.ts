import { expect, test } from 'vitest'
import type { PublishedFigure } from '../../src/article/article.ts'
import { comparePublished, type Verdict } from '../../src/article/comparePublished.ts'
import { row, tableOf } from './articleInput.ts'

const TABLES = new Map([
  [
    'forms',
    tableOf([row('a', 128, 225), row('b', 64, 128), row('c', 1, 3), row('d', 2, 3), row('none', 0, 3)]),
  ],
  ['kept', tableOf([{ ...row('a', null, null), isSuppressed: true }, row('b', 8, 12)], { id: 'kept' })],
  ['shares', tableOf([{ ...row('a', null, null), share: 13.5 }], { id: 'shares' })],
])

const figure = (code: string, value: number, more: Partial<PublishedFigure> = {}): PublishedFigure => ({
  statistic: 'forms',
  at: { legalForm: code },
  value,
  ...more,
})

test.each<[string, PublishedFigure, Verdict]>([
  ['a share with all its digits', figure('b', 50), 'same'],
  ['56 for 56.9', figure('a', 56), 'truncated'],
  ['57 for 56.9', figure('a', 57), 'rounded'],
  ['56.8 for 56.88', figure('a', 56.8), 'truncated'],
  ['56.9 for 56.88', figure('a', 56.9), 'rounded'],
  ['56.8889 for a fraction without end', figure('a', 56.8889), 'rounded'],
  ['33 for a third', figure('c', 33), 'digits'],
  ['truncated, but the source is said to round', figure('a', 56, { rounding: 'half-up' }), 'unexplained'],
  ['rounded, but the source is said to truncate', figure('a', 57, { rounding: 'truncate' }), 'unexplained'],
  ['near, in words', figure('c', 35, { isApproximate: true }), 'approximate'],
  ['not near, in words', figure('c', 40, { isApproximate: true }), 'unexplained'],
  ['near, but told as a number', figure('c', 35), 'unexplained'],
  ['other, with a reason', figure('c', 40, { reason: { en: 'Another base.' } }), 'explained'],
  ['the count', figure('a', 128, { measure: 'n' }), 'same'],
  ['another count', figure('a', 127, { measure: 'n' }), 'unexplained'],
  ['the base', figure('a', 225, { measure: 'base' }), 'same'],
  ['those who did not answer', figure('a', 3, { measure: 'missing' }), 'same'],
  ['the first', figure('a', 1, { measure: 'rank' }), 'same'],
  ['the third', figure('d', 3, { measure: 'rank' }), 'same'],
  ['values that somebody has', { statistic: 'forms', measure: 'values', value: 4 }, 'same'],
  ['a cell that there is not', figure('z', 50), 'unknown'],
  ['a figure that is kept back', figure('a', 50, { statistic: 'kept' }), 'unknown'],
  [
    'a rank among figures that are kept back',
    figure('b', 1, { statistic: 'kept', measure: 'rank' }),
    'unknown',
  ],
  ['a number of values, some kept back', { statistic: 'kept', measure: 'values', value: 2 }, 'unknown'],
  ['a share without counts', figure('a', 13.5, { statistic: 'shares' }), 'same'],
  ['a share without counts, truncated', figure('a', 13, { statistic: 'shares' }), 'truncated'],
  ['a table that there is not', figure('a', 50, { statistic: 'gone' }), 'unknown'],
])('%s', (_, published, verdict) => {
  expect(comparePublished(published, TABLES).verdict).toBe(verdict)
})
