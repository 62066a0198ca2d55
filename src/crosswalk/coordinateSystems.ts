/** A coordinate reference system, as PROJ writes it. */
export interface CoordinateSystem {
  /** EPSG code. */
  readonly code: number
  /** Names by which a crosswalk may call it, the usual one first. */
  readonly names: readonly string[]
  /** PROJ string; x is east or longitude, y north or latitude. */
  readonly definition: string
}

/** The systems of the overseas territories differ from WGS 84 by less than a metre. */
const utm = (zone: number, hemisphere: 'north' | 'south') =>
  `+proj=utm +zone=${zone}${hemisphere === 'south' ? ' +south' : ''} +ellps=GRS80 +towgs84=0,0,0 +units=m +no_defs`

/** Conformal conic zone, by the latitude in its middle: 42 to 50. Each has northings of its own million. */
const conformalConic = (latitude: number): CoordinateSystem => ({
  code: 3900 + latitude,
  names: [`cc${latitude}`, `rgf93-cc${latitude}`],
  definition: `+proj=lcc +lat_0=${latitude} +lon_0=3 +lat_1=${latitude - 0.75} +lat_2=${latitude + 0.75} +x_0=1700000 +y_0=${
    (latitude - 41) * 1_000_000 + 200_000
  } +ellps=GRS80 +towgs84=0,0,0 +units=m +no_defs`,
})

/**
 * The systems in which French and British directories give coordinates: the legal ones of France (décret 2019-165) with
 * their forerunner, and those of maps. Parameters are those of the EPSG registry.
 */
export const COORDINATE_SYSTEMS: readonly CoordinateSystem[] = [
  { code: 4326, names: ['wgs-84', 'gps', 'crs84'], definition: '+proj=longlat +datum=WGS84 +no_defs' },
  {
    code: 2154,
    names: ['lambert-93', 'rgf93-lambert-93', 'l93'],
    definition:
      '+proj=lcc +lat_0=46.5 +lon_0=3 +lat_1=49 +lat_2=44 +x_0=700000 +y_0=6600000 +ellps=GRS80 +towgs84=0,0,0 +units=m +no_defs',
  },
  ...[42, 43, 44, 45, 46, 47, 48, 49, 50].map(conformalConic),
  {
    // Before 2000. The shift of datum is good to some metres.
    code: 27572,
    names: ['lambert-2-etendu', 'lambert-ii-etendu'],
    definition:
      '+proj=lcc +lat_1=46.8 +lat_0=46.8 +lon_0=0 +k_0=0.99987742 +x_0=600000 +y_0=2200000 +a=6378249.2 +b=6356515 +towgs84=-168,-60,320 +pm=paris +units=m +no_defs',
  },
  { code: 5490, names: ['guadeloupe', 'martinique', 'rgaf09-utm20n'], definition: utm(20, 'north') },
  { code: 4559, names: ['rraf91-utm20n'], definition: utm(20, 'north') },
  { code: 2972, names: ['guyane', 'rgfg95-utm22n'], definition: utm(22, 'north') },
  { code: 2975, names: ['la-reunion', 'reunion', 'rgr92-utm40s'], definition: utm(40, 'south') },
  { code: 4471, names: ['mayotte', 'rgm04-utm38s'], definition: utm(38, 'south') },
  { code: 4467, names: ['saint-pierre-et-miquelon', 'rgspm06-utm21n'], definition: utm(21, 'north') },
  {
    code: 3163,
    names: ['nouvelle-caledonie', 'rgnc91-93-lambert'],
    definition:
      '+proj=lcc +lat_0=-21.5 +lon_0=166 +lat_1=-20.66666666666667 +lat_2=-22.33333333333333 +x_0=400000 +y_0=300000 +ellps=GRS80 +towgs84=0,0,0 +units=m +no_defs',
  },
  { code: 8903, names: ['wallis-et-futuna', 'rgwf96-utm1s'], definition: utm(1, 'south') },
  ...[5, 6, 7].map(zone => ({
    code: 3291 + zone,
    names: [`polynesie-${zone}s`, `rgpf-utm${zone}s`],
    definition: utm(zone, 'south'),
  })),
  {
    // The seven parameters of Ordnance Survey, good to some five metres.
    code: 27700,
    names: ['british-national-grid', 'osgb36'],
    definition:
      '+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy +towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489 +units=m +no_defs',
  },
  {
    code: 3857,
    names: ['web-mercator', 'pseudo-mercator'],
    definition:
      '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +no_defs',
  },
]

const BY_NAME = new Map(
  COORDINATE_SYSTEMS.flatMap(system => [
    [String(system.code), system] as const,
    ...system.names.map(name => [name, system] as const),
  ]),
)

/**
 * The system of this name, however it is written: `EPSG:2154`, `2154`, `urn:ogc:def:crs:EPSG::2154`,
 * `http://www.opengis.net/def/crs/EPSG/0/2154`, `Lambert 93`.
 */
export function findCoordinateSystem(name: string): CoordinateSystem | undefined {
  const code = /EPSG(?:\/[\d.]+\/|:{1,2})(\d{4,5})$/i.exec(name.trim())?.[1]
  return BY_NAME.get(code ?? normaliseName(name))
}

function normaliseName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
