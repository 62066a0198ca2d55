import type * as RDF from '@rdfjs/types'
import { PREFIXES } from '../vocabulary/namespaces.ts'
import { createRdflibWriter } from './rdflibWriter.ts'
import { checkRdfXml, describeSubjects } from './rdfxmlElement.ts'
import { escapeXml } from './xml.ts'

/** From this many quads on, a chunk ends with its subject. */
const CHUNK_SIZE = 2_000
/** A chunk with a subject of more statements than that is cut: the rest describes the subject again. */
const LARGEST_CHUNK = 2 * CHUNK_SIZE

/**
 * Writes RDF/XML (https://www.w3.org/TR/rdf-syntax-grammar/). rdflib writes what it writes faithfully; the few
 * statements that it would alter, or whose namespace has no prefix, are written beside.
 *
 * @throws {GraphError} for what RDF/XML cannot say: a property that is no element name, characters that XML lacks
 */
export async function* writeRdfXml(
  quads: AsyncIterable<RDF.Quad>,
  prefixes: Readonly<Record<string, string>>,
): AsyncGenerator<string> {
  const rdflib = await createRdflibWriter({ ...prefixes, rdf: PREFIXES.rdf })
  let header = `<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF${rdflib.namespaces
    .map(([prefix, namespace]) => `\n xmlns:${prefix}="${escapeXml(namespace, 'attribute')}"`)
    .join('')}>\n`
  for await (const chunk of chunksOf(quads)) {
    for (const quad of chunk) checkRdfXml(quad)
    const others = chunk.filter(quad => !rdflib.writesFaithfully(quad))
    const body = rdflib.write(chunk.filter(rdflib.writesFaithfully)) + describeSubjects(others)
    yield header + body
    header = ''
  }
  yield `${header}</rdf:RDF>\n`
}

async function* chunksOf(quads: AsyncIterable<RDF.Quad>): AsyncGenerator<RDF.Quad[]> {
  let chunk: RDF.Quad[] = []
  for await (const quad of quads) {
    const isFull =
      chunk.length >= LARGEST_CHUNK ||
      (chunk.length >= CHUNK_SIZE && !chunk.at(-1)!.subject.equals(quad.subject))
    if (isFull) {
      yield chunk
      chunk = []
    }
    chunk.push(quad)
  }
  if (chunk.length > 0) yield chunk
}
