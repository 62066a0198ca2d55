import { expect, test } from 'vitest'
import { excerpt } from '../../src/validation/excerpt.ts'

test('a value is shown as it is, in 200 code points at most', () => {
  expect(excerpt('😀'.repeat(200))).toBe('😀'.repeat(200))
  expect(excerpt('😀'.repeat(201))).toBe(`${'😀'.repeat(199)}…`)
  expect(excerpt(3.5)).toBe('3.5')
  expect(excerpt(['a', 'b'])).toBe('["a","b"]')
  expect(excerpt(undefined)).toBe('undefined')
})
