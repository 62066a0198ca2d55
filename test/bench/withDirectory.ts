import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateDirectory } from './generateDirectory.ts'

/** Seed of the directories of the bench. */
export const SEED = 2010

/**
 * Generates a directory for some work.
 *
 * @param keep folder in which it is kept, and found again. Default: it is removed after the work.
 */
export async function withDirectory<T>(
  actors: number,
  keep: string | undefined,
  work: (folder: string, triples: number) => Promise<T>,
): Promise<T> {
  if (keep === undefined) {
    const folder = await mkdtemp(join(tmpdir(), 'annuaire-bench-'))
    try {
      return await work(folder, await generateDirectory(folder, actors, SEED))
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
  const folder = join(keep, String(actors))
  // Written last: without it, the folder is one that was left half way.
  const done = join(folder, 'triples.txt')
  if (!existsSync(done)) {
    await mkdir(folder, { recursive: true })
    await writeFile(done, String(await generateDirectory(folder, actors, SEED)))
  }
  return work(folder, Number(await readFile(done, 'utf8')))
}
