import type * as RDF from '@rdfjs/types'
import { PREFIXES } from '../vocabulary/namespaces.ts'

/** rdflib's RDF/XML serializer, kept to what it writes without loss. */
export interface RdflibWriter {
  /** Prefixes that the root element has to declare for the written text. */
  readonly namespaces: readonly (readonly [prefix: string, namespace: string])[]
  writesFaithfully(this: void, quad: RDF.Quad): boolean
  /** The node elements, without the root element around them. */
  write(quads: readonly RDF.Quad[]): string
}

const RDF_TYPE = `${PREFIXES.rdf}type`
/** A part of what XML and rdflib both take for a local name. */
const LOCAL_NAME = /^[A-Za-z_][A-Za-z0-9_.-]*$/
/** A prefix that XML allows (names in "xml" are reserved). */
const PREFIX = /^(?!xml)[A-Za-z_][A-Za-z0-9_.-]*$/i
/** rdflib writes a carriage return and `]]>` as they are; a parser reads a line feed and an error. */
const ALTERED = /\r|\]\]>/

/** Loads rdflib and tells it the prefixes. */
export async function createRdflibWriter(prefixes: Readonly<Record<string, string>>): Promise<RdflibWriter> {
  const rdflib = await import('rdflib')
  const serializer = rdflib.Serializer(rdflib.graph())
  for (const [prefix, namespace] of Object.entries(prefixes)) {
    if (PREFIX.test(prefix)) serializer.setPrefix(prefix, namespace)
  }
  // It refuses some prefixes (ns1, default…), and keeps one per namespace.
  const kept = serializer.prefixes as unknown as Readonly<Record<string, string>>
  const namespaces = Object.entries(prefixes).filter(([prefix, namespace]) => {
    return PREFIX.test(prefix) && kept[namespace] === prefix
  })
  const declared = new Set(namespaces.map(([, namespace]) => namespace))
  const named = new Map<string, boolean>()

  /** Whether rdflib finds a declared prefix: it cuts at the first `#`, else at the last `/`. */
  function hasName(iri: string): boolean {
    let known = named.get(iri)
    if (known === undefined) {
      const cut = (iri.includes('#') ? iri.indexOf('#') : iri.lastIndexOf('/')) + 1
      const namespace = iri.slice(0, cut)
      // It renumbers rdf:_1, rdf:_2…; whatever else is in that namespace is as rare.
      known = declared.has(namespace) && namespace !== PREFIXES.rdf && LOCAL_NAME.test(iri.slice(cut))
      if (named.size < 10_000) named.set(iri, known)
    }
    return known
  }

  return {
    namespaces,
    writesFaithfully({ subject, predicate, object }) {
      if (subject.termType !== 'NamedNode' || object.termType === 'BlankNode') return false
      // It writes the first class as the name of the element.
      if (predicate.value === RDF_TYPE) return object.termType === 'NamedNode' && hasName(object.value)
      // It looks objects up in a plain object, where `constructor` and its like are found.
      if (object.value in Object.prototype || !hasName(predicate.value)) return false
      return object.termType !== 'Literal' || !ALTERED.test(object.value)
    },
    write(quads) {
      if (quads.length === 0) return ''
      const statements = quads.map(quad => rdflib.st(...toRdflib(quad)))
      const document: string = serializer.statementsToXML(statements)
      return document.slice(document.indexOf('>\n') + 2, document.lastIndexOf('</rdf:RDF>'))
    },
  }

  function toRdflib({ subject, predicate, object }: RDF.Quad) {
    return [
      rdflib.sym(subject.value),
      rdflib.sym(predicate.value),
      object.termType === 'Literal'
        ? rdflib.lit(object.value, object.language || undefined, rdflib.sym(object.datatype.value))
        : rdflib.sym(object.value),
    ] as const
  }
}
