import type * as RDF from '@rdfjs/types'
import { DataFactory } from 'n3'
import type { GivenText, Language } from '../errors.ts'
import { iri } from '../vocabulary/namespaces.ts'

/** A prefixed name. */
export type TermName = Parameters<typeof iri>[0]

/** What a property says: literals, and the IRIs of other nodes as strings. */
export type PropertyValues = readonly (string | RDF.Literal)[]

/** The quads of one node: its classes, then its properties in their order. */
export function describe(
  node: string,
  classes: readonly TermName[],
  properties: Readonly<Partial<Record<TermName, PropertyValues>>> = {},
): RDF.Quad[] {
  const subject = DataFactory.namedNode(node)
  const all: [TermName, PropertyValues][] = [
    ['rdf:type', classes.map(name => iri(name))],
    ...(Object.entries(properties) as [TermName, PropertyValues][]),
  ]
  return all.flatMap(([property, values]) =>
    values.map(value => {
      const object = typeof value === 'string' ? DataFactory.namedNode(value) : (value as RDF.Quad_Object)
      return DataFactory.quad(subject, DataFactory.namedNode(iri(property)), object) as RDF.Quad
    }),
  )
}

/** A text, in a language where one is given. */
export function text(value: string, language?: Language): RDF.Literal {
  return DataFactory.literal(value, language) as RDF.Literal
}

/** A text in the languages in which it was given, French first. */
export function localized(given: GivenText): RDF.Literal[] {
  return (['fr', 'en'] as const).flatMap(language => {
    const value = given[language]
    return value === undefined ? [] : [text(value, language)]
  })
}

/** A literal of a datatype. */
export function typed(value: string, datatype: TermName): RDF.Literal {
  return DataFactory.literal(value, DataFactory.namedNode(iri(datatype))) as RDF.Literal
}
