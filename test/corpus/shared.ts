import { existsSync } from 'node:fs'
import { describe } from 'vitest'

const SHARED = new URL('../../../shared/', import.meta.url)

/** A file or folder of the material that stands beside the project. */
export function shared(path: string): URL {
  return new URL(path, SHARED)
}

/**
 * A group of tests that needs such a file. Where it is absent they are skipped, saying so; in continuous
 * integration (`CI=true`) they run, and fail.
 */
export function describeWith(path: string, name: string, tests: () => void): void {
  if (existsSync(shared(path)) || process.env.CI === 'true') describe(name, tests)
  else describe.skip(`${name} (skipped: there is no ../shared/${path})`, tests)
}
