import { QueryError } from '../../errors.ts'
import { TOKEN } from '../tokens.ts'
import { matchBrackets } from './brackets.ts'
import { describeRule } from './describeRule.ts'
import { describeTokens, fittingAfter, type Probe } from './expected.ts'
import { adviceFor, unclosed } from './mistakes.ts'
import { positionAt, quote, showLine } from './position.ts'
import type { SyntaxFailure } from './syntaxFailure.ts'

/** Of a longer beginning it is not tried what could stand after it. */
const LONGEST_TRIED = 20_000

/** A text that is no query, and the parser that says so. */
export interface FailedQuery {
  readonly text: string
  /** How many characters at its beginning nobody wrote: declarations of prefixes. */
  readonly added: number
  readonly failure: SyntaxFailure
  /** The parser, which minds nothing but the grammar where it is `lenient`. */
  readonly probe: (text: string, lenient: boolean) => SyntaxFailure | undefined
}

/**
 * The error of a query that is malformed: where, on which line, what stands there, and what could; of a mistake that is
 * often made, what is meant.
 */
export function describeFailure({ text, added, failure, probe }: FailedQuery): QueryError {
  const sparql = text.slice(added)
  const lenient: Probe = begun => probe(begun, true)
  const at = (place: number) => positionAt(sparql, place - added)
  const shown = (place: number) => showLine(sparql, place - added)
  if (failure.kind === 'rule') {
    const { place, message } = describeRule({ text, added, failure, probe })
    return error(`the query has an error at ${at(place)}: ${message}`, [], shown(place))
  }
  const fitting = (begun: string): ReadonlySet<string> =>
    begun.length > LONGEST_TRIED ? new Set() : fittingAfter(begun, lenient)
  const offset = firstFailure(text, failure, lenient)
  if (offset === undefined) {
    const end = added + sparql.trimEnd().length
    const tokens = fitting(text)
    const reasons = [
      unclosed(matchBrackets(sparql), sparql),
      adviceFor({ text: sparql, offset: end - added, found: '', fitting: tokens }) ?? expected(tokens),
    ]
    return error(`the query ends before it is whole, at ${at(end)}`, reasons, shown(end))
  }
  const found = wordAt(text, offset)
  const tokens = fitting(text.slice(0, found.offset))
  const advice = adviceFor({
    text: sparql,
    offset: found.offset - added,
    found: found.word,
    fitting: tokens,
  })
  return error(
    `the query has a syntax error at ${at(found.offset)}: ${quote(found.word)} cannot stand there`,
    [advice ?? expected(tokens)],
    shown(found.offset),
  )
}

/** Without a cause: what the parser says would be printed after it, and says less. */
function error(message: string, reasons: readonly (string | undefined)[], line: string): QueryError {
  const told = [message, ...reasons.filter(reason => reason !== undefined)].join('; ')
  return new QueryError(`${told}\n${line}`)
}

/** Most of what could stand somewhere that is listed. */
const LISTED = 8

function expected(fitting: ReadonlySet<string>): string | undefined {
  const words = describeTokens(fitting)
  if (words.length > LISTED) return `expected is ${words.slice(0, LISTED).join(', ')} …`
  const [last, ...others] = [...words].reverse()
  if (last === undefined) return undefined
  return `expected is ${others.length === 0 ? last : `${others.reverse().join(', ')} or ${last}`}`
}

/**
 * Where the text first goes wrong; `undefined` for at its end. A character of which no token can be made is told before
 * anything else, though what stands before it may be wrong already.
 */
function firstFailure(text: string, failure: SyntaxFailure, probe: Probe): number | undefined {
  if (failure.offset === undefined) return undefined
  const begun = wordAt(text, failure.offset).offset
  const earlier = begun === 0 ? undefined : probe(text.slice(0, begun))
  return earlier?.kind === 'token' ? earlier.offset : failure.offset
}

/** The word or the token at a place: a word of which the parser took the beginning for a keyword, from there. */
function wordAt(text: string, offset: number): { readonly word: string; readonly offset: number } {
  const before = /[\p{L}\p{N}_]*$/u.exec(text.slice(Math.max(0, offset - 100), offset))![0]
  // The lexer takes the first two of three quotes for an empty text.
  if (/^("""|''')$/.test(text.slice(Math.max(0, offset - 2), offset + 1)))
    return { word: text.slice(offset - 2, offset + 1), offset: offset - 2 }
  const [number] = /^[+-]?\d[\d.]*(?![\p{L}_])/u.exec(text.slice(offset, offset + 100)) ?? []
  if (number !== undefined && before === '') return { word: number, offset }
  const isWord = /^[\p{L}\p{N}_]/u.test(text.slice(offset, offset + 2))
  const isName = /[?$:@<"']$/.test(text.slice(0, offset - before.length))
  const start = isWord && !isName ? offset - before.length : offset
  const [word] = /^[\p{L}\p{N}_]+(?![:\p{L}\p{N}_.-]*:)/u.exec(text.slice(start, start + 1000)) ?? []
  if (word !== undefined) return { word, offset: start }
  const [first] = text.slice(start, start + 1000).matchAll(TOKEN)
  return { word: first?.[0] ?? text.slice(start, start + 1), offset: start }
}
