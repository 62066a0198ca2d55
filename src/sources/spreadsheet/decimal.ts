/** Digits that a spreadsheet keeps of a number. */
const SIGNIFICANT_DIGITS = 15

/**
 * A number as the shortest decimal text with a point: 15 significant digits, as spreadsheets keep them, and no
 * exponent below 1e21.
 */
export function toDecimal(value: number): string {
  const text = String(Number.isInteger(value) ? value : Number(value.toPrecision(SIGNIFICANT_DIGITS)))
  const tiny = /^(-?)(\d)(?:\.(\d+))?e-(\d+)$/.exec(text)
  if (!tiny) return text
  const [, sign = '', first = '', rest = '', exponent = '0'] = tiny
  return `${sign}0.${'0'.repeat(Number(exponent) - 1)}${first}${rest}`
}
