import type * as RDF from '@rdfjs/types'
import { Writer } from 'n3'

/** Size from which written text is handed on, in UTF-16 code units. */
const CHUNK_LENGTH = 65_536

/**
 * Writes Turtle (https://www.w3.org/TR/turtle/). Statements about the same subject that follow each other are
 * grouped, across chunks too.
 */
export function writeTurtle(
  quads: AsyncIterable<RDF.Quad>,
  prefixes: Readonly<Record<string, string>>,
): AsyncGenerator<string> {
  return write(quads, { prefixes })
}

/** Writes N-Triples (https://www.w3.org/TR/n-triples/), in its canonical form. */
export function writeNTriples(quads: AsyncIterable<RDF.Quad>): AsyncGenerator<string> {
  return write(quads, { format: 'N-Triples' })
}

async function* write(
  quads: AsyncIterable<RDF.Quad>,
  options: ConstructorParameters<typeof Writer>[1],
): AsyncGenerator<string> {
  let text = ''
  const sink = {
    write(chunk: string) {
      text += chunk
    },
    end() {},
  }
  const writer = new Writer(sink, options)
  for await (const { subject, predicate, object, graph } of quads) {
    writer.addQuad(subject, predicate, object, graph, rethrow)
    if (text.length >= CHUNK_LENGTH) {
      yield text
      text = ''
    }
  }
  writer.end()
  if (text !== '') yield text
}

/** Without a callback, the writer would keep its errors to itself. */
function rethrow(error?: unknown): void {
  if (error) throw error
}
