import { query } from '../../src/query/query.ts'
import type { SuiteEngine } from './queryTests.ts'

/** Who evaluates the queries of a suite: whoever can, the columns or nobody, or Comunica alone over the same graph. */
export const SUITE_ENGINES: Readonly<Record<'auto' | 'columns' | 'comunica', SuiteEngine>> = {
  auto: (graph, sparql) => query({ graph }, sparql),
  columns: (graph, sparql) => query({ graph }, sparql, { engine: 'columns' }),
  comunica: (graph, sparql) => query({ graph }, sparql, { engine: 'comunica' }),
}
