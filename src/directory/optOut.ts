import { dirname, resolve } from 'node:path'
import type { Actor } from '../actor/actor.ts'
import type { Merge } from '../actor/duplicates/mergeDuplicates.ts'
import { withoutLinks } from '../actor/links.ts'
import { createOptOut, findUnmatchedOptOuts } from '../actor/optOut.ts'
import type { Configuration } from '../configuration/configuration.ts'
import type { Effects } from '../effects.ts'
import { openSource } from '../sources/openSource.ts'
import type { ValidationResult } from '../validation/report.ts'
import { unmatchedOptOut } from './messages.ts'

/** A directory without those that are never to be published. */
export interface OptedOut {
  readonly actors: readonly Actor[]
  /** IRIs of the records that are left out. */
  readonly removed: ReadonlySet<string>
  /** Whether the list has this identifier: rows that were rejected are nobody yet, and are not to be told of either. */
  isListed(identifier: string): boolean
  /** Lines of the list that name nobody, by place only. */
  readonly results: readonly ValidationResult[]
}

/**
 * Leaves out the actors that the opt-out list names, after all else is done: also those that were merged of one that
 * it names. Links to them go with them.
 *
 * @throws {SourceError} where the list cannot be read
 */
export async function applyOptOut(
  actors: readonly Actor[],
  merges: readonly Merge[],
  configuration: Configuration,
  effects: Effects,
): Promise<OptedOut> {
  const { optOut: file, path: configurationPath } = configuration
  if (file === undefined) return { actors, removed: new Set(), isListed: () => false, results: [] }
  const path = resolve(dirname(configurationPath), file)
  const listed = await identifiersOf(path, file, effects)
  const isOut = createOptOut(listed.map(({ identifier }) => identifier))
  const originals = new Map(merges.map(({ kept, originals }) => [kept, originals.map(({ actor }) => actor)]))
  const removed = new Set<string>()
  const kept = actors.filter(actor => {
    const records = [actor, ...(originals.get(actor.id) ?? [])]
    if (!records.some(isOut)) return true
    for (const { id } of records) removed.add(id)
    return false
  })
  const records = merges.flatMap(({ originals }) => originals.map(({ actor }) => actor))
  const unmatched = findUnmatchedOptOuts(
    listed.map(({ identifier }) => identifier),
    [...actors, ...records],
  )
  return {
    actors: removed.size === 0 ? kept : kept.map(actor => withoutLinks(actor, iri => removed.has(iri))),
    removed,
    isListed: identifier => isOut({ id: '', source: '', key: identifier, name: '' }),
    results: unmatched.map(position => ({
      severity: 'warning',
      code: 'unmatched-opt-out',
      message: unmatchedOptOut(),
      source: { file, line: listed[position]!.line },
    })),
  }
}

/** The first cell of each line. */
async function identifiersOf(
  path: string,
  displayName: string,
  effects: Effects,
): Promise<{ identifier: string; line: number }[]> {
  const source = await openSource(path, { displayName, effects, format: 'csv', headerRows: 0 })
  const identifiers: { identifier: string; line: number }[] = []
  for await (const batch of source.batches()) {
    for (const { cells, line } of batch)
      identifiers.push({ identifier: [cells[0] ?? ''].flat().join(''), line })
  }
  return identifiers.filter(({ identifier }) => identifier.trim() !== '')
}
