import { toDecimal } from '../decimal.ts'

const SECONDS_A_DAY = 86_400
const MILLISECONDS = 1000
/** Day 60 of the system of 1900 is 29 February, a day that never was (ECMA-376 part 1, 18.17.4.1). */
const PHANTOM_DAY = 60

/**
 * The ISO 8601 text of a serial date: days since 1900 or 1904, and the time of day as a fraction. What is no date of
 * the years to 9999 is told as the number that it is.
 *
 * @param withTime whether the time is told: `YYYY-MM-DDTHH:MM:SS`
 */
export function toIsoDate(serial: number, date1904: boolean, withTime: boolean): string {
  const seconds = Math.round(serial * SECONDS_A_DAY)
  const days = Math.floor(seconds / SECONDS_A_DAY)
  const epoch = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < PHANTOM_DAY ? 31 : 30)
  const date = new Date(epoch + seconds * MILLISECONDS)
  if (!(serial >= 0) || !(date.getTime() < Date.UTC(10_000, 0, 1))) return toDecimal(serial)
  const text = date.toISOString()
  const day = !date1904 && days === PHANTOM_DAY ? '1900-02-29' : text.slice(0, 10)
  return withTime ? `${day}${text.slice(10, 19)}` : day
}

/** The time of day of a serial date: `HH:MM`, or `HH:MM:SS`. */
export function toIsoTime(serial: number, withSeconds: boolean): string {
  const seconds = Math.round(serial * SECONDS_A_DAY)
  if (!(seconds >= 0 && Number.isSafeInteger(seconds))) return toDecimal(serial)
  const text = new Date((seconds % SECONDS_A_DAY) * MILLISECONDS).toISOString()
  return text.slice(11, withSeconds ? 19 : 16)
}
