import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { pasteLine } from '../../src/directory/pasteLine.ts'

test('the line is YAML that takes the value for the nearest concept', () => {
  const nearest = [{ notation: 'association', label: 'Association' }]
  const line = pasteLine({
    column: 'Forme: "juridique"',
    field: 'legalForm',
    value: 'Asso., loi 1901 #',
    nearest,
  })
  expect(parse(line!)).toEqual({
    'Forme: "juridique"': { field: 'legalForm', values: { 'Asso., loi 1901 #': 'association' } },
  })
})

test('where nothing is near, there is none', () => {
  expect(pasteLine({ column: 'a', field: 'legalForm', value: 'guilde', nearest: [] })).toBeUndefined()
})
