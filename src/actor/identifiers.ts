/** Whether an identifier can be a right one, or what is wrong with it. */
export type IdentifierCheck =
  | { readonly valid: true }
  | { readonly valid: false; readonly reason: 'format' | 'check-digit' | 'placeholder' }

/** La Poste has more establishments than the usual check digits are enough for. */
const LA_POSTE = '356000000'

/**
 * Checks a SIREN, the number of a legal unit: nine digits, the last of which is a Luhn check digit (Insee, Sirene,
 * variable `siren`). A digit repeated nine times and the digits counted up or down are placeholders, though 000000000
 * passes Luhn.
 */
export function checkSiren(value: string): IdentifierCheck {
  if (!/^\d{9}$/.test(value)) return { valid: false, reason: 'format' }
  if (isPlaceholder(value)) return { valid: false, reason: 'placeholder' }
  return hasLuhnDigit(value) ? { valid: true } : { valid: false, reason: 'check-digit' }
}

/**
 * Checks a SIRET, the number of an establishment: a SIREN and five digits, the last of which is a Luhn check digit
 * over all fourteen (Insee, Sirene, variable `siret`). Insee's exception: for the establishments of La Poste it is
 * enough that the sum of the digits is a multiple of five; its seat, 35600000000048, passes Luhn.
 */
export function checkSiret(value: string): IdentifierCheck {
  if (!/^\d{14}$/.test(value)) return { valid: false, reason: 'format' }
  const siren = value.slice(0, 9)
  if (isPlaceholder(siren)) return { valid: false, reason: 'placeholder' }
  const checked = hasLuhnDigit(value) || (siren === LA_POSTE && sum(value) % 5 === 0)
  // The SIREN within it has a check digit of its own, which catches what the last digit cannot.
  return checked && hasLuhnDigit(siren) ? { valid: true } : { valid: false, reason: 'check-digit' }
}

/**
 * Checks an RNA number, of an association in the national register (Répertoire national des associations,
 * “numéro WALDEC”): `W`, three characters for the prefecture that gave it out — its département, the second of them
 * a letter in Corsica and overseas (`W2A…`, `W9R…`) — and six digits. It has no check digit. Associations of
 * Alsace and Moselle have none.
 */
export function checkRna(value: string): IdentifierCheck {
  if (!/^W\d[\dA-Z]\d{7}$/.test(value)) return { valid: false, reason: 'format' }
  return isRepeated(value.slice(1)) ? { valid: false, reason: 'placeholder' } : { valid: true }
}

/**
 * The SIREN in a French VAT number (`FR`, two digits, SIREN), whose key is (12 + 3 × (SIREN mod 97)) mod 97 (Code
 * général des impôts, article 286 ter; Commission européenne, VIES). `undefined` where the form or the key is another.
 */
export function sirenOfVatNumber(value: string): string | undefined {
  const [, key, siren] = /^FR(\d{2})(\d{9})$/.exec(value) ?? []
  if (siren === undefined || !checkSiren(siren).valid) return undefined
  return Number(key) === (12 + 3 * (Number(siren) % 97)) % 97 ? siren : undefined
}

function isPlaceholder(siren: string): boolean {
  return isRepeated(siren) || ['123456789', '012345678', '987654321', '876543210'].includes(siren)
}

function isRepeated(digits: string): boolean {
  return digits === digits[0]!.repeat(digits.length)
}

/** ISO/IEC 7812-1, annex B: every second digit from the right is doubled, and its own digits are summed. */
function hasLuhnDigit(digits: string): boolean {
  let total = 0
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits[digits.length - 1 - place])
    const weighted = place % 2 === 0 ? digit : digit * 2
    total += weighted > 9 ? weighted - 9 : weighted
  }
  return total % 10 === 0
}

function sum(digits: string): number {
  return [...digits].reduce((total, digit) => total + Number(digit), 0)
}
