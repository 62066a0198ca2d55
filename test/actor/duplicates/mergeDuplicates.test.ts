import { expect, test } from 'vitest'
import type { Actor } from '../../../src/actor/actor.ts'
import type { Decision } from '../../../src/actor/duplicates/decision.ts'
import { mergeDuplicates, undoMerges } from '../../../src/actor/duplicates/mergeDuplicates.ts'
import { parseReference } from '../../../src/actor/duplicates/reference.ts'
import { fc } from '../../fastCheck.ts'
import { record } from './actors.ts'

const decide = (decision: Decision['decision'], a: string, b: string): Decision => ({
  a: parseReference(a)!,
  b: parseReference(b)!,
  decision,
})
const same = (a: string, b: string) => decide('duplicate', a, b)
const distinct = (a: string, b: string) => decide('distinct', a, b)

test('the first survives and is completed; every value says where it comes from', () => {
  const first = record('mairie/1', {
    name: 'Amia',
    missions: ['m1', 'm2'],
    siren: '732829320',
    telephone: '1',
  })
  const second = record('carto/9', {
    name: 'AMIA',
    missions: ['m2', 'm3'],
    siret: '73282932000074',
    telephone: '2',
    homepage: 'https://amia.example.org/',
    fields: { seats: 3 },
  })
  const { actors, merges, problems } = mergeDuplicates([first, second], [same('carto/9', 'mairie/1')])
  expect(problems).toEqual([])
  expect(actors).toEqual([
    {
      ...first,
      missions: ['m1', 'm2', 'm3'],
      siret: '73282932000074',
      homepage: 'https://amia.example.org/',
      fields: { seats: 3 },
    },
  ])
  const [from, to] = [
    { source: 'mairie', key: '1' },
    { source: 'carto', key: '9' },
  ]
  expect(merges).toEqual([
    {
      kept: first.id,
      merged: [second.id],
      fields: {
        name: from,
        'missions[0]': from,
        'missions[1]': from,
        'missions[2]': to,
        siren: from,
        siret: to,
        telephone: from,
        homepage: to,
        'fields.seats': to,
      },
      conflicts: [
        { path: 'name', kept: 'Amia', other: 'AMIA', from: to },
        { path: 'telephone', kept: '1', other: '2', from: to },
      ],
      originals: [
        { position: 0, actor: first },
        { position: 1, actor: second },
      ],
    },
  ])
})

test('merging does not change the records that it is given', () => {
  const records = [
    record('1', { missions: ['m1'], address: { locality: 'Angers' } }),
    record('2', { missions: ['m2'], address: { locality: 'Angers', postcode: '49000' } }),
    record('3', { parents: [record('2').id], memberOf: [record('2').id] }),
  ]
  const before = structuredClone(records)
  mergeDuplicates(records, [same('s/1', 's/2')])
  expect(records).toEqual(before)
})

test('a seat is completed from a record with the same seat, and left alone by one elsewhere', () => {
  const angers = { locality: 'Angers', postcode: '49000' }
  const merged = (a: Partial<Actor>, b: Partial<Actor>) =>
    mergeDuplicates([record('1', a), record('2', b)], [same('s/1', 's/2')])
  const here = merged({ address: angers }, { address: { ...angers, street: '3 rue de Crimée' } })
  expect(here.actors[0]!.address).toEqual({ ...angers, street: '3 rue de Crimée' })
  const elsewhere = merged(
    { address: angers },
    {
      address: { postcode: '33000', street: '8 rue de la Boétie' },
      location: { latitude: 44.8, longitude: -0.58 },
    },
  )
  expect(elsewhere.actors[0]).toEqual(record('1', { address: angers }))
  expect(elsewhere.merges[0]!.conflicts.map(({ path, kept, other }) => [path, kept, other])).toEqual([
    ['name', 'Structure 1', 'Structure 2'],
    ['address.postcode', '49000', '33000'],
    ['address.street', 'Angers', '8 rue de la Boétie'],
    ['location', 'Angers', '44.8, -0.58'],
  ])
  const line = merged({ address: { fullAddress: '1 rue A, Angers' } }, { address: { street: '2 rue B' } })
  expect(line.actors[0]!.address).toEqual({ fullAddress: '1 rue A, Angers' })
  expect(line.merges[0]!.conflicts).toContainEqual(
    expect.objectContaining({ path: 'address.street', kept: '1 rue A, Angers', other: '2 rue B' }),
  )
})

test('a SIRET is never put beside another SIREN', () => {
  const { actors, merges } = mergeDuplicates(
    [record('1', { siren: '356000000' }), record('2', { siret: '73282932000074' })],
    [same('s/1', 's/2')],
  )
  expect(actors[0]).not.toHaveProperty('siret')
  expect(merges[0]!.conflicts).toContainEqual(
    expect.objectContaining({ path: 'siret', kept: '356000000', other: '73282932000074' }),
  )
})

test('parts with one key in two records keep both', () => {
  const withSite = (key: string, name: string) =>
    record(key, { sites: [{ key: '1', name }] } as Partial<Actor>)
  const { actors } = mergeDuplicates([withSite('1', 'A'), withSite('2', 'B')], [same('s/1', 's/2')])
  expect(actors[0]).toMatchObject({
    sites: [
      { key: '1', name: 'A' },
      { key: 's/2/1', name: 'B' },
    ],
  })
})

test('duplicates of duplicates are one; references go to the kept one, never to itself', () => {
  const ids = Object.fromEntries(['1', '2', '3', '4'].map(key => [key, record(key).id]))
  const records = [
    record('1'),
    record('2', { parents: [ids[1]!] }),
    record('3', { memberOf: [ids[4]!] }),
    record('4', { parents: [ids[3]!], memberOf: [ids[2]!, 'https://example.org/other', ids[1]!] }),
  ]
  const { actors, redirections } = mergeDuplicates(records, [same('s/2', 's/3'), same('s/1', 's/2')])
  expect(actors).toEqual([
    record('1', { memberOf: [ids[4]!] }),
    record('4', { parents: [ids[1]!], memberOf: [ids[1]!, 'https://example.org/other'] }),
  ])
  expect(redirections).toEqual([
    { original: records[1], references: [{ path: 'parents', from: ids[1] }] },
    {
      original: records[3],
      references: [
        { path: 'parents', from: ids[3], to: ids[1] },
        { path: 'memberOf', from: ids[2], to: ids[1] },
      ],
    },
  ])
})

test('a group with two distinct records is not merged, and a problem; others are', () => {
  const records = ['1', '2', '3', '4', '5'].map(key => record(key))
  const { actors, problems } = mergeDuplicates(records, [
    same('s/1', 's/2'),
    same('s/2', 's/3'),
    distinct('s/1', 's/3'),
    same('s/4', 's/5'),
  ])
  expect(actors.map(({ key }) => key)).toEqual(['1', '2', '3', '4'])
  expect(problems.map(({ code, value }) => [code, value])).toEqual([['contradiction', 's/1, s/3']])
  expect(problems[0]!.message.fr).toContain('«\u00a0s/2\u00a0»')
})

test('a decision on a record that is gone merges nothing, and says so', () => {
  const { actors, problems } = mergeDuplicates(
    [record('1')],
    [same('s/1', 's/gone'), distinct('s/1', 's/gone too')],
  )
  expect(actors).toEqual([record('1')])
  expect(problems.map(({ code, value }) => [code, value])).toEqual([['unknown-record', 's/gone']])
})

test('one merge of two is taken back', () => {
  const ids = ['1', '2', '3', '4', '5'].map(key => record(key).id)
  const records = [
    record('1'),
    record('2', { missions: ['m'] }),
    record('3', { memberOf: [ids[1]!, ids[4]!] }),
    record('4'),
    record('5'),
  ]
  const merged = mergeDuplicates(records, [same('s/1', 's/2'), same('s/4', 's/5')])
  const { actors, merges } = undoMerges(merged, [ids[0]!])
  expect(merges.map(({ kept }) => kept)).toEqual([ids[3]])
  expect(actors).toEqual([records[0], records[1], record('3', { memberOf: [ids[1]!, ids[3]!] }), records[3]])
})

test('whatever is merged can be taken back, to the same records in the same order', () => {
  const keys = Array.from({ length: 8 }, (_, index) => String(index))
  const key = fc.constantFrom(...keys)
  const ids = fc.array(key.map(one => record(one).id))
  const fields = fc.record(
    {
      parents: key.map(one => [record(one).id]),
      memberOf: ids,
      missions: fc.array(fc.string()),
      telephone: fc.string(),
      address: fc.record({ locality: fc.string(), postcode: fc.string() }, { requiredKeys: [] }),
      location: fc.record({ latitude: fc.double(), longitude: fc.double() }),
      fields: fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.array(fc.string()))),
    },
    { requiredKeys: [] },
  )
  const decisions = fc.array(
    fc.tuple(fc.constantFrom('duplicate' as const, 'duplicate' as const, 'distinct' as const), key, key),
  )
  fc.assert(
    fc.property(fc.array(fields, { minLength: 8, maxLength: 8 }), decisions, (contents, decided) => {
      const records = contents.map((content, index) => record(String(index), content))
      const merged = mergeDuplicates(
        records,
        decided.map(([decision, a, b]) => decide(decision, `s/${a}`, `s/${b}`)),
      )
      expect(undoMerges(merged).actors).toEqual(records)
      expect(merged.actors.length + merged.merges.flatMap(one => one.merged).length).toBe(records.length)
    }),
  )
})
