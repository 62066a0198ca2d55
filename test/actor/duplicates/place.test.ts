import { expect, test } from 'vitest'
import type { Actor } from '../../../src/actor/actor.ts'
import { comparePlaces, placeOf } from '../../../src/actor/duplicates/place.ts'
import { territoryIri } from '../../../src/vocabulary/territories.ts'
import { record } from './actors.ts'

type Address = NonNullable<Actor['address']>
const place = (address: Address) => placeOf(record('1', { address }))
const commune = (code: string) => ({ commune: territoryIri('commune', code) })

test.each<[string, Address, Address]>([
  ['same', commune('49007'), commune('49007')],
  ['different', commune('49007'), commune('49002')],
  // An arrondissement is a part of its city.
  ['same', commune('75111'), commune('75056')],
  ['same', commune('13201'), commune('13055')],
  ['same', { locality: 'Angers', postcode: '49000' }, { locality: 'ANGERS CEDEX 9', postcode: '49045' }],
  ['same', { locality: 'Lyon', postcode: '69003' }, { locality: 'Lyon 3e', postcode: '69003' }],
  ['same', { locality: 'St Egrève', postcode: '38120' }, { locality: 'Saint-Égrève', postcode: '38120' }],
  [
    'same',
    { locality: 'Nouvion', postcode: '02170' },
    { locality: 'Le Nouvion-en-Thiérache', postcode: '02170' },
  ],
  ['same', { locality: 'Thiez', postcode: '74300' }, { locality: 'Thyez', postcode: '74300' }],
  ['same', { postcode: '49000' }, { locality: 'Angers', postcode: '49000' }],
  // Three communes of France have this name.
  ['different', { locality: 'Allonnes', postcode: '49650' }, { locality: 'Allonnes', postcode: '72700' }],
  ['neighbouring', { locality: 'Fontanès', postcode: '42140' }, { locality: 'Marcenod', postcode: '42140' }],
  ['different', { postcode: '49000' }, { postcode: '33000' }],
  ['unknown', { postcode: '49000' }, { postcode: '49650' }],
  ['unknown', { locality: 'Angers' }, { postcode: '49000' }],
  ['unknown', {}, {}],
])('%s: %j, %j', (expected, a, b) => {
  expect(comparePlaces(place(a), place(b))).toBe(expected)
  expect(comparePlaces(place(b), place(a))).toBe(expected)
})

test('a code of Corsica and a postcode of Corsica are of one département', () => {
  expect(place(commune('2A004')).department).toBe(place({ postcode: '20000' }).department)
})

test('the line of an address is without its place, and spelt out', () => {
  const full = place({
    fullAddress: '8 bd de la Boétie - 33000 Bordeaux',
    postcode: '33000',
    locality: 'Bordeaux',
  })
  expect(full.line).toEqual(['8', 'boulevard', 'boetie'])
  expect(place({ street: '14bis r. Haute' }).line).toEqual(['14', 'bis', 'rue', 'haute'])
  expect(place({ street: 'Le Bourg' }).line).toBeUndefined()
})
