/** Halves of surrogate pairs, and what is not Char in XML 1.0 (§2.2, production 2): RDF/XML cannot hold it. */
const UNWRITABLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u

/**
 * Finds the texts of a record that not all formats of a release can hold. One such text would stop a whole dump.
 *
 * @returns for each its path, and the first such character as `U+0001`
 */
export function* findUnwritable(node: unknown, path = ''): Generator<{ path: string; value: string }> {
  if (typeof node === 'string') {
    const found = UNWRITABLE.exec(node)?.[0].codePointAt(0)
    if (found !== undefined) yield { path, value: `U+${found.toString(16).toUpperCase().padStart(4, '0')}` }
  } else if (Array.isArray(node)) {
    for (const member of node) yield* findUnwritable(member, path)
  } else if (node !== null && typeof node === 'object') {
    for (const [name, member] of Object.entries(node)) {
      yield* findUnwritable(member, path === '' ? name : `${path}.${name}`)
    }
  }
}
