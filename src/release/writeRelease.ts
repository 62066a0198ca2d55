import type { Effects } from '../effects.ts'
import { AnnuaireError, ReleaseError } from '../errors.ts'
import {
  latestTarget,
  pointLatest,
  type ReleasesFolder,
  recover,
  releasesFolder,
  replaceRelease,
} from './latest.ts'
import { checkDate, type FileSummary, type ReleaseFile } from './releaseFile.ts'
import { holdsSameFiles } from './sameFiles.ts'
import { writeFiles } from './writeFiles.ts'

/** Where and how a release is written. */
export interface WriteReleaseOptions {
  /** Folder that holds `releases/`; made where it is missing. */
  readonly outDirectory: string
  /** Day of the release, `YYYY-MM-DD`: the name of its folder. */
  readonly date: string
  /** Whether a release of that date with other bytes may be replaced. Default: no. */
  readonly replace?: boolean
  readonly effects: Effects
  /** Stops the writing; what was there stays as it was. */
  readonly signal?: AbortSignal
}

/** A release on the disk. */
export interface WrittenRelease {
  /** Its folder. */
  readonly path: string
  /** Its files, in the order in which they were written. */
  readonly files: readonly FileSummary[]
  /** `unchanged`: it was there already, byte for byte. */
  readonly status: 'new' | 'unchanged' | 'replaced'
}

/**
 * Writes a release: all files into `releases/.tmp-<date>`, flushed, which is then renamed to `releases/<date>`;
 * then `releases/latest`, a relative symbolic link, is pointed to the newest date. A crash at any moment leaves
 * `latest` pointing to a whole release, and the next publication clears up. Only one may run at a time.
 *
 * @throws {ReleaseError} where the date is none, a path is not safe, the date is taken by other bytes, or the
 *   file system fails
 */
export async function writeRelease(
  files: Iterable<ReleaseFile> | AsyncIterable<ReleaseFile>,
  options: WriteReleaseOptions,
): Promise<WrittenRelease> {
  const { outDirectory, date, effects } = options
  checkDate(date)
  const folder = releasesFolder(outDirectory)
  try {
    await effects.makeDirectory(folder.path)
    await recover(folder, effects)
    const written = await writeTemporary(files, folder, options)
    const status = await putInPlace(folder, written, options)
    await keepLatest(folder, date, effects)
    return { path: folder.of(date), files: written, status }
  } catch (cause) {
    if (cause instanceof AnnuaireError || options.signal?.aborted || !isSystemError(cause)) throw cause
    throw new ReleaseError(`the release of ${date} cannot be written: ${cause.message}`, { cause })
  }
}

async function writeTemporary(
  files: Iterable<ReleaseFile> | AsyncIterable<ReleaseFile>,
  folder: ReleasesFolder,
  { date, effects, signal }: WriteReleaseOptions,
): Promise<FileSummary[]> {
  try {
    return await writeFiles(files, folder.temporary(date), effects, signal)
  } catch (error) {
    // If this fails as well, the next publication does it.
    await effects.remove(folder.temporary(date)).catch(() => {})
    throw error
  }
}

async function putInPlace(
  folder: ReleasesFolder,
  written: readonly FileSummary[],
  { date, replace = false, effects }: WriteReleaseOptions,
): Promise<WrittenRelease['status']> {
  if (!(await effects.exists(folder.of(date)))) {
    await effects.rename(folder.temporary(date), folder.of(date))
    await effects.syncDirectory(folder.path)
    return 'new'
  }
  const isSame = await holdsSameFiles(folder.of(date), written, effects)
  if (!isSame && replace) {
    await replaceRelease(folder, date, effects)
    return 'replaced'
  }
  await effects.remove(folder.temporary(date))
  if (isSame) return 'unchanged'
  throw new ReleaseError(
    `${folder.of(date)} exists with other contents; a release is not changed once it is published. ` +
      'Give this one another date, or replace that one (--replace)',
  )
}

/** Points `latest` to this release, unless it points to a newer one already. */
async function keepLatest(folder: ReleasesFolder, date: string, effects: Effects): Promise<void> {
  const current = await latestTarget(folder, effects)
  if (current === date) return
  if (current !== undefined && current > date && (await effects.exists(folder.of(current)))) return
  await pointLatest(folder, date, effects)
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error
}
