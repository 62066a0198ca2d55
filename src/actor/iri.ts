import { hash } from 'node:crypto'

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567'

/**
 * The IRI of an actor: `{base}/id/acteur/{opaque}#it`, opaque being 16 base32 characters (RFC 4648 §6, in lower
 * case) of the SHA-256 of source and key. It changes with neither the name nor any official number.
 *
 * @param base IRI of the directory, without a final slash
 */
export function actorIri(base: string, source: string, key: string): string {
  return `${base}/id/acteur/${opaqueName(source, key)}#it`
}

/** 16 base32 characters that stand for these texts, in this order. */
export function opaqueName(...parts: readonly string[]): string {
  // JSON tells ('a', 'bc') from ('ab', 'c').
  const digest = hash('sha256', JSON.stringify(parts), 'buffer')
  let name = ''
  for (let bit = 0; bit < 80; bit += 5) {
    const pair = (digest[bit >> 3]! << 8) | digest[(bit >> 3) + 1]!
    name += BASE32[(pair >> (11 - (bit & 7))) & 31]
  }
  return name
}
