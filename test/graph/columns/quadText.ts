import type * as RDF from '@rdfjs/types'

/** A quad as text that two quads share only if they are equal, term for term. */
export function textOf({ subject, predicate, object, graph }: RDF.Quad): string {
  return JSON.stringify([subject, predicate, object, graph].map(partsOf))
}

function partsOf(term: RDF.Term): string[] {
  const literal = term.termType === 'Literal' ? [term.language, term.datatype.value] : []
  return [term.termType, term.value, ...literal]
}

/** The texts of quads in an order of their own; a quad that comes twice stands there once. */
export function sorted(quads: Iterable<RDF.Quad>): string[] {
  return [...new Set(Array.from(quads, textOf))].sort()
}
