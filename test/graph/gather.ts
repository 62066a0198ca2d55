import type * as RDF from '@rdfjs/types'
import { DataFactory, Writer } from 'n3'
import type { RdfMediaType } from '../../src/graph/mediaTypes.ts'
import { type ParseOptions, parseQuads } from '../../src/graph/parse.ts'
import { type SerializeOptions, serialize } from '../../src/graph/serialize.ts'

/** All elements of a sequence. */
export async function gather<T>(elements: AsyncIterable<T>): Promise<T[]> {
  const gathered: T[] = []
  for await (const element of elements) gathered.push(element)
  return gathered
}

/** The document that quads are written as. */
export async function written(
  quads: Iterable<RDF.Quad>,
  mediaType: RdfMediaType,
  options?: SerializeOptions,
): Promise<string> {
  return (await gather(serialize(quads, mediaType, options))).join('')
}

/** The quads of a document. */
export function read(document: string, mediaType: RdfMediaType, options?: ParseOptions): Promise<RDF.Quad[]> {
  return gather(parseQuads([document], mediaType, options))
}

/** Quads as a sorted list of distinct lines, to compare sets without blank nodes. */
export function lines(quads: Iterable<RDF.Quad>): string[] {
  const writer = new Writer({ format: 'N-Triples' })
  const copies = [...quads].map(({ subject, predicate, object }) =>
    writer.quadToString(subject, predicate, DataFactory.fromTerm(object as never)),
  )
  return [...new Set(copies)].sort()
}
