import type * as RDF from '@rdfjs/types'
import type { PlainTerm, Row } from '../canonicalRows.ts'
import type { BenchQuery } from '../queries.ts'

/** Something that holds a generated directory and answers questions about it. */
export interface Engine {
  /** Answers a query; the answer is taken whole, as values of JavaScript. */
  ask(query: BenchQuery): Promise<unknown>
  /** The rows of such an answer. Not part of the time. */
  rowsOf(answer: never, query: BenchQuery): readonly Row[]
  /** The peak of the memory of a process other than this one that does the work, in megabytes. */
  peakMemory?(): Promise<number>
  close?(): Promise<void>
}

/** Loads the files of a folder into an engine. */
export type OpenEngine = (folder: string) => Promise<Engine>

/** A triple as a row. */
export function tripleRow({ subject, predicate, object }: RDF.Quad): Row {
  const plain = (term: RDF.Term) => term as PlainTerm
  return { subject: plain(subject), predicate: plain(predicate), object: plain(object) }
}
