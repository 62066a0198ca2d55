import type * as RDF from '@rdfjs/types'
import type { Shape, ValueRequirement } from '../shapes/shape.ts'
import { type Check, ShapeCheck } from './check.ts'
import {
  ClosedCheck,
  CountCheck,
  EachCheck,
  HasValueCheck,
  OrderCheck,
  type Origin,
  PairCheck,
  PropertyCheck,
  UniqueLangCheck,
} from './checks.ts'
import { Classes } from './classes.ts'
import type { DataGraph } from './dataGraph.ts'
import { NodeSet } from './nodeSet.ts'
import { Nodes } from './nodes.ts'
import { QualifiedTest, ShapeCountTest } from './shapeTests.ts'
import {
  DatatypeTest,
  KindTest,
  LanguageTest,
  LengthTest,
  MemberTest,
  PatternTest,
  RangeTest,
  RememberedTest,
  type ValueTest,
  WellFormedTest,
} from './valueTests.ts'
import { createWalk } from './walk.ts'

/** Whether a lexical form is one of a datatype; `undefined` where all are. */
export type LexicalTest = (datatype: string) => ((lexical: string) => boolean) | undefined

/** Prepares shapes for one graph: names become numbers, each shape is prepared once. */
export class ShapePreparation {
  readonly nodes: Nodes
  readonly classes: Classes
  readonly #graph: DataGraph
  readonly #lexicalTestOf: LexicalTest
  readonly #shapes = new Map<Shape, ShapeCheck>()

  constructor(graph: DataGraph, lexicalTestOf: LexicalTest) {
    this.#graph = graph
    this.#lexicalTestOf = lexicalTestOf
    this.nodes = new Nodes(graph)
    this.classes = new Classes(graph, this.nodes)
  }

  prepare = (shape: Shape): ShapeCheck => {
    const known = this.#shapes.get(shape)
    if (known) return known
    const walk = shape.path && createWalk(shape.path, this.#graph, this.nodes)
    const constraints = shape.isDeactivated ? [] : shape.constraints
    const check = new ShapeCheck(
      walk,
      constraints.map(constraint => this.#checkOf({ shape, constraint })),
    )
    this.#shapes.set(shape, check)
    return check
  }

  #checkOf(origin: Origin): Check {
    const { constraint } = origin
    switch (constraint.type) {
      case 'property':
        return new PropertyCheck(this.prepare(constraint.shape))
      case 'count':
        return new CountCheck(origin, constraint.least, constraint.most)
      case 'qualified': {
        const test = new QualifiedTest(this.prepare(constraint.shape), constraint.siblings.map(this.prepare))
        return new CountCheck(origin, constraint.least, constraint.most, test)
      }
      case 'hasValue':
        return new HasValueCheck(origin, this.nodes.idOf(constraint.value))
      case 'uniqueLang':
        return new UniqueLangCheck(origin, this.nodes)
      case 'equals':
      case 'disjoint':
        return new PairCheck(origin, constraint.type, this.#walkOf(constraint.property))
      case 'lessThan':
        return new OrderCheck(origin, constraint.relation, this.#walkOf(constraint.property), this.nodes)
      case 'closed':
        return new ClosedCheck(
          origin,
          new Set(constraint.allowed.map(term => this.nodes.idOf(term))),
          this.#graph,
        )
      default:
        return new EachCheck(origin, this.#testOf(constraint))
    }
  }

  #walkOf(predicate: RDF.NamedNode) {
    return createWalk({ type: 'predicate', predicate }, this.#graph, this.nodes)
  }

  #testOf(constraint: ValueRequirement): ValueTest {
    const { nodes } = this
    switch (constraint.type) {
      case 'class':
        return new MemberTest(this.classes.instancesOf(constraint.class))
      case 'in':
        return new MemberTest(this.#setOf(constraint.values))
      case 'nodeKind':
        return new KindTest(nodes, constraint.kinds)
      case 'datatype': {
        const datatype = constraint.datatype.value
        const isWellFormed = this.#lexicalTestOf(datatype)
        return isWellFormed
          ? new RememberedTest(new WellFormedTest(nodes, datatype, isWellFormed))
          : new DatatypeTest(nodes, datatype)
      }
      case 'length':
        return new RememberedTest(new LengthTest(nodes, constraint.least, constraint.most))
      case 'range':
        return new RememberedTest(new RangeTest(nodes, constraint.relation, nodes.idOf(constraint.bound)))
      case 'pattern':
        return new RememberedTest(new PatternTest(nodes, constraint.expression))
      case 'languageIn':
        return new LanguageTest(nodes, constraint.ranges)
      case 'and':
        return this.#shapesTest(constraint.shapes, constraint.shapes.length, Infinity)
      case 'or':
        return this.#shapesTest(constraint.shapes, 1, Infinity)
      case 'xone':
        return this.#shapesTest(constraint.shapes, 1, 1)
      case 'node':
        return this.#shapesTest([constraint.shape], 1, 1)
      case 'not':
        return this.#shapesTest([constraint.shape], 0, 0)
    }
  }

  #shapesTest(shapes: readonly Shape[], least: number, most: number): ValueTest {
    return new ShapeCountTest(shapes.map(this.prepare), least, most)
  }

  #setOf(terms: readonly RDF.Term[]): NodeSet {
    const set = new NodeSet()
    for (const term of terms) set.add(this.nodes.idOf(term))
    return set
  }
}
