import { refusedUpdate } from './failure.ts'
import { loadSyntaxProbe, type ParsedQuery, parseQuery } from './parseQuery.ts'
import type { PrefixedQuery } from './prefixes.ts'
import { SyntaxFailure } from './syntax/syntaxFailure.ts'

/** What updates begin with (SPARQL 1.1 Update, productions 29 to 41). */
const UPDATES: ReadonlySet<string> = new Set(
  'INSERT DELETE WITH LOAD CLEAR CREATE DROP ADD MOVE COPY'.split(' '),
)

/**
 * The algebra of a query whose prefixes are declared.
 *
 * @param known prefixes that need no declaration
 * @throws {QueryError} where the query is malformed, with the place and what could stand there; where it uses a prefix
 *   that nobody declares; and where it is an update
 */
export async function parsePrefixed(
  { text, added, undeclared, begins }: PrefixedQuery,
  known: Readonly<Record<string, string>>,
): Promise<ParsedQuery> {
  if (UPDATES.has(begins)) throw refusedUpdate()
  const parsed = await parseQuery(text).catch((error: unknown) => {
    if (error instanceof SyntaxFailure) return error
    throw error
  })
  const isUndeclared = undeclared.size > 0
  if (isUndeclared && (!(parsed instanceof SyntaxFailure) || parsed.message.startsWith('Unknown prefix'))) {
    const { undeclaredPrefix } = await import('./syntax/unknownNames.ts')
    throw undeclaredPrefix(text.slice(added), undeclared, known)
  }
  if (parsed instanceof SyntaxFailure) {
    const { describeFailure } = await import('./syntax/describeFailure.ts')
    throw describeFailure({ text, added, failure: parsed, probe: await loadSyntaxProbe() })
  }
  return parsed
}
