import { mkdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { nodeEffects } from '../../src/effects.ts'
import { previousRelease, releaseOf } from '../../src/release/previous.ts'
import { temporaryFolder } from '../temporaryFolder.ts'

/** A folder that holds releases of these names, and `latest`. */
async function releasesOf(names: readonly string[], latest?: string): Promise<string> {
  const out = await temporaryFolder()
  for (const name of names) await mkdir(join(out, 'releases', name), { recursive: true })
  if (latest !== undefined) await symlink(latest, join(out, 'releases', 'latest'))
  return out
}

const dateOf = async (out: string, before: string) => (await previousRelease(out, before, nodeEffects))?.date

describe('the release before', () => {
  const DATES = ['2020-01-31', '2020-06-30', '2021-01-31']

  test('is the latest one', async () => {
    const out = await releasesOf(DATES, '2021-01-31')
    expect(await previousRelease(out, '2021-06-30', nodeEffects)).toEqual({
      date: '2021-01-31',
      path: join(out, 'releases', '2021-01-31'),
    })
  })

  test('of one that is published again, or late, is the one before it', async () => {
    const out = await releasesOf(DATES, '2021-01-31')
    expect(await dateOf(out, '2021-01-31')).toBe('2020-06-30')
    expect(await dateOf(out, '2020-03-01')).toBe('2020-01-31')
  })

  test('is the one that somebody went back to', async () => {
    expect(await dateOf(await releasesOf(DATES, '2020-06-30'), '2021-06-30')).toBe('2020-06-30')
  })

  test('is none of what is no whole release, nor of another name', async () => {
    const out = await releasesOf([
      '.tmp-2021-01-31',
      '.old-2020-12-31',
      '2020-13-01',
      'brouillon',
      '2020-01-31',
    ])
    expect(await dateOf(out, '2021-06-30')).toBe('2020-01-31')
    const interrupted = await releasesOf(['.old-2020-06-30', '2020-01-31'], '.old-2020-06-30')
    expect(await dateOf(interrupted, '2021-06-30')).toBe('2020-01-31')
  })

  test('that is to be replaced is that of its date, or what is put back of it', async () => {
    const out = await releasesOf(['2020-01-31', '.old-2020-06-30'])
    const pathOf = async (date: string) => (await releaseOf(out, date, nodeEffects))?.path
    expect(await pathOf('2020-01-31')).toBe(join(out, 'releases', '2020-01-31'))
    expect(await pathOf('2020-06-30')).toBe(join(out, 'releases', '.old-2020-06-30'))
    expect(await pathOf('2021-01-31')).toBeUndefined()
  })

  test('is nothing where there is none', async () => {
    expect(await dateOf(await releasesOf(DATES, '2021-01-31'), '2020-01-31')).toBeUndefined()
    expect(await dateOf(await temporaryFolder(), '2020-01-31')).toBeUndefined()
  })
})
