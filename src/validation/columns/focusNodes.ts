import type { Target } from '../shapes/shape.ts'
import type { Classes } from './classes.ts'
import type { DataGraph } from './dataGraph.ts'
import { NodeSet } from './nodeSet.ts'
import type { Nodes } from './nodes.ts'

/** The focus nodes of targets (SHACL §2.1.3), each once, ascending. */
export function focusNodesOf(
  targets: readonly Target[],
  graph: DataGraph,
  nodes: Nodes,
  classes: Classes,
): Uint32Array {
  const [first, ...others] = targets.map(target => nodesOf(target, graph, nodes, classes))
  if (others.length === 0) return first ?? new Uint32Array()
  const all = new NodeSet()
  for (const ids of [first!, ...others]) for (const id of ids) all.add(id)
  return all.toArray()
}

function nodesOf(
  { type, term }: Target,
  { terms, defaultGraph }: DataGraph,
  nodes: Nodes,
  classes: Classes,
): Uint32Array {
  switch (type) {
    case 'class':
      return classes.instancesOf(term).toArray()
    case 'node':
      return Uint32Array.of(nodes.idOf(term))
    case 'subjectsOf':
      return defaultGraph.column(terms.idOf(term))?.keys ?? new Uint32Array()
    case 'objectsOf':
      return defaultGraph.inverse(terms.idOf(term))?.keys ?? new Uint32Array()
  }
}
