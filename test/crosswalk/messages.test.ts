import { describe, expect, test } from 'vitest'
import { mapRow } from '../../src/crosswalk/mapRow.ts'
import { typographyFaults } from '../frenchTypography.ts'
import { crosswalkOf, map, rowOf } from './crosswalkOf.ts'

const GEO = 'https://w3id.org/annuaire-lod/id/geo'

describe('a row tells', () => {
  test('an unmatched value, with what it may have meant; the row stays', async () => {
    const { actor, problems, unmatched } = await map(
      { f: 'legalForm', n: 'name' },
      { f: 'Asociation', n: 'A' },
    )
    expect(actor?.name).toBe('A')
    expect(actor).not.toHaveProperty('legalForm')
    expect(unmatched).toEqual([
      {
        column: 'f',
        field: 'legalForm',
        value: 'Asociation',
        nearest: [{ notation: 'association', label: 'Association' }],
      },
    ])
    expect(problems[0]?.message).toEqual({
      fr: '«\u00a0Asociation\u00a0» n’est pas dans la liste «\u00a0Formes juridiques (étude de 2010)\u00a0»\u00a0; la valeur n’est pas publiée. Vouliez-vous dire «\u00a0Association\u00a0»\u00a0?',
      en: '"Asociation" is not in the list "Legal forms (study of 2010)"; the value is not published. Did you mean "Association"?',
    })
  })

  test('candidates in the language of the message', async () => {
    const { problems } = await map({ f: 'audiences' }, { f: 'Grand publique' })
    expect(problems[0]?.message.fr).toContain('«\u00a0Grand public\u00a0»')
    expect(problems[0]?.message.en).toContain('"General public"')
  })

  test('no candidates where nothing is near', async () => {
    const { problems, unmatched } = await map({ f: 'legalForm' }, { f: 'zzz' })
    expect(unmatched[0]?.nearest).toEqual([])
    expect(problems[0]?.message.en).toMatch(/not published\.$/)
  })

  test('a repair: its rule, what was there and what is now', async () => {
    const { repairs } = await map({ c: 'address.commune' }, { c: '1001' })
    expect(repairs).toEqual([
      {
        rule: 'lost-zero',
        raw: '1001',
        result: `${GEO}/commune-01001`,
        source: { file: 'a.csv', line: 2, column: 'c', record: '1' },
      },
    ])
  })

  test('where a field was read, and the row where it was not', async () => {
    const { locate } = await map({ nom: 'name', cp: 'address.postcode' }, { nom: 'A', cp: '35000' })
    const row = { file: 'a.csv', line: 2, record: '1' }
    expect(locate('address.postcode')).toEqual({ ...row, column: 'cp' })
    expect(locate('address')).toEqual({ ...row, column: 'cp' })
    expect(locate('homepage')).toEqual(row)
  })

  test('a row with other than the cells of the header', async () => {
    const ragged = { found: 2, expected: 3 }
    const { actor, problems } = mapRow(
      rowOf({ id: '1', nom: 'A' }, { ragged }),
      await crosswalkOf({ nom: 'name' }),
    )
    expect(actor?.name).toBe('A')
    expect(problems).toMatchObject([
      { severity: 'warning', code: 'ragged-row', source: { file: 'a.csv', line: 2, record: '1' } },
    ])
    expect(problems[0]?.message.en).toContain('2 cells, the header has 3')
  })

  test.each(['', '  ', 'NC'])('a row whose key is %j', async id => {
    const { actor, problems, cells } = await map({ nom: 'name' }, { id, nom: 'A' })
    expect(actor).toBeUndefined()
    expect(problems).toMatchObject([
      { severity: 'violation', code: 'missing-key', source: { line: 2, column: 'id' } },
    ])
    expect(cells.get('id')).toBe('empty')
  })

  test('a row without the cell of its key', async () => {
    const { actor, problems } = mapRow(rowOf({ nom: 'A' }), await crosswalkOf({ nom: 'name' }))
    expect(actor).toBeUndefined()
    expect(problems[0]?.code).toBe('missing-key')
  })

  test('the key may be mapped to a field too', async () => {
    const { actor, cells } = await map({ id: 'siren' }, { id: '732 829 320' })
    expect(actor).toMatchObject({ key: '732 829 320', siren: '732829320' })
    expect(cells.get('id')).toBe('repaired')
  })

  test('a long value is cut', async () => {
    const { problems, unmatched } = await map(
      { f: 'legalForm', d: 'modified' },
      { f: 'x'.repeat(1e4), d: 'y'.repeat(1e4) },
    )
    for (const { value, message } of problems) {
      expect(value).toHaveLength(200)
      expect(message.fr.length).toBeLessThan(400)
    }
    expect(unmatched[0]?.value).toHaveLength(200)
  })

  test('in French as French is printed', async () => {
    const columns = {
      a: 'legalForm',
      b: 'modified',
      c: 'address.region',
      d: 'address.region',
      e: 'address.commune',
    }
    const cells = { id: '', a: 'Asociation', b: 'hier', c: '72', d: '75', e: '99999' }
    const ragged = { found: 6, expected: 7 }
    const { problems } = mapRow(rowOf(cells, { ragged }), await crosswalkOf(columns))
    expect(problems.map(({ code }) => code)).toEqual([
      'unmatched-value',
      'unreadable-value',
      'conflict',
      'unknown-territory',
      'ragged-row',
      'missing-key',
    ])
    expect(problems.flatMap(({ message }) => typographyFaults(message.fr))).toEqual([])
  })
})
