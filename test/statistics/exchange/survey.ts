import type { Observation, Table } from '../../../src/statistics/statistic.ts'

const value = (code: string, label: string) => ({
  code,
  label,
  iri: `https://example.org/def/brakes/${code}`,
})

const shareOnly = { n: null, base: null, missing: null }

/** Published percentages without counts, one of them of « environ 13,5 % »: the saturation of inboxes as a brake, and so on. */
export const SHARES: Table = {
  id: 'brakes',
  title: { fr: 'Freins à l’e-mailing', en: 'Brakes on e-mailing' },
  dimensions: ['brake'],
  unit: { fr: 'organismes interrogés', en: 'bodies asked' },
  notes: [{ fr: 'Chiffres publiés en 2010.', en: 'Figures published in 2010.' }],
  measures: ['n', 'base', 'missing', 'share'],
  observations: [
    { values: [value('saturation', 'Saturation des boîtes')], ...shareOnly, share: 90 },
    { values: [value('budget', 'Budget')], ...shareOnly, share: 13.5, isApproximate: true },
  ],
  query: 'SELECT * {}',
}

const figures = { n: 3, base: 8, missing: 2, share: 37.5 }
const nothing = { n: null, base: null, missing: null, share: null }

/** Counts with rows that are no values, a suppressed cell and an undefined share. */
export const COUNTS: Table = {
  id: 'forms',
  title: { fr: 'Formes', en: 'Forms' },
  dimensions: ['legalForm'],
  measures: ['n', 'base', 'missing', 'share', 'mean', 'q25'],
  observations: [
    { values: [value('asso', 'Association')], ...figures, further: { mean: 2.5, q25: 1 } },
    { values: [value('gip', 'GIP')], ...nothing, isSuppressed: true },
    {
      values: [{ code: 'other', label: 'Autres', role: 'other' }],
      ...figures,
      further: { mean: null, q25: 2 },
    },
    {
      values: [{ code: 'missing', label: 'Sans réponse', role: 'missing' }],
      ...figures,
      base: 0,
      share: null,
    },
  ] satisfies Observation[],
  query: 'SELECT * {}',
}
