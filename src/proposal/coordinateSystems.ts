import { boxOf, type TerritoryBox } from '../vocabulary/territoryBox.ts'

/** A position as two cells give it: what is called x, and what is called y. */
export type Pair = readonly [x: number, y: number]

/** Départements and collectivities whose boxes a directory of France may lie in; Paris stands for the mainland. */
const PLACES = ['75', '971', '972', '973', '974', '975', '976', '977', '978', '986', '987', '988']

let boxes: readonly TerritoryBox[] | undefined

/** The share of positions, x being the longitude, that lie in some part of France. */
export function shareInFrance(pairs: readonly Pair[]): number {
  boxes ??= PLACES.map(boxOf).filter(box => box !== undefined)
  const all = boxes
  return shareOfPairs(pairs, ([x, y]) =>
    all.some(({ west, south, east, north }) => x >= west && x <= east && y >= south && y <= north),
  )
}

/** The share of positions that can be degrees, x being the longitude. */
export function shareInDegrees(pairs: readonly Pair[]): number {
  return shareOfPairs(pairs, ([x, y]) => Math.abs(x) <= 180 && Math.abs(y) <= 90)
}

/** A coordinate system by the extent of its area of use, in its own metres. */
interface System {
  readonly crs: string
  readonly x: readonly [number, number]
  readonly y: readonly [number, number]
  /** Beginnings of the postcodes without which the extent is not telling enough. */
  readonly postcodes?: readonly string[]
  /** Only of directories of the United Kingdom. */
  readonly british?: boolean
}

/**
 * Extents after the areas of use in the EPSG registry, by the code of each; of those that overlap, the one with more
 * evidence comes first. The conformal conic zones are a degree of latitude to either side of their parallel.
 */
const SYSTEMS: readonly System[] = [
  { crs: 'EPSG:2154', x: [90_000, 1_260_000], y: [6_030_000, 7_130_000] },
  ...Array.from({ length: 9 }, (_, zone) => ({
    crs: `EPSG:${3942 + zone}`,
    x: [1_100_000, 2_350_000] as const,
    y: [1_080_000 + zone * 1_000_000, 1_325_000 + zone * 1_000_000] as const,
  })),
  { crs: 'EPSG:5490', x: [400_000, 780_000], y: [1_560_000, 2_030_000], postcodes: ['971', '972'] },
  { crs: 'EPSG:2972', x: [90_000, 510_000], y: [230_000, 660_000], postcodes: ['973'] },
  { crs: 'EPSG:2975', x: [300_000, 390_000], y: [7_620_000, 7_700_000], postcodes: ['974'] },
  { crs: 'EPSG:4467', x: [480_000, 650_000], y: [5_080_000, 5_260_000], postcodes: ['975'] },
  { crs: 'EPSG:4471', x: [480_000, 560_000], y: [8_540_000, 8_620_000], postcodes: ['976'] },
  { crs: 'EPSG:3163', x: [0, 650_000], y: [0, 560_000], postcodes: ['988'] },
  { crs: 'EPSG:27572', x: [0, 1_270_000], y: [1_600_000, 2_740_000] },
  { crs: 'EPSG:27700', x: [0, 700_000], y: [0, 1_300_000], british: true },
  { crs: 'EPSG:3857', x: [-650_000, 1_100_000], y: [4_900_000, 6_650_000] },
]

/** Nearly all positions have to be in the extent of a system. */
const LEAST_SHARE = 0.97

/** The projected system whose extent holds the positions; `undefined` where there is none. */
export function findSystem(
  pairs: readonly Pair[],
  evidence: { readonly postcodes: readonly string[]; readonly british: boolean },
): { readonly crs: string; readonly share: number } | undefined {
  for (const { crs, x, y, postcodes, british } of SYSTEMS) {
    if (british && !evidence.british) continue
    if (postcodes && !postcodes.some(start => evidence.postcodes.includes(start))) continue
    const share = shareOfPairs(
      pairs,
      ([east, north]) => east >= x[0] && east <= x[1] && north >= y[0] && north <= y[1],
    )
    if (share >= LEAST_SHARE) return { crs, share }
  }
  return undefined
}

function shareOfPairs(pairs: readonly Pair[], test: (pair: Pair) => boolean): number {
  return pairs.length === 0 ? 0 : pairs.filter(test).length / pairs.length
}
