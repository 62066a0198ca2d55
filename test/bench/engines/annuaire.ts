import { join } from 'node:path'
import { query as ask, openQuerySource, type QueryResult } from '../../../src/index.ts'
import type { Row } from '../canonicalRows.ts'
import { GRAPH_FILE } from '../generateDirectory.ts'
import { toSparql } from '../queries.ts'
import { type OpenEngine, tripleRow } from './engine.ts'

/** This project, by its public functions alone. */
export const openAnnuaire: OpenEngine = async folder => {
  const source = await openQuerySource(join(folder, GRAPH_FILE))
  return {
    async ask(query) {
      return drain(await ask(source, toSparql(query)))
    },
    rowsOf: (rows: readonly Row[]) => rows,
  }
}

async function drain(answer: QueryResult): Promise<Row[]> {
  if (answer.type === 'boolean') throw new TypeError('no query of the bench asks for a boolean')
  const rows: Row[] = []
  if (answer.type === 'bindings') for await (const solution of answer.bindings) rows.push(solution)
  else for await (const quad of answer.quads) rows.push(tripleRow(quad))
  return rows
}
