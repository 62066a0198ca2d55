import type * as RDF from '@rdfjs/types'
import { GraphError } from '../errors.ts'
import { NAME_CHARACTER, NAME_START } from './nameCharacters.ts'

/** A character of an IRI besides `#` (RFC 3987 §2.2; those that IRIREF, Turtle production 18, allows). */
const IRI_CHARACTER = '[!$-;=?-\\[\\]_a-z~\\u0080-\\u{10FFFF}]'
const ABSOLUTE_IRI = new RegExp(`^[A-Za-z][A-Za-z0-9+.-]*:${IRI_CHARACTER}*(?:#${IRI_CHARACTER}*)?$`, 'u')
/** BCP 47 as far as Turtle checks it (LANGTAG, production 144s). */
const LANGUAGE_TAG = /^[A-Za-z]+(?:-[A-Za-z0-9]+)*$/
/** What follows `_:` (BLANK_NODE_LABEL, production 141s). */
const BLANK_NODE_LABEL = new RegExp(`^[${NAME_START}0-9](?:[${NAME_CHARACTER}.]*[${NAME_CHARACTER}])?$`, 'u')

/**
 * Makes sure that a quad can be written in any format as an RDF 1.1 triple: a triple of the default graph, with
 * absolute IRIs, well-formed text and valid labels.
 *
 * @throws {GraphError} naming the subject
 */
export function checkQuad(quad: RDF.Quad): void {
  const { subject, predicate, object, graph } = quad
  if (graph.termType !== 'DefaultGraph')
    fail(quad, `it is in the graph <${graph.value}>; only triples are written`)
  if (subject.termType === 'BlankNode') checkLabel(quad, subject.value)
  else checkIri(quad, subject, 'subject')
  checkIri(quad, predicate, 'predicate')
  if (object.termType === 'BlankNode') checkLabel(quad, object.value)
  else if (object.termType === 'Literal') checkLiteral(quad, object)
  else checkIri(quad, object, 'object')
}

/**
 * @throws {GraphError} always: the quad cannot be written, for this reason
 */
export function fail({ subject }: RDF.Quad, reason: string): never {
  throw new GraphError(`a statement about ${nameOf(subject)} cannot be written: ${reason}`)
}

function nameOf(subject: RDF.Term): string {
  return subject.termType === 'BlankNode' ? `_:${subject.value}` : `<${subject.value}>`
}

function checkIri(quad: RDF.Quad, term: RDF.Term, role: string): void {
  if (term.termType !== 'NamedNode') fail(quad, `its ${role} is a ${term.termType}`)
  if (!ABSOLUTE_IRI.test(term.value) || !term.value.isWellFormed()) {
    fail(quad, `its ${role} ${JSON.stringify(term.value)} is no absolute IRI`)
  }
}

function checkLabel(quad: RDF.Quad, label: string): void {
  if (!BLANK_NODE_LABEL.test(label)) fail(quad, `_:${label} is no label of a blank node`)
}

function checkLiteral(quad: RDF.Quad, literal: RDF.Literal): void {
  if (!literal.value.isWellFormed()) {
    fail(quad, `the text of its ${quad.predicate.value} has half of a surrogate pair`)
  }
  if (literal.language === '') checkIri(quad, literal.datatype, 'datatype')
  else if (!LANGUAGE_TAG.test(literal.language)) fail(quad, `"${literal.language}" is no language tag`)
  if (literal.direction) fail(quad, 'RDF 1.1 has no base direction')
}
