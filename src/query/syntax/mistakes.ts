import { type Brackets, matchBrackets } from './brackets.ts'
import { nearestName } from './nearest.ts'
import { positionAt, quote } from './position.ts'
import { ELSEWHERE, FUNCTIONS } from './words.ts'

/** What cannot stand where it stands, or where something is missing. */
export interface Misplaced {
  readonly text: string
  readonly offset: number
  /** The whole word, or the token; at the end of the text nothing. */
  readonly found: string
  /** What could stand there, as far as it is known. */
  readonly fitting: ReadonlySet<string>
}

/** What people write for what they mean: what SPARQL calls it, or how it is written; `undefined` of anything else. */
export function adviceFor(misplaced: Misplaced): string | undefined {
  for (const mistake of MISTAKES) {
    const advice = mistake(misplaced)
    if (advice !== undefined) return advice
  }
  return undefined
}

type Mistake = (misplaced: Misplaced) => string | undefined

const MISTAKES: readonly Mistake[] = [
  brokenIri,
  brokenText,
  curlyQuotes,
  sqlOperator,
  turtlePrefix,
  afterDeclaration,
  namelessVariable,
  commaInHead,
  bareExpression,
  commaInConcatenation,
  repetition,
  bareUnion,
  strayBracket,
  variableInPath,
  lateDirection,
  unknownWord,
]

/** Production 139: from its scheme on, what stands between the angle brackets of an IRI. */
function brokenIri({ text, offset, found }: Misplaced): string | undefined {
  if (found !== '<' || !/^<[a-z][a-z\d+.-]*:/i.test(text.slice(offset))) return undefined
  return 'an IRI holds no spaces, quotes or braces, and ends with ">" on its line'
}

/** Productions 156 to 160. */
function brokenText({ text, offset }: Misplaced): string | undefined {
  const [, open] = /^("""|'''|"|')/.exec(text.slice(offset, offset + 3)) ?? []
  if (open === undefined) return undefined
  const rest = text.slice(offset + open.length)
  const isLong = open.length > 1
  const close = (isLong ? rest : rest.split(/[\n\r]/, 1)[0]!).search(isLong ? open : `(?<!\\\\)${open}`)
  if (close < 0) {
    return isLong
      ? `the text that begins here does not end; close it with ${open}`
      : `the text that begins here does not end on its line; close it with ${open}, or write it between ${open.repeat(3)}`
  }
  const [unknown] = /\\[^tbnrf\\"'uU]/.exec(rest.slice(0, close)) ?? []
  if (unknown === undefined) return undefined
  return `${quote(unknown)} is no escape; a backslash in a text is written twice, \\\\`
}

function curlyQuotes({ found }: Misplaced): string | undefined {
  return /^[“”„‟«»‘’‚‛′″]$/u.test(found) ? 'texts stand in straight quotes, "…"' : undefined
}

function sqlOperator({ text, offset, found }: Misplaced): string | undefined {
  if (found === '=' && text[offset - 1] === '=') return 'equality is written with one ='
  if (found === '<>' || (found === '=' && text[offset - 1] === '~')) return 'inequality is written !='
  return undefined
}

function turtlePrefix({ found }: Misplaced): string | undefined {
  if (!/^@(?:prefix|base)$/i.test(found)) return undefined
  return `SPARQL declares without @ and without a dot: ${found.slice(1).toUpperCase() === 'BASE' ? 'BASE <…>' : 'PREFIX ex: <…>'}`
}

function afterDeclaration({ text, offset, found }: Misplaced): string | undefined {
  if (!/^[.;]$/.test(found) || !/\b(?:PREFIX\s+[^\s:]*:|BASE)\s*<[^<>\s]*>\s*$/i.test(lately(text, offset)))
    return undefined
  return `nothing stands after a declaration; leave out the "${found}"`
}

function namelessVariable({ found }: Misplaced): string | undefined {
  return found === '?' || found === '$' ? 'a variable has a name of letters and digits: ?name' : undefined
}

/** What was written of the clause SELECT, where the place is within it and not within brackets. */
function headBefore({ text, offset }: Misplaced): string | undefined {
  const before = text
    .slice(text.lastIndexOf('{', offset - 1) + 1, offset)
    .split('}')
    .at(-1)!
  const head = before
    .split(/\bSELECT\b/i)
    .slice(1)
    .at(-1)
  return head !== undefined && !/\b(?:WHERE|FROM)\b/i.test(head) && matchBrackets(head).open.length === 0
    ? head
    : undefined
}

function commaInHead(misplaced: Misplaced): string | undefined {
  if (misplaced.found !== ',' || headBefore(misplaced) === undefined) return undefined
  return 'what is selected stands side by side without commas'
}

function bareExpression(misplaced: Misplaced): string | undefined {
  const { found } = misplaced
  if (!FUNCTIONS.includes(found.toUpperCase()) || headBefore(misplaced) === undefined) return undefined
  return `an expression is selected in brackets and with a name: (${found}(…) AS ?name)`
}

function commaInConcatenation({ text, offset, found }: Misplaced): string | undefined {
  if (found !== ',' || !/\bGROUP_CONCAT\s*\([^()]*$/i.test(lately(text, offset))) return undefined
  return 'GROUP_CONCAT takes its separator as GROUP_CONCAT(?x; SEPARATOR=", ")'
}

function repetition({ text, offset, found }: Misplaced): string | undefined {
  if (found !== '{' || !/^\{\s*\d*\s*,?\s*\d*\s*\}/.test(text.slice(offset, offset + 100))) return undefined
  return 'paths have no {n,m}; the steps are written out: p/p/p?'
}

function bareUnion({ found }: Misplaced): string | undefined {
  return /^UNION$/i.test(found) ? 'both sides of UNION stand in braces: { … } UNION { … }' : undefined
}

function strayBracket({ text, offset, found }: Misplaced): string | undefined {
  if (!/^[})\]]$/.test(found)) return undefined
  const { stray } = matchBrackets(text.slice(0, offset + 1))
  if (stray?.offset !== offset) return undefined
  return stray.instead
    ? `the "${stray.instead.bracket}" at ${positionAt(text, stray.instead.offset)} is still open`
    : 'nothing is open that it could close'
}

function variableInPath({ text, offset, found, fitting }: Misplaced): string | undefined {
  if (!/^[+*/|]$/.test(found) || fitting.has('=') || !/[?$][\w·]+\s*$/.test(lately(text, offset)))
    return undefined
  return 'paths are made of properties: a variable cannot be part of one'
}

function lateDirection({ text, offset }: Misplaced): string | undefined {
  const [, direction] = /[\w·)]\s+(ASC|DESC)\s*$/i.exec(lately(text, offset)) ?? []
  return direction && `the direction comes first: ORDER BY ${direction.toUpperCase()}(?name)`
}

function unknownWord({ text, offset, found, fitting }: Misplaced): string | undefined {
  if (!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(found)) return undefined
  const upper = found.toUpperCase()
  if (FUNCTIONS.includes(upper)) return undefined
  if (Object.hasOwn(ELSEWHERE, upper)) return `in SPARQL that is ${ELSEWHERE[upper]}`
  const isCall = /^\s*\(/.test(text.slice(offset + found.length, offset + found.length + 20))
  if (isCall && fitting.has('STR')) {
    const nearest = nearestName(found, FUNCTIONS)
    return `there is no function of that name${nearest === undefined ? '' : `; is it ${nearest}?`}`
  }
  const keywords = Array.from(fitting).filter(token => /^[A-Z]{2,}$/.test(token) && token !== upper)
  const nearest = nearestName(found, keywords)
  return nearest && `is it ${nearest}?`
}

/** The last that stands before a place: expressions that look back through all of a text may take forever. */
function lately(text: string, offset: number): string {
  return text.slice(Math.max(0, offset - 300), offset)
}

/** Where the text ends too early: what is open. */
export function unclosed({ open }: Brackets, text: string): string | undefined {
  const innermost = open.at(-1)
  return innermost && `the "${innermost.bracket}" at ${positionAt(text, innermost.offset)} is not closed`
}
