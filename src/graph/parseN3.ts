import type * as RDF from '@rdfjs/types'
import { Parser } from 'n3'
import { GraphError } from '../errors.ts'
import { withEnd } from './decodeText.ts'
import { malformed, type ParseContext } from './parseContext.ts'

/**
 * Reads Turtle, TriG, N-Triples or N-Quads.
 *
 * @throws {GraphError} where the document is malformed
 */
export async function* parseN3(
  text: AsyncIterable<string>,
  format: string,
  { file, ...options }: ParseContext,
): AsyncGenerator<RDF.Quad> {
  // The parser hands over what it finds while it is given text: no stream is needed in between.
  let quads: RDF.Quad[] = []
  let failure: N3Failure | undefined
  const input = new TextEvents()
  // Labels come to the factory with this prefix; it makes them those of the document.
  new Parser({ ...options, format, blankNodePrefix: '_' }).parse(input as never, (error, quad) => {
    if (error) failure ??= error
    else if (quad) quads.push(quad)
  })
  for await (const chunk of withEnd(text)) {
    if (chunk === undefined) input.emit('end')
    else input.emit('data', chunk)
    for (const quad of quads) {
      checkAbsolute(quad, file)
      yield quad
    }
    quads = []
    if (failure) throw malformed(failure, file, failure.context?.line)
  }
}

interface N3Failure extends Error {
  readonly context?: { readonly line?: number }
}

class TextEvents {
  readonly #listeners = new Map<string, (data?: string) => void>()

  on(event: string, listener: (data?: string) => void): void {
    this.#listeners.set(event, listener)
  }

  emit(event: string, data?: string): void {
    this.#listeners.get(event)?.(data)
  }
}

/** Without a base, the parser leaves relative IRIs as they are. */
function checkAbsolute({ subject, predicate, object, graph }: RDF.Quad, file: string): void {
  const datatype = object.termType === 'Literal' ? object.datatype : object
  for (const { termType, value } of [subject, predicate, object, graph, datatype]) {
    if (termType !== 'NamedNode' || /^[A-Za-z][A-Za-z0-9+.-]*:/.test(value)) continue
    throw new GraphError(`the IRI <${value}> is relative, and there is no base`, { location: { file } })
  }
}
