import type { Corpus, Profile } from './corpus.ts'
import { type Evidence, gatherEvidence, MOST_NAME, nameEvidence } from './evidence.ts'
import { DUPLICATE_SCORE, MOST_UNCERTAIN, type ReasonCode, UNCERTAIN_SCORE, type Verdict } from './pair.ts'

/** A verdict with its evidence, not yet in words. */
export interface Judgement {
  readonly verdict: Verdict
  readonly score: number
  readonly evidence: readonly Evidence[]
}

/** A judgement that two records may be one actor. */
export interface PromisingJudgement extends Judgement {
  readonly verdict: Exclude<Verdict, 'distinct'>
}

/** What speaks against two records being one before anything of them is compared, in bits. */
const PRIOR = -6.5

const NAMES: ReadonlySet<ReasonCode> = new Set(['same-name', 'other-name', 'similar-name', 'acronym'])

/** With one of these it is another actor, or one of the records is wrong: a person must look. */
const AGAINST: ReadonlySet<ReasonCode> = new Set([
  'different-siren',
  'different-siret',
  'different-rna',
  'other-words',
])

/** Another place, unless an identifier says that the actor is one. */
const ELSEWHERE: ReadonlySet<ReasonCode> = new Set(['different-place', 'far'])

/** Identifiers that two actors do not share by having one legal unit. */
const DECISIVE: ReadonlySet<ReasonCode> = new Set(['same-siret', 'same-rna'])

/** Another address in the commune: an actor that moved, or its neighbour with the same name. */
const MOVED: ReadonlySet<ReasonCode> = new Set(['different-address'])

/** What goes along when an actor moves, or shows that it did not, if it is its own. */
const REACHED: ReadonlySet<ReasonCode> = new Set([
  ...DECISIVE,
  'same-siren',
  'same-email',
  'same-phone',
  'same-site',
  'near',
])

/** A value that no more than three records share has this weight at least, and so has one door. */
const OWN = 3

/**
 * Judges two records. The weights of the evidence and the prior are summed, and the sum of bits is the score's
 * log-odds. Whatever the sum, a pair is no more than uncertain where
 *
 * - the names do not agree, nothing else does, or the names have words of their own;
 * - an identifier differs;
 * - the communes differ, and neither SIRET nor RNA number agrees;
 * - the addresses in the commune differ, and nothing that is an actor's own agrees.
 */
export function judge(a: Profile, b: Profile, corpus: Corpus): Judgement {
  return weigh(a, b, [...gatherEvidence(a, b, corpus), ...nameEvidence(a, b, corpus)])
}

/** {@link judge}, but `undefined` for two records that are distinct whatever their names are, or with them. */
export function judgePromising(a: Profile, b: Profile, corpus: Corpus): PromisingJudgement | undefined {
  const evidence = gatherEvidence(a, b, corpus)
  // Names are the longest to compare.
  if (PRIOR + sumOf(evidence) + MOST_NAME < 0) return undefined
  const { verdict, ...judgement } = weigh(a, b, [...evidence, ...nameEvidence(a, b, corpus)])
  return verdict === 'distinct' ? undefined : { verdict, ...judgement }
}

function weigh(a: Profile, b: Profile, found: readonly Evidence[]): Judgement {
  const has = (codes: ReadonlySet<ReasonCode>) =>
    found.some(({ code, weight }) => codes.has(code) && weight !== 0)
  const named = has(NAMES)
  const alone = named && !found.some(({ code, weight }) => !NAMES.has(code) && weight > 0)
  const evidence: readonly Evidence[] = alone
    ? [...found, { code: 'name-alone', values: [a.actor.name, b.actor.name], weight: 0 }]
    : found
  const reached = found.some(({ code, weight }) => REACHED.has(code) && weight >= OWN)
  const certain =
    named && !alone && !has(AGAINST) && (!has(ELSEWHERE) || has(DECISIVE)) && (!has(MOVED) || reached)
  const likely = 1 / (1 + 2 ** -(PRIOR + sumOf(found)))
  const score = certain ? likely : Math.min(likely, MOST_UNCERTAIN)
  return { verdict: verdictOf(score), score, evidence }
}

function sumOf(evidence: readonly Evidence[]): number {
  let bits = 0
  for (const { weight } of evidence) bits += weight
  return bits
}

function verdictOf(score: number): Verdict {
  if (score >= DUPLICATE_SCORE) return 'duplicate'
  return score >= UNCERTAIN_SCORE ? 'uncertain' : 'distinct'
}
