import { iri } from '../../vocabulary/namespaces.ts'
import { NAME_CHARACTER, NAME_START } from '../nameCharacters.ts'
import type { TermId } from './columnar.ts'
import type { GraphBuilder } from './graphBuilder.ts'
import { equalBytes } from './hashBytes.ts'
import { areInIri, isAbsolute } from './nTriplesCharacters.ts'
import { Unescaped } from './nTriplesEscapes.ts'
import { AT, CARET, DOT, HASH, LESS, NTriplesLexer, QUOTE, UNDERSCORE } from './nTriplesLexer.ts'
import { RecentNumbers } from './recentNumbers.ts'
import type { TermInterner } from './termInterner.ts'
import { BLANK_TYPE, IRI_TYPE, STRING_TYPE } from './termParts.ts'
import { decodeUtf8, Utf8Scratch } from './utf8.ts'

const LABEL = new RegExp(`^[${NAME_START}0-9][${NAME_CHARACTER}.]*$`, 'u')
const LANGUAGE_STRING = iri('rdf:langString')
const DIRECTIONAL_STRING = iri('rdf:dirLangString')

/** How a document is called in messages, and its blank nodes in the graph. */
export interface NTriplesOptions {
  readonly file: string
  readonly blankNodePrefix: string
  /** Whether a fourth term, the name of a graph, may stand in a line (N-Quads). */
  readonly isQuads: boolean
}

/** Reads whole lines of N-Triples or N-Quads into a graph, from bytes to numbers. */
export class NTriplesReader extends NTriplesLexer {
  readonly #builder: GraphBuilder
  readonly #terms: TermInterner
  readonly #options: NTriplesOptions
  readonly #unescaped = new Unescaped()
  readonly #scratch = new Utf8Scratch()
  readonly #recentTypes = new RecentNumbers()
  readonly #recentPredicates = new RecentNumbers()
  /** Where the subject of the line before stands in the bytes, and its id. */
  #subjectStart = 0
  #subjectEnd = 0
  #subject: TermId = 0

  constructor(builder: GraphBuilder, options: NTriplesOptions) {
    super(options.file)
    this.#builder = builder
    this.#terms = builder.terms
    this.#options = options
  }

  /**
   * @param bytes whole lines; only the last ones of a document may lack the end of line
   * @throws {GraphError} where a line is malformed or is not UTF-8
   */
  read(bytes: Uint8Array): void {
    this.bytes = bytes
    this.at = 0
    this.end = bytes.length
    this.#subject = 0
    while (this.at < this.end) this.#readLine()
  }

  #readLine(): void {
    let byte = this.skipSpace()
    if (byte === LESS || byte === UNDERSCORE) {
      const subject = this.#readSubject()
      if (this.skipSpace() !== LESS) this.fail('a predicate is expected, an IRI in angle brackets')
      const predicate = this.#readPredicate()
      const object = this.#readObject()
      const graph = this.#readGraph()
      if (this.skipSpace() !== DOT) this.fail('a full stop is expected at the end of a statement')
      this.at++
      this.#builder.add(subject, predicate, object, graph)
      byte = this.skipSpace()
    }
    if (byte === HASH) this.skipComment()
    this.endLine()
  }

  #readSubject(): TermId {
    const start = this.at
    const length = this.#subjectEnd - this.#subjectStart
    const isSame =
      this.#subject > 0 &&
      start + length <= this.end &&
      equalBytes(this.bytes, start, this.bytes, this.#subjectStart, length)
    // A label may go on where that of the line before ended; an IRI ends with its bracket.
    if (isSame && this.bytes[start] === LESS) {
      this.at = start + length
    } else {
      this.#subject = this.bytes[start] === LESS ? this.#readIri() : this.#readBlankNode()
    }
    this.#subjectStart = start
    this.#subjectEnd = this.at
    return this.#subject
  }

  #readPredicate(): TermId {
    const start = this.at
    const hasEscapes = this.skipIri()
    const recent = this.#recentPredicates.get(this.bytes, start, this.at)
    if (recent > 0) return recent
    const predicate = this.#internToken(start, hasEscapes)
    this.#recentPredicates.set(this.bytes, start, this.at, predicate)
    return predicate
  }

  #readObject(): TermId {
    switch (this.skipSpace()) {
      case LESS:
        return this.#readIri()
      case UNDERSCORE:
        return this.#readBlankNode()
      case QUOTE:
        return this.#readLiteral()
      default:
        return this.fail('an object is expected: an IRI, a blank node or a literal in double quotes')
    }
  }

  #readGraph(): TermId {
    const byte = this.skipSpace()
    if (!this.#options.isQuads || (byte !== LESS && byte !== UNDERSCORE)) return 0
    return byte === LESS ? this.#readIri() : this.#readBlankNode()
  }

  #readIri(): TermId {
    const start = this.at
    return this.#internToken(start, this.skipIri())
  }

  /**
   * @param start where the IRI that was gone through begins, with its bracket
   */
  #internToken(start: number, hasEscapes: boolean): TermId {
    if (!hasEscapes) return this.#internIri(this.bytes, start + 1, this.at - 1)
    return this.#internIri(this.#unescaped.bytes, 0, this.#unescapeIri(start + 1, this.at - 1))
  }

  #internIri(bytes: Uint8Array, start: number, end: number): TermId {
    if (!isAbsolute(bytes, start, end)) this.#failRelative(bytes, start, end)
    return this.#terms.internBytes(IRI_TYPE, bytes, start, end)
  }

  /**
   * @returns how many bytes there are in `#unescaped`
   */
  #unescapeIri(start: number, end: number): number {
    const length = this.#unescaped.decode(this.bytes, start, end, true)
    if (length < 0) this.fail('an escape in an IRI is \\uXXXX or \\UXXXXXXXX, of a character')
    if (areInIri(this.#unescaped.bytes, 0, length)) return length
    return this.fail('an IRI has a character, escaped, that no IRI has')
  }

  #failRelative(bytes: Uint8Array, start: number, end: number): never {
    this.fail(`the IRI <${decodeUtf8(bytes, start, end)}> is relative, and there is no base`)
  }

  #readLiteral(): TermId {
    const start = this.at + 1
    const hasEscapes = this.skipString()
    const end = this.at - 1
    const type = this.#readType()
    if (!hasEscapes) return this.#terms.internBytes(type, this.bytes, start, end)
    const length = this.#unescaped.decode(this.bytes, start, end, false)
    if (length < 0) this.fail('a literal has an escape that stands for no character')
    return this.#terms.internBytes(type, this.#unescaped.bytes, 0, length)
  }

  #readType(): number {
    const byte = this.skipSpace()
    if (byte === AT) {
      const start = this.at
      this.skipLanguageTag()
      return this.#typeOf(this.bytes, start, this.at)
    }
    if (byte !== CARET) return STRING_TYPE
    if (this.bytes[++this.at] !== CARET) this.fail('a datatype is expected: ^^ and an IRI')
    this.at++
    if (this.skipSpace() !== LESS) this.fail('a datatype is expected: ^^ and an IRI')
    const start = this.at
    const hasEscapes = this.skipIri()
    if (!hasEscapes) return this.#typeOf(this.bytes, start, this.at - 1)
    // With the bracket: it tells a datatype from a language tag.
    const length = this.#unescapeIri(start + 1, this.at - 1)
    const bytes = new Uint8Array(length + 1)
    bytes[0] = LESS
    bytes.set(this.#unescaped.bytes.subarray(0, length), 1)
    return this.#typeOf(bytes, 0, length + 1)
  }

  /** The number of a type of literals, from `@` and the language tag or `<` and the IRI of the datatype. */
  #typeOf(bytes: Uint8Array, start: number, end: number): number {
    const recent = this.#recentTypes.get(bytes, start, end)
    if (recent > 0) return recent
    const text = decodeUtf8(bytes, start + 1, end)
    const isLanguage = bytes[start] === AT
    if (!isLanguage) this.#checkDatatype(bytes, start + 1, end, text)
    const type = isLanguage ? this.#terms.typeOf(text, '') : this.#terms.typeOf('', text)
    this.#recentTypes.set(bytes, start, end, type)
    return type
  }

  #checkDatatype(bytes: Uint8Array, start: number, end: number, datatype: string): void {
    if (!isAbsolute(bytes, start, end)) this.#failRelative(bytes, start, end)
    if (datatype === LANGUAGE_STRING || datatype === DIRECTIONAL_STRING) {
      this.fail(`a literal of the datatype <${datatype}> has a language tag in its place`)
    }
  }

  #readBlankNode(): TermId {
    const start = this.at + 2
    this.skipLabel()
    const label = decodeUtf8(this.bytes, start, this.at)
    if (!LABEL.test(label)) this.fail(`_:${label} is no label of a blank node`)
    // As the parser of the other formats names them.
    const length = this.#scratch.encode(`${this.#options.blankNodePrefix}__${label}`)
    return this.#terms.internBytes(BLANK_TYPE, this.#scratch.bytes, 0, length)
  }
}
