import type * as RDF from '@rdfjs/types'
import type { Actor } from '../actor/actor.ts'
import type { Merge } from '../actor/duplicates/mergeDuplicates.ts'
import type { Configuration } from '../configuration/configuration.ts'
import type { Effects } from '../effects.ts'
import type { SourceLocation } from '../errors.ts'
import { buildGraph } from '../graph/buildGraph.ts'
import type { Graph } from '../graph/graph.ts'
import { reportOf, type ValidationReport } from '../validation/report.ts'
import { checkGraph } from './checkGraph.ts'
import { directoryQuads } from './directoryQuads.ts'
import { deduplicate, undecidedResults } from './duplicates.ts'
import type { Lexicon } from './lexicon.ts'
import { applyOptOut } from './optOut.ts'
import { type Reading, readActors } from './readActors.ts'
import { checkRegions } from './regionsOfTheDay.ts'
import { findReleaseDate } from './releaseDate.ts'

/** A directory, read and checked. */
export interface Assembly {
  readonly reading: Reading
  /** The actors that passed both gates. */
  readonly actors: readonly Actor[]
  /** IRIs of those that passed the first gate, but not the second, or that opted out. */
  readonly leftOut: ReadonlySet<string>
  /** Whether a finding is about a record that opted out: nothing of it is ever published. */
  isWithheld(finding: { readonly source?: SourceLocation; readonly value?: string }): boolean
  readonly merges: readonly Merge[]
  /** The actors, their sources and their communes, with the vocabulary. */
  readonly graph: Graph
  /** The same without the vocabulary, as dumps have it: made when first asked for. */
  data(): Promise<Graph>
  readonly report: ValidationReport
}

/** What a long call is doing. */
export type Step = 'read' | 'check' | 'statistics' | 'write'

/** How a long call is stopped and watched. */
export interface RunOptions {
  readonly signal?: AbortSignal
  readonly onStep?: (step: Step) => void
}

/** Walks from the sources to a checked graph. */
export async function assemble(
  configuration: Configuration,
  lexicon: Lexicon,
  effects: Effects,
  { signal, onStep }: RunOptions,
): Promise<Assembly> {
  const options = signal === undefined ? {} : { signal }
  onStep?.('read')
  const reading = await readActors(configuration, lexicon, effects, options)
  onStep?.('check')
  const decided = await deduplicate(reading.actors, configuration, effects)
  const {
    actors: candidates,
    removed,
    isListed,
    results: ofOptOut,
  } = await applyOptOut(decided.actors, decided.merges, configuration, effects)
  const graphOf = (actors: readonly Actor[]) =>
    directoryQuads(actors, configuration, lexicon).then(quads => buildGraph(followed(quads, lexicon.quads)))
  const read = await graphOf(candidates)
  const { results, leftOut } = await checkGraph(read, reading, options)
  const actors = leftOut.size === 0 ? candidates : candidates.filter(({ id }) => !leftOut.has(id))
  const graph = leftOut.size === 0 ? read : await graphOf(actors)
  let data: Promise<Graph> | undefined
  const published = new Set(actors.map(({ id }) => id))
  const report = reportOf([
    ...reading.sources.flatMap(source => source.results),
    ...reading.results,
    ...decided.results,
    ...undecidedResults(actors, decided.decisions, reading.sources, configuration),
    ...ofOptOut,
    ...results,
    ...checkRegions(
      actors,
      configuration.regionsAt ?? findReleaseDate(configuration, actors),
      reading,
      configuration,
      lexicon,
    ),
  ])
  return {
    reading,
    actors,
    leftOut: new Set([...leftOut, ...removed]),
    isWithheld: createWithheldTest(reading, removed, isListed),
    merges: decided.merges.filter(({ kept }) => published.has(kept)),
    graph,
    data: () => {
      data ??= directoryQuads(actors, configuration, lexicon).then(quads => buildGraph(quads))
      return data
    },
    report,
  }
}

function createWithheldTest(
  { sources }: Reading,
  removed: ReadonlySet<string>,
  isListed: (identifier: string) => boolean,
): Assembly['isWithheld'] {
  const recordOf = (file: string, key: string) => JSON.stringify([file, key])
  const withheld = new Set(
    sources.flatMap(({ file, actors }) =>
      actors.flatMap(({ actor }) => (removed.has(actor.id) ? [recordOf(file, actor.key)] : [])),
    ),
  )
  return ({ source, value }) => {
    const record = source?.record
    if (source && record !== undefined && (withheld.has(recordOf(source.file, record)) || isListed(record)))
      return true
    return value !== undefined && isListed(value)
  }
}

function* followed(first: Iterable<RDF.Quad>, second: Iterable<RDF.Quad>): Generator<RDF.Quad> {
  yield* first
  yield* second
}
