import { QueryEngine } from '@comunica/query-sparql'
import { QueryError } from '../../src/errors.ts'
import { query } from '../../src/query/query.ts'
import type { SuiteEngine } from './queryTests.ts'

/** The engines that suites are run with: what `query` is, and Comunica by itself over the same graph. */
export const SUITE_ENGINES: Readonly<Record<'annuaire' | 'comunica', SuiteEngine>> = {
  annuaire: (graph, sparql) => query({ graph }, sparql),
  comunica: async (graph, sparql) => {
    comunica ??= new QueryEngine()
    const context = { sources: [{ type: 'rdfjs', value: graph.asSource() }] }
    const result = await comunica.query(sparql, context as never).catch(error => {
      throw new QueryError('Comunica refuses the query', { cause: error })
    })
    switch (result.resultType) {
      case 'boolean':
        return { type: 'boolean', value: await result.execute() }
      case 'quads':
        return { type: 'quads', quads: await result.execute() }
      case 'bindings': {
        const solutions = await result.execute()
        const variables = (await result.metadata()).variables.map(({ value }) => value)
        const rows = (await solutions.toArray()).map(solution =>
          Object.fromEntries(Array.from(solution, ([{ value }, term]) => [value, term])),
        )
        return { type: 'bindings', variables, bindings: toAsync(rows) }
      }
      default:
        throw new Error('an update is no query')
    }
  },
}

let comunica: QueryEngine | undefined

async function* toAsync<T>(elements: readonly T[]): AsyncGenerator<T> {
  yield* elements
}
