import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { QueryEngine } from '@comunica/query-sparql'
import type * as RDF from '@rdfjs/types'
import { Store, StreamParser } from 'n3'
import type { Row } from '../canonicalRows.ts'
import { GRAPH_FILE } from '../generateDirectory.ts'
import { toSparql } from '../queries.ts'
import { type OpenEngine, tripleRow } from './engine.ts'

/** Comunica over a store of N3.js. */
export const openComunica: OpenEngine = async folder => {
  const store = new Store()
  const parser = createReadStream(join(folder, GRAPH_FILE)).pipe(new StreamParser({ format: 'N-Triples' }))
  for await (const quad of parser) store.addQuad(quad)
  const engine = new QueryEngine()
  return {
    async ask(query) {
      const result = await engine.query(toSparql(query), {
        sources: [store as unknown as RDF.Source] as never,
      })
      if (result.resultType === 'bindings') return (await result.execute()).toArray()
      if (result.resultType === 'quads') return (await result.execute()).toArray()
      throw new TypeError(`no query of the bench has an answer of the type ${result.resultType}`)
    },
    rowsOf: (answer: readonly (RDF.Bindings | RDF.Quad)[]) => answer.map(toRow),
  }
}

function toRow(one: RDF.Bindings | RDF.Quad): Row {
  if ('predicate' in one) return tripleRow(one)
  return Object.fromEntries(Array.from(one, ([{ value }, term]) => [value, term]))
}
