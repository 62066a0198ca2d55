import { isMistyped, isMistypedToken, type Token } from './tokens.ts'

/** A name as it is compared. */
export interface Name {
  /** As the record has it. */
  readonly value: string
  /** Its words without what joins or parts them. */
  readonly compact: string
  /** Its words, each once, in their order. */
  readonly tokens: readonly Token[]
  /** The first letters of its words. */
  readonly initials: string
}

/** How similar two names are. */
export interface NameSimilarity {
  /** 0 to 1: the information of the words that both have, relative to that of all words (Dice coefficient). */
  readonly similarity: number
  /** The information of the words that both have, in bits. */
  readonly information: number
  /** Words of each that the other has not, not even mistyped; those of the place are left out. */
  readonly others: readonly [a: readonly Token[], b: readonly Token[]]
}

/** What the words of the place tell of a name in that place, relative to other words. */
const PLACE_SHARE = 0.25
/** What a mistyped word tells, relative to the same one. */
const MISTYPED_SHARE = 0.9
/** A name within another is similar to it where it tells so much, in bits. */
const TELLING = 6
const CONTAINED = 0.7
/** Where it tells less, it speaks neither for nor against: `Médiathèque`, `Médiathèque Toussaint`. */
const CONTAINED_FAINTLY = 0.5
/** Names with numbers that differ are never more similar. */
const OTHER_NUMBER = 0.3

/** Compares two names by their words, whatever the order of these. */
export function compareNames(a: Name, b: Name, isPlace: (token: Token) => boolean): NameSimilarity {
  const weigh = (token: Token) => token.information * (isPlace(token) ? PLACE_SHARE : 1)
  const [wholeA, wholeB] = [sum(a.tokens, weigh), sum(b.tokens, weigh)]
  const total = wholeA + wholeB
  if (a.compact === b.compact) return { similarity: 1, information: total / 2, others: [[], []] }
  const onlyA = a.tokens.filter(token => !b.tokens.includes(token))
  const onlyB = b.tokens.filter(token => !a.tokens.includes(token))
  const exact = total - sum(onlyA, weigh) - sum(onlyB, weigh)
  const [restA, restB] = leaveMistyped(onlyA, onlyB)
  const rest = sum(restA, weigh) + sum(restB, weigh)
  const common = exact + MISTYPED_SHARE * (total - exact - rest)
  const similarity = total === 0 ? 0 : common / total
  const others = [restA, restB].map(tokens => tokens.filter(token => !isPlace(token))) as [Token[], Token[]]
  const telling = Math.min(restA.length, restB.length) === 0 && Math.min(wholeA, wholeB) >= TELLING
  const contained = telling
    ? CONTAINED
    : Math.min(others[0].length, others[1].length) === 0
      ? CONTAINED_FAINTLY
      : 0
  const otherNumber = restA.some(token => token.numbered) && restB.some(token => token.numbered)
  return {
    similarity: otherNumber ? Math.min(similarity, OTHER_NUMBER) : Math.max(similarity, contained),
    information: common / 2,
    others,
  }
}

/** Whether one name is made of the first letters of the other's words. */
export function isAcronym(a: Name, b: Name): boolean {
  return spells(a, b) || spells(b, a)
}

function spells(short: Name, long: Name): boolean {
  return short.tokens.length === 1 && long.tokens.length >= 3 && short.compact === long.initials
}

/** The words of two names that are left when those are taken away that are each other's misspellings. */
function leaveMistyped(
  onlyA: readonly Token[],
  onlyB: readonly Token[],
): readonly [readonly Token[], readonly Token[]] {
  if (onlyA.length === 0 || onlyB.length === 0) return [onlyA, onlyB]
  // “Micro-informatique” and “Microinformatique”.
  if (isSameJoined(onlyA, onlyB)) return [[], []]
  const left = new Set(onlyB)
  const restA = onlyA.filter(token => {
    if (token.numbered) return true
    for (const other of left) {
      if (!other.numbered && isMistypedToken(token, other)) return !left.delete(other)
    }
    return true
  })
  return [restA, [...left]]
}

function isSameJoined(a: readonly Token[], b: readonly Token[]): boolean {
  const length = (tokens: readonly Token[]) => sum(tokens, ({ text }) => text.length)
  if (a.length + b.length < 3 || Math.abs(length(a) - length(b)) > 2) return false
  const join = (tokens: readonly Token[]) => tokens.map(({ text }) => text).join('')
  const numbered = a.some(token => token.numbered) || b.some(token => token.numbered)
  return join(a) === join(b) || (!numbered && isMistyped(join(a), join(b)))
}

function sum(tokens: readonly Token[], weigh: (token: Token) => number): number {
  let total = 0
  for (const token of tokens) total += weigh(token)
  return total
}
