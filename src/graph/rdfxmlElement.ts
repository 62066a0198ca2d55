import type * as RDF from '@rdfjs/types'
import { PREFIXES } from '../vocabulary/namespaces.ts'
import { fail } from './checkQuad.ts'
import { characterUnknownToXml, escapeXml, qualifiedName } from './xml.ts'

/** Names that mean something else as a property element (RDF/XML §7.2.2 to §7.2.5; rdf:li is renamed, §7.4). */
const RESERVED: ReadonlySet<string> = new Set(
  'RDF ID about parseType resource nodeID datatype Description li aboutEach aboutEachPrefix bagID'
    .split(' ')
    .map(name => PREFIXES.rdf + name),
)
/** No prefix may be bound to it (Namespaces in XML §3). */
const XMLNS = 'http://www.w3.org/2000/xmlns/'

/**
 * @throws {GraphError} where RDF/XML cannot say it
 */
export function checkRdfXml(quad: RDF.Quad): void {
  const { subject, predicate, object } = quad
  const name = qualifiedName(predicate.value)
  if (!name || name.namespace === XMLNS || RESERVED.has(predicate.value)) {
    fail(quad, `its predicate <${predicate.value}> cannot be the name of an XML element`)
  }
  for (const text of [subject.value, predicate.value, object.value]) {
    const unknown = characterUnknownToXml(text)
    if (unknown !== undefined)
      fail(quad, `its ${predicate.value} has the character ${unknown}, which XML 1.0 lacks`)
  }
}

/** Statements as `rdf:Description` elements, one per run of a subject; each property declares its namespace. */
export function describeSubjects(quads: readonly RDF.Quad[]): string {
  let text = ''
  quads.forEach((quad, index) => {
    if (!quads[index - 1]?.subject.equals(quad.subject)) {
      text += `    <rdf:Description ${reference(quad.subject, 'about')}>\n`
    }
    text += `        ${propertyElement(quad)}\n`
    if (!quads[index + 1]?.subject.equals(quad.subject)) text += '    </rdf:Description>\n'
  })
  return text
}

/** One statement as a property element (RDF/XML §7.2.14 to §7.2.16). */
function propertyElement({ predicate, object }: RDF.Quad): string {
  const { namespace, localName } = qualifiedName(predicate.value)!
  const start = `<p:${localName} xmlns:p="${escapeXml(namespace, 'attribute')}"`
  if (object.termType !== 'Literal') return `${start} ${reference(object, 'resource')}/>`
  const datatype = object.datatype.value
  const attribute = object.language
    ? ` xml:lang="${escapeXml(object.language, 'attribute')}"`
    : datatype === `${PREFIXES.xsd}string`
      ? ''
      : ` rdf:datatype="${escapeXml(datatype, 'attribute')}"`
  return `${start}${attribute}>${escapeXml(object.value, 'content')}</p:${localName}>`
}

function reference(term: RDF.Term, attribute: 'about' | 'resource'): string {
  if (term.termType === 'BlankNode') return `rdf:nodeID="${nodeId(term.value)}"`
  return `rdf:${attribute}="${escapeXml(term.value, 'attribute')}"`
}

/** A label as an NCName of letters and digits: a label may begin with a digit, and some readers know few letters. */
function nodeId(label: string): string {
  return `b${label.replace(/[^A-Za-z0-9]/gu, character => `_${character.codePointAt(0)!.toString(16)}_`)}`
}
