import type { Position } from './coordinates.ts'

/** Which of two numbers comes first, where the text does not say it. */
export type PointOrder = 'latitude-longitude' | 'longitude-latitude'

/** Longer texts are no points; their patterns are not tried. */
const LONGEST = 300

/** A decimal number as machines write it. */
const NUMBER = '[+-]?\\d{1,15}(?:\\.\\d{0,20})?(?:[eE]-?\\d{1,2})?'

/**
 * Reads a text that holds both coordinates, in degrees of WGS 84:
 *
 * - WKT, with or without the system in front: `POINT(-1.6 48.1)` (OGC 06-103r4; GeoSPARQL 1.1, §8.5.1)
 * - GeoJSON points and other labelled pairs: `{"lat": 48.1, "lng": -1.6}`, `{'lon': 166.4, 'lat': -22.2}`
 * - `geo:` addresses (RFC 5870)
 * - degrees with the letter of their direction: `48°06′53″ N, 1°40′46″ O`
 * - two numbers: `48.1,-1.6`, `48,1;-1,6`, `[48.1, -1.6]`; only with an order
 *
 * `undefined` where it is none of these, where which is which is not said, or where commas could separate or be
 * decimal: `48,1`.
 */
export function parsePoint(text: string, order?: PointOrder): Position | undefined {
  if (text.length > LONGEST) return undefined
  return fromWkt(text) ?? fromLabels(text) ?? fromGeoIri(text) ?? fromAngles(text) ?? fromNumbers(text, order)
}

const WKT = new RegExp(
  `^(?:<([^<>]*)>\\s*|SRID=(\\d+);\\s*)?POINT\\s*(?:ZM?|M)?\\s*\\(\\s*(${NUMBER})\\s+(${NUMBER})(?:\\s+${NUMBER}){0,2}\\s*\\)$`,
  'i',
)

function fromWkt(text: string): Position | undefined {
  const match = WKT.exec(text)
  if (!match) return undefined
  const [, system, srid, x, y] = match
  if (srid !== undefined && srid !== '4326') return undefined
  if (system === undefined || /\/CRS84$/.test(system)) return { latitude: Number(y), longitude: Number(x) }
  // The axes of EPSG:4326 are latitude, then longitude.
  return /\/EPSG\/[\d.]+\/4326$/.test(system) ? { latitude: Number(x), longitude: Number(y) } : undefined
}

const LABELLED = new RegExp(
  `["']?\\b(lat|latitude|lon|lng|long|longitude)\\b["']?\\s*[:=]\\s*["']?(${NUMBER})(?!\\d|[.,]\\d)`,
  'gi',
)
const GEOJSON = new RegExp(
  `^\\{[^[\\]]*["']type["']\\s*:\\s*["']Point["'][^[\\]]*["']coordinates["']\\s*:\\s*\\[\\s*(${NUMBER})\\s*,\\s*(${NUMBER})\\s*(?:,\\s*${NUMBER}\\s*)?\\][^[\\]]*\\}$|^\\{\\s*["']coordinates["']\\s*:\\s*\\[\\s*(${NUMBER})\\s*,\\s*(${NUMBER})\\s*(?:,\\s*${NUMBER}\\s*)?\\]\\s*,\\s*["']type["']\\s*:\\s*["']Point["']\\s*\\}$`,
)

function fromLabels(text: string): Position | undefined {
  const json = GEOJSON.exec(text)
  if (json) return { latitude: Number(json[2] ?? json[4]), longitude: Number(json[1] ?? json[3]) }
  const found: { latitude?: number; longitude?: number } = {}
  for (const [, label, number] of text.matchAll(LABELLED)) {
    const name = label!.toLowerCase().startsWith('la') ? 'latitude' : 'longitude'
    // Twice the same label is more than one point.
    if (found[name] !== undefined) return undefined
    found[name] = Number(number)
  }
  const { latitude, longitude } = found
  return latitude === undefined || longitude === undefined ? undefined : { latitude, longitude }
}

const GEO_IRI = new RegExp(`^geo:(${NUMBER}),(${NUMBER})(?:,${NUMBER})?(?:;u=[\\d.]+)?$`, 'i')

function fromGeoIri(text: string): Position | undefined {
  const match = GEO_IRI.exec(text)
  return match ? { latitude: Number(match[1]), longitude: Number(match[2]) } : undefined
}

/** An angle that says of which axis it is. */
export interface Angle {
  readonly axis: 'latitude' | 'longitude'
  /** Decimal degrees, negative in the south and west; to seven decimals. */
  readonly degrees: number
}

const SIZE = [
  '(\\d{1,3}(?:[.,]\\d{1,15})?)\\s*[°º]?',
  "(?:\\s*(\\d{1,2}(?:[.,]\\d{1,12})?)\\s*['′’])?",
  "(?:\\s*(\\d{1,2}(?:[.,]\\d{1,10})?)\\s*(?:[\"″”]|''|′′|’’))?",
].join('')
const DIRECTION = '(N(?:ord|orth)?|S(?:ud|outh)?|E(?:st|ast)?|W(?:est)?|O(?:uest)?)'
const LETTER_FIRST = `${DIRECTION}\\s*${SIZE}`
const LETTER_LAST = `${SIZE}\\s*${DIRECTION}`
const ANGLE = new RegExp(`^(?:${LETTER_FIRST}|${LETTER_LAST})$`, 'i')

const ungrouped = (pattern: string) => pattern.replace(/\((?!\?)/g, '(?:')
const BETWEEN = '\\s*[,;/]?\\s*'
const TWO_ANGLES = new RegExp(
  [LETTER_FIRST, LETTER_LAST]
    .map(ungrouped)
    .map(angle => `^(${angle})${BETWEEN}(${angle})$`)
    .join('|'),
  'i',
)

function fromAngles(text: string): Position | undefined {
  const texts = TWO_ANGLES.exec(text)
    ?.slice(1)
    .filter(part => part !== undefined)
  if (!texts) return undefined
  const [first, second] = texts.map(parseAngle)
  if (!first || !second || first.axis === second.axis) return undefined
  const [latitude, longitude] = first.axis === 'latitude' ? [first, second] : [second, first]
  return { latitude: latitude.degrees, longitude: longitude.degrees }
}

/**
 * Reads an angle with the letter of its direction: `48°06′53″ N`, `1° 40.77' O`, `N 48,1147°`. `O` is ouest, west.
 * Without a letter it would have to be guessed which side it is on.
 */
export function parseAngle(text: string): Angle | undefined {
  const match = text.length <= 60 ? ANGLE.exec(text.trim()) : null
  if (!match) return undefined
  const [direction, ...texts] =
    match[1] === undefined ? [match[8]!, ...match.slice(5, 8)] : [match[1], ...match.slice(2, 5)]
  const [degrees, minutes = 0, seconds = 0] = texts.map(part =>
    part === undefined ? undefined : Number(part.replace(',', '.')),
  ) as [number, number?, number?]
  const letter = direction[0]!.toUpperCase()
  const axis = letter === 'N' || letter === 'S' ? 'latitude' : 'longitude'
  const size = degrees + minutes / 60 + seconds / 3600
  if (minutes >= 60 || seconds >= 60 || size > (axis === 'latitude' ? 90 : 180)) return undefined
  const sign = letter === 'S' || letter === 'W' || letter === 'O' ? -1 : 1
  return { axis, degrees: (sign * Math.round(size * 1e7)) / 1e7 }
}

const PAIR = new RegExp(
  [
    // A comma between numbers with points, or followed by a space.
    `^([+-]?\\d{1,15}\\.\\d{1,20})\\s*,\\s*([+-]?\\d{1,15}(?:\\.\\d{1,20})?)$`,
    `^([+-]?\\d{1,15}(?:\\.\\d{1,20})?)\\s*,\\s*([+-]?\\d{1,15}\\.\\d{1,20})$`,
    `^([+-]?\\d{1,15})\\s*,\\s+([+-]?\\d{1,15})$`,
    // Any number, around a semicolon, a slash, a bar or spaces.
    `^([+-]?\\d{1,15}(?:[.,]\\d{1,20})?)(?:\\s*[;/|]\\s*|\\s+)([+-]?\\d{1,15}(?:[.,]\\d{1,20})?)$`,
  ].join('|'),
)

function fromNumbers(text: string, order: PointOrder | undefined): Position | undefined {
  if (order === undefined) return undefined
  const bare = /^[([].*[)\]]$/.test(text) ? text.slice(1, -1).trim() : text
  const numbers = PAIR.exec(bare)
    ?.slice(1)
    .filter(part => part !== undefined)
  if (!numbers) return undefined
  const [first, second] = numbers.map(part => Number(part.replace(',', '.'))) as [number, number]
  return order === 'latitude-longitude'
    ? { latitude: first, longitude: second }
    : { latitude: second, longitude: first }
}
