import { QueryError } from '../errors.ts'

/** A query with its prefixes declared. */
export interface PrefixedQuery {
  readonly text: string
  /** How many characters and lines were put before the query as it was given. */
  readonly added: { readonly characters: number; readonly lines: number }
  /** Prefixes that the query uses and nobody declares, with the place of their first use (an offset). */
  readonly undeclared: ReadonlyMap<string, number>
  /** Whether there is anything but comments and declarations. */
  readonly isEmpty: boolean
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
  const { declared, used, isEmpty, wildcard } = scan(sparql)
  const undeclared = new Map([...used].filter(([prefix]) => !declared.has(prefix)))
  let declarations = ''
  for (const prefix of [...undeclared.keys()].sort()) {
    if (!Object.hasOwn(prefixes, prefix)) continue
    declarations += `${prefixDeclaration(prefix, prefixes[prefix]!)}\n`
    undeclared.delete(prefix)
  }
  const added = { characters: declarations.length, lines: declarations.split('\n').length - 1 }
  return { text: declarations + sparql, added, undeclared, isEmpty, ...(wildcard && { wildcard }) }
}

/**
 * `PREFIX org: <http://www.w3.org/ns/org#>` (SPARQL 1.1, productions 6, 139 and 168).
 *
 * @throws {QueryError} where the name or the IRI is none
 */
export function prefixDeclaration(prefix: string, iri: string): string {
  if (!PREFIX_NAME.test(prefix)) throw new QueryError(`"${prefix}" cannot be the name of a prefix`)
  if (!IRI_REFERENCE.test(iri))
    throw new QueryError(`the prefix "${prefix}" stands for "${iri}", which is no IRI`)
  return `PREFIX ${prefix}: <${iri}>`
}

const LETTER = '\\p{L}\\p{Nl}\\u200C\\u200D'
const NAME = `[${LETTER}](?:[${LETTER}\\p{M}\\p{Nd}_.\\-·‿⁀]*[${LETTER}\\p{M}\\p{Nd}_\\-·‿⁀])?`
const PREFIX_NAME = new RegExp(`^(?:${NAME})?$`, 'u')
// biome-ignore lint/suspicious/noControlCharactersInRegex: IRIREF (production 139) excludes them
const IRI_REFERENCE = /^[^\u0000-\u0020<>"{}|^`\\]*$/u

/**
 * What may hide a colon (comments, IRIs, strings, blank nodes, variables), declarations, and prefixed names, in an
 * order in which the first that fits is right. The last alternative takes anything else by one character.
 */
const TOKEN = new RegExp(
  [
    '(?<blank>\\s+|#[^\\n\\r]*)',
    '<[^\\u0000-\\u0020<>"{}|^`\\\\]*>',
    '"""(?:(?:""?)?(?:[^"\\\\]|\\\\.))*"""',
    "'''(?:(?:''?)?(?:[^'\\\\]|\\\\.))*'''",
    '"(?:[^"\\\\\\n\\r]|\\\\.)*"',
    "'(?:[^'\\\\\\n\\r]|\\\\.)*'",
    `[?$](?<variable>[${LETTER}\\p{Nd}_][${LETTER}\\p{M}\\p{Nd}_·‿⁀]*)`,
    `[?$@][${LETTER}\\p{M}\\p{Nd}_\\-]+`,
    `_:[${LETTER}\\p{M}\\p{Nd}_.\\-]*`,
    `(?<declaration>(?:PREFIX(?:\\s|#[^\\n\\r]*[\\n\\r])+(?<declared>(?:${NAME})?):|BASE)(?:\\s|#[^\\n\\r]*[\\n\\r])*<[^>]*>)`,
    `(?<used>(?:${NAME})?):(?:[${LETTER}\\p{M}\\p{Nd}_.\\-:%]|\\\\.)*`,
    `[${LETTER}\\p{Nd}_]+`,
    '.',
  ].join('|'),
  'gisu',
)

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
  return { declared, used, isEmpty, wildcard: WILDCARD.test(head) ? [...variables] : undefined }
}
