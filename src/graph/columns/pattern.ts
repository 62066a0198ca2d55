import type { TermId } from './columnar.ts'

/** Any term, in a pattern. */
export const ANY = -1
/** No term that the graph has: nothing matches. */
export const NONE = 0
/** The default graph, as the graph of a pattern. */
export const DEFAULT_GRAPH = -2

/** Which quads are meant: ids, {@link ANY} or {@link NONE}. */
export interface Pattern {
  readonly subject: TermId
  readonly predicate: TermId
  readonly object: TermId
  /** {@link DEFAULT_GRAPH} too. */
  readonly graph: TermId
}

export const EVERYTHING: Pattern = { subject: ANY, predicate: ANY, object: ANY, graph: ANY }

/** What matches both patterns. */
export function intersect(left: Pattern, right: Pattern): Pattern {
  return {
    subject: common(left.subject, right.subject),
    predicate: common(left.predicate, right.predicate),
    object: common(left.object, right.object),
    graph: common(left.graph, right.graph),
  }
}

function common(left: TermId, right: TermId): TermId {
  if (left === ANY || left === right) return right
  return right === ANY ? left : NONE
}
