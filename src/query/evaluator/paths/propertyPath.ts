import type * as RDF from '@rdfjs/types'

/** `Algebra.PropertyPathSymbol` with the values of its enumeration, which types alone cannot import. */
export type PropertyPath =
  | { readonly type: 'link'; readonly iri: RDF.NamedNode }
  | { readonly type: 'nps'; readonly iris: readonly RDF.NamedNode[] }
  | { readonly type: 'inv'; readonly path: PropertyPath }
  | { readonly type: 'seq' | 'alt'; readonly input: readonly PropertyPath[] }
  | { readonly type: 'ZeroOrOnePath' | 'ZeroOrMorePath' | 'OneOrMorePath'; readonly path: PropertyPath }

/**
 * Whether a path from a term that the graph does not have may end where it begins. A sequence may not, whatever its parts:
 * a variable stands between them (SPARQL 1.1 §18.2.2.4), and variables have the nodes of the graph.
 */
export function takesForeignTerms(path: PropertyPath): boolean {
  switch (path.type) {
    case 'ZeroOrOnePath':
    case 'ZeroOrMorePath':
      return true
    case 'OneOrMorePath':
    case 'inv':
      return takesForeignTerms(path.path)
    case 'alt':
      return path.input.some(takesForeignTerms)
    case 'seq':
      return path.input.length === 1 && takesForeignTerms(path.input[0]!)
    default:
      return false
  }
}

/** Whether a path may have no steps, from a node of the graph. */
export function mayBeEmpty(path: PropertyPath): boolean {
  switch (path.type) {
    case 'ZeroOrOnePath':
    case 'ZeroOrMorePath':
      return true
    case 'OneOrMorePath':
    case 'inv':
      return mayBeEmpty(path.path)
    case 'alt':
      return path.input.some(mayBeEmpty)
    case 'seq':
      return path.input.every(mayBeEmpty)
    default:
      return false
  }
}
