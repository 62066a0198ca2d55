import { describe, expect, test } from 'vitest'
import { boxByName, boxOf, TERRITORY_BOX_NAMES } from '../../src/vocabulary/territoryBox.ts'
import { loadVocabulary } from '../../src/vocabulary/vocabulary.ts'

const contains = (code: string, longitude: number, latitude: number) => {
  const { west, south, east, north } = boxOf(code)!
  return west <= longitude && longitude <= east && south <= latitude && latitude <= north
}

describe('boxes', () => {
  test.each([
    ['Ouessant', '29', -5.1, 48.45],
    ['Bastia', '2B', 9.45, 42.7],
    ['Ajaccio', '2A', 8.74, 41.92],
    ['Lauterbourg', '67', 8.18, 48.97],
    ['La Désirade', '971', -61.02, 16.32],
    ['Fort-de-France', '972', -61.06, 14.61],
    ['Maripasoula', '973', -54.03, 3.64],
    ['Saint-Denis', '974', 55.45, -20.88],
    ['Miquelon', '975', -56.38, 47.1],
    ['Mamoudzou', '976', 45.23, -12.78],
    ['Gustavia', '977', -62.85, 17.9],
    ['Marigot', '978', -63.08, 18.07],
    ['Port-aux-Français', '984', 70.22, -49.35],
    ['Tromelin', '984', 54.52, -15.89],
    ['Mata-Utu', '986', -176.18, -13.28],
    ['Sigave', '986', -178.16, -14.29],
    ['Papeete', '987', -149.57, -17.54],
    ['Nuku-Hiva', '987', -140.1, -8.91],
    ['Nouméa', '988', 166.46, -22.27],
    ['Lifou', '988', 167.2, -20.9],
    ['Clipperton', '989', -109.22, 10.3],
  ])('%s lies in %s; its coordinates exchanged do not', (_place, code, longitude, latitude) => {
    expect(contains(code, longitude, latitude)).toBe(true)
    expect(contains(code, latitude, longitude)).toBe(false)
  })

  test('islands of the Antilles are not in each other', () => {
    expect(contains('971', -61.06, 14.61)).toBe(false)
    expect(contains('971', -63.08, 18.07)).toBe(false)
    expect(contains('978', -62.85, 17.9)).toBe(false)
  })

  test('every département and collectivity has one, and what is none has not', async () => {
    const { schemes } = await loadVocabulary()
    for (const scheme of ['departements', 'collectivites']) {
      for (const { notation } of schemes.get(scheme)!.concepts)
        expect(boxOf(notation), notation).toBeDefined()
    }
    for (const code of ['20', '00', '96', '980', '', 'constructor']) expect(boxOf(code), code).toBeUndefined()
  })

  test('have names, which may be written as people do', () => {
    for (const name of TERRITORY_BOX_NAMES) expect(boxByName(name)).toBeDefined()
    expect(boxByName('Nouvelle-Calédonie')).toBe(boxOf('988'))
    expect(boxByName('Réunion')).toBe(boxOf('974'))
    expect(boxByName('TAAF')).toBe(boxOf('984'))
    expect(boxByName('métropole')).toBe(boxOf('33'))
    expect(boxByName('2a')).toBe(boxOf('2A'))
    for (const name of ['Atlantide', 'constructor', '']) expect(boxByName(name)).toBeUndefined()
  })
})
