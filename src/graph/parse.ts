import type * as RDF from '@rdfjs/types'
import { GraphError } from '../errors.ts'
import { readJsonLdContext } from '../vocabulary/jsonldContext.ts'
import { decode, type TextChunks } from './decodeText.ts'
import { jsonLdOpening } from './jsonld.ts'
import type { ReadableMediaType } from './mediaTypes.ts'
import { labellingFactory, malformed, type ParseContext } from './parseContext.ts'
import { parseN3 } from './parseN3.ts'
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

async function* parseJsonLd(
  text: AsyncIterable<string>,
  { file, factory, baseIRI }: ParseContext,
): AsyncGenerator<RDF.Quad> {
  const { JsonLdParser } = await import('jsonld-streaming-parser')
  const documentLoader = {
    async load(url: string): Promise<never> {
      throw new GraphError(`the context <${url}> is not in the document; embed it`, { location: { file } })
    },
  }
  const opening = jsonLdOpening(await readJsonLdContext())
  const { head, whole } = await peek(text, opening.length)
  const parser = new JsonLdParser({
    dataFactory: factory,
    documentLoader,
    // By the standard, what no term explains is dropped in silence: this makes that an error.
    strictValues: true,
    // Other documents may order their keys in any way; for those the parser takes quadratic time.
    streamingProfile: head === opening,
    streamingProfileAllowOutOfOrderPlainType: true,
    ...(baseIRI === undefined ? {} : { baseIRI }),
  })
  // At the end of the stream it does not ask whether its JSON has ended too.
  const { jsonParser } = parser as unknown as { jsonParser: { stack: readonly unknown[] } }
  yield* parseThrough(whole, parser, file, () => {
    if (jsonParser.stack.length > 0) throw new Error('the JSON ends too early; the document looks cut off')
  })
}

/** The first characters of a text, and all of it. */
async function peek(
  text: AsyncIterable<string>,
  length: number,
): Promise<{ head: string; whole: AsyncIterable<string> }> {
  const chunks = text[Symbol.asyncIterator]()
  let start = ''
  let ended = false
  while (start.length < length && !ended) {
    const { value, done = false } = await chunks.next()
    start += value ?? ''
    ended = done
  }
  async function* whole() {
    yield start
    if (!ended) yield* { [Symbol.asyncIterator]: () => chunks }
  }
  return { head: start.slice(0, length), whole: whole() }
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
  yield* parseThrough(text, parser, file, () => {
    saxParser.on('error', error => {
      throw error
    })
    saxParser.close()
  })
}

/** Quads that a parser makes of text. Its errors become those of the document; those of the text stay theirs. */
async function* parseThrough(
  text: AsyncIterable<string>,
  parser: NodeJS.ReadWriteStream,
  file: string,
  onEnd?: () => void,
): AsyncGenerator<RDF.Quad> {
  let isUnreadable = false
  async function* input() {
    try {
      yield* text
    } catch (error) {
      isUnreadable = true
      throw error
    }
  }
  try {
    yield* pipeThrough<RDF.Quad>(input(), parser)
    onEnd?.()
  } catch (error) {
    throw isUnreadable ? error : malformed(error, file)
  }
}
