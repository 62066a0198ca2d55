import type { QueryEngine } from '@comunica/query-sparql'

let engine: Promise<QueryEngine> | undefined

/** The query engine: loading it takes a second, so that it is done once, where it is first needed. */
export function loadEngine(): Promise<QueryEngine> {
  engine ??= import('@comunica/query-sparql').then(({ QueryEngine }) => new QueryEngine())
  return engine
}
