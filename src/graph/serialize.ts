import type * as RDF from '@rdfjs/types'
import { GraphError } from '../errors.ts'
import { readJsonLdContext } from '../vocabulary/jsonldContext.ts'
import { PREFIXES } from '../vocabulary/namespaces.ts'
import { checkQuad } from './checkQuad.ts'
import type { JsonLdContext } from './compactTerms.ts'
import { writeJsonLd } from './jsonld.ts'
import { RDF_MEDIA_TYPES, type RdfMediaType } from './mediaTypes.ts'
import { writeNTriples, writeTurtle } from './n3.ts'
import { writeRdfXml } from './rdfxml.ts'

/** How quads are written. */
export interface SerializeOptions {
  /** Namespaces by prefix, for Turtle and RDF/XML. Default: those that the project knows. */
  readonly prefixes?: Readonly<Record<string, string>>
  /** The object that `@context` stands for in JSON-LD; it is embedded. Default: that of the vocabulary. */
  readonly context?: JsonLdContext
  /** Stops the writing between two quads. */
  readonly signal?: AbortSignal
}

/**
 * Writes quads of the default graph, in their order, as a document of text chunks (some 64 KiB each). Memory is
 * bounded by the chunk, not by the number of quads; the same quads give the same text. Give quads subject by
 * subject: what belongs together is then written together.
 *
 * @throws {GraphError} where a quad cannot be written in this format, or the format is unknown
 */
export async function* serialize(
  quads: Iterable<RDF.Quad> | AsyncIterable<RDF.Quad>,
  mediaType: RdfMediaType,
  { prefixes = PREFIXES, context, signal }: SerializeOptions = {},
): AsyncGenerator<string> {
  const checked = checkedQuads(quads, signal)
  switch (mediaType) {
    case 'text/turtle':
      return yield* writeTurtle(checked, prefixes)
    case 'application/n-triples':
      return yield* writeNTriples(checked)
    case 'application/ld+json':
      return yield* writeJsonLd(checked, context ?? (await readJsonLdContext()))
    case 'application/rdf+xml':
      return yield* writeRdfXml(checked, prefixes)
    default: {
      const known = Object.keys(RDF_MEDIA_TYPES).join(', ')
      throw new GraphError(`"${mediaType satisfies never}" cannot be written; what can: ${known}`)
    }
  }
}

async function* checkedQuads(
  quads: Iterable<RDF.Quad> | AsyncIterable<RDF.Quad>,
  signal: AbortSignal | undefined,
): AsyncGenerator<RDF.Quad> {
  for await (const quad of quads) {
    signal?.throwIfAborted()
    checkQuad(quad)
    yield quad
  }
}
