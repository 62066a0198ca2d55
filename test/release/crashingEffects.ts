import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Effects, nodeEffects } from '../../src/effects.ts'

/** The process died. */
export class Crash extends Error {}

/**
 * Effects on the disk that die in the middle of one call, the `at`-th (from 0) that changes something, and do
 * nothing any more thereafter. What takes many steps is done in part: a file has its first chunk, a folder that
 * is being removed has lost its first entry.
 *
 * @param options.reads whether calls that only read are counted as well, and die. Default: no.
 */
export function crashingEffects(
  at: number,
  { reads = false }: { reads?: boolean } = {},
): { effects: Effects; calls(): number } {
  let count = 0
  function step(): void {
    if (count > at) throw new Crash()
    if (count++ === at) throw new Crash()
  }
  const effects: Effects = {
    ...nodeEffects,
    makeDirectory: async path => {
      step()
      await nodeEffects.makeDirectory(path)
    },
    writeFile: async (path, chunks) => {
      if (count < at) {
        count += 1
        return nodeEffects.writeFile(path, chunks)
      }
      if (count === at) for await (const chunk of chunks) await writeFile(path, chunk)
      step()
    },
    rename: async (from, to) => {
      step()
      await nodeEffects.rename(from, to)
    },
    remove: async path => {
      if (count === at) {
        // What a link points to is not removed with it.
        const isLink = (await nodeEffects.readLink(path)) !== undefined
        const [first] = isLink ? [] : await readdir(path).catch(() => [])
        if (first !== undefined) await rm(join(path, first), { recursive: true })
      }
      step()
      await nodeEffects.remove(path)
    },
    symlink: async (target, path) => {
      step()
      await nodeEffects.symlink(target, path)
    },
    syncDirectory: async path => {
      step()
      await nodeEffects.syncDirectory(path)
    },
  }
  return { effects: reads ? { ...effects, ...readingEffects(step) } : effects, calls: () => count }
}

/** The effects that only read, each a step. */
function readingEffects(step: () => void): Partial<Effects> {
  return {
    readFile: async path => {
      step()
      return nodeEffects.readFile(path)
    },
    readChunks: async function* (path) {
      step()
      yield* nodeEffects.readChunks(path)
    },
    exists: async path => {
      step()
      return nodeEffects.exists(path)
    },
    readDirectory: async path => {
      step()
      return nodeEffects.readDirectory(path)
    },
    readLink: async path => {
      step()
      return nodeEffects.readLink(path)
    },
  }
}
