import { describe, expect, test } from 'vitest'
import { looseKey, parseCommuneName } from '../../src/vocabulary/communeName.ts'

describe('names of communes', () => {
  test.each([
    ['Saint-Étienne', ['saint etienne']],
    ['ST ETIENNE CEDEX 2', ['saint etienne']],
    ['Bourg-St-Maurice', ['bourg saint maurice']],
    ['Les Stes Maries', ['les saintes maries']],
    ["L'Haÿ-les-Roses", ['l hay les roses']],
    ['Œting', ['oeting']],
    ['Chalon s/Saône', ['chalon sur saone', 'chalon sous saone']],
    ['CEDEX', []],
    ['—', []],
    ['', []],
    ['x'.repeat(121), []],
  ])('%s', (text, spellings) => {
    expect(parseCommuneName(text)).toEqual({ spellings })
  })

  test.each([
    ['Paris 13e', 'paris', 13],
    ['Paris 1er arrondissement', 'paris', 1],
    ['LYON 03', 'lyon', 3],
    ['Lyon 2nd', 'lyon', 2],
    ['Marseille 8ème Arrdt', 'marseille', 8],
  ])('%s', (text, city, arrondissement) => {
    expect(parseCommuneName(text)).toEqual({ spellings: [city], arrondissement })
  })

  test.each(['Nice 3', 'Paris 13 Olympiades', 'Paris 130'])('%s has no arrondissement', text => {
    expect(parseCommuneName(text).arrondissement).toBeUndefined()
  })

  test.each(['le mans', 'mans', 'mans le', 'lemans'])('%s', spelling => {
    expect(looseKey('le mans')).toBe('mans')
    expect(looseKey(spelling)).toBe(spelling === 'lemans' ? 'lemans' : 'mans')
  })
})
