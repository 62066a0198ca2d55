import { hash } from 'node:crypto'

/** Hexadecimal digits of a random number: 64 bits, of which no two units of a frame share all but by a rare chance. */
const DIGITS = 16

/**
 * The permanent random number of a unit: the first 16 hexadecimal digits of SHA-256 of the seed, a line feed and the
 * identifier, in UTF-8. Anyone can compute it anew: `printf '%s\n%s' SEED ID | sha256sum`.
 *
 * It depends on nothing else, so that a unit keeps its number when others come or go (Ohlsson, Coordination of Samples
 * Using Permanent Random Numbers, 1995). Numbers of one length are in the order of their texts.
 */
export function randomNumber(seed: string, id: string): string {
  return hash('sha256', `${seed}\n${id}`, 'hex').slice(0, DIGITS)
}
