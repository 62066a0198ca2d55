import type { TermId } from '../../../graph/columns/columnar.ts'
import type { IdList } from './idList.ts'

/** After how many edges a walk pauses, unless told: some milliseconds. */
export const EDGES_AT_ONCE = 65_536

/** From which end a path is followed: from its subject, or from its object. */
export type PathDirection = 'forward' | 'backward'

/**
 * Follows a path from one node after another, each in steps, so that whoever drives it can stop in between. It is one
 * walker: what it found from one node is complete before it starts from the next.
 */
export interface PathWalk {
  /**
   * @param found what is found is appended to it. Its reader may take that, and clear it, between two advances.
   * @param isGiven whether the path has a node of the graph, or a term of the query itself, at this end: then it matches
   *   a path of length zero without being looked for in the graph (SPARQL 1.1 §18.4, ZeroLengthPath)
   */
  start(from: TermId, found: IdList, isGiven: boolean): void
  /**
   * Goes on, over about so many edges.
   *
   * @returns whether all is found
   */
  advance(edges?: number): boolean
  /** Bytes that it keeps, roughly. */
  readonly bytes: number
}

/** What planners ask of a path; guesses from samples, and never 0. */
export interface PathEstimate {
  /** Number of solutions with both ends unbound. */
  readonly pairs: number
  /** Number of nodes that {@link PathRelation.keys} gives. */
  readonly keys: number
  /** Number of objects of a subject that has any. */
  readonly objectsPerSubject: number
  /** Number of subjects of an object that has any. */
  readonly subjectsPerObject: number
}

/**
 * A property path over the columns of one graph: which objects it leads to from which subjects (SPARQL 1.1 §18.4).
 * Where the path is a predicate, a negated set, a sequence or an alternative of these, a pair may come more than once;
 * `?`, `*` and `+` give each pair once.
 */
export interface PathRelation {
  /** Whether no pair comes more than once. */
  readonly isSet: boolean
  /** Appends the objects of a subject, all at once. For `isGiven` see {@link PathWalk.start}; `false` by default. */
  forward(subject: TermId, found: IdList, isGiven?: boolean): void
  /** Appends the subjects of an object, all at once. */
  backward(object: TermId, found: IdList, isGiven?: boolean): void
  /** The same, step by step. A walk of its own. */
  walk(direction: PathDirection): PathWalk
  /**
   * How often the pair is a solution, step by step: `yield`s each some thousand edges, returns the number. Follows the
   * path from both ends in turn and ends with the one that ends first.
   *
   * @param isGiven whether that holds for either end
   */
  count(subject: TermId, object: TermId, isGiven?: boolean): Generator<undefined, number>
  /**
   * The nodes from which the path leads anywhere (and maybe some from which it does not), ascending: subjects, or
   * objects for `backward`. For paths that may have length zero all nodes of the graph.
   */
  keys(direction?: PathDirection): Uint32Array
  estimate(): PathEstimate
  /** Bytes that it keeps, roughly. */
  readonly bytes: number
}
