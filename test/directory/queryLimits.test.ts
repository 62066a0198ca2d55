import { expect, test } from 'vitest'
import { QueryError } from '../../src/index.ts'
import { directoryOf, GOOD } from './writeDirectory.ts'

/** A regular expression that tries all ways to divide a word. */
const STUCK = `ASK { BIND("${'a'.repeat(60)}b" AS ?word) FILTER(REGEX(?word, "^(a+)+$")) }`
const MANY = 'SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?a ?d ?g'

test('a query of a directory ends at its limits, whatever it does', async () => {
  const { directory } = await directoryOf(GOOD)
  const ask = async (...args: Parameters<typeof directory.query>) => {
    const answer = await directory.query(...args)
    return answer.type === 'bindings' ? Array.fromAsync(answer.bindings) : answer
  }
  await expect(ask(STUCK, { timeout: 1500, isolated: true })).rejects.toThrow(/longer than the 1\.5 s/)
  await expect(ask(MANY, { memoryLimit: 2 ** 20 })).rejects.toThrow(/the 1 MB of memory/)
  await expect(ask(MANY, { timeout: Number.NaN })).rejects.toThrow(QueryError)
  await expect(ask(MANY, { signal: AbortSignal.abort('enough') })).rejects.toBe('enough')
  const name = 'SELECT ?name { ?actor own:members ?members ; foaf:name ?name }'
  expect(await ask(name, { timeout: 60_000, memoryLimit: 2 ** 30, isolated: true })).toEqual(await ask(name))
})
