import type { Population, Statistic } from '../../src/statistics/statistic.ts'

/** Regions of a sample, before 2016. */
const SAMPLE: Population = {
  seatRegion: ['72', '83', '53', '26', '94', '43', '04', '31', '93', '82', '02'],
}
const ASSOCIATIONS: Population = { legalForm: ['association'] }

/** Dimensions and the rest; two dimensions are within the first. */
type Definition = readonly [dimensions: readonly string[], rest?: Partial<Statistic>]

const DEFINITIONS: readonly Definition[] = [
  [[]],
  [['legalForm']],
  [['mission']],
  [['audience']],
  [['seatRegion']],
  [['seatRegion'], { regionsAt: '2026-01-01' }],
  [['seatDepartment']],
  [['seatCommune'], { top: 20 }],
  [['foundingYear'], { order: 'code' }],
  [['identifierKind']],
  [['legalForm', 'mission']],
  [['mission', 'legalForm']],
  [['legalForm', 'audience']],
  [['audience', 'mission']],
  [['seatRegion', 'legalForm']],
  [['seatRegion', 'mission']],
  [['seatRegion', 'audience'], { regionsAt: '2026-01-01' }],
  [['seatDepartment', 'legalForm']],
  [['foundingYear', 'legalForm']],
  [['legalForm', 'identifierKind']],
  [[], { population: SAMPLE }],
  [['legalForm'], { population: SAMPLE }],
  [['mission'], { population: ASSOCIATIONS }],
  [['audience'], { population: { ...SAMPLE, ...ASSOCIATIONS } }],
  [['legalForm', 'mission'], { population: SAMPLE, base: 'population', showMissing: true }],
  [['legalForm'], { base: 'population', top: 5, measures: ['cumulativeShare'] }],
  [['legalForm'], { weight: 'members' }],
  [['seatRegion', 'legalForm'], { weight: 'members' }],
  [['legalForm'], { of: 'members', measures: ['mean', 'sum', 'max'] }],
  [['legalForm', 'mission'], { of: 'members', measures: ['median', 'q25', 'q75'] }],
]

/** Thirty tables, such as a directory has. */
export const STATISTICS: readonly Statistic[] = DEFINITIONS.map(([dimensions, rest = {}]) => ({
  id: [
    dimensions.join(' × ') || 'total',
    ...Object.entries(rest).map(([name, value]) => `${name} ${JSON.stringify(value)}`),
  ].join(', '),
  title: { en: 'Bench' },
  dimensions,
  ...(dimensions.length === 2 ? { within: dimensions[0]! } : {}),
  ...rest,
}))

/** Whether the relations have what a statistic counts: they know no numbers that are given out. */
export function isInRelations({ dimensions }: Statistic): boolean {
  return !dimensions.includes('identifierKind')
}
