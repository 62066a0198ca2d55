import { describe, expect, test } from 'vitest'
import type { Actor } from '../../src/actor/actor.ts'
import { ACTOR_SCHEMA } from '../../src/actor/schemaFor.ts'
import { checkActor, createRecordsGate } from '../../src/validation/records.ts'
import { readVocabularyFile } from '../../src/vocabulary/vocabulary.ts'
import { COMPLETE_ACTOR } from './completeActor.ts'

const gate = await createRecordsGate({ $ref: ACTOR_SCHEMA })
const RECORD = { id: 'https://a.example/id/acteur/x#it', source: 'acteurs', key: '1', name: 'A' }
const iris = ['https://a.example/x', 'https://a.example/x']

/** One line per fault: what is put into a sound record, and the result that it gives. */
const CASES: readonly [Record<string, unknown>, string, string, string?][] = [
  [{ name: undefined }, 'schema:required', 'name'],
  [{ name: '' }, 'schema:minLength', 'name', ''],
  [{ nom: 'A' }, 'schema:additionalProperties', 'nom', 'A'],
  [{ name: 1 }, 'schema:type', 'name', '1'],
  [{ source: 'Acteurs 2010' }, 'schema:pattern', 'source', 'Acteurs 2010'],
  [{ id: 'acteur/1' }, 'schema:format', 'id', 'acteur/1'],
  [{ legalForm: 'javascript:alert(1)' }, 'schema:format', 'legalForm', 'javascript:alert(1)'],
  [{ homepage: 'https://a.example/<b>' }, 'schema:format', 'homepage', 'https://a.example/<b>'],
  [{ email: 'a at b' }, 'schema:format', 'email', 'a at b'],
  [{ modified: '2010-02-29' }, 'schema:format', 'modified', '2010-02-29'],
  [{ founded: '98' }, 'schema:pattern', 'founded', '98'],
  [{ founded: '2010-02-29' }, 'impossible-date', 'founded', '2010-02-29'],
  [{ siren: '12345' }, 'schema:pattern', 'siren', '12345'],
  [{ siren: '732829321' }, 'siren-check-digit', 'siren', '732829321'],
  [{ siret: '00000000000000' }, 'siret-placeholder', 'siret', '00000000000000'],
  [{ rna: '751234567' }, 'schema:pattern', 'rna', '751234567'],
  [{ missions: [] }, 'schema:minItems', 'missions', '[]'],
  [{ missions: iris }, 'schema:uniqueItems', 'missions', JSON.stringify(iris)],
  [{ missions: ['veille'] }, 'schema:format', 'missions', 'veille'],
  [{ address: {} }, 'schema:minProperties', 'address', '{}'],
  [{ address: { town: 'Nice' } }, 'schema:additionalProperties', 'address.town', 'Nice'],
  [{ address: { postcode: 6000 } }, 'schema:type', 'address.postcode', '6000'],
  [{ location: { latitude: 48 } }, 'schema:required', 'location.longitude'],
  [{ location: { latitude: 148, longitude: 2 } }, 'schema:maximum', 'location.latitude', '148'],
  [{ location: { latitude: -91, longitude: 2 } }, 'schema:minimum', 'location.latitude', '-91'],
  [{ location: { latitude: 0, longitude: 0 } }, 'placeholder-coordinates', 'location', '0, 0'],
  [{ siret: '1' }, 'schema:pattern', 'siret', '1'],
  [{ openingHours: '' }, 'schema:minLength', 'openingHours', ''],
  [{ dissolved: 'fin 2016' }, 'schema:pattern', 'dissolved', 'fin 2016'],
  [{ replacedBy: [] }, 'schema:minItems', 'replacedBy', '[]'],
  [{ replacedBy: ['acteur/1'] }, 'schema:format', 'replacedBy', 'acteur/1'],
  [{ otherIdentifiers: [] }, 'schema:minItems', 'otherIdentifiers', '[]'],
  [{ otherIdentifiers: [{ scheme: 'ROR' }] }, 'schema:required', 'otherIdentifiers.value'],
  [{ otherIdentifiers: ['ROR 1'] }, 'schema:type', 'otherIdentifiers', 'ROR 1'],
  [{ sites: [] }, 'schema:minItems', 'sites', '[]'],
  [{ sites: [{ name: 'A' }] }, 'schema:required', 'sites.key'],
  [{ sites: ['A'] }, 'schema:type', 'sites', 'A'],
  [{ sites: [{ key: '1', nom: 'A' }] }, 'schema:additionalProperties', 'sites.nom', 'A'],
  [{ sites: [{ key: '1', siret: '732' }] }, 'schema:pattern', 'sites.siret', '732'],
  [{ sites: [{ key: '1', email: 'a at b' }] }, 'schema:format', 'sites.email', 'a at b'],
  [{ sites: [{ key: '1', address: { postcode: 6000 } }] }, 'schema:type', 'sites.address.postcode', '6000'],
  [{ sites: [{ key: '1', location: { latitude: 48 } }] }, 'schema:required', 'sites.location.longitude'],
  [{ sites: [{ key: '1' }, { key: '1' }] }, 'repeated-value', 'sites.key', '1'],
  [{ actions: [] }, 'schema:minItems', 'actions', '[]'],
  [{ actions: [1] }, 'schema:type', 'actions', '1'],
  [{ actions: [''] }, 'schema:minLength', 'actions', ''],
  [{ actions: [{ date: '2010' }] }, 'schema:required', 'actions.name'],
  [{ actions: [{ name: 'A', lieu: 'B' }] }, 'schema:additionalProperties', 'actions.lieu', 'B'],
  [{ actions: [{ name: 'A', date: 'mai' }] }, 'schema:pattern', 'actions.date', 'mai'],
  [{ actions: [{ name: 'A', homepage: 'a' }] }, 'schema:format', 'actions.homepage', 'a'],
  [{ fields: { a: {} } }, 'schema:type', 'fields.a', '{}'],
  [{ fields: { 'a/b~c': null } }, 'schema:type', 'fields.a/b~c', 'null'],
]

describe('the records gate', () => {
  test('takes a complete actor, and the least', async () => {
    expect(await checkActor(COMPLETE_ACTOR)).toEqual({ conforms: true, results: [] })
    expect(await checkActor(RECORD)).toEqual({ conforms: true, results: [] })
  })

  test.each(CASES)('%j is %s of %s', (fault, code, path, value) => {
    const actor = Object.fromEntries(
      Object.entries({ ...RECORD, ...fault }).filter(([, member]) => member !== undefined),
    )
    const { conforms, results } = gate(actor as unknown as Actor)
    expect(conforms).toBe(false)
    expect(results).toEqual([
      {
        severity: 'violation',
        code,
        path,
        ...(value === undefined ? {} : { value }),
        focusNode: actor.id,
        message: { fr: expect.any(String), en: expect.any(String) },
      },
    ])
  })

  test('warns, and lets pass, where a record may be right', () => {
    const { conforms, results } = gate({ ...RECORD, founded: '1970-01-01' })
    expect(conforms).toBe(true)
    expect(results.map(({ severity, code }) => `${severity} ${code}`)).toEqual(['warning placeholder-date'])
  })

  test('holds the rules against the fields that their schema takes, and tells all at once', () => {
    const address = 'Nice' as unknown as NonNullable<Actor['address']>
    const { results } = gate({ ...RECORD, address, siren: '732829321' })
    expect(results.map(({ code }) => code)).toEqual(['schema:type', 'siren-check-digit'])
  })

  test('says where the value was read, where that is known', () => {
    const source = { file: 'acteurs.csv', line: 3, column: 'SIREN' }
    const { results } = gate({ ...RECORD, siren: '732829321', email: 'x' }, path =>
      path === 'siren' ? source : undefined,
    )
    expect(results.map(result => [result.path, result.source])).toEqual([
      ['email', undefined],
      ['siren', source],
    ])
  })

  test('asks for what the fault concerns', () => {
    const { results } = gate({ ...RECORD, address: { postcode: '' } })
    expect(results[0]?.message.fr).toContain('«\u00a0address.postcode\u00a0»')
    expect(gate({ ...RECORD, siren: '1' }).results[0]?.message.en).toContain('nine digits')
    const sites = [{ key: '1', siret: '1' }]
    expect(gate({ ...RECORD, sites }).results[0]?.message.en).toContain('fourteen digits')
    const actions = [{ name: 'A', date: 'mai' }]
    expect(gate({ ...RECORD, actions }).results[0]?.message.fr).toContain('une année (2010)')
    const numbers = [1] as unknown as NonNullable<Actor['actions']>
    expect(gate({ ...RECORD, actions: numbers }).results[0]?.message.fr).toContain('ou un groupe de champs')
  })

  test('compares the members of sets by hash, which ajv does where it is told that they are no groups', async () => {
    const scalars = ['string', 'number', 'boolean']
    const sets = setsOf(JSON.parse(await readVocabularyFile('schemas/actor.schema.json')))
    expect(sets.length).toBeGreaterThanOrEqual(3)
    for (const { items } of sets) {
      expect(
        [items?.type].flat().every(type => scalars.includes(type ?? '')),
        JSON.stringify(items),
      ).toBe(true)
    }
  })

  test('cuts long values', () => {
    const { results } = gate({ ...RECORD, homepage: 'é '.repeat(300) })
    expect([...results[0]!.value!]).toHaveLength(200)
  })
})

interface SetSchema {
  readonly items?: { readonly type?: string | string[] }
}

/** The schemas of sets within a schema. */
function setsOf(schema: unknown): SetSchema[] {
  if (schema === null || typeof schema !== 'object') return []
  const itself: SetSchema[] = 'uniqueItems' in schema ? [schema as SetSchema] : []
  return [...itself, ...Object.values(schema).flatMap(setsOf)]
}
