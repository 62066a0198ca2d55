import type * as RDF from '@rdfjs/types'
import { BlankTerm, DEFAULT_GRAPH_TERM, IriTerm, LiteralTerm, QuadTerm } from '../graph/columns/terms.ts'

/** A term as it passes between threads, which would strip its methods. */
export type TransferredTerm =
  | readonly ['NamedNode' | 'BlankNode', value: string]
  | readonly ['Literal', value: string, language: string, datatype: string]
  | readonly ['DefaultGraph']
  | readonly ['Quad', parts: readonly TransferredTerm[]]

/** @throws {TypeError} where it is a variable: answers have none */
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
      return new IriTerm(term[1])
    case 'BlankNode':
      return new BlankTerm(term[1])
    case 'Literal':
      return new LiteralTerm(term[1], term[2], new IriTerm(term[3]))
    case 'DefaultGraph':
      return DEFAULT_GRAPH_TERM
    case 'Quad':
      return toQuad(term[1].map(fromTransferred))
  }
}

/** The quad of subject, predicate, object and graph. */
export function toQuad([subject, predicate, object, graph]: readonly RDF.Term[]): RDF.Quad {
  return new QuadTerm(
    subject as RDF.Quad_Subject,
    predicate as RDF.Quad_Predicate,
    object as RDF.Quad_Object,
    graph as RDF.Quad_Graph,
  )
}
