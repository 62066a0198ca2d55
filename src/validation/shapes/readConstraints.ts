import type * as RDF from '@rdfjs/types'
import { VocabularyError } from '../../errors.ts'
import { iri, PREFIXES } from '../../vocabulary/namespaces.ts'
import type { Relation, Requirement, Shape } from './shape.ts'
import type { ShapesGraph } from './shapesGraph.ts'

/** A requirement, with the parameters that it was read from, by the local name of the property. */
export interface ReadConstraint {
  readonly component: string
  readonly requirement: Requirement
  readonly parameters: readonly (readonly [name: string, value: RDF.Term])[]
}

/** Where a constraint stands: what reading one may have to ask. */
export interface Reader {
  readonly graph: ShapesGraph
  /** The shape itself. */
  readonly node: RDF.Term
  /** Reads a shape that this one refers to. */
  shapeOf(node: RDF.Term): Shape
}

type Read = (value: RDF.Term, reader: Reader) => Requirement | undefined

/** The components that have one parameter (SHACL §4); `undefined` where the parameter asks for nothing. */
const SIMPLE: Readonly<Record<string, Read>> = {
  class: value => ({ type: 'class', class: value }),
  datatype: (value, { node }) => ({ type: 'datatype', datatype: named(value, 'datatype', node) }),
  nodeKind: (value, { node }) => ({ type: 'nodeKind', kinds: nodeKinds(value, node) }),
  minCount: (value, { node }) => ({ type: 'count', least: whole(value, 'minCount', node), most: Infinity }),
  maxCount: (value, { node }) => ({ type: 'count', least: 0, most: whole(value, 'maxCount', node) }),
  minLength: (value, { node }) => ({
    type: 'length',
    least: whole(value, 'minLength', node),
    most: Infinity,
  }),
  maxLength: (value, { node }) => ({ type: 'length', least: 0, most: whole(value, 'maxLength', node) }),
  minInclusive: range('>='),
  minExclusive: range('>'),
  maxInclusive: range('<='),
  maxExclusive: range('<'),
  languageIn: (value, { graph }) => ({
    type: 'languageIn',
    ranges: graph.list(value).map(range => range.value.toLowerCase()),
  }),
  uniqueLang: value => (isTrue(value) ? { type: 'uniqueLang' } : undefined),
  in: (value, { graph }) => ({ type: 'in', values: graph.list(value) }),
  hasValue: value => ({ type: 'hasValue', value }),
  equals: (value, { node }) => ({ type: 'equals', property: named(value, 'equals', node) }),
  disjoint: (value, { node }) => ({ type: 'disjoint', property: named(value, 'disjoint', node) }),
  lessThan: (value, { node }) => ({
    type: 'lessThan',
    relation: '<',
    property: named(value, 'lessThan', node),
  }),
  lessThanOrEquals: (value, { node }) => ({
    type: 'lessThan',
    relation: '<=',
    property: named(value, 'lessThanOrEquals', node),
  }),
  and: logical('and'),
  or: logical('or'),
  xone: logical('xone'),
  not: (value, { shapeOf }) => ({ type: 'not', shape: shapeOf(value) }),
  node: (value, { shapeOf }) => ({ type: 'node', shape: shapeOf(value) }),
  property: (value, { shapeOf }) => ({ type: 'property', shape: shapeOf(value) }),
}

/** Parameters of components that a processor of SHACL Core does not know: never passed over in silence. */
const UNSUPPORTED = new Set(['sparql', 'js', 'expression'].map(name => PREFIXES.sh + name))

/** Parameters that make a node that states them a shape (SHACL §2). */
export const PARAMETERS: ReadonlySet<string> = new Set(
  [...Object.keys(SIMPLE), 'pattern', 'closed', 'qualifiedValueShape'].map(name => PREFIXES.sh + name),
)

/**
 * Reads the constraints of a shape, in the order in which it states them.
 *
 * @throws {VocabularyError} where one is ill-formed, or is none of SHACL Core
 */
export function readConstraints(reader: Reader): ReadConstraint[] {
  const { graph, node } = reader
  const predicates = new Set(graph.about(node).map(quad => quad.predicate.value))
  return [...predicates].flatMap(predicate => {
    if (UNSUPPORTED.has(predicate))
      throw new VocabularyError(
        `${node.value} uses <${predicate}>, which is not a part of SHACL Core: remove it`,
      )
    if (!PARAMETERS.has(predicate)) return []
    const parameter = predicate.slice(PREFIXES.sh.length)
    return graph.objects(node, predicate).flatMap(value => readParameter(parameter, value, reader))
  })
}

function readParameter(parameter: string, value: RDF.Term, reader: Reader): ReadConstraint[] {
  if (parameter === 'pattern') return readPatterns(value, reader)
  if (parameter === 'closed') return readClosed(value, reader)
  if (parameter === 'qualifiedValueShape') return readQualified(value, reader)
  const requirement = SIMPLE[parameter]!(value, reader)
  return requirement
    ? [{ component: componentOf(parameter), requirement, parameters: [[parameter, value]] }]
    : []
}

function readPatterns(pattern: RDF.Term, { graph, node }: Reader): ReadConstraint[] {
  const flags = graph.objects(node, iri('sh:flags'))
  return (flags.length > 0 ? flags : [undefined]).map(flag => {
    try {
      const expression = new RegExp(pattern.value, flag?.value)
      return {
        component: componentOf('pattern'),
        requirement: { type: 'pattern', expression },
        parameters: [['pattern', pattern] as const, ...(flag ? [['flags', flag] as const] : [])],
      }
    } catch (cause) {
      throw new VocabularyError(`the sh:pattern of ${node.value} is no regular expression`, { cause })
    }
  })
}

function readClosed(closed: RDF.Term, { graph, node }: Reader): ReadConstraint[] {
  if (!isTrue(closed)) return []
  const paths = graph
    .objects(node, iri('sh:property'))
    .flatMap(property => graph.objects(property, iri('sh:path')))
  const ignored = graph.objects(node, iri('sh:ignoredProperties')).flatMap(list => graph.list(list))
  const allowed = [...paths.filter(({ termType }) => termType === 'NamedNode'), ...ignored]
  return [
    {
      component: componentOf('closed'),
      requirement: { type: 'closed', allowed },
      parameters: [['closed', closed]],
    },
  ]
}

function readQualified(value: RDF.Term, { graph, node, shapeOf }: Reader): ReadConstraint[] {
  const shape = shapeOf(value)
  const isDisjoint = graph.objects(node, iri('sh:qualifiedValueShapesDisjoint')).some(isTrue)
  const siblings = isDisjoint ? siblingsOf(value, node, graph).map(shapeOf) : []
  return (['qualifiedMinCount', 'qualifiedMaxCount'] as const).flatMap(parameter =>
    graph.objects(node, PREFIXES.sh + parameter).map(count => {
      const number = whole(count, parameter, node)
      const bounds =
        parameter === 'qualifiedMinCount' ? { least: number, most: Infinity } : { least: 0, most: number }
      return {
        component: componentOf(parameter),
        requirement: { type: 'qualified' as const, shape, siblings, ...bounds },
        parameters: [
          [parameter, count],
          ['qualifiedValueShape', value],
        ],
      }
    }),
  )
}

/** The other qualified value shapes of the shapes that this property shape is a property of (SHACL §4.7.3). */
function siblingsOf(value: RDF.Term, node: RDF.Term, graph: ShapesGraph): RDF.Term[] {
  return graph
    .subjectsOf(iri('sh:property'), node)
    .flatMap(parent => graph.objects(parent, iri('sh:property')))
    .flatMap(property => graph.objects(property, iri('sh:qualifiedValueShape')))
    .filter(sibling => !sibling.equals(value))
}

function range(relation: Relation): Read {
  return bound => ({ type: 'range', relation, bound })
}

function logical(type: 'and' | 'or' | 'xone'): Read {
  return (value, { graph, shapeOf }) => ({ type, shapes: graph.list(value).map(shapeOf) })
}

const NODE_KINDS: ReadonlyMap<string, readonly RDF.Term['termType'][]> = new Map([
  [iri('sh:IRI'), ['NamedNode']],
  [iri('sh:BlankNode'), ['BlankNode']],
  [iri('sh:Literal'), ['Literal']],
  [iri('sh:BlankNodeOrIRI'), ['BlankNode', 'NamedNode']],
  [iri('sh:BlankNodeOrLiteral'), ['BlankNode', 'Literal']],
  [iri('sh:IRIOrLiteral'), ['NamedNode', 'Literal']],
])

function nodeKinds(value: RDF.Term, node: RDF.Term): readonly RDF.Term['termType'][] {
  const kinds = NODE_KINDS.get(value.value)
  if (!kinds) throw new VocabularyError(`the sh:nodeKind of ${node.value} is none: ${value.value}`)
  return kinds
}

function named(value: RDF.Term, parameter: string, node: RDF.Term): RDF.NamedNode {
  if (value.termType !== 'NamedNode')
    throw new VocabularyError(`the sh:${parameter} of ${node.value} is no IRI: ${value.value}`)
  return value
}

function whole(value: RDF.Term, parameter: string, node: RDF.Term): number {
  if (value.termType !== 'Literal' || !/^\+?[0-9]{1,15}$/.test(value.value))
    throw new VocabularyError(`the sh:${parameter} of ${node.value} is no whole number: ${value.value}`)
  return Number(value.value)
}

function isTrue(value: RDF.Term): boolean {
  return value.termType === 'Literal' && value.value === 'true'
}

/** A component is named after its parameter: `minCount`, `MinCountConstraintComponent`. */
function componentOf(parameter: string): string {
  return `${parameter.charAt(0).toUpperCase()}${parameter.slice(1)}ConstraintComponent`
}
