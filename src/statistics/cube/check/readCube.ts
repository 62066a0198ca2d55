import type * as RDF from '@rdfjs/types'
import { iri } from '../../../vocabulary/namespaces.ts'
import {
  Budget,
  type ClassName,
  type Cube,
  type Misfit,
  type Node,
  type Property,
  Relation,
  type RelationName,
} from './cube.ts'
import { Entries, NONE } from './entries.ts'
import { datatypesAmong, rangeTest } from './ranges.ts'
import { nodeKey, valueKey } from './terms.ts'

const CLASSES: Readonly<Record<ClassName, string>> = {
  DataSet: iri('qb:DataSet'),
  DataStructureDefinition: iri('qb:DataStructureDefinition'),
  Slice: iri('qb:Slice'),
  SliceKey: iri('qb:SliceKey'),
  HierarchicalCodeList: iri('qb:HierarchicalCodeList'),
  Concept: iri('skos:Concept'),
  ConceptScheme: iri('skos:ConceptScheme'),
  Collection: iri('skos:Collection'),
}

const RELATIONS: Readonly<Record<RelationName, string>> = {
  structure: iri('qb:structure'),
  component: iri('qb:component'),
  componentProperty: iri('qb:componentProperty'),
  componentRequired: iri('qb:componentRequired'),
  componentAttachment: iri('qb:componentAttachment'),
  slice: iri('qb:slice'),
  sliceKey: iri('qb:sliceKey'),
  sliceStructure: iri('qb:sliceStructure'),
  observation: iri('qb:observation'),
  codeList: iri('qb:codeList'),
  hierarchyRoot: iri('qb:hierarchyRoot'),
  parentChildProperty: iri('qb:parentChildProperty'),
  range: iri('rdfs:range'),
  inScheme: iri('skos:inScheme'),
  member: iri('skos:member'),
  inverseOf: iri('owl:inverseOf'),
}

/** The roles of component properties: the class of each, and the property that gives it to a component (§10.1). */
const ROLES = [
  ['isDimension', iri('qb:DimensionProperty'), iri('qb:dimension')],
  ['isMeasure', iri('qb:MeasureProperty'), iri('qb:measure')],
  ['isAttribute', iri('qb:AttributeProperty'), iri('qb:attribute')],
] as const

const MEASURE_TYPE = iri('qb:measureType')

type Handler = (subject: string, object: RDF.Term) => void

/**
 * Reads a cube in two passes, closed under the first phase of normalisation (Data Cube §10.1): what it is made of, then
 * the values of its components. Graphs that quads are in make no difference.
 */
export function readCube(quads: Iterable<RDF.Quad>): Cube {
  const again = Array.isArray(quads) || 'match' in quads ? quads : [...quads]
  const nodes = new Map<string, Node>()
  const properties = new Map<string, Property>()
  const classes = mapRecord(CLASSES, () => new Set<string>())
  const relations = mapRecord(RELATIONS, () => new Relation())
  const node = (key: string) => getOrMake(nodes, key, makeNode)
  const property = (key: string) => getOrMake(properties, key, makeProperty)

  const types = new Map<string, (subject: string) => void>([
    [iri('qb:Observation'), subject => (node(subject).isObservation = true)],
    ...(Object.keys(CLASSES) as ClassName[]).map(
      name => [CLASSES[name], (subject: string) => classes[name].add(subject)] as const,
    ),
    ...ROLES.map(([role, type]) => [type, (subject: string) => (property(subject)[role] = true)] as const),
  ])
  const handlers = new Map<string, Handler>(
    (Object.keys(RELATIONS) as RelationName[]).map(name => [
      RELATIONS[name],
      (subject, object) => relations[name].add(subject, valueKey(object)),
    ]),
  )
  handlers.set(iri('rdf:type'), (subject, object) => types.get(object.value)?.(subject))
  handlers.set(iri('qb:dataSet'), (subject, object) => {
    const observation = node(subject)
    observation.isObservation = true
    if (observation.dataSets.length === 0) observation.dataSets = [nodeKey(object)]
    else observation.dataSets.push(nodeKey(object))
    classes.DataSet.add(nodeKey(object))
  })
  handlers.set(RELATIONS.observation, (subject, object) => {
    node(nodeKey(object)).isObservation = true
    relations.observation.add(subject, nodeKey(object))
  })
  handlers.set(RELATIONS.slice, (subject, object) => {
    classes.Slice.add(nodeKey(object))
    relations.slice.add(subject, nodeKey(object))
  })
  handlers.set(RELATIONS.componentProperty, (subject, object) => {
    property(nodeKey(object))
    relations.componentProperty.add(subject, nodeKey(object))
  })
  for (const [role, , predicate] of ROLES) {
    handlers.set(predicate, (subject, object) => {
      property(nodeKey(object))[role] = true
      relations.componentProperty.add(subject, nodeKey(object))
    })
  }
  handlers.set(MEASURE_TYPE, (_, object) => property(nodeKey(object)))

  let count = 0
  for (const { subject, predicate, object } of again) {
    handlers.get(predicate.value)?.(nodeKey(subject), object)
    count++
  }
  property(MEASURE_TYPE)
  for (const key of [...classes.DataSet, ...classes.Slice, ...relations.sliceStructure.subjects]) node(key)
  const hierarchies = hierarchyProperties(relations)
  const values = readValues(again, nodes, properties, relations, hierarchies)
  return { nodes, properties, ...values, classes, relations, hierarchies, budget: new Budget(count) }
}

/** What stands for the values of measures and attributes: it only matters that there are some. */
const ANY = -1

function isCompared({ isDimension, iri: name }: Property): boolean {
  return isDimension || name === MEASURE_TYPE
}

function readValues(
  quads: Iterable<RDF.Quad>,
  nodes: ReadonlyMap<string, Node>,
  properties: ReadonlyMap<string, Property>,
  { range }: Cube['relations'],
  hierarchies: Cube['hierarchies'],
): Pick<Cube, 'entries' | 'values' | 'misfits'> {
  const entries = new Entries()
  const misfits: Misfit[] = []
  const tests = new Map(
    [...properties.values()].flatMap(property => {
      if (!property.isDimension && !property.isMeasure) return []
      const datatypes = datatypesAmong(range.of(property.iri))
      return datatypes.length === 0 ? [] : [[property, rangeTest(property, datatypes)] as const]
    }),
  )
  const places = new Map<string, number>()
  const values: string[] = []
  let node: Node | undefined
  let key = ''
  for (const { subject, predicate, object } of quads) {
    const property = properties.get(predicate.value)
    if (property) {
      const subjectKey = nodeKey(subject)
      // Quads about a subject mostly follow each other.
      if (subjectKey !== key) {
        key = subjectKey
        node = nodes.get(subjectKey)
      }
      if (node) {
        entries.add(node, property, isCompared(property) ? placeOf(valueKey(object)) : ANY)
        const missed = tests.get(property)?.(object)
        if (missed !== undefined) misfits.push({ node, property, term: object, range: missed })
      }
    }
    const hierarchy = hierarchies.size > 0 ? hierarchies.get(predicate.value) : undefined
    hierarchy?.down.add(nodeKey(subject), valueKey(object))
    hierarchy?.up.add(valueKey(object), nodeKey(subject))
  }
  return { entries, values, misfits }

  function placeOf(key: string): number {
    const known = places.get(key)
    if (known !== undefined) return known
    places.set(key, values.length)
    return values.push(key) - 1
  }
}

function hierarchyProperties({ parentChildProperty, inverseOf }: Cube['relations']) {
  const hierarchies = new Map<string, { down: Relation; up: Relation }>()
  for (const list of parentChildProperty.subjects) {
    for (const link of parentChildProperty.of(list)) {
      for (const key of link.startsWith('_:') ? inverseOf.of(link) : [link]) {
        getOrMake(hierarchies, key, () => ({ down: new Relation(), up: new Relation() }))
      }
    }
  }
  return hierarchies
}

/** Shared by all nodes without a data set, and never changed. */
const NO_DATA_SET: string[] = []

function makeNode(key: string): Node {
  return { key, isObservation: false, dataSets: NO_DATA_SET, firstEntry: NONE, lastEntry: NONE }
}

function makeProperty(iri: string): Property {
  return {
    iri,
    isDimension: false,
    isMeasure: false,
    isAttribute: false,
    seenOn: undefined,
    value: 0,
    hasSeveral: false,
  }
}

function getOrMake<Value>(map: Map<string, Value>, key: string, make: (key: string) => Value): Value {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make(key)
  map.set(key, made)
  return made
}

function mapRecord<Key extends string, Value>(record: Readonly<Record<Key, string>>, make: () => Value) {
  return Object.fromEntries(Object.keys(record).map(key => [key, make()])) as Record<Key, Value>
}
