import type * as RDF from '@rdfjs/types'
import { DataFactory } from 'n3'
import { PREFIXES } from '../vocabulary/namespaces.ts'
import { fail } from './checkQuad.ts'
import { createTermCompactor, type JsonLdContext, type TermCompactor } from './compactTerms.ts'
import { pipeThrough } from './pipeThrough.ts'

const RDF_TYPE = `${PREFIXES.rdf}type`
const RDF_JSON = `${PREFIXES.rdf}JSON`
/** Size from which written text is handed on, in UTF-16 code units. */
const CHUNK_LENGTH = 65_536

/**
 * Writes JSON-LD 1.1 (https://www.w3.org/TR/json-ld11/) with the context embedded: no reader needs the network.
 * Terms name properties, classes and datatypes; nodes keep their whole IRI. Values are value objects, whatever
 * a term's definition would infer.
 *
 * @throws {GraphError} for what JSON-LD would read back as something else
 */
export async function* writeJsonLd(
  quads: AsyncIterable<RDF.Quad>,
  context: JsonLdContext,
): AsyncGenerator<string> {
  // The serializer's own compaction takes every term for a prefix, so it gets terms that are compact already.
  const { JsonLdSerializer } = await import('jsonld-streaming-serializer')
  const compacted = compactQuads(quads, createTermCompactor(context))
  let text = jsonLdOpening(context)
  for await (const part of pipeThrough<string>(compacted, new JsonLdSerializer({ space: ' ' }))) {
    text += part
    if (text.length < CHUNK_LENGTH) continue
    yield text
    text = ''
  }
  yield `${text}}\n`
}

/**
 * How every document begins that {@link writeJsonLd} writes. What follows keeps to the order of keys of the streaming
 * profile (https://www.w3.org/TR/json-ld11-streaming/), but for types, which come where their quads do.
 */
export function jsonLdOpening(context: JsonLdContext): string {
  return `{\n"@context": ${JSON.stringify(context, null, 1)},\n"@graph": `
}

async function* compactQuads(
  quads: AsyncIterable<RDF.Quad>,
  compactor: TermCompactor,
): AsyncGenerator<RDF.Quad> {
  for await (const quad of quads) yield compactQuad(quad, compactor)
}

function compactQuad(quad: RDF.Quad, compactor: TermCompactor): RDF.Quad {
  const { subject, predicate, object } = quad
  for (const { termType, value } of [subject, object]) {
    if (termType === 'NamedNode' && compactor.isConfusable(value)) {
      fail(quad, `the context takes <${value}> for a compact IRI`)
    }
  }
  const isType = predicate.value === RDF_TYPE
  if (isType && object.termType === 'Literal') fail(quad, 'JSON-LD has no class that is a literal')
  return DataFactory.quad(
    subject,
    isType ? predicate : DataFactory.namedNode(compactor.compact(predicate.value)),
    compactObject(quad, compactor, isType),
  ) as RDF.Quad
}

function compactObject(quad: RDF.Quad, compactor: TermCompactor, isType: boolean): RDF.Quad_Object {
  const { object } = quad
  if (object.termType === 'NamedNode' && isType) return DataFactory.namedNode(compactor.compact(object.value))
  if (object.termType !== 'Literal' || object.language !== '') return object
  const datatype = object.datatype.value
  if (datatype === RDF_JSON) fail(quad, 'JSON-LD does not keep the spelling of an rdf:JSON literal')
  if (datatype === `${PREFIXES.xsd}string`) return object
  return DataFactory.literal(object.value, DataFactory.namedNode(compactor.compact(datatype))) as RDF.Literal
}
