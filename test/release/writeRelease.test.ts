import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, readlink, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { nodeEffects } from '../../src/effects.ts'
import { GraphError, ReleaseError } from '../../src/errors.ts'
import type { ReleaseFile } from '../../src/release/releaseFile.ts'
import { writeRelease } from '../../src/release/writeRelease.ts'
import { temporaryFolder } from '../temporaryFolder.ts'
import { Crash, crashingEffects } from './crashingEffects.ts'

const file = (path: string, content: ReleaseFile['content']): ReleaseFile => ({
  path,
  mediaType: 'text/plain',
  content,
})
/** The files of a release that tell the release from any other. */
const release = (name: string): ReleaseFile[] => [
  file('a.txt', () => [`first of ${name}`, ' and its second chunk']),
  file('tables/b.txt', () => name),
  file('manifest.txt', written => written.map(({ path, sha256 }) => `${sha256}  ${path}\n`)),
]
const publish = (
  outDirectory: string,
  date: string,
  name: string,
  { replace = false, effects = nodeEffects } = {},
) => writeRelease(release(name), { outDirectory, date, replace, effects })

/** Which release a folder holds whole; `undefined` where there is none. */
async function nameOf(out: string, folder: string): Promise<string | undefined> {
  const path = join(out, 'releases', folder)
  const text = (name: string) => readFile(join(path, name), 'utf8')
  if (!(await stat(path).catch(() => undefined))) return undefined
  const name = await text('tables/b.txt')
  expect(await text('a.txt')).toBe(`first of ${name} and its second chunk`)
  expect((await text('manifest.txt')).split('\n')).toHaveLength(3)
  expect((await readdir(path)).sort()).toEqual(['a.txt', 'manifest.txt', 'tables'])
  return name
}

const entries = async (out: string) => (await readdir(join(out, 'releases'))).sort()

test('a release is a folder of its date, and latest is a relative link to it', async () => {
  const out = await temporaryFolder()
  const { path, files, status } = await publish(out, '2010-02-17', 'one')
  expect(path).toBe(join(out, 'releases', '2010-02-17'))
  expect(status).toBe('new')
  expect(files.map(({ path }) => path)).toEqual(['a.txt', 'tables/b.txt', 'manifest.txt'])
  expect(await entries(out)).toEqual(['2010-02-17', 'latest'])
  expect(await readlink(join(out, 'releases/latest'))).toBe('2010-02-17')
  expect(await nameOf(out, 'latest')).toBe('one')
})

test('sizes and checksums are those of the bytes, and later files know them', async () => {
  const out = await temporaryFolder()
  const { files } = await writeRelease(
    [
      file('e.txt', () => ['é', Uint8Array.of(0xff, 0x0a), '\uD83D', '\uDE00', '']),
      file('empty.txt', () => ''),
      file('c.txt', written => JSON.stringify(written)),
    ],
    { outDirectory: out, date: '2010-02-17', effects: nodeEffects },
  )
  const bytes = await readFile(join(out, 'releases/latest/e.txt'))
  expect(bytes).toEqual(Buffer.concat([Buffer.from('é'), Buffer.of(0xff, 0x0a), Buffer.from('😀')]))
  expect(files[0]).toEqual({
    path: 'e.txt',
    mediaType: 'text/plain',
    byteSize: 8,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  })
  expect(files[1]!.sha256).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  expect(JSON.parse(await readFile(join(out, 'releases/latest/c.txt'), 'utf8'))).toEqual(files.slice(0, 2))
})

test('the same bytes again change nothing', async () => {
  const out = await temporaryFolder()
  await publish(out, '2010-02-17', 'one')
  const changed = async () => {
    const { ino, mtimeMs } = await stat(join(out, 'releases/2010-02-17/a.txt'))
    return { ino, mtimeMs }
  }
  const before = await changed()
  const { status } = await publish(out, '2010-02-17', 'one')
  expect(status).toBe('unchanged')
  expect(await changed()).toEqual(before)
  expect(await entries(out)).toEqual(['2010-02-17', 'latest'])
})

test.each<[string, (folder: string) => Promise<unknown>]>([
  ['another byte', folder => writeFile(join(folder, 'tables/b.txt'), 'two')],
  ['a file more', folder => writeFile(join(folder, 'tables/c.txt'), '')],
  ['a folder more', folder => mkdir(join(folder, 'empty'))],
])('%s is another release', async (_, change) => {
  const out = await temporaryFolder()
  await publish(out, '2010-02-17', 'one')
  await change(join(out, 'releases/2010-02-17'))
  await expect(publish(out, '2010-02-17', 'one')).rejects.toThrow(/exists with other contents.*--replace/)
})

test('other bytes are refused, and replaced only where that is asked for', async () => {
  const out = await temporaryFolder()
  await publish(out, '2010-02-17', 'one')
  await expect(publish(out, '2010-02-17', 'two')).rejects.toThrow(ReleaseError)
  expect(await nameOf(out, 'latest')).toBe('one')
  expect(await entries(out)).toEqual(['2010-02-17', 'latest'])

  expect((await publish(out, '2010-02-17', 'two', { replace: true })).status).toBe('replaced')
  expect(await nameOf(out, 'latest')).toBe('two')
  expect(await readlink(join(out, 'releases/latest'))).toBe('2010-02-17')
  expect(await entries(out)).toEqual(['2010-02-17', 'latest'])
})

test('an older release does not become the latest', async () => {
  const out = await temporaryFolder()
  await publish(out, '2011-01-01', 'new')
  await publish(out, '2010-02-17', 'old')
  expect(await nameOf(out, 'latest')).toBe('new')
  await publish(out, '2010-02-17', 'older', { replace: true })
  expect(await nameOf(out, 'latest')).toBe('new')
  expect(await nameOf(out, '2010-02-17')).toBe('older')
})

test('a latest that points to nothing is mended, even where nothing else changes', async () => {
  const out = await temporaryFolder()
  await publish(out, '2010-02-17', 'one')
  await nodeEffects.remove(join(out, 'releases/latest'))
  await symlink('2099-01-01', join(out, 'releases/latest'))
  expect((await publish(out, '2010-02-17', 'one')).status).toBe('unchanged')
  expect(await nameOf(out, 'latest')).toBe('one')
})

test.each([
  '',
  '/etc/passwd',
  '../a',
  'a/../b',
  'a//b',
  'a/',
  './a',
  '.',
  'a\\b',
  'C:a',
  'a\0',
  'a\nb',
  '-rf',
])('the path %j is refused', async path => {
  const out = await temporaryFolder()
  const files = [file(path, () => '')]
  const written = writeRelease(files, { outDirectory: out, date: '2010-02-17', effects: nodeEffects })
  await expect(written).rejects.toThrow(ReleaseError)
  expect(await entries(out)).toEqual([])
})

test('the same path twice is refused', async () => {
  const files = [file('a', () => ''), file('a', () => '')]
  const outDirectory = await temporaryFolder()
  const written = writeRelease(files, { outDirectory, date: '2010-02-17', effects: nodeEffects })
  await expect(written).rejects.toThrow('two files "a"')
})

test.each(['2010-2-17', '2010-02-30', '2010-02-17T00:00', '../2010-02-17', 'latest', ''])(
  'the date %j is refused',
  async date => {
    await expect(publish(await temporaryFolder(), date, 'one')).rejects.toThrow(ReleaseError)
  },
)

test('half of a surrogate pair is not written as something else', async () => {
  const files = [file('a', () => ['\uD83D', 'x'])]
  const outDirectory = await temporaryFolder()
  const written = writeRelease(files, { outDirectory, date: '2010-02-17', effects: nodeEffects })
  await expect(written).rejects.toThrow('half of a surrogate pair')
})

test('what making a file throws is thrown as it is, and nothing is left over', async () => {
  const out = await temporaryFolder()
  async function* broken() {
    yield 'a'
    throw new GraphError('bad quad')
  }
  const files = [...release('one'), file('b', broken)]
  const written = writeRelease(files, { outDirectory: out, date: '2010-02-17', effects: nodeEffects })
  await expect(written).rejects.toThrow(new GraphError('bad quad'))
  expect(await entries(out)).toEqual([])
})

test('a failing file system is told as what it is', async () => {
  const out = await temporaryFolder()
  await writeFile(join(out, 'releases'), 'a file where the folder should be')
  const error = await publish(out, '2010-02-17', 'one').catch(error => error)
  expect(error).toBeInstanceOf(ReleaseError)
  expect(error.message).toMatch(/^the release of 2010-02-17 cannot be written: EEXIST/)
})

test('the writing can be stopped', async () => {
  const out = await temporaryFolder()
  const controller = new AbortController()
  async function* endless() {
    for (let i = 0; ; i++) {
      if (i === 3) controller.abort(new Error('stopped'))
      yield 'x'.repeat(100_000)
    }
  }
  const written = writeRelease([file('a', endless)], {
    outDirectory: out,
    date: '2010-02-17',
    effects: nodeEffects,
    signal: controller.signal,
  })
  await expect(written).rejects.toThrow('stopped')
  expect(await entries(out)).toEqual([])
})

describe('a crash leaves a whole release', () => {
  interface Scenario {
    readonly name: string
    /** What was published before: date and name. */
    readonly before: readonly (readonly [date: string, name: string])[]
    readonly date: string
    /** What `latest` may be after a crash, and what it is in the end. */
    readonly latest: readonly (string | undefined)[]
    readonly end: string
  }
  const scenarios: Scenario[] = [
    { name: 'the first release', before: [], date: '2010-02-17', latest: [undefined, 'new'], end: 'new' },
    {
      name: 'a later release',
      before: [['2010-02-17', 'old']],
      date: '2011-01-01',
      latest: ['old', 'new'],
      end: 'new',
    },
    {
      name: 'another release in the place of the latest',
      before: [
        ['2010-01-01', 'before'],
        ['2010-02-17', 'old'],
      ],
      date: '2010-02-17',
      latest: ['old', 'new'],
      end: 'new',
    },
    {
      name: 'another release in the place of an older one',
      before: [
        ['2010-02-17', 'old'],
        ['2011-01-01', 'latest'],
      ],
      date: '2010-02-17',
      latest: ['latest'],
      end: 'latest',
    },
  ]

  async function prepared({ before }: Scenario): Promise<string> {
    const out = await temporaryFolder()
    for (const [date, name] of before) await publish(out, date, name)
    return out
  }
  const crashAt = async (out: string, { date }: Scenario, at: number): Promise<boolean> => {
    const { effects } = crashingEffects(at)
    return publish(out, date, 'new', { replace: true, effects }).then(
      () => false,
      error => {
        if (!(error instanceof Crash)) throw error
        return true
      },
    )
  }

  test.each(scenarios)('at each step of $name; the next publication ends the work', async scenario => {
    const { calls, effects } = crashingEffects(Number.POSITIVE_INFINITY)
    await publish(await prepared(scenario), scenario.date, 'new', { replace: true, effects })
    expect(calls()).toBeGreaterThan(10)
    const seen = new Set<string | undefined>()
    for (let at = 0; at < calls(); at++) {
      const out = await prepared(scenario)
      expect(await crashAt(out, scenario, at)).toBe(true)
      const latest = await nameOf(out, 'latest')
      seen.add(latest)
      expect(scenario.latest).toContain(latest)
      await publish(out, scenario.date, 'new', { replace: true })
      expect(await nameOf(out, 'latest')).toBe(scenario.end)
      expect(await nameOf(out, scenario.date)).toBe('new')
      const dates = new Set([...scenario.before.map(([date]) => date), scenario.date])
      expect(await entries(out)).toEqual([...dates, 'latest'].sort())
    }
    expect(seen).toEqual(new Set(scenario.latest))
  })

  test('at each step of the recovery from a crash at each step', async () => {
    const scenario = scenarios[2]!
    for (let first = 0; ; first++) {
      const out = await prepared(scenario)
      if (!(await crashAt(out, scenario, first))) return
      for (let second = 0; second < 12; second++) {
        await crashAt(out, scenario, second)
        expect(scenario.latest).toContain(await nameOf(out, 'latest'))
      }
      await publish(out, '2012-01-01', 'next')
      expect(await nameOf(out, 'latest')).toBe('next')
      expect(['old', 'new']).toContain(await nameOf(out, scenario.date))
      expect(await entries(out)).toEqual(['2010-01-01', '2010-02-17', '2012-01-01', 'latest'])
    }
  })
})
