import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { openDirectory, type Release } from '../../src/index.ts'
import { temporaryFolder } from '../temporaryFolder.ts'
import figures from './oten-2010.figures.json' with { type: 'json' }
import { publishExample, readStatistic, readTree, type StatisticRow } from './release.ts'
import { expectSameFigures } from './sameFigures.ts'

let release: Release
beforeAll(async () => {
  release = await publishExample('oten-2010')
}, 120_000)

const folder = fileURLToPath(new URL('../../examples/oten-2010', import.meta.url))

describe('the figures of the study', () => {
  /** `mission.veille.association` → the row of the statistic that gives it. */
  async function find(id: string): Promise<StatisticRow> {
    const [kind, first, form] = id.split('.')
    const row = async (statistic: string, match: Record<string, string> = {}) => {
      const rows = await readStatistic(release, statistic)
      const found = rows.filter(one =>
        Object.entries(match).every(([column, value]) => one[column] === value),
      )
      expect(found, id).toHaveLength(1)
      return found[0]!
    }
    if (kind === 'sample') return row('sample')
    if (kind === 'mission' || kind === 'audience') {
      const statistic = form === undefined ? kind : `legal-form-${kind}`
      return row(statistic, { [kind]: first!, ...(form === undefined ? {} : { legalForm: form }) })
    }
    if (first !== 'known') return row('legal-form', { legalForm: first! })
    // How many of the sample have a known form: the base of the table against all it was counted over.
    const { base, missing } = (await readStatistic(release, 'legal-form'))[0]!
    const population = base + missing
    return { n: base, base: population, missing: 0, share: Math.round((base / population) * 1e6) / 1e4 }
  }

  test('there are as many as the reconstruction was made for', () => {
    expect(figures.figures).toHaveLength(74)
  })

  test.each(figures.figures)('$id: $n of $base', async ({ id, n, base, percent }) => {
    const row = await find(id)
    expect({ n: row.n, base: row.base }).toEqual({ n, base })
    expect(row.share).toBeCloseTo(percent, 4)
  })

  test('two of the 32 local authorities did not answer on their missions', async () => {
    const rows = await readStatistic(release, 'legal-form-mission')
    const authorities = rows.filter(row => row.legalForm === 'collectivite-territoriale')
    expect(authorities.every(row => row.base === 30 && row.missing === 2)).toBe(true)
  })
})

describe('what was read', () => {
  test('all 400 rows are published, and every cell is accounted for', async () => {
    const report = JSON.parse(await readFile(join(release.path, 'report.json'), 'utf8'))
    const [source] = report.sources
    expect(source).toMatchObject({
      encoding: 'windows-1252',
      delimiter: ';',
      rows: 400,
      accepted: 400,
      rejectedRows: 0,
    })
    expect(source.columns).toHaveLength(21)
    for (const { mapped, repaired, rejected, ignored, empty, unmapped } of source.columns) {
      expect(mapped + repaired + rejected + ignored + empty + unmapped).toBe(400)
      expect(unmapped + rejected).toBe(0)
    }
    expect(report.unmatched).toEqual([])
  })

  test('the records conform', async () => {
    const directory = await openDirectory(folder)
    const report = await directory.check()
    expect(report.results).toEqual([])
    expect(report.conforms).toBe(true)
  })

  test('nothing of the private column is in any file of the release, in any case of letters', async () => {
    const files = await readTree(release.path)
    expect(files.size).toBeGreaterThan(20)
    for (const [path, bytes] of files) {
      const text = bytes.toString('utf8').toLowerCase().normalize('NFC')
      for (const secret of ['canari-', 'canari privé', 'prive.example', '06 00 00']) {
        expect(text.includes(secret), `${secret} in ${path}`).toBe(false)
      }
    }
  })
})

test('the same input gives the same bytes', async () => {
  const out = await temporaryFolder()
  const again = await (await openDirectory(folder)).publish(out)
  const digests = async ({ path }: Release) =>
    [...(await readTree(path))].map(([file, bytes]) => [
      file,
      createHash('sha256').update(bytes).digest('hex'),
    ])
  expect(await digests(again)).toEqual(await digests(release))
}, 120_000)

test('all formats of a statistic hold the same figures, and its cube is sound', async () => {
  await expectSameFigures(release, await (await openDirectory(folder)).statistics())
})
