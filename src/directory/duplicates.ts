import { dirname, resolve } from 'node:path'
import type { Actor } from '../actor/actor.ts'
import { type Decision, undecidedPairs } from '../actor/duplicates/decision.ts'
import { readDecisions, writeDecisions } from '../actor/duplicates/decisionsFile.ts'
import { findDuplicates } from '../actor/duplicates/findDuplicates.ts'
import { type Merge, mergeDuplicates } from '../actor/duplicates/mergeDuplicates.ts'
import type { DuplicatePair } from '../actor/duplicates/pair.ts'
import { formatReference } from '../actor/duplicates/reference.ts'
import type { Configuration } from '../configuration/configuration.ts'
import type { SourceReading } from '../crosswalk/readSource.ts'
import type { Effects } from '../effects.ts'
import { ConfigurationError, type SourceLocation } from '../errors.ts'
import { openSource } from '../sources/openSource.ts'
import type { ValidationResult } from '../validation/report.ts'
import { possibleDuplicate } from './messages.ts'

/** What people decided on the duplicates of a directory, and what came of it. */
export interface Deduplication {
  readonly actors: readonly Actor[]
  readonly decisions: readonly Decision[]
  readonly merges: readonly Merge[]
  readonly results: readonly ValidationResult[]
}

/** Where the decisions of a directory are kept. */
export function decisionsPath({ duplicates, path }: Configuration): string {
  return resolve(dirname(path), duplicates ?? 'duplicates.csv')
}

/**
 * Merges what is decided to be one actor. Where the configuration names no file of decisions, actors stay as they are.
 *
 * @throws {SourceError} where the file is no table
 */
export async function deduplicate(
  actors: readonly Actor[],
  configuration: Configuration,
  effects: Effects,
): Promise<Deduplication> {
  const { duplicates: file } = configuration
  if (file === undefined) return { actors, decisions: [], merges: [], results: [] }
  const path = decisionsPath(configuration)
  const read = (await effects.exists(path))
    ? readDecisions(await recordsOf(path, file, effects))
    : { decisions: [], problems: [] }
  const merged = mergeDuplicates(actors, read.decisions)
  const told = [...read.problems, ...merged.problems].map(
    ({ code, record, value, message }): ValidationResult => ({
      severity: 'warning',
      code: `decision-${code}`,
      value,
      message,
      // The header is the first line.
      source: { file, ...(record === undefined ? {} : { line: record + 1 }) },
    }),
  )
  return { actors: merged.actors, decisions: read.decisions, merges: merged.merges, results: told }
}

/** Reports the pairs of actors that may be one and on which nobody has decided, where decisions are kept at all. */
export function undecidedResults(
  actors: readonly Actor[],
  decisions: readonly Decision[],
  sources: readonly SourceReading[],
  { duplicates }: Configuration,
): ValidationResult[] {
  if (duplicates === undefined) return []
  const places = locationsOf(sources)
  return undecidedPairs(findDuplicates(actors).pairs, decisions).map(pair => describePair(pair, places))
}

/**
 * Writes the file in which people decide on pairs; decisions that it has stay in it.
 *
 * @returns path of the file, and how many pairs nobody has decided on
 * @throws {ConfigurationError} where a decision in the file cannot be read: writing it anew would lose it
 */
export async function writeDecisionsFile(
  pairs: readonly DuplicatePair[],
  configuration: Configuration,
  effects: Effects,
): Promise<{ path: string; undecided: number }> {
  const path = decisionsPath(configuration)
  const exists = await effects.exists(path)
  const { decisions, problems } = exists
    ? readDecisions(await recordsOf(path, path, effects))
    : { decisions: [], problems: [] }
  const [problem] = problems
  if (problem) {
    const line = problem.record === undefined ? {} : { line: problem.record + 1 }
    throw new ConfigurationError(problem.message[configuration.language], {
      location: { file: path, ...line },
    })
  }
  const text = writeDecisions(pairs, decisions, configuration.language)
  const fresh = `${path}.tmp`
  await effects.remove(fresh)
  await effects.writeFile(fresh, [new TextEncoder().encode(text)])
  await effects.rename(fresh, path)
  return { path, undecided: undecidedPairs(pairs, decisions).length }
}

async function recordsOf(
  path: string,
  displayName: string,
  effects: Effects,
): Promise<Record<string, string>[]> {
  const records: Record<string, string>[] = []
  const source = await openSource(path, { displayName, effects })
  for await (const batch of source.batches()) {
    for (const { columns, cells } of batch) {
      records.push(
        Object.fromEntries(
          columns.map((column, position) => [column, [cells[position] ?? ''].flat().join('\n')]),
        ),
      )
    }
  }
  return records
}

function locationsOf(sources: readonly SourceReading[]): Map<string, SourceLocation> {
  return new Map(
    sources.flatMap(({ actors }) => actors.map(({ actor, locate }) => [actor.id, locate('name')])),
  )
}

function describePair(pair: DuplicatePair, places: ReadonlyMap<string, SourceLocation>): ValidationResult {
  const { a, b, verdict } = pair
  const source = places.get(b.id)
  return {
    severity: 'warning',
    code: `${verdict}-pair`,
    focusNode: b.id,
    value: formatReference(a),
    message: possibleDuplicate(pair),
    ...(source === undefined ? {} : { source }),
  }
}
