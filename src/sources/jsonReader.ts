import { SourceError } from '../errors.ts'
import { DEEPEST_NESTING, LONGEST_RECORD } from './limits.ts'

const LF = 0x0a
const QUOTE = 0x22

/** A text that comes in pieces, through which JSON (RFC 8259) is walked without being parsed. */
export class JsonReader {
  readonly #texts: AsyncIterator<string>
  readonly #file: string
  readonly #passed: ((text: string) => void) | undefined
  #text = ''
  #position = 0
  /** All before it has been taken or passed. */
  #mark = 0
  #isTaking = false
  #line = 1
  #depth = 0
  #inString = false
  /** The next backslash from some position on that we have passed; the length of the text where there is none. */
  #nextEscape = -1

  /**
   * @param file as errors name it
   * @param passed is given all the text that is not taken, in order with what is
   */
  constructor(texts: AsyncIterable<string>, file: string, passed?: (text: string) => void) {
    this.#texts = texts[Symbol.asyncIterator]()
    this.#file = file
    this.#passed = passed
  }

  /** The line that the reader has come to, from 1. */
  get line(): number {
    return this.#line
  }

  /** Walks over white space. @returns the character that follows; nothing at the end of the text */
  async peek(): Promise<string> {
    for (;;) {
      for (; this.#position < this.#text.length; this.#position++) {
        const code = this.#text.charCodeAt(this.#position)
        if (code === LF) this.#line += 1
        else if (code !== 0x20 && code !== 0x09 && code !== 0x0d) return this.#text[this.#position]!
      }
      if (!(await this.#fill())) return ''
    }
  }

  /** Walks over a character that was peeked. */
  advance(): void {
    this.#position += 1
  }

  /** Walks over a value; or, where `depth` brackets are open already, to where they are closed. */
  async skip(depth = 0): Promise<void> {
    this.#depth = depth
    while (!this.#skipBuffered()) {
      if (await this.#fill()) continue
      // Only a number or a word ends with the text.
      if (this.#depth === 0 && !this.#inString) return
      throw this.error('the JSON text never ends; the file looks cut off')
    }
  }

  /** Takes the value that follows; nobody else is given it but where it is to be `passed` too. */
  async take({ passed = false } = {}): Promise<string> {
    this.#pass()
    this.#isTaking = true
    await this.skip()
    const text = this.#text.slice(this.#mark, this.#position)
    this.#mark = this.#position
    this.#isTaking = false
    if (passed) this.#passed?.(text)
    return text
  }

  /** Passes the rest of the text. */
  async finish(): Promise<void> {
    do this.#position = this.#text.length
    while (await this.#fill())
  }

  /** Ends the reading before the end of the text. */
  async close(): Promise<void> {
    await this.#texts.return?.()
  }

  error(message: string): SourceError {
    return new SourceError(message, { location: { file: this.#file, line: this.#line } })
  }

  /** @returns whether the end of the value was found in what there is of the text */
  #skipBuffered(): boolean {
    const text = this.#text
    const { length } = text
    let index = this.#position
    let depth = this.#depth
    let found = false
    while (index < length && !found) {
      if (this.#inString) {
        index = this.#skipString(index)
        if (this.#inString) break
        found = depth === 0
        continue
      }
      const code = text.charCodeAt(index)
      if (depth === 0 && endsScalar(code)) {
        this.#position = index
        return true
      }
      index += 1
      if (code === QUOTE) this.#inString = true
      else if (code === LF) this.#line += 1
      else if (code === 0x5b || code === 0x7b) {
        depth += 1
        if (depth > DEEPEST_NESTING) {
          throw this.error(`arrays and objects lie more than ${DEEPEST_NESTING} deep in each other`)
        }
      } else if (code === 0x5d || code === 0x7d) {
        depth -= 1
        found = depth === 0
      }
    }
    this.#position = index
    this.#depth = depth
    return found
  }

  /**
   * Walks to the end of a string, or as far as the text goes: a character that is escaped may be still to come.
   *
   * @returns the position after it; `#inString` says whether it is the end
   */
  #skipString(from: number): number {
    const { length } = this.#text
    let quote = -1
    for (let index = from; ; ) {
      if (this.#nextEscape < index) this.#nextEscape = this.#find('\\', index)
      const backslash = this.#nextEscape
      if (quote < index) quote = this.#find('"', index)
      if (quote < backslash) {
        this.#inString = false
        return quote + 1
      }
      if (backslash + 1 >= length) return backslash
      index = backslash + 2
    }
  }

  #find(character: string, from: number): number {
    const found = this.#text.indexOf(character, from)
    return found === -1 ? this.#text.length : found
  }

  #pass(): void {
    if (this.#position > this.#mark) this.#passed?.(this.#text.slice(this.#mark, this.#position))
    this.#mark = this.#position
  }

  /** Reads more of the text. @returns whether there was more */
  async #fill(): Promise<boolean> {
    if (!this.#isTaking) this.#pass()
    const kept = this.#text.slice(this.#mark)
    if (kept.length > LONGEST_RECORD) throw this.error('a record is longer than 64 million characters')
    const pieces: string[] = []
    let length = 0
    // As much again as is kept: else a long record would take quadratic time.
    do {
      const { done, value } = await this.#texts.next()
      if (done) break
      pieces.push(value)
      length += value.length
    } while (length < kept.length)
    this.#position -= this.#mark
    this.#mark = 0
    this.#text = kept + pieces.join('')
    this.#nextEscape = -1
    return length > 0
  }
}

/** A comma, a closing bracket or white space. */
function endsScalar(code: number): boolean {
  return (
    code === 0x2c ||
    code === 0x5d ||
    code === 0x7d ||
    code === 0x20 ||
    code === 0x0a ||
    code === 0x0d ||
    code === 0x09
  )
}
