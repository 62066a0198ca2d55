import type * as RDF from '@rdfjs/types'
import type { BindingsResult } from './answer.ts'
import { toCsvLine } from './csvLine.ts'

/** SPARQL 1.1 Query Results CSV: values as they are, without their types; lines end with CRLF. */
export async function* writeCsv({ variables, bindings }: BindingsResult): AsyncGenerator<string> {
  yield toCsvLine(variables)
  for await (const solution of bindings) {
    yield toCsvLine(variables.map(variable => toValue(solution[variable])))
  }
}

function toValue(term: RDF.Term | undefined): string {
  if (term === undefined) return ''
  return term.termType === 'BlankNode' ? `_:${term.value}` : term.value
}
