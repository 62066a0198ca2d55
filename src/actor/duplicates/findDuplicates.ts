import type { Actor } from '../actor.ts'
import { type Block, formBlocks, type SkippedBlock } from './blocks.ts'
import { buildCorpus, type Profile } from './corpus.ts'
import { judge, judgePromising } from './judge.ts'
import type { ActorReference, Comparison, DuplicatePair } from './pair.ts'
import { toReasons } from './reasons.ts'
import { compareReferences } from './reference.ts'
import { settleRivals } from './rivals.ts'

/** How duplicates are looked for. */
export interface DuplicateOptions {
  /** Number of records with something in common that are compared each with each. Default: 60. */
  readonly largestBlock?: number
  /** Stops the search. */
  readonly signal?: AbortSignal
}

/** What was found. */
export interface DuplicateSearch {
  /** The most certain first. Pairs that are not here are distinct. */
  readonly pairs: readonly DuplicatePair[]
  /** Number of pairs of records that were compared. */
  readonly comparisons: number
  /** Records that have something in common, but are too many to be compared. */
  readonly skippedBlocks: readonly SkippedBlock[]
}

const LARGEST_BLOCK = 60

/**
 * Finds the records that speak of one actor, or may: within a source and across sources. Records are compared where
 * they share an identifier, a contact, a name, a rare word, a word in one commune, an address or a position; the
 * effort grows with their number, not with its square. The same records give the same pairs in whatever order they
 * come.
 *
 * Two records with one source and key are one record to this function: telling those is the crosswalk's part.
 *
 * @throws the reason of `signal`, once it is aborted
 */
export function findDuplicates(actors: Iterable<Actor>, options: DuplicateOptions = {}): DuplicateSearch {
  const { largestBlock = LARGEST_BLOCK, signal } = options
  const corpus = buildCorpus(inOrder(actors))
  const { profiles } = corpus
  const { blocks, skipped } = formBlocks(corpus, largestBlock)
  const found: DuplicatePair[] = []
  let comparisons = 0
  for (const [first, second] of candidates(blocks, profiles.length)) {
    // One look in a thousand costs nothing.
    if (comparisons % 1024 === 0) signal?.throwIfAborted()
    comparisons += 1
    const [a, b] = [profiles[first]!, profiles[second]!]
    const judgement = judgePromising(a, b, corpus)
    if (!judgement) continue
    const { verdict, score, evidence } = judgement
    found.push({ a: referenceOf(a), b: referenceOf(b), verdict, score, reasons: toReasons(evidence) })
  }
  const pairs = settleRivals(found).sort(
    (x, y) => y.score - x.score || compareReferences(x.a, y.a) || compareReferences(x.b, y.b),
  )
  return { pairs, comparisons, skippedBlocks: skipped }
}

/**
 * Makes a function that compares any two of the actors, found or not, for whoever asks why.
 *
 * @returns a function that gives the comparison of the actors at two positions
 */
export function createComparison(actors: readonly Actor[]): (first: number, second: number) => Comparison {
  const corpus = buildCorpus(actors)
  return (first, second) => {
    const sides = [corpus.profiles[first]!, corpus.profiles[second]!] as const
    const [a, b] = compareReferences(sides[0].actor, sides[1].actor) <= 0 ? sides : [sides[1], sides[0]]
    const { verdict, score, evidence } = judge(a, b, corpus)
    return { verdict, score, reasons: toReasons(evidence) }
  }
}

/** The actors in the order of their references, each reference once. */
function inOrder(actors: Iterable<Actor>): Actor[] {
  const sorted = [...actors].sort(compareReferences)
  return sorted.filter((actor, index) => index === 0 || compareReferences(sorted[index - 1]!, actor) !== 0)
}

/** Each pair of records that are in one block or several, once. */
function* candidates(blocks: readonly Block[], count: number): Generator<readonly [number, number]> {
  const blocksOf: Block[][] = Array.from({ length: count }, () => [])
  for (const block of blocks) for (const member of block) blocksOf[member]!.push(block)
  const met = new Int32Array(count).fill(-1)
  for (const [first, own] of blocksOf.entries()) {
    for (const block of own) {
      for (const second of block) {
        if (second <= first || met[second] === first) continue
        met[second] = first
        yield [first, second]
      }
    }
  }
}

function referenceOf({ actor: { id, source, key, name } }: Profile): ActorReference {
  return { id, source, key, name }
}
