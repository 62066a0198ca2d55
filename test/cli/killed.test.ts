import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readlinkSync } from 'node:fs'
import { cp, readdir, realpath, rm } from 'node:fs/promises'
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
  /** Whether the first and the last file of the release that is being written are there. */
  readonly isBegun: boolean
  readonly isWritten: boolean
}

/** Moments of the writing and of the exchange, by what can be seen of them. */
const MOMENTS: Readonly<Record<string, (sight: Sight) => boolean>> = {
  'the first file is written': ({ isBegun }) => isBegun,
  'the last file is written': ({ isWritten }) => isWritten,
  'latest is the new release under its temporary name': ({ latest }) => latest.startsWith('.tmp-'),
  'the old release has gone aside': ({ names }) => names.includes(`.old-${DATE}`),
  'latest is the old release set aside': ({ latest }) => latest.startsWith('.old-'),
  'the new release is in its place': ({ names }) =>
    names.includes(`.old-${DATE}`) && !names.includes(`.tmp-${DATE}`),
}

/** How long after the last file is there the exchange is struck, in milliseconds. */
const DELAYS = [4, 8, 12, 16]

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
  const pristine = join(await temporaryFolder(), 'releases')
  await cp(releases, pristine, { recursive: true, verbatimSymlinks: true })
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
  const moments = [
    ...Object.entries(MOMENTS).map(([moment, hasCome]) => ({ moment, hasCome, delay: 0 })),
    ...DELAYS.map(delay => ({
      moment: `the last file was written ${delay} ms ago`,
      hasCome: ({ isWritten }: Sight) => isWritten,
      delay,
    })),
  ]
  for (const { moment, hasCome, delay } of moments) {
    // What a publication killed before has left must not be taken for this one's.
    await rm(releases, { recursive: true })
    await cp(pristine, releases, { recursive: true, verbatimSymlinks: true })
    const child = await start()
    const exit = once(child, 'exit')
    while (child.exitCode === null && !hasCome(look(releases))) await setImmediate()
    if (delay > 0) await setTimeout(delay)
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
  const temporary = join(releases, `.tmp-${DATE}`)
  return {
    names: readdirSync(releases),
    latest: readlinkSync(join(releases, 'latest')),
    isBegun: existsSync(join(temporary, 'dumps')),
    isWritten: existsSync(join(temporary, 'catalog.ttl')),
  }
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
