import { normaliseLabel } from './label.ts'

/** West, south, east and north in degrees, WGS 84. */
export interface TerritoryBox {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

const box = (west: number, south: number, east: number, north: number): TerritoryBox => ({
  west,
  south,
  east,
  north,
})

/**
 * Where territories lie: the areas of use of their coordinate systems in the EPSG registry, whose codes are given.
 * Those of the Antilles are of the islands alone, as their common system (5489) covers all of them.
 */
const BOXES = {
  // 2154, RGF93 v1 / Lambert-93.
  metropole: box(-9.86, 41.15, 10.38, 51.56),
  // 27564, NTF (Paris) / Lambert Corse.
  corse: box(8.5, 41.31, 9.63, 43.07),
  // 4622, Guadeloupe 1948.
  guadeloupe: box(-61.85, 15.8, -60.97, 16.55),
  // 4625, Martinique 1938.
  martinique: box(-61.29, 14.35, -60.76, 14.93),
  // 4624, RGFG95.
  guyane: box(-54.61, 2.11, -49.45, 8.88),
  // 4627, RGR92.
  'la-reunion': box(51.83, -24.72, 58.24, -18.28),
  // 4470, RGM04.
  mayotte: box(43.68, -14.49, 46.7, -11.33),
  // 4463, RGSPM06.
  'saint-pierre-et-miquelon': box(-57.1, 43.41, -55.9, 47.37),
  // 5619, IGN 1988 SB height.
  'saint-barthelemy': box(-62.92, 17.82, -62.73, 17.98),
  // 5620, IGN 1988 SM height.
  'saint-martin': box(-63.21, 18.01, -62.96, 18.17),
  // 7073, RGTAAF07, which lacks the islands of the tropics, and extent 1099, which has them but not Adélie Land.
  'terres-australes-et-antarctiques-francaises': box(37.55, -67.13, 142, -10.65),
  // 8900, RGWF96, up to the 180th meridian, which the islands do not reach.
  'wallis-et-futuna': box(-180, -15.94, -174.27, -9.84),
  // 4687, RGPF.
  'polynesie-francaise': box(-158.13, -31.24, -131.97, -4.52),
  // 4749, RGNC91-93.
  'nouvelle-caledonie': box(156.25, -26.45, 174.28, -14.83),
  // None of EPSG; IGNF:CLIP67G in the registry of the IGN.
  clipperton: box(-109.5, 10.17, -109, 10.5),
} as const satisfies Record<string, TerritoryBox>

/** Name of a territory that has a box. */
export type TerritoryBoxName = keyof typeof BOXES

/** Names of the territories that have boxes. */
export const TERRITORY_BOX_NAMES = Object.keys(BOXES) as readonly TerritoryBoxName[]

const OVERSEAS: Readonly<Record<string, TerritoryBoxName>> = {
  '971': 'guadeloupe',
  '972': 'martinique',
  '973': 'guyane',
  '974': 'la-reunion',
  '975': 'saint-pierre-et-miquelon',
  '976': 'mayotte',
  '977': 'saint-barthelemy',
  '978': 'saint-martin',
  '984': 'terres-australes-et-antarctiques-francaises',
  '986': 'wallis-et-futuna',
  '987': 'polynesie-francaise',
  '988': 'nouvelle-caledonie',
  '989': 'clipperton',
}

const OTHER_NAMES: Readonly<Record<string, TerritoryBoxName>> = {
  'france-metropolitaine': 'metropole',
  reunion: 'la-reunion',
  taaf: 'terres-australes-et-antarctiques-francaises',
}

/**
 * Where a département or an overseas collectivity lies. Those of the metropolis, Corsica included, have one box.
 *
 * @param code INSEE code, `33`, `2A`, `988`
 * @returns `undefined` where the code is of none
 */
export function boxOf(code: string): TerritoryBox | undefined {
  if (Object.hasOwn(OVERSEAS, code)) return BOXES[OVERSEAS[code]!]
  return /^(?:0[1-9]|[1-8]\d|9[0-5]|2[AB])$/.test(code) && code !== '20' ? BOXES.metropole : undefined
}

/** The box of that name (`metropole`, `nouvelle-caledonie`, `Nouvelle-Calédonie`), or of the code of a territory. */
export function boxByName(name: string): TerritoryBox | undefined {
  const key = normaliseLabel(name).replaceAll(' ', '-')
  if (Object.hasOwn(BOXES, key)) return BOXES[key as TerritoryBoxName]
  if (Object.hasOwn(OTHER_NAMES, key)) return BOXES[OTHER_NAMES[key]!]
  return boxOf(name.trim().toUpperCase())
}
