import type * as RDF from '@rdfjs/types'
import { DataFactory } from 'n3'
import { fc } from '../../fastCheck.ts'

const { blankNode, defaultGraph, literal, namedNode, quad } = DataFactory

export const EX = 'http://e/'
export const XSD = 'http://www.w3.org/2001/XMLSchema#'

/** Names that graphs and queries share: few, so that they meet. */
export const NODES = ['a', 'b', 'c']
export const PREDICATES = ['p', 'q', 'r']
export const GRAPHS = ['g', 'a']

const typed = (value: string, type: string) => literal(value, namedNode(XSD + type))

/**
 * Literals whose text is none of their datatype. Numbers are not among them: their effective boolean value is false
 * (§17.2.2), which neither Comunica nor Oxigraph knows.
 */
export const MALFORMED: readonly RDF.Literal[] = [typed('2010-13-01', 'date')]

/** Literals of each kind: equal in value and not in form, of one form and not one type, malformed, without order. */
export const LITERALS: readonly RDF.Literal[] = [
  literal('abc'),
  literal('a'),
  literal('ABC'),
  literal('1'),
  literal('élan 😀'),
  literal('true'),
  literal('http://e/a'),
  literal('a', 'en'),
  literal('a', 'en-GB'),
  literal('abc', 'fr'),
  literal('b', 'fr'),
  ...['0', '1', '2', '-3', '01', '10'].map(value => typed(value, 'integer')),
  ...['1.0', '2.5', '-0.5', '10.00', '0.0'].map(value => typed(value, 'decimal')),
  ...['1.0E0', '2.5E0', 'NaN', 'INF', '-INF', '1e1', '-0.0E0'].map(value => typed(value, 'double')),
  typed('1.5', 'float'),
  typed('3', 'int'),
  typed('4', 'nonNegativeInteger'),
  ...['true', 'false', '1', '0'].map(value => typed(value, 'boolean')),
  ...[
    '2010-01-01T00:00:00Z',
    '2010-01-01T01:00:00+01:00',
    '2011-06-30T12:30:15.5Z',
    '2010-01-01T00:00:00',
  ].map(value => typed(value, 'dateTime')),
  ...['2010-01-01', '2012-02-29', '2010-01-01Z'].map(value => typed(value, 'date')),
  ...MALFORMED,
  typed('x', 'string2'),
  literal('POINT(1 2)', namedNode(`${EX}wkt`)),
]

const node = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...NODES).map(name => namedNode(EX + name)) },
  { weight: 1, arbitrary: fc.constantFrom('x', 'y').map(label => blankNode(label)) },
)
const predicate = fc.constantFrom(...PREDICATES).map(name => namedNode(EX + name))
const object = fc.oneof(
  { weight: 3, arbitrary: node as fc.Arbitrary<RDF.Term> },
  { weight: 3, arbitrary: fc.constantFrom(...LITERALS) as fc.Arbitrary<RDF.Term> },
)
const graph = fc.oneof(
  { weight: 7, arbitrary: fc.constant(defaultGraph()) as fc.Arbitrary<RDF.Term> },
  {
    weight: 2,
    arbitrary: fc.constantFrom(...GRAPHS).map(name => namedNode(EX + name)) as fc.Arbitrary<RDF.Term>,
  },
)

/** Small graphs, some of them named. */
export const dataArbitrary: fc.Arbitrary<RDF.Quad[]> = fc
  .array(fc.tuple(node, predicate, object, graph), { minLength: 0, maxLength: 40, size: 'max' })
  .map(quads => quads.map(([s, p, o, g]) => quad(s, p, o as never, g as never) as RDF.Quad))
