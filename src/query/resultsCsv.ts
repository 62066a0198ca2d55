import type * as RDF from '@rdfjs/types'
import type { BindingsResult } from './query.ts'

/** SPARQL 1.1 Query Results CSV: values as they are, without their types; lines end with CRLF. */
export async function* writeCsv({ variables, bindings }: BindingsResult): AsyncGenerator<string> {
  yield toLine(variables)
  for await (const solution of bindings) {
    yield toLine(variables.map(variable => toValue(solution[variable])))
  }
}

function toValue(term: RDF.Term | undefined): string {
  if (term === undefined) return ''
  return term.termType === 'BlankNode' ? `_:${term.value}` : term.value
}

/** RFC 4180: a field with a quote, a comma or a line break stands in quotes, its own doubled. */
function toLine(fields: readonly string[]): string {
  const quoted = fields.map(field => (/["\r\n,]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field))
  return `${quoted.join(',')}\r\n`
}
