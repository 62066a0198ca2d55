import type * as RDF from '@rdfjs/types'
import { DataFactory } from 'n3'

/** A term as it passes between threads, which would strip its methods. */
export type TransferredTerm =
  | readonly ['NamedNode' | 'BlankNode', value: string]
  | readonly ['Literal', value: string, language: string, datatype: string]
  | readonly ['DefaultGraph']
  | readonly ['Quad', parts: readonly TransferredTerm[]]

/** @throws {TypeError} where it is a variable: solutions have none */
export function toTransferred(term: RDF.Term): TransferredTerm {
  switch (term.termType) {
    case 'NamedNode':
    case 'BlankNode':
      return [term.termType, term.value]
    case 'Literal':
      return ['Literal', term.value, term.language, term.datatype.value]
    case 'DefaultGraph':
      return ['DefaultGraph']
    case 'Quad':
      return ['Quad', [term.subject, term.predicate, term.object, term.graph].map(toTransferred)]
    default:
      throw new TypeError(`a ${term.termType} is no term of an answer`)
  }
}

export function fromTransferred(term: TransferredTerm): RDF.Term {
  switch (term[0]) {
    case 'NamedNode':
      return DataFactory.namedNode(term[1])
    case 'BlankNode':
      return DataFactory.blankNode(term[1])
    case 'Literal':
      return DataFactory.literal(term[1], term[2] || DataFactory.namedNode(term[3]))
    case 'DefaultGraph':
      return DataFactory.defaultGraph()
    case 'Quad':
      return quadOf(term[1].map(fromTransferred))
  }
}

/** The quad of subject, predicate, object and graph. */
export function quadOf([subject, predicate, object, graph]: readonly RDF.Term[]): RDF.Quad {
  return DataFactory.quad(subject as never, predicate as never, object as never, graph as never) as RDF.Quad
}
