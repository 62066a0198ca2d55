import { DataFactory, Parser } from 'n3'
import { describe, expect, test } from 'vitest'
import { QueryError } from '../../src/errors.ts'
import { buildGraph } from '../../src/graph/buildGraph.ts'
import { type QueryResult, query } from '../../src/query/query.ts'
import { RESULT_FORMATS, type ResultFormat, writeResult } from '../../src/query/results.ts'
import { iri, PREFIXES } from '../../src/vocabulary/namespaces.ts'

const { blankNode, literal, namedNode, quad } = DataFactory

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items
}

type Solution = Readonly<Record<string, ReturnType<typeof literal | typeof namedNode | typeof blankNode>>>

const solutions = (variables: readonly string[], rows: readonly Solution[]): QueryResult => ({
  type: 'bindings',
  variables,
  bindings: each(rows),
})
const yes: QueryResult = { type: 'boolean', value: true }
const quads = (): QueryResult => ({
  type: 'quads',
  quads: each([
    quad(namedNode('urn:a'), namedNode(iri('skos:prefLabel')), literal('A "1"', 'fr')),
    quad(namedNode('urn:a'), namedNode(iri('org:purpose')), namedNode(iri('annuaire:x'))),
  ]),
})

async function written(result: QueryResult, format: ResultFormat): Promise<string> {
  return (await Array.fromAsync(writeResult(result, format))).join('')
}

const TERMS = () =>
  solutions(
    ['x', 'y'],
    [
      { x: namedNode('urn:a'), y: literal('é, "b"', 'fr') },
      { x: blankNode('b0') },
      { x: literal('4', namedNode(iri('xsd:integer'))), y: literal('two\nlines') },
      { y: literal('', namedNode(iri('xsd:string'))) },
    ],
  )

test('CSV has values without their types, and CRLF', async () => {
  expect(await written(TERMS(), 'csv')).toBe('x,y\r\nurn:a,"é, ""b"""\r\n_:b0,\r\n4,"two\nlines"\r\n,\r\n')
})

test('JSON has terms, and nothing for what is unbound', async () => {
  expect(JSON.parse(await written(TERMS(), 'json'))).toEqual({
    head: { vars: ['x', 'y'] },
    results: {
      bindings: [
        { x: { type: 'uri', value: 'urn:a' }, y: { type: 'literal', value: 'é, "b"', 'xml:lang': 'fr' } },
        { x: { type: 'bnode', value: 'b0' } },
        {
          x: { type: 'literal', value: '4', datatype: iri('xsd:integer') },
          y: { type: 'literal', value: 'two\nlines' },
        },
        { y: { type: 'literal', value: '' } },
      ],
    },
  })
  expect(JSON.parse(await written(solutions(['x'], []), 'json'))).toEqual({
    head: { vars: ['x'] },
    results: { bindings: [] },
  })
  expect(JSON.parse(await written(yes, 'json'))).toEqual({ head: {}, boolean: true })
})

describe('a table', () => {
  test('shortens IRIs and sets numbers to the right', async () => {
    const integer = (value: string) => literal(value, namedNode(iri('xsd:integer')))
    const rows = [
      { actor: namedNode(iri('org:Site')), label: literal('Île 🙂'), n: integer('128') },
      { actor: namedNode(`${PREFIXES.org}a/b`), n: integer('9') },
      { actor: blankNode('b0'), label: literal('a\n\u001b\u202e[31mb') },
    ]
    expect(await written(solutions(['actor', 'label', 'n'], rows), 'table')).toBe(
      [
        'actor                         label      n',
        '────────────────────────────  ───────  ───',
        'org:Site                      Île 🙂    128',
        'http://www.w3.org/ns/org#a/b             9',
        '_:b0                          a [31mb',
        '',
      ].join('\n'),
    )
  })

  test('of nothing has its header', async () => {
    expect(await written(solutions(['a', 'long'], []), 'table')).toBe('a  long\n─  ────\n')
  })

  test('says yes or no', async () => {
    expect(await written(yes, 'table')).toBe('true\n')
  })
})

test('Turtle is for quads, and reads back as they were', async () => {
  const turtle = await written(quads(), 'turtle')
  expect(turtle).toContain('org:purpose annuaire:x')
  expect(turtle.match(/(?<=@prefix )\w+/g)).toEqual(['annuaire', 'org', 'skos'])
  const graph = await buildGraph(new Parser().parse(turtle))
  expect(await query({ graph }, 'ASK { <urn:a> ?p "A \\"1\\""@fr ; ?q ?r FILTER(ISIRI(?r)) }')).toEqual(yes)
})

test('a long answer in Turtle declares what it may need, and loses nothing', async () => {
  const many = Array.from({ length: 1_500 }, (_, n) =>
    quad(namedNode(`urn:a:${n}`), namedNode(iri('org:purpose')), literal('x')),
  )
  const turtle = await written({ type: 'quads', quads: each(many) }, 'turtle')
  expect(turtle).toContain('@prefix skos:')
  expect(new Parser().parse(turtle).length).toBe(1_500)
})

test('what does not fit is refused, naming what does', async () => {
  const answers = { bindings: TERMS, boolean: () => yes, quads }
  const fitting = {
    bindings: ['table', 'csv', 'tsv', 'json', 'xml'],
    boolean: ['table', 'json', 'xml'],
    quads: ['turtle'],
  }
  for (const type of ['bindings', 'boolean', 'quads'] as const) {
    for (const format of RESULT_FORMATS) {
      const refusal = await written(answers[type](), format).then(
        () => undefined,
        error => error,
      )
      if (fitting[type].includes(format)) expect(refusal).toBeUndefined()
      else {
        expect(refusal).toBeInstanceOf(QueryError)
        expect(refusal.message).toMatch(new RegExp(`as ${format}; .* ${fitting[type].join(' or ')}$`))
      }
    }
  }
})
