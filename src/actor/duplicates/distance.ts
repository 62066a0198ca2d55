/** A position in WGS 84, in decimal degrees. */
export interface Position {
  readonly latitude: number
  readonly longitude: number
}

const EARTH_RADIUS = 6_371_000

/** The distance of two positions on the sphere (haversine formula), in metres. */
export function distanceInMetres(a: Position, b: Position): number {
  const [from, to] = [radians(a.latitude), radians(b.latitude)]
  const across = Math.sin((to - from) / 2) ** 2
  const along = Math.cos(from) * Math.cos(to) * Math.sin(radians(b.longitude - a.longitude) / 2) ** 2
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(across + along)))
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}
