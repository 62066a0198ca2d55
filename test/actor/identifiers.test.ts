import { describe, expect, test } from 'vitest'
import { checkRna, checkSiren, checkSiret, sirenOfVatNumber } from '../../src/actor/identifiers.ts'
import { fc } from '../fastCheck.ts'

const VALID = { valid: true }
const refused = (reason: string) => ({ valid: false, reason })

describe('SIREN', () => {
  test.each(['732829320', '356000000', '005520135', '552100554'])('%s is right', siren => {
    expect(checkSiren(siren)).toEqual(VALID)
  })

  test.each(['73282932', '7328293200', '732 829 320', '73282932A', '', '٧٣٢٨٢٩٣٢٠', '732829320\n'])(
    '%j has not the form of one',
    siren => {
      expect(checkSiren(siren)).toEqual(refused('format'))
    },
  )

  test.each(['000000000', '111111111', '999999999', '123456789', '987654321'])(
    '%s is a placeholder',
    siren => {
      expect(checkSiren(siren)).toEqual(refused('placeholder'))
    },
  )

  test('a single wrong digit is always caught', () => {
    fc.assert(
      fc.property(siren, fc.nat(8), fc.integer({ min: 1, max: 9 }), (right, place, shift) => {
        expect(checkSiren(right)).toEqual(VALID)
        expect(checkSiren(withDigit(right, place, shift)).valid).toBe(false)
      }),
    )
  })

  test('two neighbours that change places are caught, unless they are 0 and 9', () => {
    fc.assert(
      fc.property(siren, fc.nat(7), (right, place) => {
        const [a, b] = [right[place]!, right[place + 1]!]
        fc.pre(a !== b && Math.abs(Number(a) - Number(b)) !== 9)
        const swapped = right.slice(0, place) + b + a + right.slice(place + 2)
        expect(checkSiren(swapped).valid).toBe(false)
      }),
    )
  })
})

describe('SIRET', () => {
  test.each(['73282932000074', '35600000000048', '35600000049837', '35600000009075'])(
    '%s is right',
    siret => {
      expect(checkSiret(siret)).toEqual(VALID)
    },
  )

  test.each([
    ['73282932000075', 'check-digit'],
    // The sum of its digits is a multiple of 5, which is enough for La Poste only.
    ['73282932000019', 'check-digit'],
    ['35600000049838', 'check-digit'],
    ['00000000000000', 'placeholder'],
    ['11111111111111', 'placeholder'],
    ['00000000000018', 'placeholder'],
    ['7328293200007', 'format'],
    ['732829320', 'format'],
    ['73282932000074.0', 'format'],
  ])('%s is refused for its %s', (siret, reason) => {
    expect(checkSiret(siret)).toEqual(refused(reason))
  })

  test('a single wrong digit is always caught', () => {
    fc.assert(
      fc.property(siret, fc.nat(13), fc.integer({ min: 1, max: 9 }), (right, place, shift) => {
        expect(checkSiret(right)).toEqual(VALID)
        const wrong = withDigit(right, place, shift)
        fc.pre(!wrong.startsWith('356000000'))
        expect(checkSiret(wrong).valid).toBe(false)
      }),
    )
  })
})

describe('RNA', () => {
  test.each(['W751234567', 'W2A1000123', 'W2B2000123', 'W9R1000123', 'W062012345'])('%s is right', rna => {
    expect(checkRna(rna)).toEqual(VALID)
  })

  test.each([
    ['W75123456', 'format'],
    ['751234567', 'format'],
    ['w751234567', 'format'],
    ['W75123456A', 'format'],
    ['WA51234567', 'format'],
    ['W000000000', 'placeholder'],
    ['W999999999', 'placeholder'],
  ])('%s is refused for its %s', (rna, reason) => {
    expect(checkRna(rna)).toEqual(refused(reason))
  })
})

test('a VAT number holds a SIREN where its key and check digit are right', () => {
  // Numbers that are printed as examples.
  expect(sirenOfVatNumber('FR44732829320')).toBe('732829320')
  expect(sirenOfVatNumber('FR83404833048')).toBe('404833048')
  expect(sirenOfVatNumber('FR40303265045')).toBe('303265045')
  for (const wrong of ['FR45732829320', 'FR447328293', 'BE0403170701', 'FRXX732829320', '44732829320']) {
    expect(sirenOfVatNumber(wrong)).toBeUndefined()
  }
})

// The check digit as it is defined for people: from the left, so that it is not the code under test again.
function complete(digits: string): string {
  const doubled = '0246813579'
  const firstIsDoubled = digits.length % 2 === 1
  const total = [...digits].reduce(
    (sum, digit, place) =>
      sum + ((place % 2 === 0) === firstIsDoubled ? Number(doubled[Number(digit)]) : Number(digit)),
    0,
  )
  return digits + String((10 - (total % 10)) % 10)
}

function isRepeated(digits: string): boolean {
  return new Set(digits).size === 1
}

function withDigit(text: string, place: number, shift: number): string {
  return text.slice(0, place) + ((Number(text[place]) + shift) % 10) + text.slice(place + 1)
}

const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`))
const siren = digits(8)
  .map(complete)
  .filter(number => !isRepeated(number))
const siret = fc.tuple(siren, digits(4)).map(([number, rank]) => complete(number + rank))
