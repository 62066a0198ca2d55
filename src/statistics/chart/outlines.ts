import type { GeoPermissibleObjects } from 'd3-geo'
import { StatisticsError } from '../../errors.ts'
import type { ChartGeometry } from './chartOptions.ts'

type Position = [longitude: number, latitude: number]
type Polygon = Position[][]

/** The outline of a territory, its rings turned as D3 wants them: clockwise around what is within. */
export interface Outline {
  readonly code: string | undefined
  readonly shape: { readonly type: 'MultiPolygon'; readonly coordinates: Polygon[] }
}

/** The area of half the sphere: a ring around more is one that runs the other way round. */
const HALF_SPHERE = 2 * Math.PI

/**
 * The outlines of a GeoJSON collection. Features without a geometry have none (RFC 7946, §3.2).
 *
 * @param areaOf area of a shape on the sphere, in steradians
 * @throws {StatisticsError} where it is no collection of polygons in degrees, naming the feature
 */
export function readOutlines(
  { features: collection, code }: ChartGeometry,
  areaOf: (shape: GeoPermissibleObjects) => number,
): readonly Outline[] {
  if (collection?.type !== 'FeatureCollection' || !Array.isArray(collection.features)) {
    throw new StatisticsError('the geometry of a map is no GeoJSON FeatureCollection; give one, in WGS 84')
  }
  return collection.features.flatMap((feature: unknown, index): Outline[] => {
    const { properties, geometry } = objectOf(feature)
    if (geometry === null || geometry === undefined) return []
    const { type, coordinates } = objectOf(geometry)
    if (type !== 'Polygon' && type !== 'MultiPolygon') {
      throw fault(index, `is a ${JSON.stringify(type)}; give a Polygon or a MultiPolygon`)
    }
    const polygons = type === 'Polygon' ? [coordinates] : listOf(coordinates, index)
    return [
      {
        code: codeOf(objectOf(properties), code),
        shape: {
          type: 'MultiPolygon',
          coordinates: polygons.map(polygon =>
            listOf(polygon, index).map((ring, place) => turn(readRing(ring, index), place === 0, areaOf)),
          ),
        },
      },
    ]
  })
}

function codeOf(properties: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const code = Object.hasOwn(properties, name) ? properties[name] : undefined
  return typeof code === 'string' || typeof code === 'number' ? String(code) : undefined
}

function readRing(ring: unknown, index: number): Position[] {
  const positions = listOf(ring, index)
  if (positions.length < 4) throw fault(index, `has a ring of ${positions.length} positions; rings have four`)
  return positions.map(position => {
    const [longitude, latitude] = Array.isArray(position) ? position : []
    if (!isWithin(longitude, 180) || !isWithin(latitude, 90)) {
      throw fault(
        index,
        `has the position ${JSON.stringify(position)?.slice(0, 80)}; give degrees, longitude before latitude (WGS 84)`,
      )
    }
    return [longitude, latitude]
  })
}

function isWithin(degrees: unknown, most: number): degrees is number {
  return typeof degrees === 'number' && Math.abs(degrees) <= most
}

/** A ring that runs clockwise around the smaller part of the sphere, or of a hole around the greater one. */
function turn(
  ring: Position[],
  isOuter: boolean,
  areaOf: (shape: GeoPermissibleObjects) => number,
): Position[] {
  const isSmaller = areaOf({ type: 'Polygon', coordinates: [ring] }) <= HALF_SPHERE
  return isSmaller === isOuter ? ring : ring.toReversed()
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}
}

function listOf(value: unknown, index: number): readonly unknown[] {
  if (Array.isArray(value)) return value
  throw fault(index, 'has no lists of coordinates')
}

function fault(index: number, what: string): StatisticsError {
  return new StatisticsError(`the geometry of a map cannot be drawn: its feature ${index} ${what}`)
}
