import { Parser } from 'n3'
import type { SourceLocation } from '../errors.ts'
import { pageOf } from '../graph/actorGraph.ts'
import type { ColumnarGraph } from '../graph/columns/columnar.ts'
import type { ValidationResult } from '../validation/report.ts'
import { createGraphGate } from '../validation/shacl.ts'
import { readVocabularyFile } from '../vocabulary/vocabulary.ts'
import type { Reading } from './readActors.ts'

/** What the graph gate found, and whom it leaves out. */
export interface GraphCheck {
  readonly results: readonly ValidationResult[]
  /** IRIs of the actors with a violation. */
  readonly leftOut: ReadonlySet<string>
}

/**
 * Holds the graph of a directory against the SHACL shapes of the vocabulary. What is found in a part of an actor
 * (its address, its site) is told with the row that the actor was read from.
 */
export async function checkGraph(
  graph: ColumnarGraph,
  { sources }: Reading,
  options: { signal?: AbortSignal } = {},
): Promise<GraphCheck> {
  const gate = await createGraphGate(new Parser().parse(await readVocabularyFile('shapes.ttl')))
  const report = await gate(graph, options)
  const actors = new Map<string, { id: string; locate: (path: string) => SourceLocation }>()
  for (const source of sources) {
    for (const { actor, locate } of source.actors) actors.set(pageOf(actor.id), { id: actor.id, locate })
  }
  const leftOut = new Set<string>()
  const results = report.results.map(result => {
    const actor = result.focusNode === undefined ? undefined : actors.get(pageOf(result.focusNode))
    if (!actor) return result
    if (result.severity === 'violation') leftOut.add(actor.id)
    return { ...result, source: actor.locate(result.path ?? '') }
  })
  return { results, leftOut }
}
