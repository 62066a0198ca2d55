import { readFileSync } from 'node:fs'
import { extname } from 'node:path'
import { Readable } from 'node:stream'
import type * as RDF from '@rdfjs/types'
import { parse as parseCsv } from 'csv-parse/sync'
import { DataFactory, Parser, Store } from 'n3'
import { SparqlJsonParser } from 'sparqljson-parse'
import { SparqlXmlParser } from 'sparqlxml-parse'
import type { SuiteFile } from './manifest.ts'
import { readDocument } from './readDocument.ts'
import type { Solution } from './solutions.ts'

const RS = 'http://www.w3.org/2001/sw/DataAccess/tests/result-set#'

/** An answer, read from a file of results. */
export type Answer =
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: 'quads'; readonly quads: readonly RDF.Quad[] }
  | {
      readonly type: 'bindings'
      readonly variables: readonly string[]
      readonly rows: readonly Solution[]
      /** Whether the order of the rows is part of the answer. */
      readonly isOrdered: boolean
      /** Whether the format keeps nothing of a term but its text, and that an unbound variable is like an empty one. */
      readonly isPlain: boolean
    }

/** The answer in a file of results: SPARQL XML, JSON, CSV, TSV; RDF of a graph or of a result set. */
export async function readResult(file: SuiteFile): Promise<Answer> {
  const text = readFileSync(file.url, 'utf8')
  return (await readSolutions(text, extname(file.url.pathname))) ?? toAnswer(await readDocument(file))
}

/** The answer in a document of SPARQL results; `undefined` where the extension is that of no such format. */
export async function readSolutions(text: string, extension: string): Promise<Answer | undefined> {
  switch (extension) {
    case '.srx':
      return readXml(text)
    case '.srj':
      return readJson(text)
    case '.csv':
      return readCsv(text)
    case '.tsv':
      return readTsv(text)
    default:
      return undefined
  }
}

async function readXml(text: string): Promise<Answer> {
  const parser = new SparqlXmlParser({ prefixVariableQuestionMark: false })
  if (/<(?:\w+:)?boolean/.test(text)) {
    return { type: 'boolean', value: await parser.parseXmlBooleanStream(Readable.from([text]) as never) }
  }
  let variables: readonly string[] = []
  const stream = parser.parseXmlResultsStream(Readable.from([text]) as never)
  stream.on('variables', (all: RDF.Variable[]) => {
    variables = all.map(({ value }) => value)
  })
  const rows = (await Array.fromAsync(stream as unknown as AsyncIterable<Solution>)).map(row => ({ ...row }))
  return { type: 'bindings', variables, rows, isOrdered: false, isPlain: false }
}

function readJson(text: string): Answer {
  const parser = new SparqlJsonParser({ prefixVariableQuestionMark: false })
  const document = JSON.parse(text)
  if ('boolean' in document) return { type: 'boolean', value: parser.parseJsonBoolean(document) }
  const rows = parser.parseJsonResults(document)
  return { type: 'bindings', variables: document.head.vars, rows, isOrdered: false, isPlain: false }
}

function readCsv(text: string): Answer {
  const [variables = [], ...lines]: string[][] = parseCsv(text, { relax_column_count: true })
  const rows = lines.map(cells => {
    const bound = cells.flatMap((cell, index) =>
      cell === '' || variables[index] === undefined ? [] : [[variables[index], plainTerm(cell)] as const],
    )
    return Object.fromEntries(bound)
  })
  return { type: 'bindings', variables, rows, isOrdered: false, isPlain: true }
}

/** What CSV keeps of a term. */
export function plainTerm(text: string): RDF.Term {
  return text.startsWith('_:') ? DataFactory.blankNode(text.slice(2)) : DataFactory.literal(text)
}

function readTsv(text: string): Answer {
  const [head = '', ...lines] = text.replace(/\n$/, '').split('\n')
  const variables = head === '' ? [] : head.split('\t').map(name => name.replace(/^\?/, ''))
  const rows = lines.map(line => {
    const bound = line
      .split('\t')
      .flatMap((cell, index) => (cell === '' ? [] : [[variables[index]!, turtleTerm(cell)] as const]))
    return Object.fromEntries(bound)
  })
  return { type: 'bindings', variables, rows, isOrdered: false, isPlain: false }
}

/** SPARQL 1.1 TSV, 4: terms are as Turtle writes them. */
function turtleTerm(text: string): RDF.Term {
  if (text.startsWith('_:')) return DataFactory.blankNode(text.slice(2))
  return new Parser().parse(`<urn:s> <urn:p> ${text} .`)[0]!.object
}

function toAnswer(quads: RDF.Quad[]): Answer {
  const store = new Store(quads as never)
  const value = (subject: RDF.Term, property: string) =>
    store.getObjects(subject as never, RS + property, null)[0]
  const [set] = store.getSubjects(null, `${RS}ResultSet`, null)
  if (set === undefined) return { type: 'quads', quads }
  const boolean = value(set, 'boolean')
  if (boolean) return { type: 'boolean', value: boolean.value === 'true' }
  const solutions = store.getObjects(set, `${RS}solution`, null).map(solution => ({
    index: Number(value(solution, 'index')?.value ?? Number.NaN),
    row: Object.fromEntries(
      store
        .getObjects(solution, `${RS}binding`, null)
        .map(binding => [value(binding, 'variable')!.value, value(binding, 'value') as RDF.Term]),
    ),
  }))
  return {
    type: 'bindings',
    variables: store.getObjects(set, `${RS}resultVariable`, null).map(({ value }) => value),
    rows: solutions.sort((a, b) => a.index - b.index || 0).map(({ row }) => row),
    isOrdered: solutions.length > 0 && solutions.every(({ index }) => !Number.isNaN(index)),
    isPlain: false,
  }
}
