/** Text that is HTML already. Only {@link html} makes it. */
export class Html {
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  toString(): string {
    return this.#text
  }
}

/** What may stand in a template: text and numbers are escaped, nothing is left out but `undefined`. */
export type HtmlValue = Html | string | number | undefined | readonly HtmlValue[]

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/**
 * A template of HTML. Whatever is interpolated is escaped for the content of an element and for an attribute in
 * quotes (HTML §13.3); never interpolate elsewhere. Control characters, which HTML lacks, show as U+FFFD.
 */
export function html(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return new Html(
    parts.map((part, index) => (index === 0 ? part : render(values[index - 1]) + part)).join(''),
  )
}

function render(value: HtmlValue): string {
  if (value === undefined) return ''
  if (value instanceof Html) return value.toString()
  // Anything else that is an object has no `map` and throws: only arrays get through.
  if (typeof value === 'object') return value.map(render).join('')
  return String(value)
    .toWellFormed()
    .replace(/[&<>"']/g, character => REFERENCES[character]!)
    .replace(/[^\P{Cc}\t\n\r]/gu, '\uFFFD')
}
