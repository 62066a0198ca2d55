import { iri } from '../../../vocabulary/namespaces.ts'
import type { Cube, Property } from './cube.ts'
import type { Findings } from './findings.ts'
import * as messages from './messages.ts'

/** IC-7 to IC-10, and IC-18: slices and their keys agree with structures and data sets. */
export function checkSlices(
  { nodes, properties, entries, classes, relations, budget }: Cube,
  findings: Findings,
): void {
  const declared = new Set<string>()
  for (const structure of relations.sliceKey.subjects) {
    const keys = relations.sliceKey.of(structure)
    const isDefined = classes.DataStructureDefinition.has(structure)
    const components = new Set<string>()
    for (const component of relations.component.of(structure)) {
      const names = relations.componentProperty.of(component)
      budget.spend(names.size)
      for (const name of names) components.add(name)
    }
    for (const key of keys) {
      if (isDefined) declared.add(key)
      if (!classes.SliceKey.has(key)) continue
      const names = relations.componentProperty.of(key)
      budget.spend(names.size)
      for (const name of names) {
        if (components.has(name)) continue
        const message = messages.foreignSliceKey(structure)
        findings.add(8, { node: key, path: iri('qb:componentProperty'), value: name, message })
      }
    }
  }
  for (const node of classes.SliceKey) {
    if (!declared.has(node)) {
      findings.add(7, { node, path: iri('qb:sliceKey'), message: messages.undeclaredSliceKey() })
    }
  }
  for (const node of classes.Slice) {
    const { size } = relations.sliceStructure.of(node)
    if (size !== 1) {
      findings.add(9, { node, path: iri('qb:sliceStructure'), message: messages.sliceStructures(size) })
    }
  }
  for (const node of relations.sliceStructure.subjects) {
    const present = new Set<Property>()
    entries.visit(nodes.get(node)!, property => present.add(property))
    for (const key of relations.sliceStructure.of(node)) {
      const names = relations.componentProperty.of(key)
      budget.spend(names.size)
      for (const name of names) {
        if (present.has(properties.get(name)!)) continue
        findings.add(10, { node, path: name, message: messages.sliceWithoutDimension() })
      }
    }
  }
  for (const dataSet of relations.slice.subjects) {
    for (const slice of relations.slice.of(dataSet)) {
      const observations = relations.observation.of(slice)
      budget.spend(observations.size)
      for (const node of observations) {
        const { dataSets } = nodes.get(node)!
        budget.spend(dataSets.length)
        if (dataSets.includes(dataSet)) continue
        const message = messages.sliceOfOtherDataSet(slice)
        findings.add(18, { node, path: iri('qb:dataSet'), value: dataSet, message })
      }
    }
  }
}
