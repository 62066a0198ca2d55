import { TOKEN } from '../tokens.ts'

const CLOSING: Readonly<Record<string, string>> = { '{': '}', '(': ')', '[': ']' }
const PAIRS = new Set(Object.entries(CLOSING).flat())

/** A bracket of a text. */
export interface Bracket {
  readonly bracket: string
  readonly offset: number
}

/** How the brackets of a text that stand in no text, IRI or comment go together. */
export interface Brackets {
  /** Those that nothing closes, the innermost last. */
  readonly open: readonly Bracket[]
  /** The first that closes what is not open, and what is instead. */
  readonly stray?: Bracket & { readonly instead: Bracket | undefined }
}

export function matchBrackets(text: string): Brackets {
  const open: Bracket[] = []
  for (const { 0: bracket, index: offset } of text.matchAll(TOKEN)) {
    if (!PAIRS.has(bracket)) continue
    if (bracket in CLOSING) open.push({ bracket, offset })
    else {
      const instead = open.at(-1)
      if (!instead || CLOSING[instead.bracket] !== bracket)
        return { open, stray: { bracket, offset, instead } }
      open.pop()
    }
  }
  return { open }
}
