import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { GOOD, writeFolder } from '../directory/writeDirectory.ts'
import { folderOf, node } from './run.ts'

const SOURCE = new URL('../../src/', import.meta.url)

describe('what is heavy is not loaded before it is needed', () => {
  const HEAVY =
    /\/node_modules\/(@comunica|rdflib|rdf-validate-shacl|ajv|@etalab|jsonld-streaming-serializer|ora)\//

  /** Modules that are loaded by running a module with these arguments. */
  async function loadedBy(module: URL, ...args: string[]): Promise<string[]> {
    const folder = await writeFolder({
      'trace.mjs': `import { registerHooks } from 'node:module'
import { appendFileSync } from 'node:fs'
registerHooks({
  load(url, context, nextLoad) {
    appendFileSync(new URL('loaded.txt', import.meta.url), url + '\\n')
    return nextLoad(url, context)
  },
})
`,
    })
    const trace = pathToFileURL(join(folder, 'trace.mjs')).href
    const { code, err } = await node(['--import', trace, fileURLToPath(module), ...args])
    expect([code, err]).toEqual([0, ''])
    return (await readFile(join(folder, 'loaded.txt'), 'utf8')).trim().split('\n')
  }

  const COMMAND = new URL('cli/annuaire.ts', SOURCE)

  test('import of the library', async () => {
    const loaded = await loadedBy(new URL('index.ts', SOURCE))
    expect(loaded).toContain(new URL('directory.ts', SOURCE).href)
    expect(loaded.filter(url => HEAVY.test(url))).toEqual([])
  })

  test('annuaire --help needs no library at all', async () => {
    const loaded = await loadedBy(COMMAND, '--help')
    expect(loaded).toContain(new URL('cli/help.ts', SOURCE).href)
    expect(loaded).not.toContain(new URL('index.ts', SOURCE).href)
    expect(loaded.filter(url => url.includes('/node_modules/'))).toEqual([])
  })

  test('a query that the columns answer needs no Comunica', async () => {
    const folder = await folderOf(GOOD)
    const loaded = await loadedBy(COMMAND, 'query', 'ASK { ?s a annuaire:Actor }', '--source', folder)
    expect(loaded).toContain(new URL('query/evaluator/evaluate.ts', SOURCE).href)
    expect(loaded.filter(url => url.includes('/@comunica/'))).toEqual([])
  })

  test('but seen where it is', async () => {
    const folder = await folderOf(GOOD)
    const loaded = await loadedBy(COMMAND, 'stats', folder, 'natures', '--query')
    expect(loaded.some(url => HEAVY.test(url))).toBe(true)
  })
})
