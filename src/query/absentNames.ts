import { DataFactory } from 'n3'
import { PREFIXES } from '../vocabulary/namespaces.ts'
import { declarePrefixes } from './prefixes.ts'
import type { QuerySource } from './query.ts'
import { TOKEN } from './tokens.ts'

/**
 * The names that a query writes out, as it writes them, of which none of its sources says anything: where it has no
 * answer, one of them is often misspelt. Functions and datatypes are none; what an endpoint has is not known, and
 * nothing is told then.
 *
 * @param prefixes those that the query may use without declaring them
 */
export function absentNames(
  sources: readonly QuerySource[],
  sparql: string,
  prefixes: Readonly<Record<string, string>> = {},
): string[] {
  if (sources.some(source => 'endpoint' in source) || /\bSERVICE\b/i.test(sparql)) return []
  const graphs = sources.flatMap(source => ('graph' in source ? [source.graph.asSource()] : []))
  const isKnown = (iri: string) => {
    const term = DataFactory.namedNode(iri)
    return graphs.some(
      graph =>
        graph.countQuads(null, term) > 0 ||
        graph.countQuads(null, null, term) > 0 ||
        graph.countQuads(term) > 0 ||
        graph.countQuads(null, null, null, term) > 0,
    )
  }
  return Array.from(writtenNames(sparql, prefixes)).flatMap(([name, iri]) => (isKnown(iri) ? [] : [name]))
}

/** The IRIs of a query by how they are written. */
function writtenNames(sparql: string, prefixes: Readonly<Record<string, string>>): Map<string, string> {
  const { text, added } = declarePrefixes(sparql, prefixes)
  const namespaces = new Map<string, string>()
  const written = new Map<string, string>()
  for (const { 0: token, groups, index } of text.matchAll(TOKEN)) {
    const { declared, used, iri } = groups as Record<string, string | undefined>
    if (declared !== undefined) namespaces.set(declared, /<([^>]*)>$/.exec(token)![1]!)
    if (index < added || (used === undefined && iri === undefined)) continue
    // A name does not end with a dot, which ends a triple (SPARQL 1.1, production 169).
    const name = iri ?? token.replace(/\.+$/, '')
    const isFunction = /^\s*\(/.test(text.slice(index + name.length, index + name.length + 10))
    const isDatatype = text.slice(index - 2, index) === '^^'
    const namespace = namespaces.get(used ?? '')
    const whole =
      iri?.slice(1, -1) ??
      (namespace === undefined ? '' : namespace + name.slice(used!.length + 1).replace(/\\(.)/g, '$1'))
    const isRelative = !/^[a-z][a-z\d+.-]*:/i.test(whole)
    if (!isFunction && !isDatatype && !isRelative && !whole.startsWith(PREFIXES.xsd)) written.set(name, whole)
  }
  return written
}
