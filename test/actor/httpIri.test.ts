import { expect, test } from 'vitest'
import { isHttpIri } from '../../src/actor/httpIri.ts'

test.each([
  'https://example.org/',
  'http://example.org',
  'HTTPS://example.org/é?a=b#c',
  'https://écoles.example/',
  'https://example.org:8080/a%20b',
])('%s is one', text => {
  expect(isHttpIri(text)).toBe(true)
})

test.each([
  '',
  'example.org',
  '//example.org/',
  'javascript:alert(1)',
  'ftp://example.org/',
  'mailto:a@b.example',
  'https://',
  'https:///a',
  'https://example.org/a b',
  'https://example.org/a\u00a0b',
  'https://example.org/\u0000',
  'https://example.org/\u202e',
  'https://example.org/<a>',
  'https://example.org/"',
  'https://example.org/{a}',
  'https://example.org/a|b',
  'https://example.org/a\\b',
  'https://example.org/a^b',
  'https://example.org/`',
  'https://example.org/#a#b',
  'https://example.org/\ud800',
  'https://example.org\n',
])('%j is none', text => {
  expect(isHttpIri(text)).toBe(false)
})
