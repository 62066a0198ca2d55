/** An exact decimal number, `digits` × 10^-`scale`. */
export interface Decimal {
  readonly digits: bigint
  /** Digits after the point. */
  readonly scale: number
}

/** Digits after the point that a division keeps at most, the rest cut off (XPath F&O 3.1 §4.2 asks for at least these). */
export const DIVISION_SCALE = 18

function powerOfTen(exponent: number): bigint {
  return 10n ** BigInt(exponent)
}

function align(a: Decimal, b: Decimal): [bigint, bigint, number] {
  const scale = Math.max(a.scale, b.scale)
  return [a.digits * powerOfTen(scale - a.scale), b.digits * powerOfTen(scale - b.scale), scale]
}

export function addDecimals(a: Decimal, b: Decimal): Decimal {
  const [left, right, scale] = align(a, b)
  return { digits: left + right, scale }
}

export function subtractDecimals(a: Decimal, b: Decimal): Decimal {
  const [left, right, scale] = align(a, b)
  return { digits: left - right, scale }
}

export function multiplyDecimals(a: Decimal, b: Decimal): Decimal {
  return { digits: a.digits * b.digits, scale: a.scale + b.scale }
}

/** @throws RangeError if the divisor is zero */
export function divideDecimals(a: Decimal, b: Decimal): Decimal {
  const shift = DIVISION_SCALE + b.scale - a.scale
  const dividend = shift >= 0 ? a.digits * powerOfTen(shift) : a.digits
  const divisor = shift >= 0 ? b.digits : b.digits * powerOfTen(-shift)
  return { digits: dividend / divisor, scale: DIVISION_SCALE }
}

export function compareDecimals(a: Decimal, b: Decimal): number {
  const [left, right] = align(a, b)
  return left < right ? -1 : left > right ? 1 : 0
}

/** The greatest integer that is not greater. */
export function floorDecimal({ digits, scale }: Decimal): bigint {
  const unit = powerOfTen(scale)
  const whole = digits / unit
  return digits < 0n && whole * unit !== digits ? whole - 1n : whole
}

/** Reads what {@link isDecimalForm} takes. */
export function parseDecimal(form: string): Decimal {
  const point = form.indexOf('.')
  const unsigned = form.startsWith('+') ? form.slice(1) : form
  if (point < 0) return { digits: BigInt(unsigned), scale: 0 }
  const scale = form.length - point - 1
  const digits = unsigned.replace('.', '')
  const magnitude = digits.startsWith('-') ? digits.slice(1) : digits
  return { digits: digits.startsWith('-') ? -BigInt(magnitude) : BigInt(magnitude), scale }
}

/** Without zeros at the end of its fraction. */
export function normalizeDecimal({ digits, scale }: Decimal): Decimal {
  while (scale > 0 && digits % 10n === 0n) {
    digits /= 10n
    scale--
  }
  return { digits, scale }
}

/** The canonical form of XSD 1.0 §3.2.3.2: at least one digit on each side of the point. */
export function formatDecimal(value: Decimal): string {
  const { digits, scale } = normalizeDecimal(value)
  const sign = digits < 0n ? '-' : ''
  const text = String(digits < 0n ? -digits : digits).padStart(scale + 1, '0')
  const point = text.length - scale
  return `${sign}${text.slice(0, point)}.${text.slice(point) || '0'}`
}

const decimalForm = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/

/** Whether a text is a lexical form of `xsd:decimal` (XSD 1.0 §3.2.3.1). */
export function isDecimalForm(text: string): boolean {
  return decimalForm.test(text)
}
