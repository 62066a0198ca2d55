import { createHash } from 'node:crypto'

/** Characters of a code in a file's name, at most. */
const LENGTH = 60

/** Nothing, what looks like an option, and the names that Windows keeps for devices. */
const UNSAFE = /^$|^-|^(?:con|prn|aux|nul|com\d|lpt\d)$/

/**
 * A code as a part of a file's name, safe on any file system. What is changed for that has a digest of the code, so that
 * no two are alike.
 */
export function codeName(code: string): string {
  const plain = code.toLowerCase().replace(/[^a-z0-9-]+/g, '-')
  if (plain === code && plain.length <= LENGTH && !UNSAFE.test(plain)) return plain
  const digest = createHash('sha256').update(code).digest('hex').slice(0, 8)
  return `${plain.replace(/^-+/, '').slice(0, LENGTH - 20)}_${digest}`
}
