import { PREFIXES, type Prefix } from '../vocabulary/namespaces.ts'
import type { Lines } from './sparqlLines.ts'
import { writeComment } from './sparqlTerms.ts'

/** A query that stands alone: its title as a comment, declarations of the prefixes that it uses, its lines. */
export function writeText(title: string, lines: Lines): string {
  return [writeComment(title), ...declarations(lines), ...lines, ''].join('\n')
}

/** Declarations of the prefixes that the lines use, in alphabetical order. */
function declarations(lines: Lines): Lines {
  const text = lines.join('\n')
  const used = (Object.keys(PREFIXES) as Prefix[]).filter(prefix => new RegExp(`\\b${prefix}:`).test(text))
  return used.map(prefix => `PREFIX ${prefix}: <${PREFIXES[prefix]}>`)
}
