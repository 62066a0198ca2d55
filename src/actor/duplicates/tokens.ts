import { normaliseLabel } from '../../vocabulary/label.ts'

/** A word of names, with what it tells. */
export interface Token {
  readonly text: string
  /** Whether it holds a digit: `2` and `3` are no spellings of each other. */
  readonly numbered: boolean
  /** Its letters, a bit each. */
  readonly letters: number
  /** Number of records in whose names it occurs. */
  frequency: number
  /** What it tells, in bits: little where many have it. */
  information: number
}

/** Articles, prepositions and conjunctions, French and English, that name nothing. */
const EMPTY_WORDS = new Set(
  'a à au aux ce d de des du en et l la le les ou par pour s sous sur un une and at for in of on or the'.split(
    ' ',
  ),
)

/** What is shortened in addresses and names of places (NF Z 10-011), and what it stands for. */
const ABBREVIATIONS: ReadonlyMap<string, string> = new Map([
  ['st', 'saint'],
  ['ste', 'sainte'],
  ['av', 'avenue'],
  ['ave', 'avenue'],
  ['bd', 'boulevard'],
  ['bld', 'boulevard'],
  ['boul', 'boulevard'],
  ['bvd', 'boulevard'],
  ['ch', 'chemin'],
  ['che', 'chemin'],
  ['crs', 'cours'],
  ['fg', 'faubourg'],
  ['imp', 'impasse'],
  ['pl', 'place'],
  ['r', 'rue'],
  ['res', 'residence'],
  ['rte', 'route'],
  ['sq', 'square'],
])

/**
 * The words of a text that name something, in the order of the text; where all of them are empty, all. Longer texts
 * than names and addresses are cut.
 */
export function wordsOf(text: string): string[] {
  // A cell of megabytes is no name; what tells names apart stands at their beginning.
  const words = normaliseLabel(text.slice(0, LONGEST))
    .split(' ')
    .filter(word => word !== '')
  const telling = words.filter(word => !EMPTY_WORDS.has(word))
  return (telling.length > 0 ? telling : words).slice(0, MOST_WORDS)
}

const LONGEST = 500
const MOST_WORDS = 24
/** The time that two words take grows with the product of their lengths. */
const LONGEST_MISTYPED = 64

/** {@link wordsOf}, with the abbreviations of addresses spelt out. */
export function addressWordsOf(text: string): string[] {
  return wordsOf(text).map(word => ABBREVIATIONS.get(word) ?? word)
}

/** The letters of a word as bits; those beyond 26 share theirs. */
export function lettersOf(word: string): number {
  let letters = 0
  for (let index = 0; index < word.length; index += 1) letters |= 1 << (word.charCodeAt(index) % 32)
  return letters
}

/** {@link isMistyped} of two words of names, most of which have too few letters in common. */
export function isMistypedToken(a: Token, b: Token): boolean {
  // An edit replaces one letter by another at most.
  let differing = a.letters ^ b.letters
  for (let left = 4; left > 0 && differing !== 0; left -= 1) differing &= differing - 1
  return differing === 0 && isMistyped(a.text, b.text)
}

/** Whether two words may be one, mistyped: one edit apart from four letters on, two from eight on. */
export function isMistyped(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length)
  const most = length >= 8 ? 2 : length >= 4 ? 1 : 0
  if (length > LONGEST_MISTYPED) return false
  return most > 0 && Math.abs(a.length - b.length) <= most && editDistance(a, b) <= most
}

/** Insertions, deletions, substitutions and transpositions of neighbours (optimal string alignment distance). */
function editDistance(a: string, b: string): number {
  let before: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1]
      let best = Math.min(
        previous[column]! + 1,
        current[column - 1]! + 1,
        previous[column - 1]! + (same ? 0 : 1),
      )
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        best = Math.min(best, before[column - 2]! + 1)
      }
      current.push(best)
    }
    before = previous
    previous = current
  }
  return previous[b.length]!
}
