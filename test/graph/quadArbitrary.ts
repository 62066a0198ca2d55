import type * as RDF from '@rdfjs/types'
import { DataFactory } from 'n3'
import { PREFIXES } from '../../src/vocabulary/namespaces.ts'
import { fc } from '../fastCheck.ts'

const { namedNode, literal, quad } = DataFactory

const XML_CHARACTER = /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u

/** Texts that formats are known to trip over, and any other that XML 1.0 can hold. */
const text = fc.oneof(
  fc.constantFrom(
    ' leading and trailing ',
    'a "quote", an \'apostrophe\' and a \\',
    'line\nfeed',
    'carriage\rreturn\r\n',
    'tab\t',
    '<b>&amp;</b> ]]> <!-- -->',
    '\u{1F600} é e\u0301 \uFEFF \u0085 \u2028 \u007F',
    'constructor',
    'hasOwnProperty',
    '__proto__',
    '"""',
    '5.',
    '',
  ),
  fc.string({ unit: 'binary' }).filter(value => value.isWellFormed() && XML_CHARACTER.test(value)),
  fc.string({ unit: 'grapheme' }),
)

const iri = fc.oneof(
  fc.constantFrom(
    'https://example.org/a?b=1&c=%C3%A9',
    'https://example.org/é#it',
    "https://example.org/it's(1)",
    'https://example.org/hasOwnProperty',
    'urn:uuid:1',
    'mailto:a@example.org',
    `${PREFIXES.org}Organization`,
    `${PREFIXES.skos}a.b.`,
    `${PREFIXES.skos}a/b`,
    `${PREFIXES.skos}prefLabelOfOther`,
    `${PREFIXES.skos}`,
    'https://example.org/a/b#',
  ),
  // Readers that resolve IRIs (RFC 3986 §5.2.2) remove dot segments from any.
  fc
    .webUrl({ withFragments: true, withQueryParameters: true })
    .filter(url => !/\/\.{1,2}(?:[/?#]|$)/.test(url)),
)

const predicate = fc.constantFrom(
  ...[
    `${PREFIXES.skos}prefLabel`,
    `${PREFIXES.skos}prefLabelOfOther`,
    `${PREFIXES.dcterms}description`,
    `${PREFIXES.rdf}value`,
    `${PREFIXES.rdf}_2`,
    `${PREFIXES.rdf}_1`,
    'https://example.org/def/onto#members',
    'https://example.org/def/onto#a.b-c',
    'https://example.org/def/1a',
    'https://example.org/def/été',
    'https://example.org/def#a/b',
    'urn:example:p',
  ].map(value => namedNode(value)),
)

const value = fc.oneof(
  iri.map(value => namedNode(value)),
  text.map(value => literal(value)),
  fc
    .tuple(text, fc.constantFrom('fr', 'en-GB', 'zh-Hant-TW', 'x-a1'))
    .map(([value, language]) => literal(value, language.toLowerCase())),
  fc
    .tuple(
      fc.oneof(
        text,
        fc.constantFrom('1', '-01', '+1', '1.', '.5', '1.50', '1e5', '1.5E+3', 'true', '0', 'NaN'),
      ),
      fc.constantFrom('integer', 'decimal', 'double', 'boolean', 'date', 'gYear', 'string'),
    )
    .map(([value, datatype]) => literal(value, namedNode(PREFIXES.xsd + datatype))),
  text.map(value => literal(value, namedNode(`${PREFIXES.rdf}XMLLiteral`))),
  text.map(value => literal(value, namedNode('https://example.org/datatype?a&b'))),
)

const statement = fc.oneof(
  fc.tuple(iri, predicate, value),
  fc.tuple(
    iri,
    fc.constant(namedNode(`${PREFIXES.rdf}type`)),
    iri.map(value => namedNode(value)),
  ),
)

/** Sets of triples without blank nodes, about few subjects, some of them apart from each other. */
export const quads: fc.Arbitrary<RDF.Quad[]> = fc
  .array(statement, { maxLength: 12 })
  .map(statements =>
    statements.map(([subject, property, object]) => quad(namedNode(subject), property, object) as RDF.Quad),
  )
