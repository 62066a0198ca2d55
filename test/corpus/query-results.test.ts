import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import { Parser, type Quad, Store } from 'n3'
import { describe, expect, test } from 'vitest'
import { buildGraph } from '../../src/graph/buildGraph.ts'
import { query } from '../../src/query/query.ts'
import { type ResultFormat, writeResult } from '../../src/query/results.ts'

const MANIFEST = 'http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#'
const QUERY = 'http://www.w3.org/2001/sw/DataAccess/tests/test-query#'
const SUITE = new URL('../../../shared/suites/w3c/sparql/sparql11/', import.meta.url)

interface Case {
  readonly name: string
  readonly query: URL
  readonly data: URL
  readonly result: URL
}

async function readCases(folder: string, extension: string): Promise<Case[]> {
  const manifest = new URL(`${folder}/manifest.ttl`, SUITE)
  const store = new Store(new Parser({ baseIRI: manifest.href }).parse(await readFile(manifest, 'utf8')))
  const object = (subject: Quad['subject'], predicate: string) =>
    store.getObjects(subject, predicate, null)[0]!
  return store
    .getQuads(null, `${MANIFEST}result`, null, null)
    .filter(({ object }) => object.value.endsWith(extension))
    .map(({ subject, object: result }) => {
      const action = object(subject, `${MANIFEST}action`) as Quad['subject']
      return {
        name: object(subject, `${MANIFEST}name`).value,
        query: new URL(object(action, `${QUERY}query`).value),
        data: new URL(object(action, `${QUERY}data`).value),
        result: new URL(result.value),
      }
    })
}

async function answer({ query: text, data }: Case, format: ResultFormat): Promise<string> {
  const graph = await buildGraph(new Parser({ baseIRI: data.href }).parse(await readFile(data, 'utf8')))
  const result = await query({ graph }, await readFile(text, 'utf8'))
  return (await Array.fromAsync(writeResult(result, format))).join('')
}

/** Solutions have no order unless they are asked for one, and blank nodes no name of their own. */
function unordered(rows: readonly Record<string, string>[]): string[] {
  return rows
    .map(row =>
      Object.entries(row).map(([name, value]) => `${name}=${value.startsWith('_:') ? '_:' : value}`),
    )
    .map(cells => cells.sort().join('|'))
    .sort()
}

if (!existsSync(SUITE)) {
  test('the W3C suite is there', context => {
    if (process.env.CI) throw new Error(`${SUITE.pathname} is missing`)
    context.skip(`${SUITE.pathname} is missing`)
  })
} else {
  describe('SPARQL 1.1 results as CSV', async () => {
    const cases = await readCases('csv-tsv-res', '.csv')
    test('there are as many as the manifest names', () => expect(cases).toHaveLength(3))
    test.each(cases)('$name', async one => {
      const rowsOf = (text: string): Record<string, string>[] => parse(text, { columns: true })
      const actual = await answer(one, 'csv')
      const expected = await readFile(one.result, 'utf8')
      expect(unordered(rowsOf(actual))).toEqual(unordered(rowsOf(expected)))
    })
  })

  describe('SPARQL 1.1 results as JSON', async () => {
    const cases = await readCases('json-res', '.srj')
    test('there are as many as the manifest names', () => expect(cases).toHaveLength(4))
    test.each(cases)('$name', async one => {
      const normal = (text: string) => {
        const { head, results, boolean } = JSON.parse(text)
        const rows: Record<string, Record<string, string>>[] = results?.bindings ?? []
        const cells = rows.map(row =>
          Object.fromEntries(
            Object.entries(row).map(([name, { type, value, ...rest }]) => [
              name,
              type === 'bnode' ? '_:' : JSON.stringify({ type, value, ...rest }),
            ]),
          ),
        )
        return { variables: head.vars?.toSorted(), boolean, rows: unordered(cells) }
      }
      expect(normal(await answer(one, 'json'))).toEqual(normal(await readFile(one.result, 'utf8')))
    })
  })
}
