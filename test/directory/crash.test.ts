import { cp, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDirectory, type Release } from '../../src/index.ts'
import { readTree } from '../examples/release.ts'
import { Crash, crashingEffects } from '../release/crashingEffects.ts'
import { temporaryFolder } from '../temporaryFolder.ts'
import { directoryOf, GOOD } from './writeDirectory.ts'

test('a fault at each effect of publishing leaves the old release or the new one, whole', async () => {
  const [before, after] = [await directoryOf(GOOD), await directoryOf(GOOD.slice(0, 1))]
  const origin = await temporaryFolder()
  const old = await contentOf((await before.directory.publish(origin)).path)

  const publish = async (out: string, at: number): Promise<{ calls: number; release?: Release }> => {
    const { effects, calls } = crashingEffects(at, { reads: true })
    try {
      const directory = await openDirectory(after.folder, { effects })
      return { release: await directory.publish(out, { replace: true }), calls: calls() }
    } catch (error) {
      if (!isCrash(error)) throw error
      return { calls: calls() }
    }
  }
  const target = await copyOf(origin)
  const { calls, release } = await publish(target, Number.POSITIVE_INFINITY)
  expect(release?.status).toBe('replaced')
  expect(calls).toBeGreaterThan(50)
  const renewed = await contentOf(release!.path)
  expect(renewed).not.toBe(old)

  const seen: boolean[] = []
  for (let at = 0; at < calls; at++) {
    const out = await copyOf(origin)
    expect((await publish(out, at)).release, `fault at effect ${at}`).toBeUndefined()
    const latest = await contentOf(await realpath(join(out, 'releases/latest')))
    expect([old, renewed], `after a fault at effect ${at}`).toContain(latest)
    seen.push(latest === renewed)
  }
  // The old one until the exchange begins; at the end the new one.
  expect(seen[0]).toBe(false)
  expect(seen.at(-1)).toBe(true)
}, 300_000)

/** Errors of the disk may have been given another class and a message on the way. */
function isCrash(error: unknown): boolean {
  return error instanceof Crash || (error instanceof Error && isCrash(error.cause))
}

async function copyOf(folder: string): Promise<string> {
  const copy = await temporaryFolder()
  await cp(folder, copy, { recursive: true, verbatimSymlinks: true })
  return copy
}

/** All files below a folder, and all their bytes. */
async function contentOf(folder: string): Promise<string> {
  return JSON.stringify(
    [...(await readTree(folder))].map(([path, bytes]) => [path, bytes.toString('base64')]),
  )
}
