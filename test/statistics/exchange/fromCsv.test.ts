import { describe, expect, test } from 'vitest'
import { StatisticsError } from '../../../src/errors.ts'
import { tableToCsv } from '../../../src/statistics/csv.ts'
import { tableFromCsv } from '../../../src/statistics/exchange/fromCsv.ts'
import type { Table } from '../../../src/statistics/statistic.ts'
import { fc } from '../../fastCheck.ts'
import { figuresOfTable } from './readBack.ts'
import { COUNTS, SHARES } from './survey.ts'
import { tables } from './tableArbitrary.ts'

/** What its CSV does not say of a table. */
function shapeOf({ measures, observations, ...shape }: Table) {
  return shape
}

function readBack(table: Table): Table {
  return tableFromCsv(tableToCsv(table), shapeOf(table))
}

test('what was written is read back: figures, values, roles, what is kept back', () => {
  fc.assert(
    fc.property(tables, table => {
      const read = readBack(table)
      expect(tableToCsv(read)).toBe(tableToCsv(table))
      expect(read.measures).toEqual(table.measures)
      expect(figuresOfTable(read)).toEqual(figuresOfTable(table))
      expect(read.observations.map(({ values }) => values)).toEqual(
        table.observations.map(({ values }) => values),
      )
      expect(read.observations.map(one => one.isSuppressed ?? false)).toEqual(
        table.observations.map(one => one.isSuppressed ?? false),
      )
    }),
    { numRuns: 500, seed: 2026 },
  )
})

test('tables of shares, of counts, and of what is approximate', () => {
  const approximate = {
    ...SHARES,
    observations: SHARES.observations.map(one => ({ ...one, isApproximate: true })),
  }
  for (const table of [SHARES, approximate]) expect(readBack(table)).toEqual(table)
  const { observations, ...shape } = COUNTS
  expect(readBack(COUNTS)).toEqual({
    ...shape,
    observations: observations.map(one => ({
      further: { mean: null, q25: null },
      ...one,
    })),
  })
})

test('a byte order mark, which spreadsheets add, is no part of the header', () => {
  expect(tableFromCsv(`\uFEFF${tableToCsv(SHARES)}`, shapeOf(SHARES))).toEqual(SHARES)
})

test('a dimension may be called as the roles of another one', () => {
  const value = { code: 'a', label: 'A' }
  const figures = { n: 1, base: 2, missing: 0, share: 50 }
  const table: Table = {
    ...shapeOf(COUNTS),
    dimensions: ['x', 'xRole'],
    measures: ['n', 'base', 'missing', 'share'],
    observations: [{ values: [value, value], ...figures }],
  }
  expect(readBack(table)).toEqual(table)
  const withRole: Table = {
    ...table,
    observations: [{ values: [{ ...value, role: 'other' }, value], ...figures }],
  }
  expect(readBack(withRole)).toEqual(withRole)
})

describe('what is no such table is refused, with its place', () => {
  const HEADER = 'legalForm,legalFormLabel,legalFormIri,n,base,missing,share'
  const ROW = 'asso,Association,urn:a,3,8,2,37.5000'
  const shape = { ...shapeOf(COUNTS), file: 'forms.csv' }

  test.each<[string, string, string]>([
    ['nothing', '', 'forms.csv: the table is empty'],
    [
      'another dimension',
      `mission,missionLabel,missionIri,n\r\n`,
      'forms.csv, line 1: column 1 is "mission"; it should be "legalForm"',
    ],
    ['no label', `legalForm,n\r\n`, 'column 2 is "n"; it should be "legalFormLabel"'],
    ['no measure', `legalForm,legalFormLabel,legalFormIri\r\n`, 'column 4 is missing'],
    ['an unknown measure', HEADER.replace('base', 'basis'), 'column 5 is "basis"; it should be the name'],
    ['a measure twice', `${HEADER},n`, 'column 8 is "n"; it should be another measure'],
    ['a short row', `${HEADER}\r\nasso,Association\r\n`, 'line 2: the row has 2 fields, the header 7'],
    ['a long row', `${HEADER}\r\n${ROW},1\r\n`, 'line 2: the row has 8 fields, the header 7'],
    [
      'a decimal comma',
      `${HEADER}\r\n${ROW.replace('37.5000', '"37,5"')}`,
      'line 2, column "share": "37,5" is no number',
    ],
    [
      'an exponent',
      `${HEADER}\r\n${ROW}\r\n${ROW.replace(',3,', ',1e3,')}`,
      'line 3, column "n": "1e3" is no count',
    ],
    ['a negative count', `${HEADER}\r\n${ROW.replace(',8,', ',-8,')}`, 'column "base": "-8" is no count'],
    ['a cell twice', `${HEADER}\r\n${ROW}\r\n${ROW}`, 'line 3: the cell asso stands on line 2 already'],
    ['a line that is cut off', `${HEADER}\r\n${ROW}`, 'line 2: the last line has no end'],
    [
      'an unknown status',
      `${HEADER},status\r\n${ROW},hidden`,
      'line 2, column "status": the status "hidden" is none',
    ],
    ['a suppressed count', `${HEADER},status\r\n${ROW},suppressed`, 'the row is suppressed, and has a count'],
    [
      'an unknown role',
      `${HEADER.replace('Iri', 'Iri,legalFormRole')}\r\n${ROW.replace('urn:a', 'urn:a,total')}`,
      'line 2, column "legalFormRole": the role "total" is none',
    ],
  ])('%s', (_, csv, message) => {
    const read = () => tableFromCsv(csv, shape)
    expect(read).toThrow(StatisticsError)
    expect(read).toThrow(message)
  })

  test('whatever it is, it is read or refused', () => {
    const piece = fc.constantFrom(
      HEADER,
      ROW,
      ',',
      '"',
      '\r\n',
      '\n',
      'suppressed',
      '1',
      'é',
      '\u0000',
      '\uFEFF',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
        try {
          tableFromCsv(pieces.join(''), shape)
        } catch (error) {
          expect((error as Error).name).toMatch(/^(StatisticsError|SourceError)$/)
        }
      }),
      { numRuns: 500, seed: 2026 },
    )
  })
})
