import { describe, expect, test } from 'vitest'
import type { FieldDatatype, OwnField } from '../../src/actor/ownField.ts'
import { ACTOR_SCHEMA, schemaFor } from '../../src/actor/schemaFor.ts'
import { createRecordsGate } from '../../src/validation/records.ts'
import { readVocabularyFile } from '../../src/vocabulary/vocabulary.ts'

const concept = 'https://a.example/def/x'
const schemes = { legalForm: [concept], legalCategory: [concept], missions: [concept], audiences: [concept] }
const field = (name: string, more: Partial<OwnField> & { concepts?: string[] }) => ({
  name,
  property: `https://a.example/def/onto#${name}`,
  label: { fr: name, en: name },
  public: true,
  multiple: false,
  ...more,
})
const record = { id: 'https://a.example/id/acteur/x#it', source: 'a', key: '1', name: 'A' }

async function codesOf(fields: Parameters<typeof schemaFor>[0]['fields'], values: object): Promise<string[]> {
  const gate = await createRecordsGate(schemaFor({ schemes, fields }))
  return gate({ ...record, ...values }).results.map(({ code, path }) => `${code} ${path}`)
}

test('it refers to the shipped schema by its name', async () => {
  expect(JSON.parse(await readVocabularyFile('schemas/actor.schema.json')).$id).toBe(ACTOR_SCHEMA)
})

describe('code lists', () => {
  test('take their concepts', async () => {
    const values = { legalForm: concept, legalCategory: concept, missions: [concept], audiences: [concept] }
    expect(await codesOf([], values)).toEqual([])
  })

  test('refuse others', async () => {
    const other = 'https://a.example/def/y'
    const values = { legalForm: other, legalCategory: other, missions: [concept, other], audiences: [other] }
    expect(await codesOf([], values)).toEqual([
      'schema:enum legalForm',
      'schema:enum legalCategory',
      'schema:enum missions',
      'schema:enum audiences',
    ])
  })

  test('that are empty refuse everything', async () => {
    const gate = await createRecordsGate(schemaFor({ schemes: { ...schemes, missions: [] }, fields: [] }))
    expect(gate({ ...record, missions: [concept] }).results.map(({ code }) => code)).toEqual([
      'schema:false-schema',
    ])
    expect(gate(record).conforms).toBe(true)
  })
})

describe('own fields', () => {
  test.each<[FieldDatatype, unknown, unknown]>([
    ['string', 'a', ''],
    ['string', 'a', 1],
    ['integer', 3, 3.5],
    ['decimal', 3.5, '3.5'],
    ['boolean', false, 'non'],
    ['date', '2010-02-28', '2010-02-29'],
    ['gYear', '1998', '98'],
    ['anyURI', 'https://a.example/', 'a b'],
  ])('of datatype %s take %j, not %j', async (datatype, right, wrong) => {
    const fields = [field('own', { datatype })]
    expect(await codesOf(fields, { fields: { own: right } })).toEqual([])
    expect(await codesOf(fields, { fields: { own: wrong } })).toHaveLength(1)
  })

  test('with a scheme take its concepts', async () => {
    const fields = [field('own', { scheme: 's', concepts: [concept] })]
    expect(await codesOf(fields, { fields: { own: concept } })).toEqual([])
    expect(await codesOf(fields, { fields: { own: 'https://a.example/def/y' } })).toEqual([
      'schema:enum fields.own',
    ])
  })

  test('with several values are sets', async () => {
    const fields = [field('own', { datatype: 'integer', multiple: true })]
    expect(await codesOf(fields, { fields: { own: [1, 2] } })).toEqual([])
    expect(await codesOf(fields, { fields: { own: [1, 1] } })).toEqual(['schema:uniqueItems fields.own'])
    expect(await codesOf(fields, { fields: { own: 1 } })).toEqual(['schema:type fields.own'])
  })

  test('that are private or not declared are refused', async () => {
    const fields = [field('secret', { datatype: 'string', public: false })]
    expect(await codesOf(fields, { fields: { secret: 'a' } })).toEqual([
      'schema:additionalProperties fields.secret',
    ])
    expect(await codesOf(fields, { fields: { other: 'a' } })).toEqual([
      'schema:additionalProperties fields.other',
    ])
  })
})
