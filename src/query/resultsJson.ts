import type * as RDF from '@rdfjs/types'
import { QueryError } from '../errors.ts'
import { iri } from '../vocabulary/namespaces.ts'
import type { BindingsResult } from './answer.ts'

/** SPARQL 1.1 Query Results JSON, a solution per line. */
export async function* writeJson({ variables, bindings }: BindingsResult): AsyncGenerator<string> {
  yield `{"head":${JSON.stringify({ vars: variables })},"results":{"bindings":[`
  let separator = '\n'
  for await (const solution of bindings) {
    const entries = variables.flatMap(variable => {
      const term = solution[variable]
      return term ? [[variable, toJson(term)]] : []
    })
    yield separator + JSON.stringify(Object.fromEntries(entries))
    separator = ',\n'
  }
  yield '\n]}}\n'
}

/** Section 3.2.2: how each kind of term is written. A plain string has no datatype, as in SPARQL 1.1. */
function toJson(term: RDF.Term): Record<string, string> {
  switch (term.termType) {
    case 'NamedNode':
      return { type: 'uri', value: term.value }
    case 'BlankNode':
      return { type: 'bnode', value: term.value }
    case 'Literal': {
      const literal = { type: 'literal', value: term.value }
      if (term.language !== '') return { ...literal, 'xml:lang': term.language }
      return term.datatype.value === iri('xsd:string')
        ? literal
        : { ...literal, datatype: term.datatype.value }
    }
    default:
      throw new QueryError(`a ${term.termType} has no place in SPARQL 1.1 results; ask for its parts instead`)
  }
}
