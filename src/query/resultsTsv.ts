import type * as RDF from '@rdfjs/types'
import { QueryError } from '../errors.ts'
import { iri } from '../vocabulary/namespaces.ts'
import type { BindingsResult } from './answer.ts'

/** SPARQL 1.1 Query Results TSV: terms as Turtle writes them, so that nothing of them is lost; lines end with LF. */
export async function* writeTsv({ variables, bindings }: BindingsResult): AsyncGenerator<string> {
  yield `${variables.map(variable => `?${variable}`).join('\t')}\n`
  for await (const solution of bindings) {
    yield `${variables.map(variable => toTsv(solution[variable])).join('\t')}\n`
  }
}

/** Numbers that stand for themselves in Turtle (its productions 19 to 21), each with the datatype that it then has. */
const ABBREVIATED: Readonly<Record<string, RegExp>> = {
  [iri('xsd:integer')]: /^[+-]?\d+$/,
  [iri('xsd:decimal')]: /^[+-]?\d*\.\d+$/,
  [iri('xsd:double')]: /^[+-]?(?:\d+\.\d*|\.?\d+)[eE][+-]?\d+$/,
}

function toTsv(term: RDF.Term | undefined): string {
  switch (term?.termType) {
    case undefined:
      return ''
    case 'NamedNode':
      return `<${term.value}>`
    case 'BlankNode':
      return `_:${term.value}`
    case 'Literal': {
      const { value, language, datatype } = term
      if (language !== '') return `${quoted(value)}@${language}`
      if (ABBREVIATED[datatype.value]?.test(value)) return value
      return datatype.value === iri('xsd:string') ? quoted(value) : `${quoted(value)}^^<${datatype.value}>`
    }
    default:
      throw new QueryError(
        `a ${term?.termType} has no place in SPARQL 1.1 results; ask for its parts instead`,
      )
  }
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\',
}

/** Tabs and line breaks separate cells and rows, so that they are always escaped. */
function quoted(text: string): string {
  return `"${text.replace(/[\t\n\r"\\]/g, character => ESCAPES[character]!)}"`
}
