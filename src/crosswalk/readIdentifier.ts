import { checkRna, checkSiren, checkSiret, sirenOfVatNumber } from '../actor/identifiers.ts'
import { placeholderIdentifier } from '../validation/messages.ts'
import { asIs, type Conversion, fail } from './conversion.ts'
import type { RepairRule } from './repairRules.ts'
import * as messages from './valueMessages.ts'

const { EXPECTED } = messages

type NumberKind = 'siren' | 'siret'

const LENGTHS: Readonly<Record<NumberKind, number>> = { siren: 9, siret: 14 }
const NAMES = { siren: 'SIREN', siret: 'SIRET' } as const satisfies Record<NumberKind, string>

/** Longer texts are no identifiers; their patterns are not tried. */
const LONGEST = 60

/**
 * Reads a SIREN or SIRET number, and mends what spreadsheets and people do to them where it is certain what it was: the
 * check digits confirm it, and nothing else fits. Of a number of the right length the check digit is not judged here:
 * what is wrong with it, the records gate tells.
 */
export function readNumber(text: string, kind: NumberKind): Conversion {
  if (text.length === LENGTHS[kind] && isDigits(text) && !text.endsWith('000')) return asIs(text)
  if (text.length > LONGEST) return fail(EXPECTED[kind])
  const repairs: RepairRule[] = []
  const unmarked = stripMarks(text, repairs)
  if (/^\d(?:[.,]\d+)?E\+?\d{1,2}$/i.test(unmarked)) return fromExponent(unmarked, kind, repairs)
  if (/^\d{6,7}\.(?!000)\d{3}$/.test(unmarked)) {
    return fail(EXPECTED[kind], { code: 'ridet', message: messages.ridet(text) })
  }
  const bare = stripSeparators(unmarked, repairs)
  return isDigits(bare) ? fromDigits(bare, kind, repairs) : fromLetters(bare, kind, repairs)
}

/** Reads the number of an association in the national register. It has no check digit: little can be mended. */
export function readRna(text: string): Conversion {
  if (text.length > LONGEST) return fail(EXPECTED.rna)
  if (checkRna(text).valid) return asIs(text)
  const repairs: RepairRule[] = []
  const bare = stripSeparators(stripMarks(text, repairs), repairs)
  if (/^W[\dA-Z]{9}$/.test(bare)) return { value: bare, repairs }
  if (/^\d{9}$/.test(bare)) {
    return fail(EXPECTED.rna, { code: 'rna-without-w', message: messages.rnaWithoutW(text) })
  }
  // Ten digits, département first, from prefectures before 2009; courts number by volume and folio, or A2010ABC000123.
  if (/^\d{10}$|^A\d{4}[A-Z]{3}\d{6}$|^VOL/.test(bare)) {
    return fail(EXPECTED.rna, {
      code: 'rna-other-register',
      message: messages.otherAssociationRegister(text),
    })
  }
  return fail(EXPECTED.rna)
}

/** Takes away what stands before and after an identifier, and notes what it was. */
function stripMarks(text: string, repairs: RepairRule[]): string {
  const unmarked = text.replace(/^['’](?=.)|^="([^"]*)"$/, '$1')
  if (unmarked !== text) repairs.push('spreadsheet-text-mark')
  const bare = unmarked.replace(
    /^(?:n[°º]\s*)?(?:(?:siren|siret|rna|waldec|tva)(?![a-z])\s*)?(?:n[°º]\s*)?:?\s*(?=.)/i,
    '',
  )
  if (bare !== unmarked) repairs.push('identifier-label')
  return bare
}

/** Takes away what stands between the characters of an identifier, and notes it. */
function stripSeparators(text: string, repairs: RepairRule[]): string {
  // A stop before nothing but zeros is that of a decimal number.
  const whole = text.replace(/^(\d+)[.,]0+$/, '$1')
  if (whole !== text) repairs.push('float-tail')
  const bare = whole.replace(/[\s.\u2010-\u2013-]+/g, '')
  if (bare !== whole) repairs.push('strip-separators')
  const capitals = bare.toUpperCase()
  if (capitals !== bare) repairs.push('identifier-case')
  return capitals
}

function fromDigits(digits: string, kind: NumberKind, repairs: readonly RepairRule[]): Conversion {
  if (digits.length === LENGTHS[kind]) return ofRightLength(digits, kind, repairs)
  const mended = kind === 'siret' ? mendSiret(digits) : mendSiren(digits)
  if (mended) return { ...mended, repairs: [...repairs, ...mended.repairs] }
  // A few digits count rows; one that is repeated says that there is none.
  if (digits.length < 6 || /^(\d)\1*$/.test(digits)) {
    const message = placeholderIdentifier(digits, NAMES[kind])
    return fail(EXPECTED[kind], { code: `${kind}-placeholder`, message })
  }
  const message = messages.identifierLength(digits, NAMES[kind])
  return fail(EXPECTED[kind], { code: `${kind}-length`, message })
}

/** Zeros at the end of a number whose check digit is wrong stand for digits that a spreadsheet rounded away. */
function ofRightLength(digits: string, kind: NumberKind, repairs: readonly RepairRule[]): Conversion {
  const check = kind === 'siren' ? checkSiren(digits) : checkSiret(digits)
  const isRounded = !check.valid && check.reason === 'check-digit' && digits.endsWith('000')
  return isRounded ? rounded(digits, kind) : { value: digits, repairs }
}

type Mended = Extract<Conversion, { value: unknown }>

/** A SIRET has two check digits, its own and that of its SIREN: with both right, up to three zeros were lost. */
function mendSiret(digits: string): Mended | undefined {
  const padded = padSiret(digits, 11)
  if (padded !== undefined) return { value: padded, repairs: ['lost-zero'] }
  if (!checkSiren(digits).valid) return undefined
  return { value: digits, repairs: ['siren-in-siret-column'], field: 'siren' }
}

/** A SIREN has one check digit, by which one zero may be given back and no more. */
function mendSiren(digits: string): Mended | undefined {
  const padded = `0${digits}`
  if (checkSiren(padded).valid) return { value: padded, repairs: ['lost-zero'] }
  const siret = padSiret(digits, 13)
  if (siret === undefined) return undefined
  const value = siret.slice(0, 9)
  return { value, repairs: [...(siret === digits ? [] : (['lost-zero'] as const)), 'siret-in-siren-column'] }
}

/** The SIRET of at least so many digits, with the zeros that it lost. */
function padSiret(digits: string, atLeast: number): string | undefined {
  const padded = digits.padStart(14, '0')
  return digits.length >= atLeast && checkSiret(padded).valid ? padded : undefined
}

function fromLetters(bare: string, kind: NumberKind, repairs: readonly RepairRule[]): Conversion {
  if (checkRna(bare).valid) {
    return { value: bare, repairs: [...repairs, 'rna-in-another-column'], field: 'rna' }
  }
  if (!/^FR\d{11}$/.test(bare)) return fail(EXPECTED[kind])
  const siren = sirenOfVatNumber(bare)
  if (siren === undefined) {
    return fail(EXPECTED[kind], { code: 'vat-key', message: messages.wrongVatKey(bare) })
  }
  return {
    value: siren,
    repairs: [...repairs, 'vat-number'],
    ...(kind === 'siren' ? {} : { field: 'siren' }),
  }
}

/** Scientific notation keeps a number only where it has all of its digits: `4.3214321400012E13`. */
function fromExponent(text: string, kind: NumberKind, repairs: readonly RepairRule[]): Conversion {
  const [mantissa = '', exponent] = text.toUpperCase().split('E')
  const digits = mantissa.replace(/[.,]/, '')
  const isValid = kind === 'siren' ? checkSiren(digits).valid : checkSiret(digits).valid
  if (digits.length !== Number(exponent) + 1 || !isValid) return rounded(text, kind)
  return { value: digits, repairs: [...repairs, 'exponent-notation'] }
}

function rounded(text: string, kind: NumberKind): Conversion {
  const message = messages.roundedIdentifier(text, NAMES[kind])
  return fail(EXPECTED[kind], { code: `${kind}-rounded`, message })
}

function isDigits(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code < 48 || code > 57) return false
  }
  return text.length > 0
}
