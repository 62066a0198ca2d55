import type { Relation } from '../shapes/shape.ts'
import { type Comparable, comparableOf, compare } from './comparable.ts'
import { KIND } from './dataGraph.ts'
import { NodeSet } from './nodeSet.ts'
import type { Nodes } from './nodes.ts'

/** A question about one value node, whatever its focus node. */
export interface ValueTest {
  accepts(node: number): boolean
}

/** Remembers the answers to a question that is dear: each node is asked about once. */
export class RememberedTest implements ValueTest {
  readonly #test: ValueTest
  readonly #accepted = new NodeSet()
  readonly #rejected = new NodeSet()

  constructor(test: ValueTest) {
    this.#test = test
  }

  accepts(node: number): boolean {
    if (this.#accepted.has(node)) return true
    if (this.#rejected.has(node)) return false
    const isAccepted = this.#test.accepts(node)
    if (isAccepted) this.#accepted.add(node)
    else this.#rejected.add(node)
    return isAccepted
  }
}

export class MemberTest implements ValueTest {
  readonly #members: NodeSet

  constructor(members: NodeSet) {
    this.#members = members
  }

  accepts(node: number): boolean {
    return this.#members.has(node)
  }
}

export class KindTest implements ValueTest {
  readonly #nodes: Nodes
  readonly #iri: boolean
  readonly #blankNode: boolean
  readonly #literal: boolean

  constructor(nodes: Nodes, kinds: readonly string[]) {
    this.#nodes = nodes
    this.#iri = kinds.includes('NamedNode')
    this.#blankNode = kinds.includes('BlankNode')
    this.#literal = kinds.includes('Literal')
  }

  accepts(node: number): boolean {
    const kind = this.#nodes.kindOf(node)
    return kind === KIND.iri ? this.#iri : kind === KIND.blankNode ? this.#blankNode : this.#literal
  }
}

/** The datatype alone (SHACL §4.1.2): looked at once for all literals that share a datatype and language. */
export class DatatypeTest implements ValueTest {
  readonly #nodes: Nodes
  readonly #datatype: string
  /** Per qualifier: 0 not known, 1 another datatype, 2 this one. */
  #known = new Uint8Array(64)

  constructor(nodes: Nodes, datatype: string) {
    this.#nodes = nodes
    this.#datatype = datatype
  }

  accepts(node: number): boolean {
    const qualifier = this.#nodes.qualifierOf(node)
    if (qualifier === 0) return this.#isOf(node)
    if (qualifier >= this.#known.length) this.#grow(qualifier)
    if (this.#known[qualifier] === 0) this.#known[qualifier] = this.#isOf(node) ? 2 : 1
    return this.#known[qualifier] === 2
  }

  #isOf(node: number): boolean {
    return this.#nodes.datatypeOf(node) === this.#datatype
  }

  #grow(qualifier: number): void {
    const known = new Uint8Array(qualifier * 2)
    known.set(this.#known)
    this.#known = known
  }
}

/** The datatype, and a lexical form that it has. */
export class WellFormedTest implements ValueTest {
  readonly #nodes: Nodes
  readonly #datatype: DatatypeTest
  readonly #isWellFormed: (lexical: string) => boolean

  constructor(nodes: Nodes, datatype: string, isWellFormed: (lexical: string) => boolean) {
    this.#nodes = nodes
    this.#datatype = new DatatypeTest(nodes, datatype)
    this.#isWellFormed = isWellFormed
  }

  accepts(node: number): boolean {
    return this.#datatype.accepts(node) && this.#isWellFormed(this.#nodes.valueOf(node))
  }
}

/** The text of an IRI or literal; blank nodes have none (SHACL §4.4). */
export class PatternTest implements ValueTest {
  readonly #nodes: Nodes
  readonly #expression: RegExp

  constructor(nodes: Nodes, expression: RegExp) {
    this.#nodes = nodes
    this.#expression = expression
  }

  accepts(node: number): boolean {
    if (this.#nodes.kindOf(node) === KIND.blankNode) return false
    // With the flags g and y, an expression goes on from where it was.
    this.#expression.lastIndex = 0
    return this.#expression.test(this.#nodes.valueOf(node))
  }
}

export class LengthTest implements ValueTest {
  readonly #nodes: Nodes
  readonly #least: number
  readonly #most: number

  constructor(nodes: Nodes, least: number, most: number) {
    this.#nodes = nodes
    this.#least = least
    this.#most = most
  }

  accepts(node: number): boolean {
    if (this.#nodes.kindOf(node) === KIND.blankNode) return false
    let length = 0
    for (const _point of this.#nodes.valueOf(node)) length += 1
    return length >= this.#least && length <= this.#most
  }
}

/** Basic filtering of language tags (RFC 4647 §3.3.1), as `langMatches` has it. */
export class LanguageTest implements ValueTest {
  readonly #nodes: Nodes
  readonly #ranges: readonly string[]

  constructor(nodes: Nodes, ranges: readonly string[]) {
    this.#nodes = nodes
    this.#ranges = ranges
  }

  accepts(node: number): boolean {
    const tag = this.#nodes.languageOf(node).toLowerCase()
    return (
      tag !== '' && this.#ranges.some(range => range === '*' || tag === range || tag.startsWith(`${range}-`))
    )
  }
}

export class RangeTest implements ValueTest {
  readonly #nodes: Nodes
  readonly #relation: Relation
  readonly #bound: Comparable | undefined

  constructor(nodes: Nodes, relation: Relation, bound: number) {
    this.#nodes = nodes
    this.#relation = relation
    this.#bound = comparableOf(bound, nodes)
  }

  accepts(node: number): boolean {
    return holds(this.#relation, compare(comparableOf(node, this.#nodes), this.#bound))
  }
}

/** Whether an order is the one that is asked for. What cannot be compared is not. */
export function holds(relation: Relation, order: number | undefined): boolean {
  if (order === undefined) return false
  return relation.startsWith('<')
    ? order < 0 || (order === 0 && relation === '<=')
    : order > 0 || (order === 0 && relation === '>=')
}
