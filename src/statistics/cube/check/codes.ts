import { type Cube, distinct, type Property } from './cube.ts'
import type { Findings } from './findings.ts'
import * as messages from './messages.ts'
import { structures } from './structures.ts'

/** What the values of a dimension have to be of: a code list, and how a value is looked up in it. */
interface Requirement {
  readonly constraint: 19 | 20 | 21
  readonly list: string
  has(value: string): boolean
  /** Places of the values that were found in it. */
  readonly found: Set<number>
}

/** IC-19 to IC-21: the values of dimensions are in their code lists and hierarchies. */
export function checkCodes(cube: Cube, findings: Findings): void {
  const { nodes, entries, values, budget } = cube
  const structureOf = structures(cube)
  const requirementsOf = codeLists(cube)
  const dimensions = new Map<string, ReadonlySet<Property>>()
  for (const node of nodes.values()) {
    // A value that was given to a slice too is told once.
    let told: Set<string> | undefined
    for (const dataSet of distinct(node.dataSets)) {
      const known = dimensions.get(dataSet) ?? new Set(structureOf(dataSet).dimensions)
      dimensions.set(dataSet, known)
      entries.visit(node, (property, place) => {
        if (!known.has(property)) return
        const requirements = requirementsOf(property)
        budget.spend(requirements.length)
        for (const { constraint, list, has, found } of requirements) {
          if (found.has(place)) continue
          const value = values[place]!
          if (has(value)) {
            found.add(place)
            continue
          }
          told ??= new Set()
          const key = `${constraint} ${property.iri} ${place} ${list}`
          if (told.has(key)) continue
          told.add(key)
          const message = messages.notInCodeList(list, constraint)
          findings.add(constraint, { node: node.key, path: property.iri, value, message })
        }
      })
    }
  }
}

function codeLists(cube: Cube): (dimension: Property) => readonly Requirement[] {
  const known = new Map<Property, readonly Requirement[]>()
  const ofList = new Map<string, readonly Requirement[]>()
  return dimension => {
    const requirements =
      known.get(dimension) ??
      [...cube.relations.codeList.of(dimension.iri)].flatMap(list => {
        const ofThis = ofList.get(list) ?? requirementsOf(list, cube)
        ofList.set(list, ofThis)
        return ofThis
      })
    known.set(dimension, requirements)
    return requirements
  }
}

function requirementsOf(list: string, cube: Cube): readonly Requirement[] {
  const { classes, relations, hierarchies } = cube
  const requirements: Requirement[] = []
  if (classes.ConceptScheme.has(list)) {
    const has = (value: string) => classes.Concept.has(value) && relations.inScheme.has(value, list)
    requirements.push({ constraint: 19, list, has, found: new Set() })
  }
  if (classes.Collection.has(list)) {
    const members = reachable(relations.member.of(list), value => relations.member.of(value), cube)
    requirements.push({
      constraint: 19,
      list,
      has: value => classes.Concept.has(value) && members.has(value),
      found: new Set(),
    })
  }
  if (classes.HierarchicalCodeList.has(list)) {
    const roots = relations.hierarchyRoot.of(list)
    for (const link of relations.parentChildProperty.of(list)) {
      // A blank node stands for the inverse of a property (Data Cube §8.2).
      const isInverse = link.startsWith('_:')
      for (const property of isInverse ? relations.inverseOf.of(link) : [link]) {
        const { up, down } = hierarchies.get(property)!
        const codes = reachable(roots, value => (isInverse ? up : down).of(value), cube)
        requirements.push({
          constraint: isInverse ? 21 : 20,
          list,
          has: value => codes.has(value),
          found: new Set(),
        })
      }
    }
  }
  return requirements
}

/** Some nodes and all that they lead to. */
function reachable(
  from: Iterable<string>,
  next: (node: string) => ReadonlySet<string>,
  { budget }: Cube,
): ReadonlySet<string> {
  const reached = new Set(from)
  for (const node of reached) {
    const found = next(node)
    budget.spend(1 + found.size)
    for (const one of found) reached.add(one)
  }
  return reached
}
