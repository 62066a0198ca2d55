import type * as RDF from '@rdfjs/types'
import { PREFIXES } from '../../src/vocabulary/namespaces.ts'

/** A triple without blank nodes as a line of N-Triples. */
export function toLine({ subject, predicate, object }: RDF.Quad): string {
  return `<${subject.value}> <${predicate.value}> ${
    object.termType === 'Literal' ? toLiteral(object) : `<${object.value}>`
  } .\n`
}

function toLiteral({ value, language, datatype }: RDF.Literal): string {
  const text = `"${/[\\"\n\r]/.test(value) ? escaped(value) : value}"`
  if (language) return `${text}@${language}`
  return datatype.value === `${PREFIXES.xsd}string` ? text : `${text}^^<${datatype.value}>`
}

function escaped(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n').replaceAll('\r', '\\r')
}
