/** A point in time as `xsd:dateTime` and `xsd:date` write it (XSD 1.1 §3.3.7, §3.3.9). */
export interface DateTime {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hours: number
  readonly minutes: number
  /** With its fraction. */
  readonly seconds: number
  /** The seconds as they were written: `05.250`. */
  readonly secondsForm: string
  /** Minutes east of UTC, `undefined` without a time zone. */
  readonly offset: number | undefined
  /** As it was written: `Z`, `+01:00`, or nothing. */
  readonly zone: string
}

const yearForm = '(-?(?:[1-9]\\d{3,}|0\\d{3}))'
const zoneForm = '(Z|[+-](?:(?:0\\d|1[0-3]):[0-5]\\d|14:00))?'
const dateForm = new RegExp(`^${yearForm}-(\\d\\d)-(\\d\\d)${zoneForm}$`)
const dateTimeForm = new RegExp(
  `^${yearForm}-(\\d\\d)-(\\d\\d)T(\\d\\d):([0-5]\\d):([0-5]\\d(?:\\.\\d+)?)${zoneForm}$`,
)

const MINUTE = 60_000

/** @returns `undefined` for what is no lexical form of `xsd:date` */
export function parseDate(form: string): DateTime | undefined {
  const match = dateForm.exec(form)
  if (!match) return undefined
  return dateTime(match[1]!, match[2]!, match[3]!, '00', '00', '00', match[4])
}

/** @returns `undefined` for what is no lexical form of `xsd:dateTime` */
export function parseDateTime(form: string): DateTime | undefined {
  const match = dateTimeForm.exec(form)
  if (!match) return undefined
  return dateTime(match[1]!, match[2]!, match[3]!, match[4]!, match[5]!, match[6]!, match[7])
}

function dateTime(
  year: string,
  month: string,
  day: string,
  hours: string,
  minutes: string,
  secondsForm: string,
  zone = '',
): DateTime | undefined {
  const value = {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hours: Number(hours),
    minutes: Number(minutes),
    seconds: Number(secondsForm),
    secondsForm,
    offset: offsetOf(zone),
    zone,
  }
  if (value.month < 1 || value.month > 12 || value.day < 1 || value.day > daysOf(value)) return undefined
  const isEndOfDay = value.hours === 24 && value.minutes === 0 && value.seconds === 0
  return value.hours < 24 || isEndOfDay ? value : undefined
}

function offsetOf(zone: string): number | undefined {
  if (zone === '') return undefined
  if (zone === 'Z') return 0
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6))
  return zone.startsWith('-') ? -minutes : minutes
}

function daysOf({ year, month }: { year: number; month: number }): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
}

/** Milliseconds since 1970 in UTC; without a time zone as if it were UTC. */
export function timeOf(value: DateTime): number {
  const days = daysSinceEpoch(value.year, value.month, value.day)
  const minutes = days * 1440 + value.hours * 60 + value.minutes - (value.offset ?? 0)
  return minutes * MINUTE + value.seconds * 1000
}

/** Days in the proleptic Gregorian calendar. `Date` has no years beyond 275760 and reads 0 … 99 as 19xx. */
function daysSinceEpoch(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

const FOURTEEN_HOURS = 14 * 60 * MINUTE

/**
 * The order of two points in time (XSD 1.1 §3.3.7.3): -1, 0 or 1; `undefined` where only one has a time zone and the
 * other may be on either side, depending on what its own would be.
 */
export function compareTimes(
  a: number,
  aHasZone: boolean,
  b: number,
  bHasZone: boolean,
): -1 | 0 | 1 | undefined {
  if (aHasZone === bHasZone) return a < b ? -1 : a > b ? 1 : 0
  if (Math.abs(a - b) <= FOURTEEN_HOURS) return undefined
  return a < b ? -1 : 1
}

/** The time zone as an `xsd:dayTimeDuration` (SPARQL 1.1 §17.4.5.8). */
export function formatOffset(offset: number): string {
  if (offset === 0) return 'PT0S'
  const minutes = Math.abs(offset)
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  return `${offset < 0 ? '-' : ''}PT${hours ? `${hours}H` : ''}${rest ? `${rest}M` : ''}`
}

/** The date of a point in time, in its own time zone. */
export function formatDate({ year, month, day, zone }: DateTime): string {
  const sign = year < 0 ? '-' : ''
  return `${sign}${pad(Math.abs(year), 4)}-${pad(month, 2)}-${pad(day, 2)}${zone}`
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0')
}
