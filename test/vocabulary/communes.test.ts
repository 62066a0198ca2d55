import { beforeAll, describe, expect, test } from 'vitest'
import { type CommuneIndex, loadCommunes } from '../../src/vocabulary/communes.ts'

let communes: CommuneIndex
beforeAll(async () => {
  communes = await loadCommunes()
})

describe('index', () => {
  test.each([
    [
      {
        code: '01001',
        name: "L'Abergement-Clémenciat",
        kind: 'commune-actuelle',
        department: '01',
        region: '84',
        postcodes: ['01400'],
      },
    ],
    [
      {
        code: '2A004',
        name: 'Ajaccio',
        kind: 'commune-actuelle',
        department: '2A',
        region: '94',
        postcodes: ['20000', '20090', '20167'],
      },
    ],
    [
      {
        code: '97412',
        name: 'Saint-Joseph',
        kind: 'commune-actuelle',
        department: '974',
        region: '04',
        postcodes: ['97480'],
      },
    ],
    [
      {
        code: '01120',
        name: 'Cordieux',
        kind: 'commune-associee',
        department: '01',
        region: '84',
        postcodes: [],
        partOf: '01262',
      },
    ],
    [
      {
        code: '13201',
        name: 'Marseille 1er Arrondissement',
        kind: 'arrondissement-municipal',
        department: '13',
        region: '93',
        postcodes: ['13001'],
        partOf: '13055',
      },
    ],
    [
      {
        code: '97701',
        name: 'Saint-Barthélemy',
        kind: 'commune-actuelle',
        collectivity: '977',
        postcodes: ['97133'],
      },
    ],
  ])('$code', commune => {
    const { postcodes, ...found } = communes.get(commune.code)!
    expect({ ...found, postcodes: [...postcodes].sort() }).toEqual(commune)
  })

  test('a code that a commune shares with a part of it is that of the commune', () => {
    // Arboys en Bugey, whose seat is Arbignieu.
    expect(communes.get('01015')).toMatchObject({ name: 'Arboys en Bugey', kind: 'commune-actuelle' })
  })

  test.each([
    ['01340', '01015', 'merged: Saint-Bois is in Arboys en Bugey'],
    ['01120', '01262', 'associated: Cordieux is a part of Montluel'],
    ['69385', '69123', 'an arrondissement of Lyon'],
    ['39012', '25527', 'another département: Antorpe, in Saint-Vit'],
    ['20004', '2A004', 'numbered anew: Ajaccio'],
    ['97123', '97701', 'a collectivity: Saint-Barthélemy'],
    ['97127', '97801', 'a collectivity: Saint-Martin'],
  ])('%s is today %s, %s', (former, present) => {
    expect(communes.successorOf(former)?.code).toBe(present)
    expect(communes.get(present)?.kind).toBe('commune-actuelle')
  })

  test.each(['75056', '99999', 'constructor'])('nothing took the place of %s', code => {
    expect(communes.successorOf(code)).toBeUndefined()
  })

  test('communes and their parts are told apart', () => {
    // The official geographic code of 2025: 34,875 communes, and 94 of the overseas collectivities.
    expect(communes.communes).toHaveLength(34_875 + 94)
    expect(communes.parts.every(({ partOf }) => communes.get(partOf!)?.partOf === undefined)).toBe(true)
    const arrondissements = communes.parts.filter(({ kind }) => kind === 'arrondissement-municipal')
    expect(arrondissements).toHaveLength(20 + 9 + 16)
  })

  test.each(['1001', '99999', '06000', 'constructor', ''])('%j is no commune', code => {
    expect(communes.get(code)).toBeUndefined()
  })
})
