import { describe, expect, test } from 'vitest'
import * as kinds from '../../src/proposal/kinds.ts'

const CASES: readonly [name: keyof typeof kinds, yes: readonly string[], no: readonly string[]][] = [
  ['isSiren', ['732829320', '732 829 320'], ['732829321', '000000000', 'abc']],
  ['isSiret', ['73282932000074', '732 829 320 00074'], ['73282932000075', '00000000000000', '732829320']],
  ['isRna', ['W751234567', 'w2a1234567'], ['751234567', 'W1']],
  ['isEmail', ['contact@mairie.example', 'mailto:a@b.fr'], ['contact', 'a@b', 'a@b.fr; c@d.fr']],
  [
    'isWebAddress',
    ['https://a.example/x', 'www.a.fr', 'a.example'],
    ['a', 'contact@a.fr', 'http://', 'a b.fr'],
  ],
  [
    'isTelephone',
    ['01 23 45 67 89', '0123456789', '123456789', '+687 28 52 82'],
    ['12', '75001', '2021-01-01'],
  ],
  ['isPostcode', ['33000', '1200', '97133', '20137'], ['00100', '99999', 'A1', '330000']],
  ['isDecimal', ['1', '-1,5', '+2.5', '12 345,6'], ['', '1,2,3', 'a', '1.2.3', '1e5']],
  ['isInteger', ['0', '12', '-3'], ['01', '1.0', '1e3', '1234567890123456']],
  ['isBoolean', ['oui', 'NON', 'true', 'x'], ['1', 'peut-être']],
  ['isHtml', ['<p>a</p>', 'a<br/>b', 'caf&eacute;'], ['a < b', '1 > 0 & 2', '<3']],
  [
    'isPoint',
    ['48.1,-1.6', '48,1; -1,6', 'POINT(2.3 48.8)', "{'lon': 2.3, 'lat': 48.8}"],
    ['48.1', '1, 2', '{}'],
  ],
  ['isPlaceholder', ['000000000', '0', '111111', '123456789', '0,0'], ['12', '732829320', '1234567']],
]

describe.each(CASES)('%s', (name, yes, no) => {
  const test_ = new Map(Object.entries(kinds)).get(name) as (text: string) => boolean
  test.each(yes)('%s is', text => expect(test_(text)).toBe(true))
  test.each(no)('%s is not', text => expect(test_(text)).toBe(false))
})

test('numbers are read with comma or point', () => {
  expect(['1,5', '1.5', '12 345', 'a'].map(kinds.numberOf)).toEqual([1.5, 1.5, 12345, Number.NaN])
})

test('hostile texts are answered: were it in quadratic time, not before the test has to end', () => {
  const texts = [
    ' '.repeat(1e6),
    '1'.repeat(1e6),
    'a.'.repeat(5e5),
    '<p '.repeat(3e5),
    '1 '.repeat(5e5),
    'a@'.repeat(5e5),
  ]
  const tests = Object.values(kinds) as ((text: string) => unknown)[]
  for (const text of texts) for (const one of tests) expect(() => one(text)).not.toThrow()
})
