import { StatisticsError } from '../errors.ts'

// biome-ignore lint/suspicious/noControlCharactersInRegex: IRIREF excludes them
const IRI_REFERENCE = /^[A-Za-z][A-Za-z0-9+.-]*:[^\u0000-\u0020<>"{}|^`\\]*$/u

/**
 * An IRI as SPARQL text (SPARQL 1.1, production 139, IRIREF).
 *
 * @throws {StatisticsError} where the text is no absolute IRI: there is no way to escape what it must not hold
 */
export function writeIri(iri: string): string {
  if (!IRI_REFERENCE.test(iri)) throw new StatisticsError(`"${iri}" is no IRI; check the configuration`)
  return `<${iri}>`
}

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\f': '\\f',
}

/**
 * A text as a plain literal (SPARQL 1.1, productions 157 and 160).
 *
 * Code points may be escaped anywhere in a query (19.2), and some parsers resolve these escapes before they read
 * strings: they take `\\u0022`, an escaped backslash, for a backslash and a quote that ends the string. So a `u`
 * after a backslash is written as an escape itself, which reads the same either way.
 */
export function writeString(text: string): string {
  const escaped = text.replace(
    /(\\)([uU])|["\\\n\r\t\b\f]/g,
    (found, backslash: string | undefined, letter: string) =>
      backslash === undefined ? ESCAPES[found]! : `\\\\\\u00${letter.charCodeAt(0).toString(16)}`,
  )
  return `"${escaped}"`
}

/** A text in a comment: whatever would end its line, or be read as an escape that does, is a space. */
export function writeComment(text: string): string {
  return `# ${text.replace(/[\p{Cc}\p{Zl}\p{Zp}\\]+/gu, ' ')}`
}
