/** Halves of surrogate pairs, and what is not Char in XML 1.0 (§2.2, production 2): RDF/XML cannot hold it. */
const UNWRITABLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u

/** What else of it there can be in a well-formed text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const SUSPECT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/

/** A text that not all formats of a release can hold, by its path; `value` is the first such character, as `U+0001`. */
export interface UnwritableText {
  readonly path: string
  readonly value: string
}

/** Finds the texts of a record that not all formats of a release can hold. One such text would stop a whole dump. */
export function findUnwritable(record: unknown): UnwritableText[] {
  const found: UnwritableText[] = []
  search(record, '', found)
  return found
}

function search(node: unknown, path: string, found: UnwritableText[]): void {
  if (typeof node === 'string') {
    // Most texts are sound: two quick looks tell.
    if (node.isWellFormed() && !SUSPECT.test(node)) return
    const [character] = UNWRITABLE.exec(node) ?? []
    if (character === undefined) return
    const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')
    found.push({ path, value: `U+${code}` })
  } else if (Array.isArray(node)) {
    for (const member of node) search(member, path, found)
  } else if (node !== null && typeof node === 'object') {
    for (const name in node) {
      search((node as Record<string, unknown>)[name], path === '' ? name : `${path}.${name}`, found)
    }
  }
}
