import type * as RDF from '@rdfjs/types'

/** The answer to a query. Solutions and quads come as they are found and can be iterated over once. */
export type QueryResult =
  | {
      /** Of a SELECT query. An unbound variable has no entry. */
      readonly type: 'bindings'
      /** In the order of the query. */
      readonly variables: readonly string[]
      readonly bindings: AsyncIterable<Readonly<Record<string, RDF.Term>>>
    }
  | {
      /** Of an ASK query. */
      readonly type: 'boolean'
      readonly value: boolean
    }
  | {
      /** Of a CONSTRUCT or a DESCRIBE query. Each quad comes once. */
      readonly type: 'quads'
      readonly quads: AsyncIterable<RDF.Quad>
    }

/** The answer to a SELECT query. */
export type BindingsResult = Extract<QueryResult, { type: 'bindings' }>
