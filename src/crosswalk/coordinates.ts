import { COORDINATE_SYSTEMS, findCoordinateSystem } from './coordinateSystems.ts'
import type { Box, Transformer } from './crosswalk.ts'

/** A position in WGS 84, in decimal degrees. */
export interface Position {
  readonly latitude: number
  readonly longitude: number
}

const WGS_84 = '+proj=longlat +datum=WGS84 +no_defs'

/** Seven decimals of a degree are a centimetre. */
const DECIMALS = 1e7

/**
 * Makes the function that turns coordinates of a system, east (or longitude) first, into degrees of WGS 84, rounded to
 * seven decimals. Where there is no such point, it gives `NaN` twice.
 *
 * @param crs EPSG code or name of the system: `EPSG:2154`, `lambert-93`, `guadeloupe`…
 * @throws {RangeError} where the system is not known
 */
export async function createTransformer(crs: string): Promise<Transformer> {
  const system = findCoordinateSystem(crs)
  if (!system) {
    const known = COORDINATE_SYSTEMS.map(({ code, names }) => `EPSG:${code} (${names[0]})`).join(', ')
    throw new RangeError(`no coordinate system "${crs}"; known are ${known}`)
  }
  const { default: proj4 } = await import('proj4')
  const { forward } = proj4(system.definition, WGS_84)
  return (x, y) => {
    if (!Number.isFinite(x) || !Number.isFinite(y)) return { latitude: Number.NaN, longitude: Number.NaN }
    const [longitude, latitude] = forward([x, y]) as [number, number]
    return { latitude: round(latitude), longitude: round(longitude) }
  }
}

function round(degrees: number): number {
  return Math.round(degrees * DECIMALS) / DECIMALS
}

/**
 * What is wrong with a position that should lie in a box; `undefined` where it does. It is only told: which of the two
 * is right, the producer knows.
 *
 * - `null-island`: 0, 0, where empty cells end up
 * - `swapped`: outside, and inside with latitude and longitude exchanged
 * - `impossible`: no degrees of this earth
 * - `outside`: elsewhere
 */
export function checkPosition(
  { latitude, longitude }: Position,
  box: Box,
): 'null-island' | 'swapped' | 'impossible' | 'outside' | undefined {
  if (latitude === 0 && longitude === 0) return 'null-island'
  if (isInside(latitude, longitude, box)) return undefined
  if (isInside(longitude, latitude, box)) return 'swapped'
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? 'outside' : 'impossible'
}

/** A box whose west is greater than its east lies across the antimeridian. */
function isInside(latitude: number, longitude: number, { west, south, east, north }: Box): boolean {
  if (latitude < south || latitude > north) return false
  return west <= east ? longitude >= west && longitude <= east : longitude >= west || longitude <= east
}
