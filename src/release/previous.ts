import type { Effects } from '../effects.ts'
import { latestTarget, releasesFolder } from './latest.ts'
import { isDate } from './releaseFile.ts'

/** A release that was published before. */
export interface PreviousRelease {
  /** `YYYY-MM-DD`. */
  readonly date: string
  /** Its folder. */
  readonly path: string
}

/**
 * The last release before a date: the one that `latest` points to, or, where that is of this date or a later one, the
 * newest one before it. So a release that is published anew is held against the same one as the first time.
 *
 * @param outDirectory folder that holds `releases/`
 * @returns `undefined` where there is none
 */
export async function previousRelease(
  outDirectory: string,
  before: string,
  effects: Effects,
): Promise<PreviousRelease | undefined> {
  const folder = releasesFolder(outDirectory)
  if (!(await effects.exists(folder.path))) return undefined
  const isBefore = (name: string) => isDate(name) && name < before
  const latest = await latestTarget(folder, effects)
  const names = (await effects.readDirectory(folder.path)).filter(isBefore)
  const date = latest !== undefined && names.includes(latest) ? latest : names.sort().at(-1)
  return date === undefined ? undefined : { date, path: folder.of(date) }
}

/**
 * The release of a date, which another one is to take the place of; where a replacement was cut short, the one that is
 * put back.
 *
 * @param outDirectory folder that holds `releases/`
 * @returns `undefined` where there is none
 */
export async function releaseOf(
  outDirectory: string,
  date: string,
  effects: Effects,
): Promise<PreviousRelease | undefined> {
  const folder = releasesFolder(outDirectory)
  for (const path of [folder.of(date), folder.old(date)])
    if (await effects.exists(path)) return { date, path }
  return undefined
}
