import { iri } from '../../../vocabulary/namespaces.ts'
import { type Cube, distinct, type Node, type Property } from './cube.ts'
import type { Findings } from './findings.ts'
import * as messages from './messages.ts'
import { type Structure, structures } from './structures.ts'

/**
 * Components that are looked for in vain on one observation: enough to show what is wrong, and an observation that has
 * few values is not asked for each component of a structure that has many.
 */
const SHOWN = 5

/** A data set, and its observations by their keys. */
interface DataSet {
  readonly structure: Structure
  /** The first observation with the same values of all dimensions. */
  readonly places: Map<string, Node>
  /** Those with the same values of all dimensions but the measure. */
  readonly points: Map<string, Node[]>
}

/**
 * IC-1, and IC-11 to IC-17: each observation is of one data set, and has what its structure asks for.
 *
 * Observations are compared by keys of their values, not in pairs. One that lacks a dimension is compared with those
 * that lack the same; one that has several values of a dimension, with none.
 */
export function checkObservations(cube: Cube, findings: Findings): void {
  const structureOf = structures(cube)
  const measureType = cube.properties.get(iri('qb:measureType'))!
  const dataSets = new Map<string, DataSet>()

  for (const node of cube.nodes.values()) {
    const keys = distinct(node.dataSets)
    if (node.isObservation && keys.length !== 1) {
      const message = messages.dataSetsOf(keys.length)
      findings.add(1, { node: node.key, path: iri('qb:dataSet'), message })
    }
    if (keys.length === 0) continue
    cube.entries.visit(node, (property, value) => gather(node, property, value))
    for (const key of keys) {
      const known = dataSets.get(key) ?? {
        structure: structureOf(key),
        places: new Map(),
        points: new Map(),
      }
      dataSets.set(key, known)
      checkIn(known, node)
    }
  }
  for (const { structure, points } of dataSets.values()) {
    const wanted = structure.measureComponents
    for (const nodes of points.values()) {
      if (nodes.length === wanted) continue
      const message = messages.measuresAtPoint(nodes.length, wanted)
      for (const { key } of nodes) findings.add(17, { node: key, path: measureType.iri, message })
    }
  }

  function checkIn(dataSet: DataSet, node: Node): void {
    const { structure } = dataSet
    const lacking = absent(structure.dimensions, node)
    if (lacking.length > 0) {
      const message = messages.withoutDimensions(names(lacking), lacking.length === SHOWN)
      findings.add(11, { node: node.key, path: lacking[0]!.iri, message })
    }
    if (lacking.length < SHOWN) compare(dataSet, node)

    const attributes = absent(structure.required, node)
    if (attributes.length > 0) {
      const message = messages.withoutRequired(names(attributes), attributes.length === SHOWN)
      findings.add(13, { node: node.key, path: attributes[0]!.iri, message })
    }
    if (!structure.hasMeasureType) {
      const measures = absent(structure.measures, node)
      if (measures.length === 0) return
      const message = messages.withoutMeasures(names(measures), measures.length === SHOWN)
      findings.add(14, { node: node.key, path: measures[0]!.iri, message })
    } else if (measureType.seenOn === node) {
      checkMeasureType(node, structure)
    }
  }

  /** IC-15 and IC-16, of each measure that the observation says it is of. */
  function checkMeasureType(node: Node, { measures }: Structure): void {
    const own: Property[] = []
    const types: string[] = []
    cube.entries.visit(node, (property, value) => {
      if (measures.has(property)) own.push(property)
      if (property === measureType) types.push(cube.values[value]!)
    })
    for (const name of types) {
      if (cube.properties.get(name)?.seenOn !== node) {
        findings.add(15, { node: node.key, path: name, message: messages.withoutItsMeasure() })
      }
      const other = own.find(({ iri }) => iri !== name)
      if (other) {
        findings.add(16, { node: node.key, path: other.iri, message: messages.withOtherMeasure(name) })
      }
    }
  }

  /** IC-12 and, by the key without the measure, IC-17. */
  function compare({ structure, places, points }: DataSet, node: Node): void {
    let place = ''
    let point = ''
    let isThere = false
    for (const dimension of structure.dimensions) {
      const has = dimension.seenOn === node
      if (has && dimension.hasSeveral && dimension !== measureType) return
      isThere ||= has
      const part = has ? `${dimension.value},` : '-,'
      place += part
      if (dimension !== measureType) point += part
    }
    if (isThere) {
      const first = places.get(place)
      if (!first) places.set(place, node)
      else findings.add(12, { node: node.key, value: first.key, message: messages.duplicate(first.key) })
    }
    if (measureType.seenOn !== node || structure.measureComponents === 0) return
    const known = points.get(point)
    if (known) known.push(node)
    else points.set(point, [node])
  }
}

/** Notes on a property what an observation has of it. */
function gather(node: Node, property: Property, value: number): void {
  if (property.seenOn !== node) {
    property.seenOn = node
    property.value = value
    property.hasSeveral = false
  } else if (property.value !== value) {
    property.hasSeveral = true
  }
}

/** The first ones that the observation last gathered lacks. */
function absent(properties: Iterable<Property>, node: Node): readonly Property[] {
  const lacking: Property[] = []
  for (const property of properties) {
    if (property.seenOn === node) continue
    if (lacking.push(property) === SHOWN) break
  }
  return lacking
}

function names(properties: readonly Property[]): readonly string[] {
  return properties.map(({ iri }) => iri)
}
