import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { SUITE_ENGINES } from '../w3c/engines.ts'
import { readManifest } from '../w3c/manifest.ts'
import { runTest } from '../w3c/runTest.ts'
import { describeWith, shared } from './shared.ts'

const SUITE = 'suites/w3c/sparql/sparql11/'

/** The folders, and how many tests each has. */
const FOLDERS = {
  aggregates: 47,
  grouping: 6,
  subquery: 14,
  'property-path': 33,
  'csv-tsv-res': 6,
  'json-res': 4,
}

/**
 * What Comunica 5.4 fails by itself: a subquery that aggregates has no solutions in a named graph without matches, where
 * it should have one in each (SPARQL 1.1 §18.6, Graph).
 */
const COMUNICA_FAILS = ['COUNT: no GROUP BY inside of GRAPH']

const pathOf = (folder: string) => fileURLToPath(shared(SUITE + folder))

describeWith(SUITE, 'the W3C suite of SPARQL 1.1', () => {
  const folders = existsSync(shared(SUITE)) ? Object.entries(FOLDERS) : []

  test.each(folders)('%s has %i tests', (folder, count) => {
    expect(readManifest(pathOf(folder))).toHaveLength(count)
  })

  const tests = folders.flatMap(([folder]) =>
    readManifest(pathOf(folder)).map(one => ({ folder, name: one.name, test: one })),
  )

  test.each(tests)('$folder: $name', async one => {
    expect(await runTest(one.test, SUITE_ENGINES.columns)).toBeUndefined()
  })

  test('Comunica alone fails what is known, and no more', async () => {
    const failed: string[] = []
    for (const one of tests) {
      if ((await runTest(one.test, SUITE_ENGINES.comunica)) !== undefined) failed.push(one.name)
    }
    expect(failed).toEqual(COMUNICA_FAILS)
  }, 60_000)
})
