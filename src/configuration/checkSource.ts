import { LINK_FIELDS } from '../actor/links.ts'
import type { Derivation, ValueOptions } from '../crosswalk/crosswalk.ts'
import { FIELD_NAMES, partFieldNames } from '../crosswalk/fields.ts'
import type { SourceConfiguration } from './configuration.ts'
import type { Problem } from './problem.ts'

/** A problem where a name is not among the known ones. */
export function checkKnown(
  known: readonly string[],
  name: string,
  path: readonly string[],
  what: string,
): Problem[] {
  if (known.includes(name)) return []
  return [{ path, message: `there is no ${what} "${name}"; known are ${known.join(', ')}` }]
}

/** The names that sources may use. */
export interface SourceNames {
  readonly fields: readonly string[]
  /** Fields whose values may be keys of records. */
  readonly references: readonly string[]
  /** Names of the sources that these records come from. */
  readonly sources: readonly string[]
}

/** The names that the sources of a directory may use. */
export function sourceNames(
  sources: readonly SourceConfiguration[],
  ownFields: readonly string[],
): SourceNames {
  return {
    fields: [...FIELD_NAMES, ...ownFields],
    references: LINK_FIELDS,
    sources: sources.map(({ name }) => name),
  }
}

/**
 * Holds the names that a source uses against what there is.
 *
 * @param at where it stands in the document
 */
export function checkSource(
  source: SourceConfiguration,
  at: readonly string[],
  names: SourceNames,
): Problem[] {
  const problems: Problem[] = []
  const checkTarget = (target: ValueOptions, path: readonly string[]) => {
    const { field, level, reference, scheme } = target
    problems.push(...checkKnown(names.fields, field, path, 'field'))
    const say = (message: string) => problems.push({ path, message })
    if (field === 'coverage' && !level) say('coverage needs a "level": region, departement or commune')
    if (field === 'otherIdentifiers' && !scheme) say('otherIdentifiers needs a "scheme": who gives them out')
    if (reference !== undefined) {
      if (!names.references.includes(field)) say(`"reference" is for ${names.references.join(', ')}`)
      problems.push(...checkKnown(names.sources, reference, path, 'source'))
    }
  }
  for (const [column, targets] of source.columns) {
    const path = [...at, 'columns', column]
    if (source.ignore.has(column))
      problems.push({ path, message: `the column "${column}" is both mapped and ignored` })
    for (const target of targets) checkTarget(target, path)
  }
  for (const derivation of source.derive) {
    const path = [...at, 'derive', derivation.field]
    checkTarget(derivation, path)
    if (derivation.field === 'location' && !isOfLocation(derivation))
      problems.push({ path, message: 'location takes "x" and "y", or a "point"' })
    if (derivation.field !== 'location' && isOfLocation(derivation))
      problems.push({ path, message: '"x", "y" and "point" are for location' })
  }
  for (const [index, part] of source.parts.entries()) {
    for (const [column, field] of part.columns) {
      const path = [...at, 'parts', String(index), 'columns', column]
      problems.push(...checkKnown(partFieldNames(part.into), field, path, `field of ${part.into}`))
    }
    if (part.into === 'sites' && ![...part.columns.values()].includes('key'))
      problems.push({ path: [...at, 'parts', String(index)], message: 'sites need a column for their "key"' })
  }
  return problems
}

function isOfLocation({ from }: Derivation): boolean {
  return from === 'coordinates' || from === 'point'
}
