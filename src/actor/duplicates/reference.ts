/** What tells a record from all others: its source, and its key within the source. */
export interface RecordReference {
  readonly source: string
  readonly key: string
}

/** `source/key`. The name of a source holds no slash; a key may. */
export function formatReference({ source, key }: RecordReference): string {
  return `${source}/${key}`
}

/** Reads `source/key`; `undefined` where a text is none. */
export function parseReference(text: string): RecordReference | undefined {
  const slash = text.indexOf('/')
  const source = text.slice(0, slash).trim()
  const key = text.slice(slash + 1)
  return slash < 0 || source === '' || key.trim() === '' ? undefined : { source, key }
}

/** The order of references: by source, then by key, in code units, the same on every machine. */
export function compareReferences(a: RecordReference, b: RecordReference): number {
  return compareTexts(a.source, b.source) || compareTexts(a.key, b.key)
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** A text that stands for an unordered pair of records. */
export function pairKey(a: RecordReference, b: RecordReference): string {
  const [first, second] = compareReferences(a, b) <= 0 ? [a, b] : [b, a]
  // JSON tells ('a', 'b/c') from ('a/b', 'c').
  return JSON.stringify([first.source, first.key, second.source, second.key])
}
