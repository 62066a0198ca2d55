import { describe, expect, test } from 'vitest'
import type { Derivation } from '../../src/crosswalk/crosswalk.ts'
import { map } from './crosswalkOf.ts'

const DEF = 'https://w3id.org/annuaire-lod/def'
const mission = (notation: string) => `${DEF}/missions/${notation}`

/** What derivations make of cells: the record without its identity, the fates of the cells, codes of problems. */
async function derived(
  derive: Derivation | readonly Derivation[],
  cells: Parameters<typeof map>[1],
  rest: Parameters<typeof map>[2] = {},
) {
  const {
    actor,
    cells: fates,
    problems,
    repairs,
  } = await map({}, cells, { derive: [derive].flat(), ...rest })
  const { id, source, key, ...record } = actor!
  fates.delete('id')
  return {
    record,
    fates: Object.fromEntries(fates),
    problems: problems.map(({ code, source }) => `${code} ${source?.column}`),
    repairs: repairs.map(({ rule }) => rule),
  }
}

describe('constant', () => {
  test('is the value of every record', async () => {
    expect(await derived({ field: 'legalForm', from: 'constant', constant: 'SEM' }, {})).toMatchObject({
      record: { legalForm: `${DEF}/legal-forms/sem` },
      problems: [],
    })
  })

  test('with a condition, of those that fulfil it', async () => {
    const when = { columns: ['texte', 'titre'], contains: ['gratuit'], except: ['sous condition'] }
    const rule: Derivation = { field: 'missions', from: 'constant', constant: 'Veille', when }
    expect(await derived(rule, { texte: 'Accès GRATUIT', titre: '' })).toEqual({
      record: { missions: [mission('veille')] },
      fates: { texte: 'mapped', titre: 'empty' },
      problems: [],
      repairs: [],
    })
    expect((await derived(rule, { texte: 'Gratuit sous condition', titre: 'x' })).record).toEqual({})
    expect((await derived(rule, { texte: 'Payant', titre: 'x' })).record).toEqual({})
    // The exception stands in the other column.
    expect((await derived(rule, { texte: 'gratuit', titre: 'Sous condition' })).record).toEqual({})
  })
})

describe('join', () => {
  const street: Derivation = { field: 'address.street', from: 'join', columns: ['n', 'rue'] }
  test('puts the filled cells together', async () => {
    expect(await derived(street, { n: '20', rue: 'rue Armand Quenard' })).toMatchObject({
      record: { address: { street: '20 rue Armand Quenard' } },
      fates: { n: 'mapped', rue: 'mapped' },
    })
    expect(await derived(street, { n: 'NC', rue: 'rue Jean Gallart' })).toMatchObject({
      record: { address: { street: 'rue Jean Gallart' } },
      fates: { n: 'empty', rue: 'mapped' },
    })
    expect((await derived(street, { n: '', rue: '' })).record).toEqual({})
  })
  test('with what stands between', async () => {
    const rule: Derivation = { ...street, with: ', ' } as Derivation
    expect((await derived(rule, { n: 'a', rue: 'b' })).record).toEqual({ address: { street: 'a, b' } })
  })
})

test('first takes the first filled cell, and leaves the others aside', async () => {
  const rule: Derivation = { field: 'telephone', from: 'first', columns: ['fixe', 'accueil'] }
  expect(await derived(rule, { fixe: '02 41 43 28 13', accueil: '02 41 00 00 00' })).toMatchObject({
    record: { telephone: '02 41 43 28 13' },
    fates: { fixe: 'mapped', accueil: 'ignored' },
  })
  expect(await derived(rule, { fixe: '-', accueil: '02 41 00 00 00' })).toMatchObject({
    record: { telephone: '02 41 00 00 00' },
    fates: { fixe: 'empty', accueil: 'mapped' },
  })
})

test('each gathers repeated columns, named or by a pattern', async () => {
  const cells = { type_1: 'Veille', type_2: '', type_3: 'cuisine', autre: 'x' }
  const expected = {
    record: { missions: [mission('veille')] },
    fates: { type_1: 'mapped', type_2: 'empty', type_3: 'rejected', autre: 'unmapped' },
    problems: ['unmatched-value type_3'],
    repairs: [],
  }
  expect(await derived({ field: 'missions', from: 'each', columns: ['type_*'] }, cells)).toEqual(expected)
  const named: Derivation = { field: 'missions', from: 'each', columns: ['type_1', 'type_2', 'type_3'] }
  expect(await derived(named, cells)).toEqual(expected)
})

test('a star in a name stands for anything, and nothing else does', async () => {
  const rule: Derivation = { field: 'partners', from: 'each', columns: ['p.*(x)'] }
  const { record } = await derived(rule, { 'p.1(x)': 'A', 'pa1(x)': 'B', 'p.2(x)y': 'C', 'p.(x)': 'D' })
  expect(record).toEqual({ partners: ['A', 'D'] })
})

describe('options', () => {
  const rule: Derivation = {
    field: 'missions',
    from: 'options',
    options: { veille: 'Veille technologique', formation: 'formation' },
    yes: ['Seniors'],
    no: ['sans objet'],
  }
  test.each([
    ['oui', 'mapped', [mission('veille')]],
    ['X', 'mapped', [mission('veille')]],
    ['1', 'mapped', [mission('veille')]],
    ['Veille', 'mapped', [mission('veille')]],
    ['veille technologique', 'mapped', [mission('veille')]],
    ['seniors', 'mapped', [mission('veille')]],
    ['Non', 'mapped', undefined],
    ['Sans objet', 'mapped', undefined],
    ['', 'empty', undefined],
    ['peut-être', 'rejected', undefined],
  ])('a cell that says %j', async (cell, fate, missions) => {
    const { record, fates, problems } = await derived(rule, { veille: cell })
    expect(fates).toEqual({ veille: fate })
    expect(record).toEqual(missions ? { missions } : {})
    expect(problems).toEqual(fate === 'rejected' ? ['unreadable-option veille'] : [])
  })
})

describe('location', () => {
  const rule: Derivation = { field: 'location', from: 'coordinates', x: 'x', y: 'y' }
  test('in degrees', async () => {
    expect(await derived(rule, { x: '-1,52239', y: '48,04581' })).toEqual({
      record: { location: { latitude: 48.04581, longitude: -1.52239 } },
      fates: { x: 'mapped', y: 'mapped' },
      problems: [],
      repairs: [],
    })
  })
  test('what is no number is told with its column', async () => {
    const { record, fates, problems } = await derived(rule, { x: 'ouest', y: '48' })
    expect(record).toEqual({})
    expect(fates).toMatchObject({ x: 'rejected' })
    expect(problems).toEqual(['unreadable-value x'])
  })
  test('one coordinate alone is rejected, and told', async () => {
    const { record, fates, problems } = await derived(rule, { x: '-1,5', y: '' })
    expect(record).toEqual({})
    expect(fates).toMatchObject({ x: 'rejected' })
    expect(problems).toEqual(['unreadable-value y'])
  })
  test('a second position that differs is told', async () => {
    const twice: Derivation[] = [rule, { field: 'location', from: 'point', column: 'p' }]
    const { record, fates, problems } = await derived(twice, { x: '-1,5', y: '48', p: 'POINT(2 49)' })
    expect(record).toEqual({ location: { latitude: 48, longitude: -1.5 } })
    expect(fates).toEqual({ x: 'mapped', y: 'mapped', p: 'rejected' })
    expect(problems).toEqual(['conflict p'])
  })
  test('in one cell', async () => {
    const point: Derivation = { field: 'location', from: 'point', column: 'p' }
    expect((await derived(point, { p: "{'lon': 166.468099, 'lat': -22.233939}" })).record).toEqual({
      location: { latitude: -22.233939, longitude: 166.468099 },
    })
    const unordered = await derived(point, { p: '48.1, -1.6' })
    expect(unordered.problems).toEqual(['unreadable-value p'])
    const ordered: Derivation = { ...point, order: 'latitude-longitude' } as Derivation
    expect((await derived(ordered, { p: '48.1, -1.6' })).record).toEqual({
      location: { latitude: 48.1, longitude: -1.6 },
    })
  })
})

test('what looks swapped, or lies elsewhere, is reported and stays as it is', async () => {
  const rule: Derivation = { field: 'location', from: 'coordinates', x: 'x', y: 'y' }
  const rest = { findCommune: true }
  const at = async (x: string, y: string) => {
    const { actor, problems } = await map(
      { c: 'address.commune' },
      { c: '33063', x, y },
      { derive: [rule], ...rest },
    )
    return { location: actor!.location, codes: problems.map(({ code }) => code) }
  }
  expect(await at('-0.58', '44.84')).toEqual({ location: { latitude: 44.84, longitude: -0.58 }, codes: [] })
  expect(await at('44.84', '-0.58')).toEqual({
    location: { latitude: -0.58, longitude: 44.84 },
    codes: ['coordinates-swapped'],
  })
  expect((await at('-73.5', '45.5')).codes).toEqual(['coordinates-outside'])
})
