import type { Configuration } from '../configuration/configuration.ts'
import { ConfigurationError } from '../errors.ts'
import type { Assembly } from './assemble.ts'

/**
 * Date of a release, `YYYY-MM-DD`: that of the configuration, or of the latest update of an actor. Never the clock:
 * the same input gives the same release.
 *
 * @throws {ConfigurationError} where neither says it
 */
export function releaseDate({ date, path }: Configuration, { actors }: Assembly): string {
  const latest = actors.reduce((newest, { modified = '' }) => (modified > newest ? modified : newest), '')
  const found = date ?? latest
  if (found === '') {
    throw new ConfigurationError('no published record says when it was updated; give the release a "date"', {
      location: { file: path },
    })
  }
  return found
}
