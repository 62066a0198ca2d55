import type * as RDF from '@rdfjs/types'
import { DataFactory } from 'n3'
import { iri } from '../vocabulary/namespaces.ts'

const { namedNode, quad } = DataFactory

/** A prefixed name whose prefix the project knows. */
export type TermName = Parameters<typeof iri>[0]

/** Makes quads about one subject. */
interface Description {
  /** It is of a class. */
  a(type: TermName): RDF.Quad
  /** A property has an IRI. */
  links(predicate: TermName, object: string): RDF.Quad
  /** A property has a literal. */
  has(predicate: TermName, value: RDF.Literal): RDF.Quad
}

/** Makes quads about this subject, in the default graph. */
export function describe(subject: string): Description {
  const node = namedNode(subject)
  const statement = (predicate: TermName, object: RDF.Quad_Object) =>
    quad(node, namedNode(iri(predicate)), object) as RDF.Quad
  return {
    a: type => statement('rdf:type', namedNode(iri(type))),
    links: (predicate, object) => statement(predicate, namedNode(object)),
    has: statement,
  }
}
