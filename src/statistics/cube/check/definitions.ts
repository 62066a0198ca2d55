import { iri } from '../../../vocabulary/namespaces.ts'
import type { Cube } from './cube.ts'
import type { Findings } from './findings.ts'
import * as messages from './messages.ts'
import { OPTIONAL } from './structures.ts'

/** IC-2 to IC-6: data sets, structures and dimensions are defined as they have to be. */
export function checkDefinitions({ properties, classes, relations, budget }: Cube, findings: Findings): void {
  for (const node of classes.DataSet) {
    const { size } = relations.structure.of(node)
    if (size !== 1) findings.add(2, { node, path: iri('qb:structure'), message: messages.structuresOf(size) })
  }
  for (const node of classes.DataStructureDefinition) {
    const hasMeasure = [...relations.component.of(node)].some(component => {
      const names = relations.componentProperty.of(component)
      budget.spend(names.size)
      return [...names].some(name => properties.get(name)!.isMeasure)
    })
    if (!hasMeasure) findings.add(3, { node, path: iri('qb:component'), message: messages.noMeasure() })
  }
  for (const { iri: node, isDimension } of properties.values()) {
    if (!isDimension) continue
    const ranges = relations.range.of(node)
    if (ranges.size === 0) findings.add(4, { node, path: iri('rdfs:range'), message: messages.noRange() })
    if (ranges.has(iri('skos:Concept')) && relations.codeList.of(node).size === 0) {
      findings.add(5, { node, path: iri('qb:codeList'), message: messages.noCodeList() })
    }
  }
  const components = new Set<string>()
  for (const structure of relations.component.subjects) {
    for (const component of relations.component.of(structure)) components.add(component)
  }
  for (const component of components) {
    if (!relations.componentRequired.has(component, OPTIONAL)) continue
    for (const node of relations.componentProperty.of(component)) {
      if (properties.get(node)!.isAttribute) continue
      findings.add(6, { node, path: iri('qb:componentRequired'), message: messages.optionalComponent() })
    }
  }
}
