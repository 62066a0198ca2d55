import { iri } from '../../../vocabulary/namespaces.ts'
import { type Cube, distinct, type Node, type Property } from './cube.ts'

/**
 * Gives observations the values that stand on their data set or slice (Data Cube §10.2): of components that are
 * attached there, and of dimensions of slices whether they are said to be or not.
 */
export function pushDown({ nodes, properties, entries, classes, relations, budget }: Cube): void {
  const members = new Map<string, Node[]>()
  for (const node of nodes.values()) {
    for (const dataSet of distinct(node.dataSets)) {
      const known = members.get(dataSet)
      if (known) known.push(node)
      else members.set(dataSet, [node])
    }
  }
  for (const key of new Set([...classes.DataSet, ...relations.structure.subjects])) {
    const attached = new Set<Property>()
    const slicewise = new Set<Property>()
    for (const structure of relations.structure.of(key)) {
      for (const component of relations.component.of(structure)) {
        const names = relations.componentProperty.of(component)
        budget.spend(1 + names.size)
        for (const name of names) {
          const property = properties.get(name)!
          if (relations.componentAttachment.has(component, iri('qb:DataSet'))) attached.add(property)
          const isOfSlices = relations.componentAttachment.has(component, iri('qb:Slice'))
          if (isOfSlices || property.isDimension) slicewise.add(property)
        }
      }
    }
    give(nodes.get(key), attached, members.get(key) ?? [])
    for (const slice of relations.slice.of(key)) {
      const observations = relations.observation.of(slice)
      budget.spend(1 + observations.size)
      give(
        nodes.get(slice),
        slicewise,
        [...observations].map(observation => nodes.get(observation)!),
      )
    }
  }

  function give(from: Node | undefined, some: ReadonlySet<Property>, to: readonly Node[]): void {
    if (!from || some.size === 0) return
    entries.visit(from, (property, value) => {
      if (!some.has(property)) return
      budget.spend(to.length)
      for (const node of to) entries.add(node, property, value)
    })
  }
}
