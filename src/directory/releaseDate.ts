import type { Actor } from '../actor/actor.ts'
import type { Configuration } from '../configuration/configuration.ts'
import { ConfigurationError } from '../errors.ts'

/**
 * Date of a release, `YYYY-MM-DD`: that of the configuration, or of the latest update of an actor. Never the clock:
 * the same input gives the same release.
 *
 * @throws {ConfigurationError} where neither says it
 */
export function releaseDate(configuration: Configuration, published: { actors: readonly Actor[] }): string {
  const found = findReleaseDate(configuration, published.actors)
  if (found === undefined) {
    throw new ConfigurationError('no published record says when it was updated; give the release a "date"', {
      location: { file: configuration.path },
    })
  }
  return found
}

/** The same, or `undefined`. */
export function findReleaseDate({ date }: Configuration, actors: readonly Actor[]): string | undefined {
  const latest = actors.reduce((newest, { modified = '' }) => (modified > newest ? modified : newest), '')
  return date ?? (latest || undefined)
}
