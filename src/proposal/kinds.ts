import { isHttpIri } from '../actor/httpIri.ts'
import { checkRna, checkSiren, checkSiret } from '../actor/identifiers.ts'

/** Tests of what a trimmed text is. They are strict where a wrong guess would do harm. */

const digitsOf = (text: string) => text.replace(/[\s.\u00a0\u202f-]/g, '')

/** A SIREN whose check digit is right. */
export const isSiren = (text: string) => checkSiren(digitsOf(text)).valid
/** A SIRET whose check digits are right. */
export const isSiret = (text: string) => checkSiret(digitsOf(text)).valid
/** A number of the national register of associations. */
export const isRna = (text: string) => checkRna(digitsOf(text).toUpperCase()).valid

/** One e-mail address, and nothing else. */
export const isEmail = (text: string) =>
  text.length < 255 && /^(?:mailto:)?[^\s@<>,;]+@[^\s@<>,;.]+(?:\.[^\s@<>,;.]+)+$/i.test(text)

/** A web address, complete or without its scheme. */
export const isWebAddress = (text: string) =>
  !isEmail(text) &&
  (/^https?:/i.test(text)
    ? isHttpIri(text)
    : /^(?:www\.)?(?:[a-z0-9-]{1,63}\.)+[a-z]{2,}(?:[/?#]\S*)?$/i.test(text) && isHttpIri(`https://${text}`))

/** A telephone number: French in ten digits (or nine, the zero lost), or an international one. */
export const isTelephone = (text: string) => {
  const bare = text.replace(/[\s.\-/()\u00a0\u202f]/g, '')
  return /^0\d{9}$|^[1-9]\d{8}$|^(?:\+|00)\d{6,14}$/.test(bare)
}

/** Where several stand in a cell, the first decides. */
export const beginsWithTelephone = (text: string) => isTelephone(text.split(/[,;\n]| ou | \/ /, 1)[0]!.trim())

/** Five digits, or four where the first zero was lost, of which the first two can be a département. */
export const isPostcode = (text: string) => {
  const digits = text.replace(/\s/g, '').padStart(5, '0')
  return /^(?:0[1-9]|[1-8]\d|9[0-8])\d{3}$/.test(digits) && /^\d/.test(text)
}

/** A decimal number, with comma or point. */
export const isDecimal = (text: string) =>
  /^[+-]?\d{1,3}(?:[\s\u00a0\u202f]\d{3})*(?:[.,]\d+)?$|^[+-]?\d+(?:[.,]\d+)?$/.test(text)
/** The number that a text of digits is; NaN for others. */
export const numberOf = (text: string) =>
  isDecimal(text) ? Number(text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.')) : Number.NaN
/** A whole number that is not a code: no zero in front. */
export const isInteger = (text: string) => /^[+-]?(?:0|[1-9]\d{0,14})$/.test(text)
/** A whole number as software writes it that has only floats. */
export const isIntegralFloat = (text: string) => /^[+-]?\d+[.,]0+$/.test(text)

const BOOLEANS = new Set('oui non yes no true false vrai faux x'.split(' '))
/** A word for yes or no. */
export const isBoolean = (text: string) => BOOLEANS.has(text.toLowerCase())

/** A text with markup. */
export const isHtml = (text: string) =>
  /<(?:p|br|div|span|ul|ol|li|a|b|i|strong|em|h\d|table|img)\b[^<>]{0,500}>|&(?:nbsp|eacute|amp|agrave|egrave|rsquo);/i.test(
    text,
  )

/** Both coordinates in one cell. */
export const isPoint = (text: string) =>
  text.length < 400 &&
  (/^\s*\(?\[?\s*-?\d{1,3}(?:\.\d+)\s*[,; ]\s*-?\d{1,3}(?:\.\d+)\s*\]?\)?\s*$/.test(text) ||
    /^-?\d{1,3},\d+\s*[; ]\s*-?\d{1,3},\d+$/.test(text) ||
    /^POINT\s*\(\s*-?\d+(?:\.\d+)?\s+-?\d+(?:\.\d+)?\s*\)$/i.test(text) ||
    (/^\{.{0,300}\}$/s.test(text) && /['"]lat(?:itude)?['"]|['"]coordinates['"]/.test(text)))

/** Whether a point says itself which of its numbers is which. */
export const isSelfExplaining = (text: string) => /^\{|^POINT/i.test(text)

/** A text that has letters. */
export const hasLetters = (text: string) => /\p{L}{2}/u.test(text)

const PLACEHOLDER = /^(\d)\1{5,}$|^0+(?:[.,]0+)?$|^123456789\d*$/
/** A number that stands for none: zeros, a digit repeated. */
export const isPlaceholder = (text: string) => PLACEHOLDER.test(digitsOf(text))
