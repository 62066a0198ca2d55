import type { DimensionValue, Observation, Table } from '../../../src/statistics/statistic.ts'
import { VOCABULARY_BASE } from '../../../src/vocabulary/namespaces.ts'

/** A concept of a shipped scheme, as tables have it. */
export function shipped(scheme: string, code: string, label = code): DimensionValue {
  return { code, label, iri: `${VOCABULARY_BASE}def/${scheme}/${code}` }
}

/** A region, département or commune. */
export function place(level: string, code: string, label: string): DimensionValue {
  return { code, label, iri: `${VOCABULARY_BASE}id/geo/${level}-${code}` }
}

/** A value of no scheme. */
export function literal(code: string, label = code): DimensionValue {
  return { code, label }
}

export const ASSOCIATION = shipped('legal-forms', 'association', 'Association')
export const AUTHORITY = shipped('legal-forms', 'collectivite-territoriale', 'Collectivité territoriale')
export const WATCH = shipped('missions', 'veille', 'Veille technologique')

/** Those who did not answer, and the values beyond the first ones. */
export const MISSING: DimensionValue = { code: 'missing', label: 'Sans réponse', role: 'missing' }
export const OTHER: DimensionValue = { code: 'other', label: 'Autres', role: 'other' }

/** An observation by its values and counts; its share is that of the counts. */
export function observation(
  values: readonly DimensionValue[],
  n: number | null,
  base: number | null,
  rest: Partial<Observation> = {},
): Observation {
  const share = n === null || base === null || base === 0 ? null : Math.round((n * 1e6) / base) / 1e4
  return { values, n, base, missing: 3, share, ...rest }
}

/** A table by its dimensions, the first of two gives the bases. */
export function table(dimensions: readonly string[], rest: Partial<Table> = {}): Table {
  return {
    id: 'test',
    title: { fr: 'Essai', en: 'Test' },
    dimensions,
    ...(dimensions.length === 2 ? { within: dimensions[0]! } : {}),
    measures: ['n', 'base', 'missing', 'share'],
    observations: [],
    query: '',
    ...rest,
  }
}
