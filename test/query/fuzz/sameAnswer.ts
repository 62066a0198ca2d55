import type * as RDF from '@rdfjs/types'
import { DataFactory } from 'n3'
import { isomorphic } from 'rdf-isomorphic'
import { rowText, type Solution, sameSolutions, toText } from '../../w3c/solutions.ts'
import type { Answer } from './engines.ts'
import { XSD } from './graphs.ts'
import type { Order } from './queries.ts'

const INEXACT = ['decimal', 'double', 'float'].map(type => XSD + type)

/** Whether two engines answer the same; both refusing the query is the same. */
export function sameAnswer(left: Answer, right: Answer, normal = normalTerm): boolean {
  if (left.type === 'boolean' && right.type === 'boolean') return left.value === right.value
  if (left.type === 'quads' && right.type === 'quads') {
    return isomorphic(distinct(left.quads, normal), distinct(right.quads, normal))
  }
  if (left.type === 'bindings' && right.type === 'bindings') {
    return sameSolutions(withTerms(left.rows, normal), withTerms(right.rows, normal))
  }
  return left.type === right.type
}

/**
 * Whether rows are those that ORDER BY, OFFSET and LIMIT take of all rows: where several have equal keys, any of these.
 *
 * @param all in order, by another engine
 */
export function isSliceOf(rows: readonly Solution[], all: readonly Solution[], order: Order): boolean {
  const { keys, offset, limit = all.length } = order
  const expected = all.slice(offset, offset + limit)
  if (rows.length !== expected.length) return false
  if (!isInOrderOfText(rows, order)) return false
  // NaN is neither less nor greater than any number, and a sort with it may end in any order. What comes after texts
  // depends on how these are compared.
  const isOpen = all.some(row =>
    keys.some((name, index) => row[name]?.value === 'NaN' || (isText(row[name]) && index < keys.length - 1)),
  )
  const rank = new Map<string, number>()
  const rankOf = (row: Solution) => {
    const key = keys.map(name => tie(row[name])).join(' ')
    if (!rank.has(key)) rank.set(key, rank.size)
    return rank.get(key)!
  }
  for (const row of all) rankOf(row)
  if (!isOpen && !rows.every((row, index) => rankOf(row) === rankOf(expected[index]!))) return false
  if (offset === 0 && limit >= all.length) {
    return sameSolutions(withTerms(rows, normalTerm), withTerms(all, normalTerm))
  }
  const rest = new Map<string, number>()
  // Blank nodes that are made on the way have other labels in each engine.
  const textOf = (row: Solution) =>
    rowText(withTerms([row], normalTerm)[0]!, label => (/^[xy]$/.test(label) ? label : '_'))
  for (const row of all) rest.set(textOf(row), (rest.get(textOf(row)) ?? 0) + 1)
  return rows.every(row => {
    const left = rest.get(textOf(row)) ?? 0
    rest.set(textOf(row), left - 1)
    return left > 0
  })
}

/** Comunica compares texts as the locale has it; SPARQL does by code point (§17.3, fn:compare). */
function isInOrderOfText(rows: readonly Solution[], { keys: [name], isDescending }: Order): boolean {
  const texts = rows.map(row => row[name!])
  return texts.every((term, index) => {
    const next = texts[index + 1]
    if (!isText(term) || !isText(next)) return true
    const order = Buffer.compare(Buffer.from(term.value), Buffer.from(next.value))
    return isDescending ? order >= 0 : order <= 0
  })
}

function isText(term: RDF.Term | undefined): term is RDF.Literal {
  return term?.termType === 'Literal' && term.datatype.value === `${XSD}string`
}

/** Terms of one place in the order: equal numbers, equal dates, all blank nodes. */
function tie(term: RDF.Term | undefined): string {
  if (term === undefined) return ''
  if (term.termType === 'BlankNode') return '_:'
  if (term.termType !== 'Literal') return toText(term)
  if (term.language !== '') return 'text of a language'
  const type = term.datatype.value.replace(XSD, '')
  if (type === 'string') return 'text'
  const number = Number(term.value.replace(/^\+?(-?)INF$/, '$1Infinity'))
  if (/^(?:integer|decimal|double|float|int|nonNegativeInteger)$/.test(type) && term.value !== '') {
    if (!Number.isNaN(number)) return `number ${Number(number.toPrecision(12)) || 0}`
  }
  if (type === 'boolean') return `boolean ${term.value.replace('1', 'true').replace('0', 'false')}`
  if (type === 'dateTime' && !Number.isNaN(Date.parse(term.value))) {
    return `dateTime ${Date.parse(/(?:Z|[+-]\d\d:\d\d)$/.test(term.value) ? term.value : `${term.value}Z`)}`
  }
  if (type === 'date' && /^\d{4}-\d\d-\d\dZ?$/.test(term.value)) return `date ${term.value.replace('Z', '')}`
  return toText(term)
}

function withTerms(rows: readonly Solution[], normal: (term: RDF.Term) => RDF.Term): Solution[] {
  return rows.map(row => Object.fromEntries(Object.entries(row).map(([name, term]) => [name, normal(term)])))
}

function distinct(quads: readonly RDF.Quad[], normal: (term: RDF.Term) => RDF.Term): RDF.Quad[] {
  const byText = new Map(
    quads.map(({ subject, predicate, object }) => {
      const value = normal(object)
      const copy = DataFactory.quad(subject as never, predicate as never, value as never) as RDF.Quad
      return [[subject, predicate, value].map(term => toText(term)).join(' '), copy] as const
    }),
  )
  return [...byText.values()]
}

/** Decimals are exact here, floating point elsewhere: the twelfth digit is enough. */
export function normalTerm(term: RDF.Term): RDF.Term {
  if (term.termType !== 'Literal' || !INEXACT.includes(term.datatype.value)) return term
  const [digits] = /\d[\d.]*/.exec(term.value) ?? ['']
  const number = Number(term.value)
  if (digits.replace(/\D/g, '').length < 12 || Number.isNaN(number)) return term
  return DataFactory.literal(`${Number(number.toPrecision(12))}`, term.datatype as never)
}

/** Whether they answer the same but for how often: Oxigraph gives what two alternatives of a path find once. */
export function sameDistinct(left: Answer, right: Answer, normal: (term: RDF.Term) => RDF.Term): boolean {
  if (left.type !== 'bindings' || right.type !== 'bindings') return false
  const once = (rows: readonly Solution[]): Answer => {
    const byText = new Map(withTerms(rows, normal).map(row => [rowText(row), row]))
    return { type: 'bindings', rows: [...byText.values()] }
  }
  return sameAnswer(once(left.rows), once(right.rows), normal)
}

/** Oxigraph keeps the values of literals, not how these were written, and integers are all `xsd:integer`. */
export function normalValue(term: RDF.Term): RDF.Term {
  if (/#(?:int|nonNegativeInteger)$/.test(term.value)) return DataFactory.namedNode(`${XSD}integer`)
  if (term.termType !== 'Literal') return term
  const type = term.datatype.value.replace(XSD, '')
  if (type === 'dateTime')
    return DataFactory.literal(term.value.replace('+00:00', 'Z'), term.datatype as never)
  if (type === 'boolean') {
    return DataFactory.literal(term.value.replace('1', 'true').replace('0', 'false'), term.datatype as never)
  }
  if (!/^(?:integer|decimal|double|float|int|nonNegativeInteger)$/.test(type)) return term
  const number = Number(term.value)
  if (term.value === '' || Number.isNaN(number)) return term
  const datatype = /^(?:int|nonNegativeInteger)$/.test(type) ? `${XSD}integer` : term.datatype.value
  return DataFactory.literal(`${Number(number.toPrecision(12)) || 0}`, DataFactory.namedNode(datatype))
}
