import type * as RDF from '@rdfjs/types'
import { QueryError } from '../errors.ts'
import { iri } from '../vocabulary/namespaces.ts'
import type { BindingsResult } from './answer.ts'

const HEAD =
  '<?xml version="1.0" encoding="UTF-8"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#">\n'

/**
 * SPARQL Query Results XML Format, a solution per line. What was written before an error is no document: it has no end.
 *
 * @throws {QueryError} while iterated over: where a value has a character that XML 1.0 cannot hold, with its row and
 *   variable, before anything of that row
 */
export async function* writeXml({ variables, bindings }: BindingsResult): AsyncGenerator<string> {
  const names = variables.map(name => `<variable name="${escaped(name, 'the name of a variable')}"/>`)
  yield `${HEAD}<head>${names.join('')}</head>\n<results>\n`
  let row = 0
  for await (const solution of bindings) {
    row++
    const cells = variables.flatMap(name => {
      const term = solution[name]
      return term
        ? `<binding name="${escaped(name, name)}">${toXml(term, `the value of ?${name} in row ${row}`)}</binding>`
        : []
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
function toXml(term: RDF.Term, place: string): string {
  switch (term.termType) {
    case 'NamedNode':
      return `<uri>${escaped(term.value, place)}</uri>`
    case 'BlankNode':
      return `<bnode>${escaped(term.value, place)}</bnode>`
    case 'Literal': {
      const { value, language, datatype } = term
      if (language !== '')
        return `<literal xml:lang="${escaped(language, place)}">${escaped(value, place)}</literal>`
      if (datatype.value === iri('xsd:string')) return `<literal>${escaped(value, place)}</literal>`
      return `<literal datatype="${escaped(datatype.value, place)}">${escaped(value, place)}</literal>`
    }
    default:
      throw new QueryError(`a ${term.termType} has no place in SPARQL 1.1 results; ask for its parts instead`)
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 (production 2) excludes them
const NO_XML_CHARACTER = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/u

/** A reader of XML turns a carriage return that is not escaped into a line feed. */
function escaped(text: string, place: string): string {
  const [character] = NO_XML_CHARACTER.exec(text) ?? []
  if (character !== undefined) {
    const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')
    throw new QueryError(
      `${place} has the character U+${code}, which XML cannot hold; take the format json or tsv`,
    )
  }
  return text.replace(/[&<>"\r]/g, found => `&#${found.codePointAt(0)};`)
}
