import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readlinkSync } from 'node:fs'
import { readdir, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate, setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openDirectory } from '../../src/index.ts'
import { GOOD } from '../directory/writeDirectory.ts'
import { readTree } from '../examples/release.ts'
import { temporaryFolder } from '../temporaryFolder.ts'
import { COMMAND, folderOf } from './run.ts'

const DATE = '2020-01-31'

/** What the folder of releases looks like from outside. */
interface Sight {
  readonly names: readonly string[]
  /** Target of `latest`. */
  readonly latest: string
  /** Number of files of the release that is being written. */
  readonly written: number
}

/** Moments of the writing and of the exchange, by what can be seen of them. */
const MOMENTS: Readonly<Record<string, (sight: Sight) => boolean>> = {
  'the first file is written': ({ written }) => written > 0,
  'ten files are written': ({ written }) => written >= 10,
  'latest is the new release under its temporary name': ({ latest }) => latest.startsWith('.tmp-'),
  'the old release has gone aside': ({ names }) => names.includes(`.old-${DATE}`),
  'latest is the old release set aside': ({ latest }) => latest.startsWith('.old-'),
  'the new release is in its place': ({ names }) =>
    names.includes(`.old-${DATE}`) && !names.includes(`.tmp-${DATE}`),
}

/** Shares of its running time after which a publication is killed whatever it does. */
const SHARES = [0.4, 0.6, 0.8, 0.95]

test('a publication that is killed, at any moment, leaves the old release or the new one, whole', async () => {
  const out = await temporaryFolder()
  const releases = join(out, 'releases')
  const folders = [await folderOf(GOOD), await folderOf(GOOD.slice(0, 1))]
  const digests: string[] = []
  for (const folder of folders) {
    const { path } = await (await openDirectory(folder)).publish()
    digests.push(await contentOf(path))
  }
  expect(digests[0]).not.toBe(digests[1])

  /** Publishes, in the place of the release that is there, the other one. */
  const start = async () => {
    const folder = folders[1 - digests.indexOf(await latestOf(releases))]!
    return spawn(process.execPath, [COMMAND, 'publish', folder, '--out', out, '--replace'], {
      stdio: 'ignore',
      env: { ...process.env, NODE_OPTIONS: '' },
    })
  }
  await (await openDirectory(folders[0]!)).publish(out)
  const begin = performance.now()
  expect(await once(await start(), 'exit')).toEqual([0, null])
  const duration = performance.now() - begin
  expect(await latestOf(releases)).toBe(digests[1])

  const leftOver = new Set<string>()
  const check = async (moment: string) => {
    for (const name of await readdir(releases)) if (name.startsWith('.')) leftOver.add(name)
    expect(digests, `killed when ${moment}`).toContain(await latestOf(releases))
  }
  for (const share of SHARES) {
    const child = await start()
    const exit = once(child, 'exit')
    await Promise.race([setTimeout(share * duration), exit])
    child.kill('SIGKILL')
    await exit
    await check(`${share} of its time was over`)
  }
  let killed = 0
  for (const [moment, hasCome] of Object.entries(MOMENTS)) {
    const child = await start()
    const exit = once(child, 'exit')
    while (child.exitCode === null && !hasCome(look(releases))) await setImmediate()
    child.kill('SIGKILL')
    const [, signal] = await exit
    if (signal === 'SIGKILL') killed += 1
    await check(moment)
  }
  // Some moments are too short to be seen each time; most are not.
  expect(killed).toBeGreaterThanOrEqual(3)
  expect(leftOver).toContain(`.tmp-${DATE}`)

  expect(await once(await start(), 'exit')).toEqual([0, null])
  expect((await readdir(releases)).sort()).toEqual([DATE, 'latest'])
}, 300_000)

function look(releases: string): Sight {
  const names = readdirSync(releases)
  let written = 0
  try {
    const entries = readdirSync(join(releases, `.tmp-${DATE}`), { recursive: true, withFileTypes: true })
    written = entries.filter(entry => entry.isFile()).length
  } catch {
    // It is not there yet, or not any more.
  }
  return { names, written, latest: readlinkSync(join(releases, 'latest')) }
}

async function latestOf(releases: string): Promise<string> {
  return contentOf(await realpath(join(releases, 'latest')))
}

/** All files below a folder, and all their bytes. */
async function contentOf(folder: string): Promise<string> {
  return JSON.stringify(
    [...(await readTree(folder))].map(([path, bytes]) => [path, bytes.toString('base64')]),
  )
}
