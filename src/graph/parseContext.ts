import type * as RDF from '@rdfjs/types'
import { DataFactory } from 'n3'
import { GraphError } from '../errors.ts'

/** What the reading of a document needs to know of it. */
export interface ParseContext {
  /** Its name, for messages. */
  readonly file: string
  readonly factory: RDF.DataFactory
  readonly baseIRI?: string
}

/** Blank nodes with labels that are the same at each reading. */
export function labellingFactory(prefix: string): RDF.DataFactory {
  let count = 0
  const blankNode = (label?: string) =>
    DataFactory.blankNode(label === undefined ? `${prefix}${count++}` : `${prefix}_${label}`)
  // The JSON-LD parser gives null for "none", which n3 does not take.
  const literal = (value: string, type?: string | RDF.NamedNode | null) =>
    DataFactory.literal(value, type ?? undefined)
  return { ...DataFactory, blankNode, literal } as unknown as RDF.DataFactory
}

/** What a parser threw, as an error of the document. */
export function malformed(cause: unknown, file: string, line?: number): GraphError {
  if (cause instanceof GraphError) return cause
  const message = cause instanceof Error ? cause.message : String(cause)
  // The XML parser tells the line in its text only.
  const found = line ?? Number(/^(?:Line )?(\d+)(?: column |:)/.exec(message)?.[1])
  return new GraphError(`it is malformed: ${message}`, {
    cause,
    location: { file, ...(Number.isNaN(found) ? {} : { line: found }) },
  })
}
