/** SPARQL text by lines, so that what is nested can be indented. */
export type Lines = readonly string[]

/** `head { … } tail`; a SELECT stands in braces of its own, as a group within a group. */
export function nested(head: string, lines: Lines, tail?: string): Lines {
  const isSelect = head.startsWith('SELECT')
  const opening = isSelect ? `{ ${head} {` : `${head} {`
  const closing = isSelect ? `}${tail === undefined ? '' : ` ${tail}`} }` : '}'
  return [opening, ...indented(lines), closing]
}

/** One level further to the right. */
export function indented(lines: Lines): Lines {
  return lines.map(line => `  ${line}`)
}
