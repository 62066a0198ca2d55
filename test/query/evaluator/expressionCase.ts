import type * as RDF from '@rdfjs/types'
import type { Algebra } from '@traqula/algebra-transformations-1-2'
import { DataFactory } from 'n3'
import { buildGraph } from '../../../src/graph/buildGraph.ts'
import type { Batch } from '../../../src/query/evaluator/batch.ts'
import type { Expression, ExpressionScope } from '../../../src/query/evaluator/expression.ts'
import { compileExpression } from '../../../src/query/evaluator/expressions/compileExpression.ts'
import { EvaluationTerms } from '../../../src/query/evaluator/terms/evaluationTerms.ts'
import { parseQuery } from '../../../src/query/parseQuery.ts'
import { PREFIXES } from '../../../src/vocabulary/namespaces.ts'

const { namedNode, quad } = DataFactory

/** A point in time for `NOW()`. */
export const NOW = new Date('2026-11-01T12:30:00Z')

export const PROLOGUE = `PREFIX xsd: <${PREFIXES.xsd}> PREFIX rdf: <${PREFIXES.rdf}> PREFIX : <urn:x:>`

/** The algebra of an expression, written as in SPARQL. */
export async function parseExpression(text: string): Promise<Algebra.Expression> {
  const { operation } = await parseQuery(`${PROLOGUE} SELECT (${text} AS ?result) { }`)
  const { input } = operation as Algebra.Project
  return (input as Algebra.Extend).expression
}

/** The terms of an evaluation over a graph that has some terms. */
export async function termsWith(terms: readonly RDF.Term[]): Promise<EvaluationTerms> {
  const subject = namedNode('urn:x:s')
  const graph = await buildGraph(
    terms.map(term => quad(subject, namedNode('urn:x:p'), term as RDF.Quad_Object)),
  )
  return new EvaluationTerms(graph.terms, { now: NOW, baseIri: 'http://example.org/base/' })
}

/** Expressions over these variables, each in the slot of its place. */
export function scopeOf(
  terms: EvaluationTerms,
  variables: readonly string[],
  exists?: Expression,
): ExpressionScope {
  return {
    terms,
    slotOf: variable => {
      const slot = variables.indexOf(variable)
      return slot < 0 ? undefined : slot
    },
    exists: () => exists,
  }
}

/** A batch of one column per variable. */
export function batchOf(...columns: (readonly number[])[]): Batch {
  return { length: columns[0]?.length ?? 1, columns: columns.map(column => Uint32Array.from(column)) }
}

/** @throws Error if the expression is not supported */
export async function compile(text: string, scope: ExpressionScope): Promise<Expression> {
  const compiled = compileExpression(await parseExpression(text), scope)
  if (!compiled) throw new Error(`${text} is not supported`)
  return compiled
}

/** What an expression without variables gives, as Turtle has it; `error` for an error. */
export async function evaluateText(text: string): Promise<string> {
  const terms = await termsWith([])
  const id = (await compile(text, scopeOf(terms, []))).evaluate({ length: 1, columns: [] })[0]!
  return id === 0 ? 'error' : write(terms.termOf(id))
}

/** A term as Turtle would have it, with prefixes of datatypes. */
export function write(term: RDF.Term): string {
  if (term.termType === 'NamedNode') return `<${term.value}>`
  if (term.termType !== 'Literal') return `_:${term.value}`
  const text = JSON.stringify(term.value)
  if (term.language) return `${text}@${term.language}`
  const datatype = term.datatype.value
  if (datatype === `${PREFIXES.xsd}string`) return text
  if (datatype === `${PREFIXES.xsd}integer` || datatype === `${PREFIXES.xsd}boolean`) return term.value
  return `${text}^^${datatype.startsWith(PREFIXES.xsd) ? `xsd:${datatype.slice(PREFIXES.xsd.length)}` : `<${datatype}>`}`
}
