import { placeholderDate } from '../validation/messages.ts'
import { asIs, type Conversion, type ConversionOptions, fail } from './conversion.ts'
import type { RepairRule } from './repairRules.ts'
import * as messages from './valueMessages.ts'

const { EXPECTED } = messages

const ORDERS = ['dmy', 'mdy', 'ymd'] as const
type Order = (typeof ORDERS)[number]
type DateKind = 'date' | 'dateOrYear'

/** A text that is being read. */
interface Reading {
  readonly text: string
  readonly kind: DateKind
  readonly options: ConversionOptions
}

/** Longer texts are no dates; their patterns are not tried. */
const LONGEST = 60

/**
 * Reads a date: ISO 8601, figures in an order, a month in French or English. Where a time of day follows, the day is that
 * which is written, whatever the zone. As a `dateOrYear` a year will do.
 */
export function readDate(text: string, kind: DateKind, options: ConversionOptions): Conversion {
  if (text.length === 10) {
    const day = plainDay(text, options)
    if (day !== undefined && !PLACEHOLDERS.has(day)) return asIs(day)
  }
  if (text.length > LONGEST) return fail(EXPECTED[kind])
  if (kind === 'dateOrYear' && /^\d{4}(?:[.,]0+)?$/.test(text)) return readYear(text)
  const day = stripTime(text)
  if (isPlaceholder(day)) return placeholder(text, kind)
  const reading = { text, kind, options }
  return fromNumber(reading) ?? fromFigures(day, reading) ?? fromWords(day, reading) ?? fail(EXPECTED[kind])
}

/** Reads a year of four digits; from a column of numbers it may come with a tail (`1998.0`). */
export function readYear(text: string): Conversion {
  const [, year] = /^(\d{4})(?:[.,]0{1,20})?$/.exec(text) ?? []
  if (year === undefined) return fail(EXPECTED.year)
  if (year === '0000' || year === '9999') return placeholder(text, 'year')
  return year === text ? asIs(text) : { value: year, repairs: ['float-tail'] }
}

/** What software writes where it knows no date; the year 1900 is that of spreadsheets and of Sirene. */
const PLACEHOLDERS = new Set(['1970-01-01', '1900-01-00', '1900-01-01', '0001-01-01', '9999-12-31'])

function isPlaceholder(day: string): boolean {
  return PLACEHOLDERS.has(day) || /^0{1,4}([-/.])0{1,2}\1(?:0{1,2}|0{4})$/.test(day)
}

function placeholder(text: string, kind: DateKind | 'year'): Conversion {
  const message = placeholderDate(text)
  return fail(EXPECTED[kind], { code: 'placeholder-date', message })
}

const TIME =
  /(?:T|[ \u00a0]+(?:à |at )?)(?:[01]?\d|2[0-4])[:h](?:[0-5]\d)?(?::[0-5]\d(?:[.,]\d{1,9})?)?(?: ?[AP]M)?(?: ?(?:Z|UTC|GMT|[+-](?:0\d|1[0-4]):?[0-5]\d))?$/i

function stripTime(text: string): string {
  return text.length > 10 ? text.replace(TIME, '') : text
}

const HYPHEN = 45
const SLASH = 47

/** The two forms in which most dates come, without a pattern: `2010-02-17`, and `17/02/2010` where the day comes first. */
function plainDay(text: string, { dateOrder = 'dmy' }: ConversionOptions): string | undefined {
  if (text.charCodeAt(4) === HYPHEN && text.charCodeAt(7) === HYPHEN) {
    return dayOf(figures(text, 0, 4), figures(text, 5, 7), figures(text, 8, 10))
  }
  if (text.charCodeAt(2) === SLASH && text.charCodeAt(5) === SLASH && dateOrder === 'dmy') {
    return dayOf(figures(text, 6, 10), figures(text, 3, 5), figures(text, 0, 2))
  }
  return undefined
}

/** The number that these characters write; `NaN` where they are not figures alone. */
function figures(text: string, from: number, to: number): number {
  let number = 0
  for (let index = from; index < to; index += 1) {
    const digit = text.charCodeAt(index) - 48
    if (digit < 0 || digit > 9) return Number.NaN
    number = number * 10 + digit
  }
  return number
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** `YYYY-MM-DD` of a day of the calendar. */
function dayOf(year: number, month: number, day: number): string | undefined {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const last = month === 2 && isLeap ? 29 : (DAYS[month - 1] ?? 0)
  // A number that is none fails here too.
  if (!(year >= 0 && year <= 9999 && day >= 1 && day <= last)) return undefined
  return `${year < 1000 ? String(year).padStart(4, '0') : year}-${twoFigures(month)}-${twoFigures(day)}`
}

function twoFigures(number: number): string {
  return number < 10 ? `0${number}` : String(number)
}

const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/
/** ISO 8601, basic format; the other way round, the year would lie before 1500. */
const BASIC = /^(1[5-9]\d\d|2\d{3})()(\d\d)(\d\d)$/
const YEAR_LAST = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})$/
const MONTH_LAST = /^(\d{4})-(\d{2})$/
const MONTH_FIRST = /^(\d{1,2})[-/.](\d{4})$/

function fromFigures(day: string, reading: Reading): Conversion | undefined {
  const yearFirst = YEAR_FIRST.exec(day) ?? BASIC.exec(day)
  if (yearFirst)
    return ofDay(dayOf(Number(yearFirst[1]), Number(yearFirst[3]), Number(yearFirst[4])), reading)
  const yearLast = YEAR_LAST.exec(day)
  if (yearLast) return inOrder([yearLast[1]!, yearLast[3]!, yearLast[4]!], reading)
  const monthLast = MONTH_LAST.exec(day)
  if (monthLast) return ofMonth(monthLast[1]!, Number(monthLast[2]), reading)
  const monthFirst = MONTH_FIRST.exec(day)
  return monthFirst ? ofMonth(monthFirst[2]!, Number(monthFirst[1]), reading) : undefined
}

type Figures = readonly [string, string, string]

function inOrder(figures: Figures, reading: Reading): Conversion | undefined {
  const { text, kind, options } = reading
  const order = options.dateOrder ?? 'dmy'
  const day = dayInOrder(figures, order)
  const other = ORDERS.find(candidate => dayInOrder(figures, candidate) !== undefined)
  if (figures[2].length === 2 && options.dateOrder === undefined) return other && ofShortYear(reading)
  if (day !== undefined) return ofDay(day, reading, figures[2].length === 2 ? ['two-digit-year'] : [])
  if (!other) return undefined
  return fail(EXPECTED[kind], { code: 'date-order', message: messages.otherDateOrder(text, order, other) })
}

function dayInOrder([a, b, c]: Figures, order: Order): string | undefined {
  const [year, month, day] = order === 'dmy' ? [c, b, a] : order === 'mdy' ? [c, a, b] : [a, b, c]
  return year.length === 1 ? undefined : dayOf(fullYear(year), Number(month), Number(day))
}

/** As POSIX has it (strptime, %y): 69 to 99 are of the 20th century. */
function fullYear(year: string): number {
  const number = Number(year)
  return year.length === 4 ? number : number + (number < 69 ? 2000 : 1900)
}

/** Month names and their usual abbreviations, French and English, without accents and stops. */
const MONTHS = new Map(
  [
    'janvier janv jan january',
    'fevrier fevr fev february feb',
    'mars mar march',
    'avril avr april apr',
    'mai may',
    'juin jun june',
    'juillet juil july jul',
    'aout aou august aug',
    'septembre sept sep september',
    'octobre oct october',
    'novembre nov november',
    'decembre dec december',
  ].flatMap((names, index) => names.split(' ').map(name => [name, index + 1] as const)),
)

/** What may stand before or between the parts of a date. */
const FILLERS = new Set(
  'le on the of de lundi mardi mercredi jeudi vendredi samedi dimanche monday tuesday wednesday thursday friday saturday sunday lun mer jeu ven sam dim mon tue wed thu fri sat sun'.split(
    ' ',
  ),
)

function fromWords(text: string, reading: Reading): Conversion | undefined {
  const words = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[\s,./-]+/)
    .filter(word => word !== '' && !FILLERS.has(word))
  const position = words.findIndex(word => MONTHS.has(word))
  const year = words.at(-1) ?? ''
  if (position < 0 || words.length > 3 || !/^\d{4}$|^\d{2}$/.test(year)) return undefined
  const month = MONTHS.get(words[position]!)!
  const isShort = year.length === 2
  if (isShort && reading.options.dateOrder === undefined) return ofShortYear(reading)
  if (words.length === 2) return position === 0 ? ofMonth(String(fullYear(year)), month, reading) : undefined
  const [, day] = /^(\d{1,2})(?:er|e|st|nd|rd|th)?$/.exec(words[position === 0 ? 1 : 0]!) ?? []
  if (day === undefined) return undefined
  return ofDay(dayOf(fullYear(year), month, Number(day)), reading, isShort ? ['two-digit-year'] : [])
}

/** A number without separators: the serial of a day, or a year. */
function fromNumber(reading: Reading): Conversion | undefined {
  const { text, kind, options } = reading
  const [, serial] = /^(\d{1,7})(?:[.,]\d+)?$/.exec(text) ?? []
  if (serial === undefined) return undefined
  const number = Number(serial)
  if (serial.length === 4 && number >= 1000 && number < 3000) {
    return fail(EXPECTED[kind], { code: 'date-without-day', message: messages.dateWithoutDay(text) })
  }
  if (options.excelDates) return number === 0 ? placeholder(text, kind) : ofDay(dayOfSerial(number), reading)
  if (number < FIRST_LIKELY || number > LAST_LIKELY) return undefined
  return fail(EXPECTED[kind], { code: 'spreadsheet-date', message: messages.spreadsheetDate(text) })
}

/** Serials of the days between 1927 and 2064: others would hardly stand for a day. */
const FIRST_LIKELY = 10_000
const LAST_LIKELY = 60_000

/**
 * The day of a serial number: 1 is 1900-01-01. Number 60 is the 29th of February 1900, which there was not (ECMA-376,
 * part 1, §18.17.4.1), so that the numbers after it are one too high.
 */
function dayOfSerial(serial: number): string | undefined {
  if (serial === 60) return undefined
  const days = serial > 60 ? serial - 1 : serial
  const date = new Date(Date.UTC(1899, 11, 31 + days))
  return dayOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())
}

function ofDay(
  day: string | undefined,
  { text, kind }: Reading,
  repairs: readonly RepairRule[] = [],
): Conversion | undefined {
  if (day === undefined) return undefined
  return isPlaceholder(day) ? placeholder(text, kind) : { value: day, repairs }
}

function ofMonth(year: string, month: number, { text, kind }: Reading): Conversion | undefined {
  if (month < 1 || month > 12) return undefined
  if (kind === 'dateOrYear') return { value: year, repairs: ['year-of-month'] }
  return fail(EXPECTED[kind], { code: 'date-without-day', message: messages.dateWithoutDay(text) })
}

function ofShortYear({ text, kind }: Reading): Conversion {
  return fail(EXPECTED[kind], { code: 'two-digit-year', message: messages.twoDigitYear(text) })
}
