import { readFileSync } from 'node:fs'
import { extname } from 'node:path'
import type * as RDF from '@rdfjs/types'
import { DataFactory } from 'n3'
import { isomorphic } from 'rdf-isomorphic'
import { QueryError } from '../../src/errors.ts'
import { buildGraph } from '../../src/graph/buildGraph.ts'
import type { Graph } from '../../src/graph/graph.ts'
import type { QueryResult } from '../../src/query/answer.ts'
import { type ResultFormat, writeResult } from '../../src/query/results.ts'
import type { TestCase } from './manifest.ts'
import { readDocument } from './readDocument.ts'
import { type Answer, plainTerm, readResult, readSolutions } from './readResult.ts'
import { rowText, type Solution, sameSolutions, withNormalNumbers } from './solutions.ts'

/** What answers the queries of a suite. */
export type SuiteEngine = (graph: Graph, sparql: string) => Promise<QueryResult>

const RESULT_FORMATS: Readonly<Record<string, ResultFormat>> = {
  '.srx': 'xml',
  '.srj': 'json',
  '.csv': 'csv',
  '.tsv': 'tsv',
}

/** A query has the answer that it should have, and is written as the format of that says. */
export async function runQuery(test: TestCase, engine: SuiteEngine): Promise<string | undefined> {
  const { url, base } = test.action!
  const expected = await readResult(test.result!)
  const sparql = readFileSync(url, 'utf8')
  const graph = await buildGraph(await readData(test, sparql))
  const result = await engine(graph, withBase(sparql, base))
  return difference(expected, await toAnswer(result, extname(test.result!.url.pathname)))
}

export async function runPositiveQuery(test: TestCase, engine: SuiteEngine): Promise<string | undefined> {
  const { url, base } = test.action!
  await engine(await buildGraph([]), withBase(readFileSync(url, 'utf8'), base))
  return undefined
}

export async function runNegativeQuery(test: TestCase, engine: SuiteEngine): Promise<string | undefined> {
  const { url, base } = test.action!
  try {
    await engine(await buildGraph([]), withBase(readFileSync(url, 'utf8'), base))
  } catch (error) {
    if (!(error instanceof QueryError)) throw error
    return /at line \d+, column \d+/.test(error.message)
      ? undefined
      : `it is not said where: ${error.message}`
  }
  return 'a query that is malformed was answered'
}

function withBase(sparql: string, base: string): string {
  return `BASE <${base}>\n${sparql}`
}

/** Of the graphs that the test names; where it names none, of those that the query asks for with FROM. */
async function readData({ action, data, graphData }: TestCase, sparql: string): Promise<RDF.Quad[]> {
  const named =
    data.length + graphData.length > 0
      ? graphData
      : Array.from(sparql.matchAll(/FROM\s+(?:NAMED\s+)?<([^>]*)>/gi), ([, iri]) => {
          const { href } = new URL(iri!, action!.base)
          return { url: new URL(iri!, action!.url), base: href, name: href }
        })
  const quads = await Promise.all(data.map(readDocument))
  const graphs = named.map(async ({ name, ...file }) => inGraph(await readDocument(file), name))
  return [...quads, ...(await Promise.all(graphs))].flatMap((document, index) =>
    document.map(quad => withLabelsOf(quad, index)),
  )
}

function inGraph(quads: readonly RDF.Quad[], name: string): RDF.Quad[] {
  return quads.map(quad =>
    DataFactory.quad(
      quad.subject as never,
      quad.predicate as never,
      quad.object as never,
      DataFactory.namedNode(name),
    ),
  )
}

/** Blank nodes of different documents are different. */
function withLabelsOf(quad: RDF.Quad, document: number): RDF.Quad {
  const rename = (term: RDF.Term) =>
    (term.termType === 'BlankNode' ? DataFactory.blankNode(`d${document}${term.value}`) : term) as never
  return DataFactory.quad(
    rename(quad.subject),
    quad.predicate as never,
    rename(quad.object),
    quad.graph as never,
  )
}

/** The answer, written in the format of the expected one and read back. */
async function toAnswer(result: QueryResult, extension: string): Promise<Answer> {
  if (result.type === 'quads') return { type: 'quads', quads: await Array.fromAsync(result.quads) }
  const format = RESULT_FORMATS[extension]
  if (format !== undefined) {
    const written = (await Array.fromAsync(writeResult(result, format))).join('')
    return (await readSolutions(written, extension))!
  }
  if (result.type === 'boolean') return result
  const rows = await Array.fromAsync(result.bindings)
  return { type: 'bindings', variables: result.variables, rows, isOrdered: false, isPlain: false }
}

function difference(expected: Answer, actual: Answer): string | undefined {
  if (expected.type === 'boolean' && actual.type === 'boolean') {
    return expected.value === actual.value ? undefined : `it is ${actual.value}`
  }
  if (expected.type === 'quads' && actual.type === 'quads') {
    const same = isomorphic([...expected.quads], [...actual.quads])
    return same ? undefined : `${actual.quads.length} quads are not the ${expected.quads.length} expected`
  }
  if (expected.type === 'bindings' && actual.type === 'bindings') {
    const [left, right] = [expected, actual].map(({ variables }) => [...variables].sort().join(' '))
    if (left !== right) return `the variables are ${right}, not ${left}`
    const plain = (rows: readonly Solution[]) =>
      expected.isPlain ? rows.map(toPlain) : withNormalNumbers(rows)
    if (sameSolutions(plain(expected.rows), plain(actual.rows), expected.isOrdered)) return undefined
    const text = (rows: readonly Solution[]) => rows.map(row => `  ${rowText(row)}`).join('\n')
    return `expected\n${text(expected.rows)}\ngot\n${text(actual.rows)}`
  }
  return `the answer is of type ${actual.type}, not ${expected.type}`
}

function toPlain(row: Solution): Solution {
  const entries = Object.entries(row).map(([variable, { termType, value }]) => [
    variable,
    termType === 'BlankNode' ? plainTerm(`_:${value}`) : plainTerm(value),
  ])
  return Object.fromEntries(entries)
}
