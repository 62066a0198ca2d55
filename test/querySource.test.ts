import { mkdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openQuerySource, QueryError, query } from '../src/index.ts'
import { directoryOf, GOOD } from './directory/writeDirectory.ts'

const IS_THERE = 'ASK { ?actor <http://xmlns.com/foaf/0.1/name> "Le Lien"@fr }'

test('a release is found by its folder, and the latest one by those above', async () => {
  const { directory, folder } = await directoryOf(GOOD)
  const { path } = await directory.publish()
  const releases = join(folder, 'public/releases')
  for (const source of [path, join(releases, 'latest'), releases, join(folder, 'public')]) {
    const answer = await query(await openQuerySource(source), IS_THERE)
    expect(answer, source).toEqual({ type: 'boolean', value: true })
  }
})

test('a directory is itself, whatever was published into its folder', async () => {
  const { directory, folder } = await directoryOf(GOOD)
  await directory.publish(folder)
  await rename(join(folder, 'acteurs.csv'), join(folder, 'moved.csv'))
  await expect(openQuerySource(folder)).rejects.toThrow(/acteurs\.csv: the file cannot be read/)
})

test('a folder that holds neither is told to hold neither', async () => {
  const { folder } = await directoryOf(GOOD)
  const empty = join(folder, 'empty')
  await mkdir(empty)
  await expect(openQuerySource(empty)).rejects.toThrow(QueryError)
  await expect(openQuerySource(empty)).rejects.toThrow(/empty" holds neither an annuaire\.yaml nor a release/)
})
