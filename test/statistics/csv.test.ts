import { expect, test } from 'vitest'
import { tableToCsv } from '../../src/statistics/csv.ts'
import type { Observation, Table } from '../../src/statistics/statistic.ts'

function table(dimensions: readonly string[], observations: readonly Observation[]): Table {
  return {
    id: 'test',
    title: { fr: 'Essai', en: 'Test' },
    dimensions,
    measures: ['n', 'base', 'missing', 'share'],
    observations,
    query: '',
  }
}

test('a line per observation, with four decimals, a point and CRLF', () => {
  const association = { code: 'association', label: 'Association', iri: 'urn:association' }
  const observations = [
    { values: [association], n: 128, base: 225, missing: 3, share: 56.8889 },
    { values: [{ code: 'a"b', label: 'un, deux\nétages' }], n: 0, base: 0, missing: 3, share: null },
    { values: [association], n: 1, base: 2, missing: 0, share: 50 },
  ]
  expect(tableToCsv(table(['legalForm'], observations))).toBe(
    [
      'legalForm,legalFormLabel,legalFormIri,n,base,missing,share',
      'association,Association,urn:association,128,225,3,56.8889',
      '"a""b","un, deux\nétages",,0,0,3,',
      'association,Association,urn:association,1,2,0,50.0000',
      '',
    ].join('\r\n'),
  )
})

test('without a dimension there are only measures', () => {
  const observations = [{ values: [], n: 350, base: 400, missing: 0, share: 87.5 }]
  expect(tableToCsv(table([], observations))).toBe('n,base,missing,share\r\n350,400,0,87.5000\r\n')
})

test('where a figure is kept back or approximate, a column says so', () => {
  const figures = { n: null, base: null, missing: null }
  const observations = [
    { values: [{ code: 'a', label: 'A' }], ...figures, share: null, isSuppressed: true },
    { values: [{ code: 'b', label: 'B' }], ...figures, share: 33, isApproximate: true },
    { values: [{ code: 'c', label: 'C' }], ...figures, share: 13.5 },
  ]
  expect(tableToCsv(table(['use'], observations))).toBe(
    [
      'use,useLabel,useIri,n,base,missing,share,status',
      'a,A,,,,,,suppressed',
      'b,B,,,,,33.0000,approximate',
      'c,C,,,,,13.5000,',
      '',
    ].join('\r\n'),
  )
})
