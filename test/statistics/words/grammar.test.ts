import { describe, expect, test } from 'vitest'
import { GRAMMARS } from '../../../src/statistics/words/grammar.ts'

const { fr, en } = GRAMMARS

describe('French', () => {
  test.each([
    ['{mène|mènent} x', '{ne mène|ne mènent} pas x'],
    ['{agit|agissent} x', '{n’agit|n’agissent} pas x'],
    ['{œuvre|œuvrent} x', '{n’œuvre|n’œuvrent} pas x'],
    ['{héberge|hébergent} x', '{n’héberge|n’hébergent} pas x'],
    ['{harcèle|harcèlent} x', '{ne harcèle|ne harcèlent} pas x'],
    ['{hérisse|hérissent} x', '{ne hérisse|ne hérissent} pas x'],
    ['{harmonise|harmonisent} x', '{n’harmonise|n’harmonisent} pas x'],
    ['{s’adresse|s’adressent} x', '{ne s’adresse|ne s’adressent} pas x'],
    ['{a été|ont été|a été|ont été} x', '{n’a été|n’ont été|n’a été|n’ont été} pas x'],
  ])('%s is denied', (predicate, denied) => {
    expect(fr.deny(predicate, 'not')).toBe(denied)
    expect(fr.deny(predicate, 'none')).toBe(denied.replace(' pas', ''))
  })

  test.each([
    ['acteurs', 'des acteurs'],
    ['les e-mails envoyés', 'des e-mails envoyés'],
    ['le public', 'du public'],
    ['la population', 'de la population'],
    ['l’ensemble', 'de l’ensemble'],
    ['ceux qui répondent', 'de ceux qui répondent'],
    ['tous les acteurs', 'de tous les acteurs'],
  ])('of all of them: %s', (many, of) => {
    expect(fr.ofThese(many)).toBe(of)
  })

  test.each([
    ['Rennes', 'à Rennes'],
    ['Le Mans', 'au Mans'],
    ['Les Ulis', 'aux Ulis'],
    ['La Rochelle', 'à La Rochelle'],
    ['L’Haÿ-les-Roses', 'à L’Haÿ-les-Roses'],
    ['Lens', 'à Lens'],
  ])('in %s', (name, place) => {
    expect(fr.inPlace(name)).toBe(place)
  })

  test('a label has quotation marks of the second level, and French typography', () => {
    expect(fr.quotable('« A » et "B" : l\'un... ?')).toBe('“A” et “B”\u00A0: l’un…\u00A0?')
  })
})

describe('English', () => {
  test.each([
    ['{is|are} x', '{is not|are not} x'],
    ['{was|were} x', '{was not|were not} x'],
    ['{has|have} x', '{does not have|do not have} x'],
    ['{carries|carry} out x', '{does not carry|do not carry} out x'],
  ])('%s is denied', (predicate, denied) => {
    expect(en.deny(predicate, 'not')).toBe(denied)
    expect(en.deny(predicate, 'none')).toBe(predicate)
  })

  test.each([
    ['association', 'an'],
    ['urban community', 'an'],
    ['open syndicate', 'an'],
    ['European grouping', 'a'],
    ['university service', 'a'],
    ['SIVOM', 'a'],
  ])('%s has its article', (one, article) => {
    expect(en.be({ one, many: 'x' })).toBe(`{is|are} {${article} ${one}|x}`)
  })

  test('of all of them', () => {
    expect(en.ofThese('actors')).toBe('of the actors')
    expect(en.ofThese('those asked')).toBe('of those asked')
    expect(en.ofThese('the bodies')).toBe('of the bodies')
  })

  test('a label has quotation marks of the second level', () => {
    expect(en.quotable('“A” and "B"')).toBe('‘A’ and ‘B’')
  })
})

test('a predicate without a verb cannot be denied, and says so', () => {
  for (const grammar of [fr, en]) {
    expect(() => grammar.deny('pour forme {label}', 'not')).toThrow(/should begin with the forms of its verb/)
  }
})
