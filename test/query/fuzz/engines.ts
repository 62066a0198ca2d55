import { QueryEngine } from '@comunica/query-sparql'
import type * as RDF from '@rdfjs/types'
import { DataFactory, Store } from 'n3'
import * as oxigraph from 'oxigraph'
import { buildGraph } from '../../../src/graph/buildGraph.ts'
import { tracedQuery } from '../../../src/query/query.ts'
import type { Solution } from '../../w3c/solutions.ts'

/** What an engine answers. */
export type Answer =
  | { readonly type: 'bindings'; readonly rows: readonly Solution[] }
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: 'quads'; readonly quads: readonly RDF.Quad[] }
  | { readonly type: 'error'; readonly message: string }
  /** None, however long one waits. */
  | { readonly type: 'none'; readonly reason: string }

/** What `NOW()` gives everywhere. */
const NOW = new Date('2026-01-02T03:04:05.678Z')

/** The answer of this project, and whether the columns gave all of it. */
export async function answerOnColumns(
  quads: readonly RDF.Quad[],
  sparql: string,
): Promise<{ answer: Answer; isClaimed: boolean }> {
  const trace = { engine: 'columns' as 'columns' | 'comunica', evaluations: [], clock: () => 0 }
  const answer = await orError(async () => {
    const graph = await buildGraph(quads)
    const result = await tracedQuery({ graph }, sparql, { now: NOW }, trace)
    if (result.type === 'bindings') {
      return { type: 'bindings', rows: await Array.fromAsync(result.bindings, withOwnLabels) }
    }
    if (result.type === 'quads') return { type: 'quads', quads: await Array.fromAsync(result.quads) }
    return result
  })
  return { answer, isClaimed: trace.engine === 'columns' }
}

let comunica: QueryEngine | undefined

/** Milliseconds after which Comunica will not answer any more: over small graphs it takes some ten. */
const PATIENCE = 1500

export async function answerByComunica(quads: readonly RDF.Quad[], sparql: string): Promise<Answer> {
  const { promise: patience, resolve } = Promise.withResolvers<Answer>()
  const timer = setTimeout(() => resolve({ type: 'none', reason: 'it never answers' }), PATIENCE)
  const answer = await Promise.race([patience, comunicaAnswer(quads, sparql)])
  clearTimeout(timer)
  return answer
}

function comunicaAnswer(quads: readonly RDF.Quad[], sparql: string): Promise<Answer> {
  return orError(async () => {
    comunica ??= new QueryEngine()
    const context = { sources: [new Store([...quads] as never)], queryTimestamp: NOW }
    const result = await comunica.query(sparql, context as never)
    switch (result.resultType) {
      case 'bindings': {
        const solutions = await (await result.execute()).toArray()
        return { type: 'bindings', rows: solutions.map(toRow) }
      }
      case 'boolean':
        return { type: 'boolean', value: await result.execute() }
      case 'quads':
        return { type: 'quads', quads: (await (await result.execute()).toArray()).filter(isTriple) }
      default:
        throw new Error('an update is no query')
    }
  })
}

/** Comunica's CONSTRUCT gives what is no triple too (SPARQL 1.1 §16.2). */
function isTriple({ subject, predicate }: RDF.Quad): boolean {
  return (subject.termType as string) !== 'Literal' && predicate.termType === 'NamedNode'
}

function toRow(solution: RDF.Bindings): Solution {
  return withOwnLabels(Object.fromEntries(Array.from(solution, ([{ value }, term]) => [value, term])))
}

/** Comunica puts the number of the source before the labels of blank nodes. */
function withOwnLabels(row: Solution): Solution {
  return Object.fromEntries(Object.entries(row).map(([name, term]) => [name, withOwnLabel(term)]))
}

function withOwnLabel(term: RDF.Term): RDF.Term {
  return term.termType === 'BlankNode' ? DataFactory.blankNode(term.value.replace(/^bc_\d+_/, '')) : term
}

export function answerByOxigraph(quads: readonly RDF.Quad[], sparql: string): Promise<Answer> {
  return orError(async () => {
    const result = new oxigraph.Store([...quads] as never).query(sparql, {})
    if (typeof result === 'boolean') return { type: 'boolean', value: result }
    if (typeof result === 'string') throw new Error('a text is no answer')
    const [first] = result
    if (first instanceof Map || first === undefined) {
      const rows = (result as Map<string, RDF.Term>[]).map(row => Object.fromEntries(row))
      return /\bCONSTRUCT\b/.test(sparql) ? { type: 'quads', quads: [] } : { type: 'bindings', rows }
    }
    return { type: 'quads', quads: (result as RDF.Quad[]).map(toQuad) }
  })
}

function toQuad({ subject, predicate, object }: RDF.Quad): RDF.Quad {
  return DataFactory.quad(subject as never, predicate as never, object as never)
}

async function orError(run: () => Promise<Answer>): Promise<Answer> {
  try {
    return await run()
  } catch (error) {
    return { type: 'error', message: error instanceof Error ? `${error.stack}` : `${error}` }
  }
}
