import { parentPort, workerData } from 'node:worker_threads'
import type * as RDF from '@rdfjs/types'
import { type GraphParts, importParts } from '../graph/columns/graphParts.ts'
import { type QueryOptions, type QuerySource, query } from './query.ts'
import { type TransferredTerm, toTransferred } from './transferredTerm.ts'

/** What a thread is given to do. */
export interface IsolatedTask {
  readonly parts: GraphParts | undefined
  readonly endpoints: readonly string[]
  readonly sparql: string
  readonly options: Pick<QueryOptions, 'prefixes' | 'memoryLimit' | 'engine' | 'now'>
}

/** What it tells: first the answer, then its rows, some each time that it is asked for more. */
export type IsolatedMessage =
  | { readonly type: 'bindings'; readonly variables: readonly string[] }
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: 'quads' }
  | {
      readonly type: 'rows'
      /** The terms of the rows, each once. */
      readonly terms: readonly TransferredTerm[]
      /** Of each row the numbers of its terms, from 1; 0 stands for none. */
      readonly rows: readonly (readonly number[])[]
      readonly isLast: boolean
    }
  | { readonly type: 'error'; readonly message: string; readonly isKnown: boolean }

const ROWS = 1000
const port = parentPort!

/** Answers the task. A thread lives as long as it may be asked for more. */
async function run({ parts, endpoints, sparql, options }: IsolatedTask): Promise<void> {
  const sources: QuerySource[] = endpoints.map(endpoint => ({ endpoint }))
  if (parts) sources.unshift({ graph: importParts(parts) })
  const result = await query(sources, sparql, options)
  if (result.type === 'boolean') return tell(result)
  tell(result.type === 'quads' ? { type: 'quads' } : { type: 'bindings', variables: result.variables })
  const rows = (result.type === 'quads' ? quadTerms(result.quads) : solutionTerms(result))[
    Symbol.asyncIterator
  ]()
  port.on('message', () => more(rows).catch(fail))
}

async function more(rows: AsyncIterator<readonly (RDF.Term | undefined)[]>): Promise<void> {
  const numbers = new Map<string, number>()
  const terms: TransferredTerm[] = []
  const gathered: number[][] = []
  const numberOf = (term: RDF.Term | undefined): number => {
    if (!term) return 0
    const transferred = toTransferred(term)
    const key = JSON.stringify(transferred)
    let number = numbers.get(key)
    if (number === undefined) {
      number = terms.push(transferred)
      numbers.set(key, number)
    }
    return number
  }
  while (gathered.length < ROWS) {
    const { done, value } = await rows.next()
    if (done) return tell({ type: 'rows', terms, rows: gathered, isLast: true })
    gathered.push(value.map(numberOf))
  }
  tell({ type: 'rows', terms, rows: gathered, isLast: false })
}

async function* quadTerms(quads: AsyncIterable<RDF.Quad>): AsyncGenerator<RDF.Term[]> {
  for await (const { subject, predicate, object, graph } of quads) yield [subject, predicate, object, graph]
}

async function* solutionTerms(result: {
  readonly variables: readonly string[]
  readonly bindings: AsyncIterable<Readonly<Record<string, RDF.Term>>>
}): AsyncGenerator<(RDF.Term | undefined)[]> {
  for await (const solution of result.bindings) yield result.variables.map(name => solution[name])
}

function tell(message: IsolatedMessage): void {
  port.postMessage(message)
}

function fail(error: unknown): void {
  const isKnown = error instanceof Error && error.name === 'QueryError'
  tell({ type: 'error', message: error instanceof Error ? error.message : String(error), isKnown })
}

run(workerData as IsolatedTask).catch(fail)
