import type { ConceptScheme } from '../vocabulary/concept.ts'
import { createMatcher, type Matcher } from '../vocabulary/matcher.ts'
import type { ColumnTarget, CrosswalkContext, SourceCrosswalk } from './crosswalk.ts'
import { type Field, findField } from './fields.ts'
import { createTerritoryFinder, type TerritoryFinder } from './territory.ts'

/** A target whose field and matcher are found. */
export interface CompiledTarget extends Omit<ColumnTarget, 'field'> {
  readonly name: string
  readonly field: Field
  readonly scheme?: ConceptScheme
  readonly matcher?: Matcher
}

/** A crosswalk that is ready to map rows. */
export interface Crosswalk {
  readonly definition: SourceCrosswalk
  readonly context: CrosswalkContext
  readonly columns: ReadonlyMap<string, readonly CompiledTarget[]>
  readonly territories: TerritoryFinder
  isNull(text: string): boolean
}

/** Makes a crosswalk ready: fields are looked up and matchers built once, not per row. */
export function createCrosswalk(definition: SourceCrosswalk, context: CrosswalkContext): Crosswalk {
  const nullMarkers = new Set(definition.nullMarkers.map(marker => marker.toLowerCase()))
  const matchers = new Map<ConceptScheme, Matcher>()
  const compile = (target: ColumnTarget): CompiledTarget => {
    const { field: name, ...rest } = target
    const field = findField(name, context.fields)
    if (!field) throw new RangeError(`no field "${name}"`)
    const scheme = field.kind === 'concept' ? context.schemeOf(name) : undefined
    if (!scheme) return { ...rest, name, field }
    const matcher = matchers.get(scheme) ?? createMatcher(scheme)
    matchers.set(scheme, matcher)
    return { ...rest, name, field, scheme, matcher }
  }
  return {
    definition,
    context,
    columns: new Map([...definition.columns].map(([column, targets]) => [column, targets.map(compile)])),
    territories: createTerritoryFinder(context.communes, context.departments, context.regionSchemes),
    isNull: text => text === '' || nullMarkers.has(text.toLowerCase()),
  }
}
