import type * as RDF from '@rdfjs/types'
import { VocabularyError } from '../../errors.ts'
import { iri } from '../../vocabulary/namespaces.ts'
import type { ShapesGraph } from './shapesGraph.ts'

/** A property path (SHACL §2.3.1). */
export type Path =
  | { readonly type: 'predicate'; readonly predicate: RDF.NamedNode }
  | { readonly type: 'sequence' | 'alternative'; readonly paths: readonly Path[] }
  | { readonly type: 'inverse' | 'zeroOrMore' | 'oneOrMore' | 'zeroOrOne'; readonly path: Path }

const MODIFIERS = [
  ['inverse', iri('sh:inversePath')],
  ['zeroOrMore', iri('sh:zeroOrMorePath')],
  ['oneOrMore', iri('sh:oneOrMorePath')],
  ['zeroOrOne', iri('sh:zeroOrOnePath')],
] as const

/**
 * Reads the path that a node stands for.
 *
 * @throws {VocabularyError} where it stands for none, or for itself
 */
export function readPath(node: RDF.Term, graph: ShapesGraph, within: readonly RDF.Term[] = []): Path {
  if (node.termType === 'NamedNode') return { type: 'predicate', predicate: node }
  if (within.some(outer => outer.equals(node))) throw new VocabularyError('a sh:path contains itself')
  const inner = (part: RDF.Term) => readPath(part, graph, [...within, node])
  if (graph.objects(node, iri('rdf:first')).length > 0)
    return { type: 'sequence', paths: graph.list(node).map(inner) }
  const [alternatives] = graph.objects(node, iri('sh:alternativePath'))
  if (alternatives) return { type: 'alternative', paths: graph.list(alternatives).map(inner) }
  for (const [type, predicate] of MODIFIERS) {
    const [path] = graph.objects(node, predicate)
    if (path) return { type, path: inner(path) }
  }
  throw new VocabularyError(`a sh:path is no property path: ${node.value}`)
}

const SUFFIXES = { zeroOrMore: '*', oneOrMore: '+', zeroOrOne: '?' } as const

/** A path as SPARQL writes it (SPARQL 1.1 §9.1). */
export function formatPath(path: Path): string {
  switch (path.type) {
    case 'predicate':
      return `<${path.predicate.value}>`
    case 'sequence':
      return path.paths.map(formatPart).join('/')
    case 'alternative':
      return path.paths.map(formatPart).join('|')
    case 'inverse':
      return `^${formatPart(path.path)}`
    default:
      return formatPart(path.path) + SUFFIXES[path.type]
  }
}

function formatPart(path: Path): string {
  return path.type === 'predicate' ? formatPath(path) : `(${formatPath(path)})`
}
