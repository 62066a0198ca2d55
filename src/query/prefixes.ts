import { QueryError } from '../errors.ts'
import { PREFIX_NAME, TOKEN } from './tokens.ts'

/** A query with its prefixes declared. */
export interface PrefixedQuery {
  readonly text: string
  /** How many characters were put before the query as it was given. */
  readonly added: number
  /** Prefixes that the query uses and nobody declares, with the place of their first use (an offset). */
  readonly undeclared: ReadonlyMap<string, number>
  /** Whether there is anything but comments and declarations. */
  readonly isEmpty: boolean
  /** The first word that is no declaration, in capitals: of a query, its form. */
  readonly begins: string
  /** Of `SELECT *`, all variables of the query, in the order of the text. */
  readonly wildcard?: readonly string[]
}

/**
 * Declares the prefixes that a SPARQL query uses without declaring them. Those that it declares are left alone:
 * some endpoints refuse a prefix that is declared twice.
 *
 * @throws {QueryError} where a prefix cannot be declared: its name or its IRI is none
 */
export function declarePrefixes(sparql: string, prefixes: Readonly<Record<string, string>>): PrefixedQuery {
  const { declared, used, isEmpty, begins, wildcard } = scan(sparql)
  const undeclared = new Map([...used].filter(([prefix]) => !declared.has(prefix)))
  let declarations = ''
  for (const prefix of [...undeclared.keys()].sort()) {
    if (!Object.hasOwn(prefixes, prefix)) continue
    declarations += `${prefixDeclaration(prefix, prefixes[prefix]!)}\n`
    undeclared.delete(prefix)
  }
  return {
    text: declarations + sparql,
    added: declarations.length,
    undeclared,
    isEmpty,
    begins,
    ...(wildcard && { wildcard }),
  }
}

/**
 * `PREFIX org: <http://www.w3.org/ns/org#>` (SPARQL 1.1, productions 6, 139 and 168).
 *
 * @throws {QueryError} where the name or the IRI is none
 */
export function prefixDeclaration(prefix: string, iri: string): string {
  if (!WHOLE_NAME.test(prefix)) throw new QueryError(`"${prefix}" cannot be the name of a prefix`)
  if (!IRI_REFERENCE.test(iri))
    throw new QueryError(`the prefix "${prefix}" stands for "${iri}", which is no IRI`)
  return `PREFIX ${prefix}: <${iri}>`
}

const WHOLE_NAME = new RegExp(`^(?:${PREFIX_NAME})?$`, 'u')
// biome-ignore lint/suspicious/noControlCharactersInRegex: IRIREF (production 139) excludes them
const IRI_REFERENCE = /^[^\u0000-\u0020<>"{}|^`\\]*$/u

/** SPARQL 1.1, production 9. */
const WILDCARD = /^ SELECT(?: DISTINCT| REDUCED)? \*/i
const HEAD_LENGTH = ' SELECT DISTINCT *'.length

function scan(sparql: string) {
  const declared = new Set<string>()
  const used = new Map<string, number>()
  const variables = new Set<string>()
  let isEmpty = true
  // What was read of the clause that opens the query: `SELECT`, then perhaps `DISTINCT` or `REDUCED`, then perhaps `*`.
  let head = ''
  for (const { 0: token, groups, index } of sparql.matchAll(TOKEN)) {
    const {
      blank,
      declaration,
      declared: name,
      used: prefix,
      variable,
    } = groups as Record<string, string | undefined>
    if (variable !== undefined) variables.add(variable)
    if (blank === undefined && declaration === undefined && head.length < HEAD_LENGTH) head += ` ${token}`
    if (name !== undefined) declared.add(name)
    if (prefix !== undefined && !used.has(prefix)) used.set(prefix, index)
    if (blank === undefined && declaration === undefined) isEmpty = false
  }
  return {
    declared,
    used,
    isEmpty,
    begins: head.split(' ', 2)[1]?.toUpperCase() ?? '',
    wildcard: WILDCARD.test(head) ? [...variables] : undefined,
  }
}
