import { join } from 'node:path'
import type { Effects } from '../effects.ts'

/** The folder that holds the releases, with the names in it. */
export interface ReleasesFolder {
  readonly path: string
  /** A release. */
  of(date: string): string
  /** A release that is being written. */
  temporary(date: string): string
  /** A release that is being replaced. */
  old(date: string): string
}

const TEMPORARY = '.tmp-'
const OLD = '.old-'
const LATEST = 'latest'

/** Names the releases under a folder. */
export function releasesFolder(outDirectory: string): ReleasesFolder {
  const path = join(outDirectory, 'releases')
  return {
    path,
    of: date => join(path, date),
    temporary: date => join(path, TEMPORARY + date),
    old: date => join(path, OLD + date),
  }
}

/** The name that `latest` points to: a date, unless a replacement was cut short. */
export function latestTarget({ path }: ReleasesFolder, effects: Effects): Promise<string | undefined> {
  return effects.readLink(join(path, LATEST))
}

/** Lets `latest` point to a neighbour. The new link takes the place of the old one in one step. */
export async function pointLatest({ path }: ReleasesFolder, target: string, effects: Effects): Promise<void> {
  const temporary = join(path, TEMPORARY + LATEST)
  await effects.remove(temporary)
  await effects.symlink(target, temporary)
  await effects.rename(temporary, join(path, LATEST))
  await effects.syncDirectory(path)
}

/**
 * Puts a whole release in the place of the one of the same date. No file system swaps two folders in one step
 * that Node.js offers, so `latest`, where it points here, points first to the new one under its temporary name,
 * then to the old one under its own: each is left alone while it is pointed to.
 */
export async function replaceRelease(folder: ReleasesFolder, date: string, effects: Effects): Promise<void> {
  const isLatest = (await latestTarget(folder, effects)) === date
  if (isLatest) await pointLatest(folder, TEMPORARY + date, effects)
  await effects.rename(folder.of(date), folder.old(date))
  await effects.syncDirectory(folder.path)
  if (isLatest) await pointLatest(folder, OLD + date, effects)
  await effects.rename(folder.temporary(date), folder.of(date))
  await effects.syncDirectory(folder.path)
  if (isLatest) await pointLatest(folder, date, effects)
  await effects.remove(folder.old(date))
}

/** Undoes what a publication that was cut short has left, or ends it. `latest` stays whole all the while. */
export async function recover(folder: ReleasesFolder, effects: Effects): Promise<void> {
  const names = await effects.readDirectory(folder.path)
  const datesOf = (prefix: string) =>
    names.filter(name => name.startsWith(prefix)).map(name => name.slice(prefix.length))
  for (const date of datesOf(OLD)) {
    if (await effects.exists(folder.of(date))) continue
    // It was cut between the two renames of `replaceRelease`: the new one is whole, too.
    if ((await latestTarget(folder, effects)) === OLD + date)
      await pointLatest(folder, TEMPORARY + date, effects)
    await effects.rename(folder.old(date), folder.of(date))
    await effects.syncDirectory(folder.path)
  }
  const target = await latestTarget(folder, effects)
  for (const prefix of [TEMPORARY, OLD]) {
    if (target?.startsWith(prefix)) await pointLatest(folder, target.slice(prefix.length), effects)
  }
  for (const prefix of [TEMPORARY, OLD]) {
    for (const date of datesOf(prefix)) await effects.remove(join(folder.path, prefix + date))
  }
}
