import type { TermId } from '../../../graph/columns/columnar.ts'

/** A place of a triple pattern: a term, 0 where the graph does not have it, or the slot of a variable. */
export type PatternTerm =
  | { readonly id: TermId; readonly slot?: undefined }
  | { readonly slot: number; readonly id?: undefined }

/** A triple pattern. */
export interface TriplePattern {
  readonly subject: PatternTerm
  readonly predicate: PatternTerm
  readonly object: PatternTerm
  /** `undefined` for the default graph. */
  readonly graph: PatternTerm | undefined
}

/** The slots of a pattern, each once. */
export function slotsOfPattern({ subject, predicate, object, graph }: TriplePattern): Set<number> {
  const slots = new Set<number>()
  for (const term of [subject, predicate, object, graph]) if (term?.slot !== undefined) slots.add(term.slot)
  return slots
}
