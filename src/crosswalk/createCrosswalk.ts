import { type CommuneFinder, createCommuneFinder } from '../vocabulary/communeFinder.ts'
import type { ConceptScheme } from '../vocabulary/concept.ts'
import { normaliseLabel } from '../vocabulary/label.ts'
import { createMatcher, type Matcher } from '../vocabulary/matcher.ts'
import { columnPattern, escapePattern } from './columnPattern.ts'
import { createTester, type Tester } from './condition.ts'
import type {
  ColumnTarget,
  CrosswalkContext,
  Derivation,
  PartDefinition,
  SourceCrosswalk,
  ValueOptions,
} from './crosswalk.ts'
import { type Field, findField } from './fields.ts'
import type { Outcome } from './readText.ts'
import { partsOfLabels } from './splitCell.ts'
import { createTerritoryFinder, type TerritoryFinder } from './territory.ts'

/** How texts become values of a field, its parts found. */
export interface CompiledTarget {
  readonly name: string
  readonly field: Field
  readonly options: ValueOptions
  readonly scheme?: ConceptScheme
  readonly matcher?: Matcher
  /** What separates the values of a cell. */
  readonly separator?: string | RegExp
  /** Where labels have it in them, how many parts the longest one has. Default: 1. */
  readonly partsOfLabel?: number
  readonly when?: Tester
  /** Of the elements of a list. */
  readonly where?: Tester
  /** What texts turned out to be: directories repeat themselves. */
  readonly outcomes: Map<string, Outcome>
}

/** A part of a record, its targets found. */
export interface CompiledPart {
  readonly definition: PartDefinition
  /** By the name of the column in the row, prefix included. */
  readonly columns: ReadonlyMap<string, CompiledTarget>
}

/** A crosswalk that is ready to map rows. */
export interface Crosswalk {
  readonly definition: SourceCrosswalk
  readonly context: CrosswalkContext
  readonly columns: ReadonlyMap<string, readonly CompiledTarget[]>
  readonly derivations: readonly { readonly definition: Derivation; readonly target: CompiledTarget }[]
  readonly parts: readonly CompiledPart[]
  readonly territories: TerritoryFinder
  readonly communeFinder: CommuneFinder
  isNull(text: string): boolean
  /** Whether a column is left out on purpose, by its name or by a pattern. */
  isIgnored(column: string): boolean
  /** {@link normaliseLabel}, remembered. */
  normalise(text: string): string
}

/**
 * Makes a crosswalk ready: fields are looked up and matchers built once, not per row.
 *
 * @throws {RangeError} where it names a field that there is not
 */
export function createCrosswalk(definition: SourceCrosswalk, context: CrosswalkContext): Crosswalk {
  const nullMarkers = new Set(definition.nullMarkers.map(marker => marker.toLowerCase()))
  const longestMarker = Math.max(0, ...[...nullMarkers].map(({ length }) => length))
  const matchers = new Map<ConceptScheme, Matcher>()
  const normalise = remember(normaliseLabel)
  const compile = (options: ColumnTarget, prefix = ''): CompiledTarget => {
    const name = prefix + options.field
    const field = findField(name, context.fields)
    if (!field) throw new RangeError(`no field "${name}"`)
    const target = {
      name,
      field,
      options,
      outcomes: new Map<string, Outcome>(),
      ...(options.split === undefined ? {} : { separator: separatorOf([options.split].flat()) }),
      ...(options.when === undefined ? {} : { when: createTester(options.when, normalise) }),
      ...(options.where === undefined ? {} : { where: createTester(options.where, normalise) }),
    }
    const scheme = field.kind === 'concept' ? context.schemeOf(name) : undefined
    if (!scheme) return target
    const matcher = matchers.get(scheme) ?? createMatcher(scheme)
    matchers.set(scheme, matcher)
    const { separator } = target
    return {
      ...target,
      scheme,
      matcher,
      ...(separator === undefined ? {} : { partsOfLabel: partsOfLabels(scheme, separator) }),
    }
  }
  return {
    definition,
    context,
    columns: new Map(
      [...definition.columns].map(([column, targets]) => [column, targets.map(target => compile(target))]),
    ),
    derivations: definition.derive.map(derivation => ({
      definition: derivation,
      target: compile(derivation),
    })),
    parts: definition.parts.map(part => ({
      definition: part,
      columns: new Map(
        [...part.columns].map(([column, field]) => [
          partColumn(part, column),
          compile({ field }, `${part.into}.`),
        ]),
      ),
    })),
    territories: createTerritoryFinder(
      context.communes,
      context.departments,
      context.regionSchemes,
      context.collectivities,
    ),
    communeFinder: createCommuneFinder(context.communes),
    isIgnored: createIgnoreTest(definition),
    isNull: text => text === '' || (text.length <= longestMarker && nullMarkers.has(text.toLowerCase())),
    normalise,
  }
}

function createIgnoreTest({ ignore }: SourceCrosswalk): (column: string) => boolean {
  const patterns = [...ignore.keys()].filter(name => name.includes('*')).map(columnPattern)
  return column => ignore.has(column) || patterns.some(pattern => pattern.test(column))
}

/** Name in the row of a column that a part names. */
export function partColumn({ of }: PartDefinition, column: string): string {
  return of === undefined ? column : `${of}.${column}`
}

/** Longer separators first: they may hold shorter ones. */
function separatorOf(separators: readonly string[]): string | RegExp {
  if (separators.length === 1) return separators[0]!
  const alternatives = [...separators].sort((a, b) => b.length - a.length).map(escapePattern)
  return new RegExp(alternatives.join('|'))
}

/** Most of what is remembered at once; what comes after is computed anew. */
const REMEMBERED = 20_000

function remember(compute: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>()
  return text => {
    let result = known.get(text)
    if (result === undefined) {
      result = compute(text)
      if (known.size < REMEMBERED) known.set(text, result)
    }
    return result
  }
}
