import type * as RDF from '@rdfjs/types'
import { DataFactory } from 'n3'
import { iri } from '../../vocabulary/namespaces.ts'
import type { DataGraph } from './dataGraph.ts'
import { NodeSet } from './nodeSet.ts'
import type { Nodes } from './nodes.ts'

const TYPE = DataFactory.namedNode(iri('rdf:type'))
const SUBCLASS = DataFactory.namedNode(iri('rdfs:subClassOf'))

/** The SHACL instances of classes (SHACL §1.1): of themselves and of their subclasses, as the data graph states them. */
export class Classes {
  readonly #graph: DataGraph
  readonly #nodes: Nodes
  readonly #instances = new Map<number, NodeSet>()

  constructor(graph: DataGraph, nodes: Nodes) {
    this.#graph = graph
    this.#nodes = nodes
  }

  instancesOf(type: RDF.Term): NodeSet {
    const id = this.#nodes.idOf(type)
    let instances = this.#instances.get(id)
    if (!instances) {
      instances = this.#find(id)
      this.#instances.set(id, instances)
    }
    return instances
  }

  #find(id: number): NodeSet {
    const { terms, defaultGraph } = this.#graph
    const subclasses = defaultGraph.inverse(terms.idOf(SUBCLASS))
    const types = defaultGraph.inverse(terms.idOf(TYPE))
    const instances = new NodeSet()
    const classes = [id]
    const seen = new Set(classes)
    for (const type of classes) {
      for (const instance of valuesOf(types, type)) instances.add(instance)
      for (const subclass of valuesOf(subclasses, type)) {
        if (!seen.has(subclass)) classes.push(subclass)
        seen.add(subclass)
      }
    }
    return instances
  }
}

function valuesOf(column: ReturnType<DataGraph['defaultGraph']['column']>, key: number): Uint32Array {
  const row = column?.rowOf(key) ?? -1
  return column && row >= 0
    ? column.values.subarray(column.offsets[row]!, column.offsets[row + 1]!)
    : new Uint32Array()
}
