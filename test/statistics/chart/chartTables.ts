import type { DimensionValue, Observation, Table } from '../../../src/statistics/statistic.ts'

/** Figures that are kept back or not known. */
export const NOTHING = { n: null, base: null, missing: null, share: null }

export function valueFor(code: string, label = code, role?: DimensionValue['role']): DimensionValue {
  return { code, label, ...(role && { role }) }
}

export function cell(values: readonly DimensionValue[], n: number, base: number, missing = 0): Observation {
  return { values, n, base, missing, share: base === 0 ? null : Math.round((n * 1e6) / base) / 1e4 }
}

export function tableOf(observations: readonly Observation[], more: Partial<Table> = {}): Table {
  return {
    id: 'forms',
    title: { fr: 'Acteurs par forme juridique', en: 'Actors by legal form' },
    dimensions: ['legalForm'],
    measures: ['n', 'base', 'missing', 'share'],
    observations,
    query: 'SELECT * {}',
    ...more,
  }
}

/** Three legal forms, one of them in two lines. */
export const FORMS = tableOf([
  cell([valueFor('association', 'Association')], 128, 225, 3),
  cell([valueFor('commune', 'Collectivité territoriale')], 32, 225, 3),
  cell([valueFor('crdp', 'Centre régional d’innovation et de transfert de technologie')], 2, 225, 3),
])

/** Two regions and three forms, of which each actor has one. */
export const BY_REGION = tableOf(
  [
    cell([valueFor('53', 'Bretagne'), valueFor('association', 'Association')], 30, 50),
    cell([valueFor('53', 'Bretagne'), valueFor('commune', 'Commune')], 15, 50),
    cell([valueFor('53', 'Bretagne'), valueFor('gip', 'GIP')], 5, 50),
    cell([valueFor('94', 'Corse'), valueFor('association', 'Association')], 1, 4),
    cell([valueFor('94', 'Corse'), valueFor('commune', 'Commune')], 3, 4),
  ],
  { id: 'region-form', dimensions: ['seatRegion', 'legalForm'], within: 'seatRegion' },
)
