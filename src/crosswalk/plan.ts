import { columnPattern } from './columnPattern.ts'
import type { CompiledTarget, Crosswalk } from './createCrosswalk.ts'
import type { CellStatus, Derivation } from './crosswalk.ts'

/** What is to be done with the cells of a column. */
export interface PlannedColumn {
  readonly column: string
  readonly targets: readonly CompiledTarget[]
  /** Whether it tells records apart, or joins tables. */
  readonly isKey: boolean
  /** Whether a derivation, a part or a condition looks at it. */
  readonly isUsed: boolean
  /** The fate of its cells where nobody reads them. */
  readonly otherwise: CellStatus
}

/** The plan of all columns, by position. */
export type Plan = readonly PlannedColumn[] & { readonly hasUsed: boolean }

const plans = new WeakMap<readonly string[], { readonly crosswalk: Crosswalk; readonly plan: Plan }>()

/** The plan of the columns that rows share. It is made anew where columns came to them. */
export function planOf(columns: readonly string[], crosswalk: Crosswalk): Plan {
  const known = plans.get(columns)
  if (known && known.crosswalk === crosswalk && known.plan.length === columns.length) return known.plan
  const used = usedColumns(columns, crosswalk)
  const keys = new Set([...crosswalk.definition.key, ...(crosswalk.definition.joinedBy ?? [])])
  const planned = columns.map(column => ({
    column,
    targets: crosswalk.columns.get(column) ?? [],
    isKey: keys.has(column),
    isUsed: used.has(column),
    otherwise: crosswalk.isIgnored(column) ? ('ignored' as const) : ('unmapped' as const),
  }))
  const plan = Object.assign(planned, { hasUsed: used.size > 0 })
  plans.set(columns, { crosswalk, plan })
  return plan
}

/** Of these columns, those that derivations, parts and conditions look at. */
export function usedColumns(columns: readonly string[], crosswalk: Crosswalk): Set<string> {
  const named = [
    ...crosswalk.derivations.flatMap(({ definition }) => [
      ...columnsOf(definition, columns),
      ...(definition.when?.columns ?? []),
      ...(definition.where?.columns ?? []),
    ]),
    ...crosswalk.parts.flatMap(part => [...part.columns.keys()]),
    ...[...crosswalk.columns.values()]
      .flat()
      .flatMap(({ options: { when, where } }) => [...(when?.columns ?? []), ...(where?.columns ?? [])]),
  ]
  const present = new Set(columns)
  return new Set(named.filter(column => present.has(column)))
}

/** The columns that a derivation takes its values from; `*` in a name stands for anything. */
export function columnsOf(derivation: Derivation, columns: readonly string[]): readonly string[] {
  switch (derivation.from) {
    case 'constant':
      return []
    case 'join':
    case 'first':
      return derivation.columns
    case 'each':
      return derivation.columns.flatMap(name => (name.includes('*') ? expand(name, columns) : [name]))
    case 'options':
      return Object.keys(derivation.options)
    case 'coordinates':
      return [derivation.x, derivation.y]
    case 'point':
      return [derivation.column]
  }
}

function expand(name: string, columns: readonly string[]): string[] {
  const pattern = columnPattern(name)
  return columns.filter(column => pattern.test(column))
}
