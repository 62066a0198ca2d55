import { basename, dirname, join, parse, resolve } from 'node:path'
import type { Effects } from '../../effects.ts'
import { ReleaseError } from '../../errors.ts'

/** What keeps a folder out of a repository. */
const IGNORE_ALL = '*\n'

/** Links that are followed at most, so that a circle of them ends. */
const MOST_LINKS = 40

/** Where what is nobody else's is written where nothing else is said: `private/` beside the configuration. */
export function defaultPrivateFolder(configurationPath: string): string {
  return join(dirname(configurationPath), 'private')
}

/**
 * Makes sure that a folder is none that is published: none of or within a folder of releases, links followed, whether it
 * is there already or not.
 *
 * @throws {ReleaseError} where it is
 */
export async function refusePublished(
  folder: string,
  configurationPath: string,
  effects: Effects,
): Promise<void> {
  const published = await followLinks(join(dirname(configurationPath), 'public'), effects)
  const place = await followLinks(folder, effects)
  for (let parent = place; ; parent = dirname(parent)) {
    const isOfReleases =
      parent === published ||
      basename(parent) === 'releases' ||
      (await effects.exists(join(parent, 'releases', 'latest')))
    if (isOfReleases) {
      throw new ReleaseError('this folder is published; what is private needs another one', {
        location: { file: folder },
      })
    }
    if (parent === dirname(parent)) return
  }
}

/** What a sample writes into a folder; two of them tell that somebody is kept private there. */
const MARKS = ['sample.json', 'contacts.csv', '.gitignore'] as const

/**
 * Makes sure that a folder is none that is private: not the one beside the configuration, none that a sample was written
 * into, nor within one, nor right above one, links followed.
 *
 * @throws {ReleaseError} where it is
 */
export async function refusePrivate(
  folder: string,
  configurationPath: string,
  effects: Effects,
): Promise<void> {
  const own = await followLinks(defaultPrivateFolder(configurationPath), effects)
  const place = await followLinks(folder, effects)
  const refuse = (at: string) =>
    new ReleaseError('a sample is kept here, which nobody else should read; publish into another folder', {
      location: { file: at },
    })
  for (let parent = place; ; parent = dirname(parent)) {
    if (parent === own || (await holdsSample(parent, effects))) throw refuse(folder)
    if (parent === dirname(parent)) break
  }
  const names = (await effects.exists(place)) ? await effects.readDirectory(place) : []
  for (const name of names) {
    const path = join(place, name)
    if (await holdsSample(path, effects)) throw refuse(path)
  }
}

async function holdsSample(folder: string, effects: Effects): Promise<boolean> {
  const isMarked = async (name: (typeof MARKS)[number]) => {
    const path = join(folder, name)
    if (!(await effects.exists(path))) return false
    return name !== '.gitignore' || Buffer.from(await effects.readFile(path)).toString('utf8') === IGNORE_ALL
  }
  const marks = await Promise.all(MARKS.map(isMarked))
  return marks.filter(Boolean).length >= 2
}

/** The folder that a path stands for, whichever of the folders above it are links. */
async function followLinks(path: string, effects: Effects): Promise<string> {
  let [place, rest] = [parse(resolve(path)).root, namesOf(resolve(path))]
  for (let links = 0; rest.length > 0; ) {
    const next = join(place, rest[0]!)
    const target = await effects.readLink(next)
    if (target === undefined || links === MOST_LINKS) {
      place = next
      rest = rest.slice(1)
      continue
    }
    links += 1
    const whole = resolve(place, target, ...rest.slice(1))
    ;[place, rest] = [parse(whole).root, namesOf(whole)]
  }
  return place
}

function namesOf(path: string): string[] {
  return path
    .slice(parse(path).root.length)
    .split(/[\\/]/)
    .filter(name => name !== '')
}

/** Makes a folder that no repository takes in. */
export async function makePrivateFolder(folder: string, effects: Effects): Promise<void> {
  await effects.makeDirectory(folder)
  const ignore = join(folder, '.gitignore')
  if (!(await effects.exists(ignore))) await effects.writeFile(ignore, [Buffer.from(IGNORE_ALL)])
}
