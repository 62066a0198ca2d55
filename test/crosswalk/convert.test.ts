import { describe, expect, test } from 'vitest'
import { convert } from '../../src/crosswalk/convert.ts'

describe('dates', () => {
  test.each([
    ['2010-02-17', '2010-02-17'],
    ['2010/02/17', '2010-02-17'],
    ['2010-02-17T10:00:00Z', '2010-02-17'],
    ['17/02/2010', '2010-02-17'],
    ['7-2-2010', '2010-02-07'],
    ['17.02.2010', '2010-02-17'],
    ['17 février 2010', '2010-02-17'],
    ['1er Août 2010', '2010-08-01'],
    ['29/02/2008', '2008-02-29'],
  ])('%s', (text, value) => {
    expect(convert(text, 'date')).toEqual({ value, repairs: [] })
  })

  // A year of two digits, or a month first, would have to be guessed.
  test.each(['17/02/10', '02/17/2010', '30/02/2010', '29/02/2010', '17 brumaire 2010', 'hier', '2010'])(
    '%s is none',
    text => {
      expect(convert(text, 'date')).toHaveProperty('expected')
    },
  )

  test('a year will do where only a year is asked for', () => {
    expect(convert('1998', 'dateOrYear')).toEqual({ value: '1998', repairs: [] })
    expect(convert('98', 'dateOrYear')).toHaveProperty('expected')
  })
})

describe('numbers', () => {
  test.each([
    ['46,73971', 46.73971],
    ['-61.13204', -61.13204],
    ['0', 0],
  ])('%s', (text, value) => {
    expect(convert(text, 'decimal')).toEqual({ value, repairs: [] })
  })

  test.each(['29 204', '29\u00a0204', '29\u202f204'])('thousands apart, %j', text => {
    expect(convert(text, 'integer')).toEqual({ value: 29204, repairs: ['strip-separators'] })
  })

  test.each(['1e5', 'douze', '1,2,3', '1 2', '--1', '12,'])('%s is none', text => {
    expect(convert(text, 'decimal')).toHaveProperty('expected')
  })

  test('a whole number has no decimals', () => {
    expect(convert('1,5', 'integer')).toHaveProperty('expected')
  })
})

describe('web addresses', () => {
  test('a bare host gets its scheme, and the log says so', () => {
    expect(convert('www.example.org/a?b=c', 'iri')).toEqual({
      value: 'https://www.example.org/a?b=c',
      repairs: ['add-scheme'],
    })
    expect(convert('http://example.org', 'iri')).toEqual({ value: 'http://example.org', repairs: [] })
  })

  test.each([
    'https://a b.example',
    'javascript:alert(1)',
    'ftp://example.org',
    'https://example.org/"><script>',
    'https://example.org/{id}',
    'aucun',
    'https://',
    'a@example.org',
  ])('%j is none', text => {
    expect(convert(text, 'iri')).toHaveProperty('expected')
  })
})

test('identifiers lose what people put between their digits, and nothing else', () => {
  expect(convert('732 829 320', 'siren')).toEqual({ value: '732829320', repairs: ['strip-separators'] })
  expect(convert('73282932', 'siren')).toHaveProperty('expected')
  expect(convert('w751234567', 'rna')).toMatchObject({ value: 'W751234567' })
})

test('yes and no', () => {
  expect(['oui', 'Vrai', 'x', '1'].map(text => convert(text, 'boolean'))).toEqual(
    Array(4).fill({ value: true, repairs: [] }),
  )
  expect(['non', 'FAUX', '0'].map(text => convert(text, 'boolean'))).toEqual(
    Array(3).fill({ value: false, repairs: [] }),
  )
  expect(convert('peut-être', 'boolean')).toHaveProperty('expected')
})
