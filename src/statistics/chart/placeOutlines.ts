import type * as D3 from 'd3-geo'
import { groupNeighbours } from './neighbours.ts'
import type { Outline } from './outlines.ts'
import { PathText } from './pathText.ts'

/** An outline in pixels. */
export interface PlacedOutline {
  readonly code: string | undefined
  /** Text of the path. */
  readonly path: string
  /** Centre of its greatest polygon, and whether a text of that size has room around it. */
  readonly center: readonly [x: number, y: number]
  readonly holds: (width: number, height: number) => boolean
}

/** A map in pixels: what lies together at its scale, and what lies far away in frames below, each at its own. */
export interface PlacedMap {
  readonly height: number
  readonly outlines: readonly PlacedOutline[]
  readonly frames: readonly { readonly x: number; readonly y: number; readonly size: number }[]
}

const FRAME = 96
const FRAME_GAP = 8
const PADDING = 5

/**
 * Projects outlines, each group of neighbours by itself, on equal areas: a territory is as large as it is, and so is
 * what its shade says.
 *
 * @param d3 the module d3-geo
 * @param width of the map, in pixels
 * @param mostHeight of the part that is not in frames
 */
export function placeOutlines(
  d3: typeof D3,
  outlines: readonly Outline[],
  width: number,
  mostHeight: number,
): PlacedMap {
  const groups = groupNeighbours(outlines.map(({ shape }) => d3.geoBounds(shape)))
  const [main = [], ...far] = groups.map(group => group.map(index => outlines[index]!))
  const height = heightOf(d3, main, width, mostHeight)
  const perRow = Math.floor((width + FRAME_GAP) / (FRAME + FRAME_GAP))
  const frames = far.map((_, index) => ({
    x: (index % perRow) * (FRAME + FRAME_GAP),
    y: height + FRAME_GAP + Math.floor(index / perRow) * (FRAME + FRAME_GAP),
    size: FRAME,
  }))
  const last = frames.at(-1)
  return {
    height: last ? last.y + FRAME : height,
    outlines: [
      ...project(d3, main, { x: 0, y: 0, width, height }),
      ...far.flatMap((group, index) => {
        const { x, y, size } = frames[index]!
        return project(d3, group, { x, y, width: size, height: size })
      }),
    ],
    frames,
  }
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** How much of a height outlines take that fit into a width. */
function heightOf(d3: typeof D3, outlines: readonly Outline[], width: number, most: number): number {
  const collection = collect(outlines)
  const projection = projectionInto(d3, collection, { x: 0, y: 0, width, height: most })
  const [[, top], [, bottom]] = d3.geoPath(projection).bounds(collection)
  return Number.isFinite(bottom - top) ? Math.ceil(bottom - top + 2 * PADDING) : 0
}

function project(d3: typeof D3, outlines: readonly Outline[], box: Box): readonly PlacedOutline[] {
  const projection = projectionInto(d3, collect(outlines), box)
  const measure = d3.geoPath(projection)
  return outlines.map(({ code, shape }) => {
    const text = new PathText()
    d3.geoPath(projection, text)(shape)
    const polygons = shape.coordinates.map(coordinates => ({ type: 'Polygon' as const, coordinates }))
    const areas = polygons.map(polygon => measure.area(polygon))
    const greatest = polygons[areas.indexOf(Math.max(...areas))]!
    const center = measure.centroid(greatest)
    return {
      code,
      path: text.toString(),
      center,
      holds: (width, height) => {
        const around = [-1, 0, 1].flatMap(across =>
          [-1, 1].map(
            down => [center[0] + across * (width / 2 + 2), center[1] + down * (height / 2)] as const,
          ),
        )
        return around.every(([x, y]) => d3.geoContains(greatest, projection.invert!([x, y])!))
      },
    }
  })
}

type Collection = ReturnType<typeof collect>

function collect(outlines: readonly Outline[]) {
  return { type: 'GeometryCollection' as const, geometries: outlines.map(({ shape }) => shape) }
}

/** A projection in which areas keep their proportions, around what it is of. */
function projectionInto(
  { geoAzimuthalEqualArea, geoBounds, geoEqualEarth }: typeof D3,
  collection: Collection,
  { x, y, width, height }: Box,
): D3.GeoProjection {
  const [[west, south], [east, north]] = geoBounds(collection)
  const span = east < west ? east + 360 - west : east - west
  const longitude = west + span / 2
  const isOfTheWorld = span > 120 || north - south > 90
  const projection = isOfTheWorld
    ? geoEqualEarth().rotate([-longitude, 0])
    : geoAzimuthalEqualArea().rotate([-longitude, -(south + north) / 2])
  return projection.fitExtent(
    [
      [x + PADDING, y + PADDING],
      [x + width - PADDING, y + height - PADDING],
    ],
    collection,
  )
}
