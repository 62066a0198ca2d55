import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type * as RDF from '@rdfjs/types'
import { Parser } from 'n3'
import { expect, test } from 'vitest'
import { actorToQuads } from '../../src/graph/actorToQuads.ts'
import { loadVocabulary } from '../../src/vocabulary/vocabulary.ts'
import { temporaryFolder } from '../temporaryFolder.ts'
import { canonicalRows, differenceOf } from './canonicalRows.ts'
import { ENGINES } from './engines/engines.ts'
import { BASE, generateActors } from './generateActors.ts'
import { GRAPH_FILE, generateDirectory } from './generateDirectory.ts'
import { benchQueries } from './queries.ts'

test('the file says of each actor what its quads say, some 20.5 each', async () => {
  const folder = await temporaryFolder()
  const triples = await generateDirectory(folder, 1000)
  const written = new Parser({ format: 'N-Triples' }).parse(await readFile(join(folder, GRAPH_FILE), 'utf8'))
  const { schemes } = await loadVocabulary()
  const classesOf = (form: string) => schemes.get('legal-forms')!.get(form)!.organisationClasses
  const quads: RDF.Quad[] = []
  for await (const actor of generateActors(1000, 2010)) {
    quads.push(...actorToQuads(actor, { base: BASE, language: 'fr', classesOf }))
  }
  expect(written).toHaveLength(triples)
  expect(written.slice(0, quads.length).every((quad, index) => quad.equals(quads[index]!))).toBe(true)
  expect(quads.length / 1000).toBeCloseTo(20.5, 0)
})

test('the same seed writes the same bytes', async () => {
  const [first, second, other] = [await temporaryFolder(), await temporaryFolder(), await temporaryFolder()]
  await Promise.all([
    generateDirectory(first, 50, 7),
    generateDirectory(second, 50, 7),
    generateDirectory(other, 50, 8),
  ])
  const read = (folder: string) => readFile(join(folder, GRAPH_FILE), 'utf8')
  expect(await read(second)).toBe(await read(first))
  expect(await read(other)).not.toBe(await read(first))
})

test('engines agree on the answers, and none is empty', { timeout: 60_000 }, async () => {
  const folder = await temporaryFolder()
  await generateDirectory(folder, 2000)
  const open = async (name: string) => (await ENGINES[name]!())(folder)
  const [annuaire, oxigraph, duckDb] = [await open('annuaire'), await open('oxigraph'), await open('duckdb')]
  for await (const { id } of generateActors(1, 2010)) {
    for (const query of benchQueries(id)) {
      const answerOf = async (engine: typeof annuaire) =>
        canonicalRows(engine.rowsOf((await engine.ask(query)) as never, query), query)
      const expected = await answerOf(oxigraph)
      expect(expected, query.title).not.toHaveLength(0)
      expect(differenceOf(expected, await answerOf(annuaire)), query.title).toBeUndefined()
      if (query.sql) expect(differenceOf(expected, await answerOf(duckDb)), query.title).toBeUndefined()
    }
  }
})
