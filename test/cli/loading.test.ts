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

  test.each<[string, URL, string[]]>([
    ['annuaire --help', new URL('cli/annuaire.ts', SOURCE), ['--help']],
    ['import of the library', new URL('index.ts', SOURCE), []],
  ])('%s', async (_, module, args) => {
    const loaded = await loadedBy(module, ...args)
    expect(loaded).toContain(new URL('directory.ts', SOURCE).href)
    expect(loaded.filter(url => HEAVY.test(url))).toEqual([])
  })

  test('but seen where it is', async () => {
    const folder = await folderOf(GOOD)
    const loaded = await loadedBy(new URL('cli/annuaire.ts', SOURCE), 'stats', folder, 'natures', '--query')
    expect(loaded.some(url => HEAVY.test(url))).toBe(true)
  })
})
