import { QueryError } from '../../errors.ts'
import { PREFIXES } from '../../vocabulary/namespaces.ts'
import { TOKEN } from '../tokens.ts'
import { nearestName } from './nearest.ts'
import { positionAt, quote, showLine } from './position.ts'

/**
 * The error of prefixes that a query uses and nobody declares, at the first of them.
 *
 * @param undeclared prefixes with the places of their first use
 * @param known prefixes that need no declaration
 */
export function undeclaredPrefix(
  sparql: string,
  undeclared: ReadonlyMap<string, number>,
  known: Readonly<Record<string, string>>,
): QueryError {
  const [prefix, offset] = [...undeclared].sort(([, a], [, b]) => a - b)[0]!
  const names = Object.keys(known)
    .sort()
    .map(name => `${name}:`)
  const nearest = nearestName(prefix, Object.keys(known))
  const declare = `egin the query with PREFIX ${prefix}: <…>`
  const advice = nearest === undefined ? `b${declare}` : `is it ${nearest}:? Otherwise b${declare}`
  const without = names.length === 0 ? '' : `; known without it are ${names.join(' ')}`
  return new QueryError(
    `the query uses the prefix "${prefix}:" at ${positionAt(sparql, offset)} and does not declare it; ` +
      `${advice}${without}\n${showLine(sparql, offset)}`,
  )
}

/** Conversions, which are the functions that IRIs name (SPARQL 1.1 §17.5), and those of dates beyond it. */
const CASTS = ['boolean', 'date', 'dateTime', 'decimal', 'double', 'float', 'integer', 'string']

/**
 * The error of a function that nobody knows, at the place where the query calls it.
 *
 * @param text the query with its declarations
 * @param added how many characters of them were put before it
 */
export function unknownFunction(text: string, added: number, iri: string): QueryError {
  const offset = placeOfIri(text, iri)
  const place = offset === undefined ? '' : ` at ${positionAt(text.slice(added), offset - added)}`
  const shown = offset === undefined ? '' : `\n${showLine(text.slice(added), offset - added)}`
  const nearest = iri.startsWith(PREFIXES.xsd)
    ? nearestName(iri.slice(PREFIXES.xsd.length), CASTS)
    : undefined
  const hint =
    nearest === undefined
      ? `IRIs name conversions only: ${CASTS.map(cast => `xsd:${cast}`).join(', ')}`
      : `is it xsd:${nearest}?`
  return new QueryError(`there is no function ${quote(`<${iri}>`).slice(1, -1)}${place}; ${hint}${shown}`)
}

/** Where a text first names an IRI, whole or by a prefix that it declares. */
function placeOfIri(text: string, iri: string): number | undefined {
  const declared = new Map<string, string>()
  for (const { 0: token, groups, index } of text.matchAll(TOKEN)) {
    const { declared: prefix, used } = groups as Record<string, string | undefined>
    if (prefix !== undefined) declared.set(prefix, /<([^>]*)>$/.exec(token)![1]!)
    else if (token === `<${iri}>`) return index
    else if (used !== undefined && `${declared.get(used)}${token.slice(used.length + 1)}` === iri)
      return index
  }
  return undefined
}
