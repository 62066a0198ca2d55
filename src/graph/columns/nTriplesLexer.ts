import { GraphError } from '../../errors.ts'
import { BYTES, DIGIT, IN_IRI, IN_LABEL, IN_STRING, LABEL_START, LETTER } from './nTriplesCharacters.ts'
import { sequenceEnd } from './utf8Sequence.ts'

const [TAB, LF, CR, SPACE] = [0x09, 0x0a, 0x0d, 0x20]
export const [QUOTE, HASH, DOT, LESS, AT, CARET, UNDERSCORE] = [0x22, 0x23, 0x2e, 0x3c, 0x40, 0x5e, 0x5f]
const [COLON, MORE, BACKSLASH, HYPHEN] = [0x3a, 0x3e, 0x5c, 0x2d]

/** Goes through the tokens of N-Triples: finds where they end, and refuses what is none. */
export class NTriplesLexer {
  protected bytes: Uint8Array = new Uint8Array(0)
  protected at = 0
  protected end = 0
  readonly #file: string
  #line = 1

  /**
   * @param file name of the document, for messages
   */
  constructor(file: string) {
    this.#file = file
  }

  /**
   * Goes behind the bracket that ends an IRI.
   *
   * @returns whether there are escapes in it
   */
  protected skipIri(): boolean {
    const bytes = this.bytes
    const end = this.end
    let hasEscapes = false
    let at = this.at + 1
    while (at < end) {
      const byte = bytes[at]!
      if ((BYTES[byte]! & IN_IRI) !== 0) at++
      else if (byte === MORE) break
      else if (byte >= 0x80) at = this.#skipSequence(at)
      else if (byte === BACKSLASH) {
        hasEscapes = true
        at++
      } else this.fail('an IRI has a character that no IRI has')
    }
    if (at >= end) this.fail('an IRI does not end')
    this.at = at + 1
    return hasEscapes
  }

  /**
   * Goes behind the quote that ends a literal.
   *
   * @returns whether there are escapes in it
   */
  protected skipString(): boolean {
    const bytes = this.bytes
    const end = this.end
    let hasEscapes = false
    let at = this.at + 1
    while (at < end) {
      const byte = bytes[at]!
      if ((BYTES[byte]! & IN_STRING) !== 0) at++
      else if (byte === QUOTE) break
      else if (byte >= 0x80) at = this.#skipSequence(at)
      else if (byte === BACKSLASH) {
        hasEscapes = true
        at += 2
      } else this.fail('a literal does not end in its line')
    }
    if (at >= end) this.fail('a literal does not end')
    this.at = at + 1
    return hasEscapes
  }

  protected skipLanguageTag(): void {
    const bytes = this.bytes
    let at = this.at + 1
    const start = at
    while (at < this.end && (BYTES[bytes[at]!]! & LETTER) !== 0) at++
    let isWhole = at > start
    while (isWhole && at < this.end && bytes[at] === HYPHEN) {
      const part = ++at
      while (at < this.end && (BYTES[bytes[at]!]! & (LETTER | DIGIT)) !== 0) at++
      isWhole = at > part
    }
    if (!isWhole) this.fail('a language tag is made of letters, and digits behind a hyphen')
    this.at = at
  }

  /** Goes behind the label of a blank node; what stands in it beyond ASCII is looked at later. */
  protected skipLabel(): void {
    const bytes = this.bytes
    if (bytes[this.at + 1] !== COLON) this.fail('a blank node begins with _:')
    let at = this.at + 2
    if (at < this.end && (BYTES[bytes[at]!]! & LABEL_START) !== 0) {
      while (at < this.end && (BYTES[bytes[at]!]! & IN_LABEL) !== 0) {
        at = bytes[at]! < 0x80 ? at + 1 : this.#skipSequence(at)
      }
      while (bytes[at - 1] === DOT) at--
    }
    this.at = at
  }

  #skipSequence(at: number): number {
    const next = sequenceEnd(this.bytes, at, this.end)
    if (next < 0) this.#refuse('it is not UTF-8')
    return next
  }

  protected skipComment(): void {
    const bytes = this.bytes
    let at = this.at
    while (at < this.end && bytes[at] !== LF && bytes[at] !== CR) {
      at = bytes[at]! < 0x80 ? at + 1 : this.#skipSequence(at)
    }
    this.at = at
  }

  /** The first byte that is neither space nor tab; -1 at the end. */
  protected skipSpace(): number {
    const bytes = this.bytes
    let at = this.at
    while (at < this.end && (bytes[at] === SPACE || bytes[at] === TAB)) at++
    this.at = at
    return at < this.end ? bytes[at]! : -1
  }

  protected endLine(): void {
    if (this.at >= this.end) return
    const byte = this.bytes[this.at++]
    if (byte === CR && this.bytes[this.at] === LF) this.at++
    else if (byte !== CR && byte !== LF) this.fail('a statement of its own is expected in each line')
    this.#line++
  }

  protected fail(reason: string): never {
    this.#refuse(`it is malformed: ${reason}`)
  }

  #refuse(message: string): never {
    throw new GraphError(message, { location: { file: this.#file, line: this.#line } })
  }
}
