import type * as RDF from '@rdfjs/types'
import { DataFactory } from 'n3'
import { type Language, type LocalizedText, VocabularyError } from '../../errors.ts'
import { iri } from '../../vocabulary/namespaces.ts'
import type { Severity } from '../report.ts'
import { describeConstraint } from '../shaclMessages.ts'
import { formatPath, type Path, readPath } from './path.ts'
import { PARAMETERS, type ReadConstraint, readConstraints } from './readConstraints.ts'
import type { Shape, Target, TargetedShape } from './shape.ts'
import { keyOf, ShapesGraph } from './shapesGraph.ts'

const { namedNode } = DataFactory

/**
 * Reads the shapes of a shapes graph that choose their own focus nodes, in the order in which they appear, with the
 * shapes that these refer to.
 *
 * @throws {VocabularyError} where a shape is ill-formed, refers to itself (what that means, SHACL §3.4.3 leaves open),
 *   or uses what is not a part of SHACL Core
 */
export function readShapes(quads: Iterable<RDF.Quad>): TargetedShape[] {
  const graph = new ShapesGraph(quads)
  refuseExtensions(graph)
  const shapes = new ShapeReader(graph)
  const classes = classesIn(graph)
  const targeted: TargetedShape[] = []
  for (const node of graph.subjects()) {
    const targets = targetsOf(node, graph, classes)
    if (targets.length > 0) targeted.push({ shape: shapes.read(node), targets })
  }
  return targeted
}

/** What is not a part of SHACL Core is never passed over in silence. */
function refuseExtensions(graph: ShapesGraph): void {
  const custom = graph.subjectsOf(iri('rdf:type'), namedNode(iri('sh:ConstraintComponent')))
  const targeted = graph.withPredicate(iri('sh:target')).map(({ subject }) => subject)
  for (const { value } of [...custom, ...targeted])
    throw new VocabularyError(
      `${value} has a component or a target that is not a part of SHACL Core: remove it`,
    )
}

const TARGETS: ReadonlyMap<string, Target['type']> = new Map([
  [iri('sh:targetClass'), 'class'],
  [iri('sh:targetNode'), 'node'],
  [iri('sh:targetSubjectsOf'), 'subjectsOf'],
  [iri('sh:targetObjectsOf'), 'objectsOf'],
])

function targetsOf(node: RDF.Term, graph: ShapesGraph, classes: ReadonlySet<string>): Target[] {
  const quads = graph.about(node)
  const targets = quads.flatMap<Target>(({ predicate, object }) => {
    const type = TARGETS.get(predicate.value)
    return type ? [{ type, term: object }] : []
  })
  const isShape = quads.some(({ predicate }) => PARAMETERS.has(predicate.value))
  if (isShape && classes.has(keyOf(node))) targets.push({ type: 'class', term: node })
  return targets
}

/** The instances of `rdfs:Class`, and of its subclasses, in a shapes graph: classes that may be shapes (SHACL §2.1.3.3). */
function classesIn(graph: ShapesGraph): Set<string> {
  const metaclasses = [namedNode(iri('rdfs:Class')) as RDF.Term]
  const seen = new Set(metaclasses.map(keyOf))
  const classes = new Set<string>()
  for (const metaclass of metaclasses) {
    for (const instance of graph.subjectsOf(iri('rdf:type'), metaclass)) classes.add(keyOf(instance))
    for (const subclass of graph.subjectsOf(iri('rdfs:subClassOf'), metaclass)) {
      if (!seen.has(keyOf(subclass))) metaclasses.push(subclass)
      seen.add(keyOf(subclass))
    }
  }
  return classes
}

/** Reads each shape once. */
class ShapeReader {
  readonly #graph: ShapesGraph
  readonly #shapes = new Map<string, Shape>()
  readonly #open: string[] = []

  constructor(graph: ShapesGraph) {
    this.#graph = graph
  }

  read(node: RDF.Term): Shape {
    const key = keyOf(node)
    const known = this.#shapes.get(key)
    if (known) return known
    if (this.#open.includes(key)) {
      const circle = [...this.#open.slice(this.#open.indexOf(key)), key].join(' → ')
      throw new VocabularyError(`a shape refers to itself, which has no defined meaning: ${circle}`)
    }
    this.#open.push(key)
    const shape = this.#compose(node)
    this.#open.pop()
    this.#shapes.set(key, shape)
    return shape
  }

  #compose(node: RDF.Term): Shape {
    const graph = this.#graph
    const [pathNode] = graph.objects(node, iri('sh:path'))
    const path = pathNode && readPath(pathNode, graph)
    const read = readConstraints({ graph, node, shapeOf: other => this.read(other) })
    const texts = graph.objects(node, iri('sh:message'))
    const [severity] = graph.objects(node, iri('sh:severity'))
    return {
      node,
      ...(path && { path }),
      severity: SEVERITIES.get(severity?.value ?? '') ?? 'violation',
      isDeactivated: graph.objects(node, iri('sh:deactivated')).some(({ value }) => value === 'true'),
      constraints: read.map(constraint => ({
        ...constraint.requirement,
        component: constraint.component,
        message: messageOf(constraint, texts, path, graph),
      })),
    }
  }
}

const SEVERITIES: ReadonlyMap<string, Severity> = new Map([
  [iri('sh:Violation'), 'violation'],
  [iri('sh:Warning'), 'warning'],
  [iri('sh:Info'), 'info'],
])

/** What the shape says (SHACL §2.1.5), where it says it in both languages; else what is composed. */
function messageOf(
  { component, parameters }: ReadConstraint,
  texts: readonly RDF.Term[],
  path: Path | undefined,
  graph: ShapesGraph,
): LocalizedText {
  const text = (language: Language) =>
    texts.find(term => term.termType === 'Literal' && term.language === language)?.value
  const [fr, en] = [text('fr'), text('en')]
  const labels = parameters.map(([name, value]) => [name, labelOf(value, graph)] as const)
  if (fr !== undefined && en !== undefined) return { fr: substitute(fr, labels), en: substitute(en, labels) }
  return describeConstraint(component, textOf(parameters[0]![1], graph), path && formatPath(path))
}

/** Messages may name the parameters (SHACL §5.2.1, which validators honour in SHACL Core, too). */
function substitute(message: string, labels: readonly (readonly [string, string])[]): string {
  return labels.reduce(
    (text, [name, label]) => text.replaceAll(`{$${name}}`, () => label).replaceAll(`{?${name}}`, () => label),
    message,
  )
}

function labelOf(term: RDF.Term, graph: ShapesGraph): string {
  return term.termType === 'NamedNode' ? `<${term.value}>` : textOf(term, graph)
}

/** A term, or the members of a list. */
function textOf(term: RDF.Term, graph: ShapesGraph): string {
  const isList = graph.objects(term, iri('rdf:first')).length > 0
  const members = isList ? graph.list(term) : [term]
  return members.map(({ value }) => value).join(', ')
}
