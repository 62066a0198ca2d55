import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type * as RDF from '@rdfjs/types'
import { Store } from 'oxigraph'
import type { Row } from '../canonicalRows.ts'
import { GRAPH_FILE } from '../generateDirectory.ts'
import { toSparql } from '../queries.ts'
import { type OpenEngine, tripleRow } from './engine.ts'

/** How many lines are given to the store at once: it takes text, and no text can hold a large file. */
const LINES = 100_000

/** Oxigraph, compiled to WebAssembly. */
export const openOxigraph: OpenEngine = async folder => {
  const store = new Store()
  let lines: string[] = []
  const load = () => {
    store.load(lines.join('\n'), { format: 'application/n-triples', no_transaction: true })
    lines = []
  }
  for await (const line of createInterface({ input: createReadStream(join(folder, GRAPH_FILE)) })) {
    lines.push(line)
    if (lines.length === LINES) load()
  }
  load()
  return {
    async ask(query) {
      return store.query(toSparql(query))
    },
    rowsOf: (answer: readonly (ReadonlyMap<string, RDF.Term> | RDF.Quad)[]) => answer.map(toRow),
  }
}

function toRow(one: ReadonlyMap<string, RDF.Term> | RDF.Quad): Row {
  return 'subject' in one ? tripleRow(one) : (Object.fromEntries(one) as Row)
}
