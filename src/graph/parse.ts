import type * as RDF from '@rdfjs/types'
import { DataFactory, Parser } from 'n3'
import { GraphError } from '../errors.ts'
import type { ReadableMediaType } from './mediaTypes.ts'
import { pipeThrough } from './pipeThrough.ts'

/** How a document is read. */
export interface ParseOptions {
  /** What relative IRIs are relative to. Default: they are an error. */
  readonly baseIRI?: string
  /** Name of the document, for messages. Default: its media type. */
  readonly file?: string
  /**
   * Put before the labels of blank nodes. Labels are the same at each reading, so those of documents that come
   * together need prefixes that differ. Default: `b`.
   */
  readonly blankNodePrefix?: string
  /** Stops the reading between two chunks. */
  readonly signal?: AbortSignal
}

/** A document in parts: text, or UTF-8, cut anywhere. */
export type TextChunks = AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>

/**
 * Reads the quads of a document as it comes. Nothing is loaded from the network: a JSON-LD context has to stand
 * in the document.
 *
 * @throws {GraphError} where the document is malformed, is not UTF-8 or needs another document; with the line
 *   where it is known
 */
export async function* parseQuads(
  chunks: TextChunks,
  mediaType: ReadableMediaType,
  options: ParseOptions = {},
): AsyncGenerator<RDF.Quad> {
  const { baseIRI, file = mediaType, blankNodePrefix = 'b', signal } = options
  const context = {
    file,
    factory: labellingFactory(blankNodePrefix),
    ...(baseIRI === undefined ? {} : { baseIRI }),
  }
  const text = decode(chunks, file, signal)
  switch (mediaType) {
    case 'application/ld+json':
      return yield* parseJsonLd(text, context)
    case 'application/rdf+xml':
      return yield* parseRdfXml(text, context)
    default:
      return yield* parseN3(text, mediaType, context)
  }
}

interface ParseContext {
  readonly file: string
  readonly factory: RDF.DataFactory
  readonly baseIRI?: string
}

async function* parseN3(
  text: AsyncIterable<string>,
  format: ReadableMediaType,
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

async function* parseJsonLd(
  text: AsyncIterable<string>,
  { file, factory, baseIRI }: ParseContext,
): AsyncGenerator<RDF.Quad> {
  const { JsonLdParser } = await import('jsonld-streaming-parser')
  const documentLoader = {
    async load(url: string): Promise<never> {
      throw new GraphError(`the context <${url}> is not in the document; embed it`)
    },
  }
  // By the standard, what no term explains is dropped in silence: strictValues makes that an error.
  const options = { dataFactory: factory, documentLoader, strictValues: true }
  const parser = new JsonLdParser(baseIRI === undefined ? options : { ...options, baseIRI })
  yield* rethrowing(pipeThrough<RDF.Quad>(text, parser), file)
}

async function* parseRdfXml(
  text: AsyncIterable<string>,
  { file, factory, baseIRI }: ParseContext,
): AsyncGenerator<RDF.Quad> {
  const { RdfXmlParser } = await import('rdfxml-streaming-parser')
  const options = { dataFactory: factory, trackPosition: true }
  const parser = new RdfXmlParser(baseIRI === undefined ? options : { ...options, baseIRI })
  // At the end of the stream it does not tell its XML parser, which would see that elements are open still.
  const { saxParser } = parser as unknown as {
    saxParser: { on(event: string, on: (e: Error) => void): void; close(): void }
  }
  async function* quads() {
    yield* pipeThrough<RDF.Quad>(text, parser)
    saxParser.on('error', error => {
      throw error
    })
    saxParser.close()
  }
  yield* rethrowing(quads(), file)
}

/** Errors of the parser as errors of the document; ours pass. */
async function* rethrowing(quads: AsyncIterable<RDF.Quad>, file: string): AsyncGenerator<RDF.Quad> {
  try {
    yield* quads
  } catch (error) {
    throw malformed(error, file)
  }
}

function malformed(cause: unknown, file: string, line?: number): unknown {
  if (cause instanceof GraphError || !(cause instanceof Error) || cause.name === 'AbortError') return cause
  // The XML parser tells the line in its text only.
  const found = line ?? Number(/^(?:Line )?(\d+)(?: column |:)/.exec(cause.message)?.[1])
  return new GraphError(`it is malformed: ${cause.message}`, {
    cause,
    location: { file, ...(Number.isNaN(found) ? {} : { line: found }) },
  })
}

/** Without a base, the parser leaves relative IRIs as they are. */
function checkAbsolute({ subject, predicate, object, graph }: RDF.Quad, file: string): void {
  for (const term of [
    subject,
    predicate,
    object,
    graph,
    object.termType === 'Literal' ? object.datatype : object,
  ]) {
    if (term.termType === 'NamedNode' && !/^[A-Za-z][A-Za-z0-9+.-]*:/.test(term.value)) {
      throw new GraphError(`the IRI <${term.value}> is relative, and there is no base`, {
        location: { file },
      })
    }
  }
}

/** Blank nodes with labels that are the same at each reading. */
function labellingFactory(prefix: string): RDF.DataFactory {
  let count = 0
  const blankNode = (label?: string) =>
    DataFactory.blankNode(label === undefined ? `${prefix}${count++}` : `${prefix}_${label}`)
  // The JSON-LD parser gives null for "none", which n3 does not take.
  const literal = (value: string, type?: string | RDF.NamedNode | null) =>
    DataFactory.literal(value, type ?? undefined)
  return { ...DataFactory, blankNode, literal } as unknown as RDF.DataFactory
}

async function* decode(
  chunks: TextChunks,
  file: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let isFirst = true
  for await (const chunk of withEnd(chunks)) {
    signal?.throwIfAborted()
    let text: string
    try {
      text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: chunk !== undefined })
    } catch (cause) {
      throw new GraphError('it is not UTF-8', { cause, location: { file } })
    }
    if (text === '') continue
    yield isFirst && text.startsWith('\uFEFF') ? text.slice(1) : text
    isFirst = false
  }
}

/** The elements, then `undefined`. */
async function* withEnd<T>(elements: AsyncIterable<T> | Iterable<T>): AsyncGenerator<T | undefined> {
  yield* elements
  yield undefined
}
