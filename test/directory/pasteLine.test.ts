import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { pasteLine } from '../../src/directory/pasteLine.ts'

const nearest = [{ notation: 'association', label: 'Association' }]
const value = (text: string, near = nearest) => ({
  column: 'Forme: "juridique"',
  field: 'legalForm',
  value: text,
  nearest: near,
})

test('the line is YAML that takes the values for their nearest concepts, and keeps what the column has', () => {
  const target = { field: 'legalForm', split: '/', values: { SEM: 'sem' } }
  const line = pasteLine(
    [target, { field: 'acronym' }],
    [value('Asso., loi 1901 #'), value('Assoc'), value('x', [])],
  )
  expect(parse(line!)).toEqual({
    'Forme: "juridique"': [
      {
        field: 'legalForm',
        split: '/',
        values: { SEM: 'sem', 'Asso., loi 1901 #': 'association', Assoc: 'association' },
      },
      'acronym',
    ],
  })
})

test('where nothing is near, or the column is not mapped by itself, there is none', () => {
  expect(pasteLine([{ field: 'legalForm' }], [value('guilde', [])])).toBeUndefined()
  expect(pasteLine(undefined, [value('Assoc')])).toBeUndefined()
})
