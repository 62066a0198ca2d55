import { type Commune, departmentCodeOf } from './communes.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What a commune is part of, as IRIs. */
export interface TerritoriesOfCommune {
  /** Its département, or its overseas collectivity. */
  readonly department?: string
  /** Its region from 1970 to 2015; none in Mayotte, nor in a collectivity. */
  readonly region2010?: string
  /** Its region since 2016; none in a collectivity. */
  readonly region2016?: string
}

/** The département or overseas collectivity and the regions, then and now, that a commune lies in. */
export function territoriesOf(commune: Commune, { schemes }: Vocabulary): TerritoriesOfCommune {
  const [departments, collectivities] = [schemes.get('departements'), schemes.get('collectivites')]
  const code = departmentCodeOf(commune)
  const department = departments?.byNotation(code) ?? collectivities?.byNotation(code)
  if (!department) return {}
  const regionIn = (scheme: string) => department.parents.find(parent => schemes.get(scheme)?.get(parent))
  const [region2010, region2016] = [regionIn('regions-2010'), regionIn('regions-2016')]
  return {
    department: department.iri,
    ...(region2010 === undefined ? {} : { region2010 }),
    ...(region2016 === undefined ? {} : { region2016 }),
  }
}
