import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { COMPARED, comparedFolder, OVER_TIME } from '../directory/comparedDirectory.ts'
import { annuaire } from './run.ts'

let folder: string
beforeAll(async () => {
  folder = await comparedFolder()
})

const [TOWNS] = COMPARED

test('a comparison is printed by its name, as a release has it', async () => {
  const { out, err, code } = await annuaire(['stats', TOWNS!], folder)
  expect([err, code]).toEqual(['Les villes\n', 0])
  expect((await annuaire(['publish'], folder)).code).toBe(0)
  expect(out).toBe(await readFile(join(folder, 'public/releases/latest/statistics', `${TOWNS}.csv`), 'utf8'))
})

test('all: each comparison after its statistic, and which are in releases only', async () => {
  const { out, err, code } = await annuaire(['stats', '.', '--language', 'en'], folder)
  expect(code).toBe(0)
  expect(out.split('\r\n\r\n')).toHaveLength(12 + COMPARED.length)
  expect(err).toContain('Members\nTowns\nSizes\nAll\n')
  expect(err.trimEnd().split('\n').at(-1)).toBe(
    `Compared with the release before, so only in a release that has one before it: ${OVER_TIME}`,
  )
})

test('sentences of both sides, and their queries', async () => {
  const { out } = await annuaire(['stats', '.', TOWNS!, '--format', 'sentences', '--language', 'en'], folder)
  expect(out).toMatch(/^Towns\n\n.* against /)
  const { out: queries } = await annuaire(['stats', '.', TOWNS!, '--query'], folder)
  expect(queries.match(/^SELECT/gm)).toHaveLength(2)
})

test.each([
  [[OVER_TIME], 'only a release that has one before it has it'],
  [['total.compare.tous', '--format', 'chart'], 'of comparisons, only those of one dimension have one'],
  [[TOWNS!, '--at', 'members=10'], 'is a comparison; --at and --which are of the statistic that it compares'],
  [['.', 'pareto.compare.campagnes'], `there is no statistic "pareto.compare.campagnes"; known are`],
])('%j is refused', async (words, reason) => {
  const { out, err, code } = await annuaire(['stats', ...words], folder)
  expect(err).toContain(reason)
  expect([out, code]).toEqual(['', 2])
})
