import type * as RDF from '@rdfjs/types'
import { QueryError } from '../errors.ts'
import { serialize } from '../graph/serialize.ts'
import { PREFIXES } from '../vocabulary/namespaces.ts'
import type { QueryResult } from './answer.ts'
import { writeCsv } from './resultsCsv.ts'
import { writeJson } from './resultsJson.ts'
import { writeTable } from './resultsTable.ts'
import { writeTsv } from './resultsTsv.ts'
import { booleanXml, writeXml } from './resultsXml.ts'

/** The formats in which answers can be written. */
export const RESULT_FORMATS = ['table', 'csv', 'tsv', 'json', 'xml', 'turtle'] as const

/** A format of answers: a table for a terminal, SPARQL 1.1 results as CSV, TSV, JSON or XML, RDF in Turtle. */
export type ResultFormat = (typeof RESULT_FORMATS)[number]

/** How an answer is written. */
export interface ResultOptions {
  /** Prefixes that shorten IRIs, in `table` and `turtle`. Default: those that the project knows. */
  readonly prefixes?: Readonly<Record<string, string>>
}

/** Which formats fit which type of answer. CSV and TSV have no form for yes or no (SPARQL 1.1 CSV and TSV, 1). */
const FITTING: Readonly<Record<QueryResult['type'], readonly ResultFormat[]>> = {
  bindings: ['table', 'csv', 'tsv', 'json', 'xml'],
  boolean: ['table', 'json', 'xml'],
  quads: ['turtle'],
}

const ANSWERS: Readonly<Record<QueryResult['type'], string>> = {
  bindings: 'the solutions of a SELECT query',
  boolean: 'the yes or no of an ASK query',
  quads: 'the quads of a CONSTRUCT or DESCRIBE query',
}

/**
 * Writes an answer as text, in chunks.
 *
 * @throws {QueryError} while iterated over: where the format does not fit the answer, naming those that do, and
 *   whatever the answer itself throws
 */
export async function* writeResult(
  result: QueryResult,
  format: ResultFormat,
  options: ResultOptions = {},
): AsyncGenerator<string> {
  const { prefixes = PREFIXES } = options
  if (result.type === 'bindings') {
    if (format === 'csv') return yield* writeCsv(result)
    if (format === 'tsv') return yield* writeTsv(result)
    if (format === 'json') return yield* writeJson(result)
    if (format === 'xml') return yield* writeXml(result)
    if (format === 'table') return yield* writeTable(result, prefixes)
  }
  if (result.type === 'boolean') {
    if (format === 'json') return yield `${JSON.stringify({ head: {}, boolean: result.value })}\n`
    if (format === 'xml') return yield booleanXml(result.value)
    if (format === 'table') return yield `${result.value}\n`
  }
  if (result.type === 'quads' && format === 'turtle') {
    return yield* writeTurtle(result.quads, prefixes)
  }
  const fitting = FITTING[result.type].join(' or ')
  throw new QueryError(
    `${ANSWERS[result.type]} cannot be written as ${format}; the format should be ${fitting}`,
  )
}

/** Answers of so many quads are looked through for the prefixes that they use; longer ones declare all. */
const LOOKED_THROUGH = 1_000

async function* writeTurtle(
  quads: AsyncIterable<RDF.Quad>,
  prefixes: Readonly<Record<string, string>>,
): AsyncGenerator<string> {
  const iterator = quads[Symbol.asyncIterator]()
  const first: RDF.Quad[] = []
  let isWhole = false
  while (!isWhole && first.length < LOOKED_THROUGH) {
    const { done = false, value } = await iterator.next()
    isWhole = done
    if (!done) first.push(value)
  }
  async function* all() {
    yield* first
    if (!isWhole) yield* { [Symbol.asyncIterator]: () => iterator }
  }
  yield* serialize(all(), 'text/turtle', { prefixes: isWhole ? usedBy(first, prefixes) : prefixes })
}

function usedBy(
  quads: readonly RDF.Quad[],
  prefixes: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const iris = new Set(
    quads.flatMap(({ subject, predicate, object }) => [
      subject.value,
      predicate.value,
      // That of texts with a language is not written.
      object.termType !== 'Literal' ? object.value : object.language ? '' : object.datatype.value,
    ]),
  )
  return Object.fromEntries(
    Object.entries(prefixes).filter(([, namespace]) => iris.values().some(iri => iri.startsWith(namespace))),
  )
}
