/** The regular expressions of XPath F&O 3.1 §5.6 as those of JavaScript in its Unicode mode. */

/** The most patterns that are kept translated. */
const KEPT = 256

/** Patterns that were translated; `undefined` for one that is none. */
export class RegularExpressions {
  readonly #kept = new Map<string, RegExp | undefined>()

  /** @returns `undefined` where the pattern or the flags are none, which is an error of the expression */
  get(pattern: string, flags: string, isGlobal = false): RegExp | undefined {
    const key = `${isGlobal} ${flags} ${pattern}`
    if (this.#kept.has(key)) return this.#kept.get(key)
    if (this.#kept.size >= KEPT) this.#kept.clear()
    const found = translate(pattern, flags, isGlobal)
    this.#kept.set(key, found)
    return found
  }
}

function translate(pattern: string, flags: string, isGlobal: boolean): RegExp | undefined {
  if (!/^[imsxq]*$/.test(flags)) return undefined
  const isLiteral = flags.includes('q')
  const source = isLiteral
    ? escapeAll(pattern)
    : translatePattern(pattern, flags.includes('x'), flags.includes('s'))
  if (source === undefined) return undefined
  let chosen = isGlobal ? 'gu' : 'u'
  if (flags.includes('i')) chosen += 'i'
  if (!isLiteral && flags.includes('m')) chosen += 'm'
  if (!isLiteral && flags.includes('s')) chosen += 's'
  try {
    return new RegExp(source, chosen)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function escapeAll(pattern: string): string {
  return pattern.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}

/** XML names, for `\i` and `\c`. */
const initial =
  'A-Za-z_:\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C-\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}'
const name = `${initial}\\-.0-9\\u00B7\\u0300-\\u036F\\u203F-\\u2040`

/** What a JavaScript escape means otherwise in XPath, outside and inside of a class. */
const escapes: Readonly<Record<string, [outside: string, inside: string | undefined]>> = {
  d: ['\\p{Nd}', '\\p{Nd}'],
  D: ['\\P{Nd}', '\\P{Nd}'],
  w: ['[^\\p{P}\\p{Z}\\p{C}]', '\\p{L}\\p{M}\\p{N}\\p{S}'],
  W: ['[\\p{P}\\p{Z}\\p{C}]', '\\p{P}\\p{Z}\\p{C}'],
  s: ['[ \\t\\n\\r]', ' \\t\\n\\r'],
  S: ['[^ \\t\\n\\r]', undefined],
  i: [`[${initial}]`, initial],
  I: [`[^${initial}]`, undefined],
  c: [`[${name}]`, name],
  C: [`[^${name}]`, undefined],
}

/**
 * Escape by escape, as most are the same in both. Class subtraction (`[a-z-[aeiou]]`) and blocks (`\p{IsGreek}`) are
 * not translated: these give `undefined`.
 */
function translatePattern(pattern: string, isFree: boolean, isDotAll: boolean): string | undefined {
  let result = ''
  let isInClass = false
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at]!
    if (character === '\\') {
      const escaped = translateEscape(pattern, at + 1, isInClass)
      if (escaped === undefined) return undefined
      result += escaped
      at++
    } else if (isInClass) {
      if (character === '[') return undefined
      if (character === ']') isInClass = false
      result += character
    } else if (character === '[') {
      isInClass = true
      result += character
    } else if (character === '.') result += isDotAll ? '.' : '[^\\n\\r]'
    else if (!isFree || !' \t\n\r'.includes(character)) result += character
  }
  return result
}

function translateEscape(pattern: string, at: number, isInClass: boolean): string | undefined {
  const character = pattern[at]
  if (character === undefined) return undefined
  const own = escapes[character]
  if (own) return isInClass ? own[1] : own[0]
  if (character === 'p' || character === 'P') {
    return pattern.startsWith('{Is', at + 1) ? undefined : `\\${character}`
  }
  if (/[nrt\\|.?*+(){}\-[\]^$]/.test(character)) {
    // `\-` is an escape of JavaScript's only inside of a class
    return character === '-' && !isInClass ? '-' : `\\${character}`
  }
  return /[1-9]/.test(character) && !isInClass ? `\\${character}` : undefined
}

/**
 * The replacement of `REPLACE` (XPath F&O 3.1 §5.6.4) as JavaScript's: `$0` … are groups, `\$` and `\\` themselves.
 *
 * @param groups how many the pattern has: of a number with more digits the first are taken, a group that is none is empty
 * @returns `undefined` where a `\` or `$` is followed by something else, which is an error
 */
export function translateReplacement(replacement: string, groups: number): string | undefined {
  if (!/^(?:[^\\$]|\\[\\$]|\$\d)*$/.test(replacement)) return undefined
  return replacement.replace(/\\[\\$]|\$\d+/g, found => {
    if (found === '\\\\') return '\\'
    if (found === '\\$') return '$$'
    let digits = found.slice(1)
    while (digits.length > 1 && Number(digits) > groups) digits = digits.slice(0, -1)
    const rest = found.slice(1 + digits.length)
    if (Number(digits) > groups) return rest
    return (Number(digits) === 0 ? '$&' : `$${digits.padStart(2, '0')}`) + rest
  })
}

/** How many groups a pattern has. */
export function groupsOf(regularExpression: RegExp): number {
  const { source, flags } = regularExpression
  return new RegExp(`${source}|`, flags).exec('')!.length - 1
}
