import type * as RDF from '@rdfjs/types'
import { PREFIXES } from '../../../vocabulary/namespaces.ts'

/** An IRI as it is, a blank node as `_:label`: what reports call a node. */
export function nodeKey(term: RDF.Term): string {
  return term.termType === 'BlankNode' ? `_:${term.value}` : term.value
}

/** The types derived from xsd:decimal whose values compare as numbers (XSD 1.1 Part 2, §3.4). */
const EXACT = new Set(
  [
    'decimal',
    'integer',
    'nonNegativeInteger',
    'positiveInteger',
    'nonPositiveInteger',
    'negativeInteger',
    'long',
    'int',
    'short',
    'byte',
    'unsignedLong',
    'unsignedInt',
    'unsignedShort',
    'unsignedByte',
  ].map(name => PREFIXES.xsd + name),
)
const FLOATING = new Set([`${PREFIXES.xsd}double`, `${PREFIXES.xsd}float`])

/**
 * A key that terms share exactly where SPARQL’s `=` takes them for equal (SPARQL 1.1 §17.3): numbers by value, however
 * they are written; floating ones apart from exact ones.
 */
export function valueKey(term: RDF.Term): string {
  if (term.termType !== 'Literal') return nodeKey(term)
  const { value, language, datatype } = term
  if (language !== '') return `"${value}"@${language.toLowerCase()}`
  if (EXACT.has(datatype.value)) {
    const [, sign, whole, fraction = ''] = /^([+-]?)0*(\d*)(?:\.(\d*?)0*)?$/.exec(value) ?? []
    if (whole !== undefined) {
      const digits = `${whole || '0'}${fraction && `.${fraction}`}`
      return `"${sign === '-' && digits !== '0' ? '-' : ''}${digits}"^^decimal`
    }
  }
  if (FLOATING.has(datatype.value) && value.trim() !== '' && !Number.isNaN(Number(value))) {
    return `"${Number(value) + 0}"^^double`
  }
  return `"${value}"^^${datatype.value}`
}
