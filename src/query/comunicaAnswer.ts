import type * as RDF from '@rdfjs/types'
import type { QueryResult } from './answer.ts'
import { type ColumnsPart, registerColumns } from './comunicaColumns.ts'
import { loadEngine } from './engine.ts'
import { refusedUpdate } from './failure.ts'
import type { ParsedQuery } from './parseQuery.ts'
import type { Failure, Stop } from './stop.ts'

/** A source as Comunica takes it. */
export type ComunicaSource =
  | { readonly type: 'sparql'; readonly value: string }
  | { readonly type: 'rdfjs'; readonly value: RDF.Source }

/** What Comunica is to evaluate. */
export interface ComunicaQuery extends ParsedQuery {
  /** The same query as text: endpoints get it as it was written. */
  readonly text: string
  readonly sources: readonly ComunicaSource[]
  /** Columns that evaluate what they can of it. Default: none. */
  readonly columns?: ColumnsPart
  readonly fetch: typeof fetch
  readonly now: Date
}

/**
 * The answer that Comunica gives.
 *
 * @param failure turns what goes wrong, also while the answer is read, into what is thrown
 */
export async function answerByComunica(
  { operation, baseIRI, text, sources, columns, fetch: send, now }: ComunicaQuery,
  stop: Stop,
  failure: Failure,
): Promise<QueryResult> {
  const engine = await loadEngine()
  const context = {
    sources,
    fetch: send,
    readOnly: true,
    queryTimestamp: now,
    ...(baseIRI !== undefined && { baseIRI }),
    ...(columns && (await registerColumns(engine, columns))),
  }
  const isRemote = sources.every(({ type }) => type === 'sparql')
  const answer = await stop.race(engine.query(isRemote ? text : operation, context as never))
  switch (answer.resultType) {
    case 'void':
      throw refusedUpdate()
    case 'boolean':
      return { type: 'boolean', value: await stop.race(answer.execute()) }
    case 'quads':
      return { type: 'quads', quads: triplesOf(stop.iterate(await answer.execute(), failure)) }
    case 'bindings': {
      const solutions = stop.iterate(await answer.execute(), failure)
      const { variables } = await stop.race(answer.metadata())
      return {
        type: 'bindings',
        variables: variables.map(({ value }) => value),
        bindings: toRecords(solutions),
      }
    }
  }
}

async function* toRecords(solutions: AsyncIterable<RDF.Bindings>): AsyncGenerator<Record<string, RDF.Term>> {
  for await (const solution of solutions) {
    yield Object.fromEntries(Array.from(solution, ([{ value }, term]) => [value, term]))
  }
}

/**
 * What a template gives is a set of triples (SPARQL 1.1 §16.2), but comes as often as there are solutions that give it,
 * with some that are none.
 */
async function* triplesOf(quads: AsyncIterable<RDF.Quad>): AsyncGenerator<RDF.Quad> {
  const known = new Set<string>()
  for await (const quad of quads) {
    if ((quad.subject as RDF.Term).termType === 'Literal' || quad.predicate.termType !== 'NamedNode') continue
    const key = [quad.subject, quad.predicate, quad.object, quad.graph].map(keyOf).join('\n')
    if (known.has(key)) continue
    known.add(key)
    yield quad
  }
}

function keyOf(term: RDF.Term): string {
  switch (term.termType) {
    case 'Literal':
      return JSON.stringify([term.value, term.language, term.datatype.value])
    case 'Quad':
      return `<<${[term.subject, term.predicate, term.object, term.graph].map(keyOf).join('\n')}>>`
    default:
      return `${term.termType} ${term.value}`
  }
}
