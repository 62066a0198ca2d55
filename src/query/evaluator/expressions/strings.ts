import { FALSE, TRUE } from '../expression.ts'
import type { EvaluationTerms } from '../terms/evaluationTerms.ts'
import { isNumeric, VALUE } from '../terms/valueTypes.ts'
import { FunctionNode, type Node } from './node.ts'

/** A string literal, with or without a language tag (SPARQL 1.1 §17.4.3.1). */
export function isString(type: number): boolean {
  return type === VALUE.string || type === VALUE.languageString
}

/** Whether two string literals may be operands of one function (SPARQL 1.1 §17.4.3.1.2). */
export function areCompatible(a: Node, b: Node): boolean {
  if (!isString(a.type) || !isString(b.type)) return false
  return b.type === VALUE.string || (a.type === VALUE.languageString && a.tag() === b.tag())
}

/** `STRLEN`, in characters. */
export class StringLengthNode extends FunctionNode {
  compute(row: number): number {
    const arg = this.args[0]!
    if (!isString(arg.compute(row))) return this.setError()
    return this.setInteger(lengthOf(arg.text()))
  }
}

function lengthOf(text: string): number {
  let length = text.length
  for (let at = 0; at + 1 < text.length; at++) {
    if (isPair(text, at)) {
      length--
      at++
    }
  }
  return length
}

function isPair(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00
}

/** `SUBSTR` (XPath F&O 3.1 §5.4.3): the first character is at 1, fractions are rounded, NaN takes nothing. */
export class SubstringNode extends FunctionNode {
  compute(row: number): number {
    const [source, start, length] = this.args as [Node, Node, Node | undefined]
    if (!isString(source.compute(row)) || !isNumeric(start.compute(row))) return this.setError()
    if (length && !isNumeric(length.compute(row))) return this.setError()
    const first = Math.round(start.number)
    const end = length ? first + Math.round(length.number) : Number.POSITIVE_INFINITY
    return this.setStringLike(slice(source.text(), first - 1, end - 1), source)
  }
}

/** The characters from `start` to before `end`, counted from 0. */
function slice(text: string, start: number, end: number): string {
  // NaN compares false with all
  if (!(start < end)) return ''
  let character = 0
  let from = -1
  for (let at = 0; at < text.length; at += isPair(text, at) ? 2 : 1, character++) {
    if (character >= end) return from < 0 ? '' : text.slice(from, at)
    if (from < 0 && character >= start) from = at
  }
  return from < 0 ? '' : text.slice(from)
}

/** `UCASE` and `LCASE`. */
export class CaseNode extends FunctionNode {
  readonly #isUpper: boolean

  constructor(terms: EvaluationTerms, args: readonly Node[], isUpper: boolean) {
    super(terms, args)
    this.#isUpper = isUpper
  }

  compute(row: number): number {
    const arg = this.args[0]!
    if (!isString(arg.compute(row))) return this.setError()
    const text = arg.text()
    return this.setStringLike(this.#isUpper ? text.toUpperCase() : text.toLowerCase(), arg)
  }
}

export type StringTest = 'contains' | 'strstarts' | 'strends'

/** `CONTAINS`, `STRSTARTS` and `STRENDS`. */
export class StringTestNode extends FunctionNode {
  readonly #name: StringTest

  constructor(terms: EvaluationTerms, args: readonly Node[], name: StringTest) {
    super(terms, args)
    this.#name = name
  }

  compute(row: number): number {
    const [text, part] = this.args as [Node, Node]
    text.compute(row)
    part.compute(row)
    if (!areCompatible(text, part)) return this.setError()
    return this.setBoolean(this.#test(text.text(), part.text()) ? TRUE : FALSE)
  }

  #test(text: string, part: string): boolean {
    if (this.#name === 'contains') return text.includes(part)
    return this.#name === 'strstarts' ? text.startsWith(part) : text.endsWith(part)
  }
}

/** `STRBEFORE` and `STRAFTER` (SPARQL 1.1 §17.4.3.9): without a match, a simple empty string. */
export class StringPartNode extends FunctionNode {
  readonly #isAfter: boolean

  constructor(terms: EvaluationTerms, args: readonly Node[], isAfter: boolean) {
    super(terms, args)
    this.#isAfter = isAfter
  }

  compute(row: number): number {
    const [text, part] = this.args as [Node, Node]
    text.compute(row)
    part.compute(row)
    if (!areCompatible(text, part)) return this.setError()
    const whole = text.text()
    const at = whole.indexOf(part.text())
    if (at < 0) return this.setString('')
    return this.setStringLike(this.#isAfter ? whole.slice(at + part.text().length) : whole.slice(0, at), text)
  }
}

/** `CONCAT` (SPARQL 1.1 §17.4.3.12): with a language tag if all have it. */
export class ConcatenationNode extends FunctionNode {
  compute(row: number): number {
    let text = ''
    let tag: string | undefined
    let isTagged = this.args.length > 0
    for (const arg of this.args) {
      if (!isString(arg.compute(row))) return this.setError()
      text += arg.text()
      tag ??= arg.tag()
      isTagged &&= arg.type === VALUE.languageString && arg.tag() === tag
    }
    return isTagged ? this.setLanguageString(text, tag!) : this.setString(text)
  }
}

/** `ENCODE_FOR_URI`: all but the unreserved characters of RFC 3986 are escaped. */
export class UriEncodingNode extends FunctionNode {
  compute(row: number): number {
    const arg = this.args[0]!
    if (!isString(arg.compute(row))) return this.setError()
    return this.setString(
      encodeURIComponent(arg.text().toWellFormed()).replace(
        /[!'()*]/g,
        character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
      ),
    )
  }
}

/** `LANGMATCHES`: basic filtering of RFC 4647 §3.3.1. */
export class LanguageMatchNode extends FunctionNode {
  compute(row: number): number {
    const [tag, range] = this.args as [Node, Node]
    if (tag.compute(row) !== VALUE.string || range.compute(row) !== VALUE.string) return this.setError()
    return this.setBoolean(matchesLanguage(tag.text(), range.text()) ? TRUE : FALSE)
  }
}

/** Whether a language tag is in a basic language range. */
export function matchesLanguage(tag: string, range: string): boolean {
  if (range === '*') return tag !== ''
  const have = tag.toLowerCase()
  const want = range.toLowerCase()
  return have === want ? tag !== '' : have.startsWith(want) && have[want.length] === '-' && want !== ''
}
