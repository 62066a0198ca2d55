import type { Attributes } from '../xml.ts'

/** Elements of a paragraph whose text is not part of it. */
const APART = new Set(['office:annotation', 'office:annotation-end', 'text:note', 'text:ruby-text'])

/** Gathers the text of paragraphs; white space collapses as OpenDocument 1.3 part 3, 6.1.2 says. */
export class Paragraphs {
  #text = ''
  #count = 0
  /** The last character was white space that may yet collapse. */
  #space = true

  begin(): void {
    if (this.#count > 0) this.#text += '\n'
    this.#count += 1
    this.#space = true
  }

  /** @returns whether the text of the element belongs to the paragraph */
  open(name: string, attributes: Attributes): boolean {
    if (name === 'text:s')
      this.#add(' '.repeat(Math.min(Number(attributes['text:c'] ?? 1) || 1, MOST_SPACES)))
    else if (name === 'text:tab') this.#add('\t')
    else if (name === 'text:line-break') this.#add('\n')
    return !APART.has(name) && !name.startsWith('draw:')
  }

  text(text: string): void {
    for (const part of text.split(/([ \t\r\n]+)/)) {
      if (part === '') continue
      if (!/^[ \t\r\n]/.test(part)) this.#add(part)
      else if (!this.#space) {
        this.#text += ' '
        this.#space = true
      }
    }
  }

  end(): void {
    if (this.#space && this.#text.endsWith(' ')) this.#text = this.#text.slice(0, -1)
  }

  /** All paragraphs since the last time, one a line. */
  take(): string {
    const text = this.#text
    this.#text = ''
    this.#count = 0
    return text
  }

  #add(text: string): void {
    this.#text += text
    this.#space = false
  }
}

/** More than any cell holds. */
const MOST_SPACES = 32_767
