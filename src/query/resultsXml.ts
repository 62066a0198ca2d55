import type * as RDF from '@rdfjs/types'
import { QueryError } from '../errors.ts'
import { iri } from '../vocabulary/namespaces.ts'
import type { BindingsResult } from './answer.ts'

const HEAD =
  '<?xml version="1.0" encoding="UTF-8"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#">\n'

/**
 * SPARQL Query Results XML Format, a solution per line.
 *
 * @throws {QueryError} while iterated over: where a term has a character that XML 1.0 cannot hold
 */
export async function* writeXml({ variables, bindings }: BindingsResult): AsyncGenerator<string> {
  const names = variables.map(name => `<variable name="${escaped(name)}"/>`)
  yield `${HEAD}<head>${names.join('')}</head>\n<results>\n`
  for await (const solution of bindings) {
    const cells = variables.flatMap(name => {
      const term = solution[name]
      return term ? `<binding name="${escaped(name)}">${toXml(term)}</binding>` : []
    })
    yield `<result>${cells.join('')}</result>\n`
  }
  yield '</results>\n</sparql>\n'
}

/** The answer to an ASK query in the same format. */
export function booleanXml(value: boolean): string {
  return `${HEAD}<head></head>\n<boolean>${value}</boolean>\n</sparql>\n`
}

/** Section 2.3.1: how each kind of term is written. A plain string has no datatype, as in SPARQL 1.1. */
function toXml(term: RDF.Term): string {
  switch (term.termType) {
    case 'NamedNode':
      return `<uri>${escaped(term.value)}</uri>`
    case 'BlankNode':
      return `<bnode>${escaped(term.value)}</bnode>`
    case 'Literal': {
      const { value, language, datatype } = term
      if (language !== '') return `<literal xml:lang="${escaped(language)}">${escaped(value)}</literal>`
      if (datatype.value === iri('xsd:string')) return `<literal>${escaped(value)}</literal>`
      return `<literal datatype="${escaped(datatype.value)}">${escaped(value)}</literal>`
    }
    default:
      throw new QueryError(`a ${term.termType} has no place in SPARQL 1.1 results; ask for its parts instead`)
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 (production 2) excludes them
const NO_XML_CHARACTER = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/u

/** A reader of XML turns a carriage return that is not escaped into a line feed. */
function escaped(text: string): string {
  const [character] = NO_XML_CHARACTER.exec(text) ?? []
  if (character !== undefined) {
    const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')
    throw new QueryError(`a term has the character U+${code}, which XML cannot hold; take JSON or TSV`)
  }
  return text.replace(/[&<>"\r]/g, found => `&#${found.codePointAt(0)};`)
}
