import type * as RDF from '@rdfjs/types'
import { DataFactory } from 'n3'
import { PREFIXES } from '../../../src/vocabulary/namespaces.ts'

const { blankNode, literal, namedNode } = DataFactory

const typed: Readonly<Record<string, readonly string[]>> = {
  integer: [
    '0',
    '1',
    '-1',
    '01',
    '5',
    '9007199254740992',
    '9007199254740993',
    '99999999999999999999',
    'abc',
    '',
  ],
  int: ['5', '-7'],
  decimal: [
    '0.0',
    '1.0',
    '0.1',
    '-2.5',
    '5.00',
    '.5',
    '123456789012345678.5',
    '0.00000000000000000001',
    '1e0',
  ],
  float: ['0.1', '1', 'NaN', '-INF', '2.5E0'],
  double: ['0.1', '-0.0', '1E0', 'NaN', 'INF', '5e-324', '1e21', 'x'],
  boolean: ['true', 'false', '1', '0', 'yes'],
  dateTime: [
    '2026-01-01T12:00:00',
    '2026-01-01T12:00:00Z',
    '2026-01-01T13:00:00+01:00',
    '2026-01-01T24:00:00Z',
    '2026-01-03T00:00:00.5',
    '2026-02-30T00:00:00',
  ],
  date: ['2026-01-01', '2026-01-01Z', '2026-01-05', '2025-12-31+14:00', '0000-01-01', '2026-1-1'],
  gYear: ['2026'],
}

/** Terms that operators treat in different ways. */
export const INTERESTING_TERMS: readonly RDF.Term[] = [
  namedNode('urn:x:a'),
  namedNode('urn:x:b'),
  namedNode('https://example.org/Société?x=1#it'),
  blankNode('b1'),
  blankNode('b2'),
  ...[
    '',
    'a',
    'A',
    'b',
    '1',
    'abc',
    'Société',
    'SOCIÉTÉ',
    'société',
    '×÷Ÿÿ',
    'K',
    'ſ',
    'İ',
    'ẞß',
    '😀',
    '\uFFFD',
  ].map(text => literal(text)),
  literal('a', 'fr'),
  literal('a', 'en'),
  literal('', 'fr'),
  literal('Société d’accueil', 'fr-BE'),
  ...Object.entries(typed).flatMap(([name, forms]) =>
    forms.map(form => literal(form, namedNode(PREFIXES.xsd + name))),
  ),
  literal('a', namedNode('urn:x:type')),
  literal('b', namedNode('urn:x:type')),
]
