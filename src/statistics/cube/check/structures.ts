import { iri } from '../../../vocabulary/namespaces.ts'
import type { Cube, Property } from './cube.ts'

/** The components of a structure, or of all structures of a data set that has several. */
export interface Structure {
  readonly dimensions: readonly Property[]
  readonly measures: ReadonlySet<Property>
  /** How often a measure is a component, which is how often it counts in IC-17. */
  readonly measureComponents: number
  readonly required: readonly Property[]
  /** Whether it is one of the measure dimension approach (Data Cube §6.5.2). */
  readonly hasMeasureType: boolean
}

/** `componentRequired` as the constraints look for it: the literal, not its value. */
export const REQUIRED = `"true"^^${iri('xsd:boolean')}`
export const OPTIONAL = `"false"^^${iri('xsd:boolean')}`

/** Looks up the structure of data sets, each once. */
export function structures({ properties, relations, budget }: Cube): (dataSet: string) => Structure {
  const known = new Map<string, Structure>()
  return dataSet => {
    const definitions = [...relations.structure.of(dataSet)]
    // Data sets that share a structure share what is read of it.
    const key = definitions.length === 1 ? definitions[0]! : `data set ${dataSet}`
    const structure = known.get(key) ?? read(definitions)
    known.set(key, structure)
    return structure
  }

  function read(definitions: readonly string[]): Structure {
    const dimensions = new Set<Property>()
    const measures = new Set<Property>()
    const required = new Set<Property>()
    let measureComponents = 0
    for (const definition of definitions) {
      for (const component of relations.component.of(definition)) {
        const names = relations.componentProperty.of(component)
        budget.spend(1 + names.size)
        for (const name of names) {
          const property = properties.get(name)!
          if (property.isDimension) dimensions.add(property)
          if (property.isMeasure) {
            measures.add(property)
            measureComponents++
          }
          if (relations.componentRequired.has(component, REQUIRED)) required.add(property)
        }
      }
    }
    return {
      dimensions: [...dimensions],
      measures,
      measureComponents,
      required: [...required],
      hasMeasureType: definitions.some(definition =>
        [...relations.component.of(definition)].some(component =>
          relations.componentProperty.has(component, iri('qb:measureType')),
        ),
      ),
    }
  }
}
