import { TextDecoder } from 'node:util'
import { describe, expect, test } from 'vitest'
import { findEncodingDamage } from '../../src/crosswalk/mojibake.ts'
import { fc } from '../fastCheck.ts'

/** A text as it becomes when its UTF-8 is taken for another encoding. */
function misread(text: string, as: string): string {
  return new TextDecoder(as).decode(new TextEncoder().encode(text))
}

const LETTERS = [...'àâäçéèêëîïôöùûüœÀÂÇÉÈÊÎÔ’«»–…']

describe('UTF-8 that was taken for something else', () => {
  test.each(LETTERS)('%s, for Windows-1252', letter => {
    expect(findEncodingDamage(misread(`mot${letter}mot`, 'windows-1252'))).toBe('mojibake')
  })

  test.each([...'éèêàçùûô'])('%s, for Mac Roman', letter => {
    expect(findEncodingDamage(misread(letter, 'macintosh'))).toBe('mojibake')
  })

  test('for Latin-1, and Windows-1252 for Latin-1', () => {
    expect(findEncodingDamage(Buffer.from('déjà l’été').toString('latin1'))).toBe('mojibake')
    expect(findEncodingDamage('l\u0092\u00e9t\u00e9')).toBe('mojibake')
  })
})

test('letters that are lost', () => {
  expect(findEncodingDamage('Associ\ufffds')).toBe('replacement-character')
})

describe('texts that are right', () => {
  test.each([
    'L’été à Noël, déjà «\u00a0vu\u00a0» – œuvre… 12\u00a0€',
    'SÃO PAULO, INFORMAÇÃO',
    'Fundação “MANHÔ, ANHÃ\u00a0!',
    'ÂGE, Âge, tâche, Â',
    'Åland, blå, “BLÅ”',
    '√2 = 1,414',
    'ÇA VA, À BIENTÔT',
  ])('%s', text => {
    expect(findEncodingDamage(text)).toBeUndefined()
  })

  test('of French letters, whichever', () => {
    const words = fc.string({ unit: fc.constantFrom(...LETTERS, ...'abcdefgh ABC-:;!?\u00a0') })
    fc.assert(
      fc.property(words, text => {
        // A capital Â before a no-break space or quotation mark ends no French word.
        fc.pre(!/Â[\u00a0»«]/.test(text))
        expect(findEncodingDamage(text)).toBeUndefined()
      }),
    )
  })
})
