import { QueryEngine } from '@comunica/query-sparql'
import type * as RDF from '@rdfjs/types'
import { toAlgebra } from '@traqula/algebra-sparql-1-2'
import type { Algebra } from '@traqula/algebra-transformations-1-2'
import { Parser as SparqlParser } from '@traqula/parser-sparql-1-2'
import { Parser, Store } from 'n3'
import oxigraph from 'oxigraph'
import { buildGraph } from '../../../src/graph/buildGraph.ts'
import type { ColumnarGraph } from '../../../src/graph/columns/columnar.ts'
import { type EvaluationOptions, prepare } from '../../../src/query/evaluator/evaluate.ts'

const PREFIXES = `PREFIX : <http://example.org/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
`

const engine = new QueryEngine()
const parser = new SparqlParser()

/** A graph, held both ways. */
export interface TestGraph {
  readonly columns: ColumnarGraph
  readonly store: Store
}

/** @param trig with the prefix `:` declared */
export async function graphOf(trig: string): Promise<TestGraph> {
  const quads = new Parser({ format: 'TriG' }).parse(PREFIXES + trig)
  return { columns: await buildGraph(quads), store: new Store(quads) }
}

export function algebraOf(sparql: string): Algebra.Operation {
  return toAlgebra(parser.parse(PREFIXES + sparql) as never, { quads: true, blankToVariable: true } as never)
}

/** The solutions that the columns give, each as a text, in their order. */
export function solutionsOnColumns(
  { columns }: TestGraph,
  sparql: string,
  options: EvaluationOptions = {},
): string[] {
  const evaluation = prepare(columns, algebraOf(sparql), options)
  if (!evaluation) throw new Error(`not claimed: ${sparql}`)
  const { variables, slots, terms } = evaluation
  const solutions: string[] = []
  const batches = evaluation.batches()
  for (let step = batches.next(); !step.done; step = batches.next()) {
    const batch = step.value
    for (let row = 0; row < batch.length; row++) {
      const entries = variables.flatMap((variable, index) => {
        const id = batch.columns[slots[index]!]?.[row] ?? 0
        return id === 0 ? [] : [[variable, terms.termOf(id)] as const]
      })
      solutions.push(writeSolution(entries))
    }
  }
  return solutions
}

/** The solutions that Oxigraph gives, which is fast enough for many rows; each as a text, in their order. */
export function solutionsOfOxigraph(turtle: string, sparql: string): string[] {
  const store = new oxigraph.Store()
  store.load(PREFIXES + turtle, { format: 'text/turtle' })
  const solutions = store.query(PREFIXES + sparql) as Map<string, RDF.Term>[]
  return solutions.map(solution => writeSolution([...solution]))
}

/** The solutions that Comunica gives over N3.Store, each as a text, in their order. */
export async function solutionsOfComunica({ store }: TestGraph, sparql: string): Promise<string[]> {
  const stream = await engine.queryBindings(PREFIXES + sparql, { sources: [store] })
  const solutions = await stream.toArray()
  return solutions.map(solution =>
    writeSolution(Array.from(solution, ([variable, term]) => [variable.value, term] as const)),
  )
}

function writeSolution(entries: readonly (readonly [string, RDF.Term])[]): string {
  return entries
    .map(([variable, term]) => `?${variable}=${writeTerm(term)}`)
    .sort()
    .join(' ')
}

function writeTerm(term: RDF.Term): string {
  // Comunica prefixes the labels of blank nodes with the number of their source.
  if (term.termType === 'BlankNode') return `_:${term.value.replace(/^bc_\d+_/, '')}`
  if (term.termType !== 'Literal') return term.value
  const { value, language, datatype } = term
  return `"${value}"${language ? `@${language}` : `^^${datatype.value.replace(/.*#/, '')}`}`
}
