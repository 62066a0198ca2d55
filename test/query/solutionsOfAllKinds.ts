import type * as RDF from '@rdfjs/types'
import { DataFactory } from 'n3'
import type { QueryResult } from '../../src/query/query.ts'

const { blankNode, literal, namedNode } = DataFactory
const XSD = 'http://www.w3.org/2001/XMLSchema#'

/** Solutions that have a term of each kind for ?a, and at last none. */
export const SOLUTIONS: readonly Readonly<Record<string, RDF.Term>>[] = [
  { a: namedNode('http://e/é?a=b&c=%3Cd%3E'), b: literal('both') },
  { a: blankNode('b0') },
  { a: literal('a "quote", a \\, a tab\t, lines\n\r') },
  { a: literal('<b>&amp;</b> \u{1F600}') },
  { a: literal('été', 'fr') },
  { a: literal('-01', namedNode(`${XSD}integer`)) },
  { a: literal('1.50', namedNode(`${XSD}decimal`)) },
  { a: literal('1.0e6', namedNode(`${XSD}double`)) },
  { a: literal('1', namedNode(`${XSD}double`)) },
  { a: literal('5.', namedNode(`${XSD}decimal`)) },
  { a: literal('x', namedNode('http://e/type')) },
  { b: literal('only') },
]

export function resultOf(...rows: readonly Readonly<Record<string, RDF.Term>>[]): QueryResult {
  async function* bindings() {
    yield* rows
  }
  return { type: 'bindings', variables: ['a', 'b'], bindings: bindings() }
}
