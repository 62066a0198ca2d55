import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { Configuration } from '../../src/configuration/configuration.ts'
import { inputFiles } from '../../src/directory/inputFiles.ts'
import { nodeEffects, openDirectory } from '../../src/index.ts'
import { temporaryFolder } from '../temporaryFolder.ts'
import { CONFIGURATION, writeFolder } from './writeDirectory.ts'

const example = (name: string) => fileURLToPath(new URL(`../../examples/${name}`, import.meta.url))

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

async function configurationOf(folder: string): Promise<Configuration> {
  return (await openDirectory(folder)).configuration
}

test('the configuration and the sources, with the checksums of their bytes', async () => {
  const folder = example('oten-2010')
  const files = await inputFiles(await configurationOf(folder), nodeEffects)
  const bytes = await readFile(join(folder, 'acteurs.csv'))
  expect(files.find(({ id }) => id === 'source-acteurs')).toEqual({
    id: 'source-acteurs',
    name: 'acteurs.csv',
    byteSize: bytes.length,
    sha256: sha256(bytes),
    source: 'https://annuaire.example.org/oten-2010/id/source/acteurs',
  })
  expect(files[0]).toMatchObject({
    id: 'configuration',
    name: 'annuaire.yaml',
    sha256: sha256(await readFile(join(folder, 'annuaire.yaml'))),
  })
})

test('a file of a package is known by the package', async () => {
  const files = await inputFiles(await configurationOf(example('intercommunalites')), nodeEffects)
  expect(files.map(({ name }) => name)).toContain('@etalab/decoupage-administratif/data/epci.json')
})

test('no path of the machine is told, and the list of those who opted out is not read', async () => {
  const elsewhere = await temporaryFolder()
  const folder = await writeFolder({
    'annuaire.yaml': `${CONFIGURATION.replace('file: acteurs.csv', `file: ${join(elsewhere, 'acteurs.csv')}`)}\noptOut: retrait.csv\nduplicates: doublons.csv\n`,
    'retrait.csv': 'identifier\n1\n',
    'doublons.csv': 'decision\n',
  })
  const effects = {
    ...nodeEffects,
    readChunks: async function* (path: string) {
      expect(path).not.toMatch(/retrait/)
      yield Buffer.from(path.startsWith(elsewhere) ? 'elsewhere' : 'here')
    },
  }
  const files = await inputFiles(await configurationOf(folder), effects)
  expect(files.map(({ id, name }) => [id, name])).toEqual([
    ['configuration', 'annuaire.yaml'],
    ['source-acteurs', 'acteurs.csv'],
    ['duplicates', 'doublons.csv'],
  ])
  expect(JSON.stringify(files)).not.toContain(dirname(elsewhere))
  expect(files[1]).toMatchObject({ byteSize: 9, sha256: sha256(Buffer.from('elsewhere')) })
})

test('a file is read piece by piece, once however often it is named', async () => {
  let reads = 0
  const effects = {
    ...nodeEffects,
    readChunks: async function* (path: string) {
      if (path.endsWith('.yaml')) return
      reads += 1
      const chunk = Buffer.alloc(1 << 20, 'x')
      for (let piece = 0; piece < 64; piece += 1) yield chunk
    },
  }
  const folder = await writeFolder({ 'annuaire.yaml': CONFIGURATION })
  const configuration = await configurationOf(folder)
  const twice = {
    ...configuration,
    sources: [...configuration.sources, { ...configuration.sources[0]!, name: 'again' }],
  }
  const files = await inputFiles(twice, effects)
  expect(files.map(({ byteSize }) => byteSize)).toEqual([0, 64 << 20, 64 << 20])
  expect(reads).toBe(1)
})

test('what is piped in has a name only', async () => {
  const folder = await writeFolder({
    'annuaire.yaml': CONFIGURATION.replace('file: acteurs.csv', 'file: "-"\n    format: csv'),
  })
  const files = await inputFiles(await configurationOf(folder), nodeEffects)
  expect(files[1]).toEqual({
    id: 'source-acteurs',
    name: 'stdin',
    source: 'https://annuaire.example.org/id/source/acteurs',
  })
})

test('it can be stopped', async () => {
  const signal = AbortSignal.abort(new Error('stopped'))
  await expect(
    inputFiles(await configurationOf(example('oten-2010')), nodeEffects, { signal }),
  ).rejects.toThrow('stopped')
})
