import { isCalendarDate } from '../actor/calendarDate.ts'
import { StatisticsError } from '../errors.ts'
import type { Population, Statistic } from './statistic.ts'

/** A statistic as anybody may give it, who has no types to hold it against. */
type Given = { readonly [key in keyof Statistic]: unknown }

const BASES = ['answered', 'population']
const ORDERS = ['count', 'code', 'label']
const MODES = ['half-up', 'truncate']

/**
 * Makes sure that a statistic has the form of one: what its names stand for is looked up later.
 *
 * @throws {StatisticsError} that names what has another form, and says which it should have
 */
export function checkForm(statistic: Statistic): void {
  if (!isObject(statistic) || !isText(statistic.id)) {
    throw new StatisticsError('a statistic has an "id", a text, and "dimensions", a list of their names')
  }
  const given: Given = statistic
  const check = (holds: boolean, key: keyof Statistic, form: string) => {
    if (holds) return
    throw new StatisticsError(
      `"${key}" of the statistic "${statistic.id}" is ${JSON.stringify(given[key])}; it should be ${form}`,
    )
  }
  const { base = 'answered', order = 'count', rounding = {}, measures = [], levels = {} } = given
  check(isText(given.title) || isObject(given.title), 'title', 'a text, or one by language')
  check(isList(given.dimensions), 'dimensions', 'a list of names, which may be empty')
  check(isList(measures), 'measures', 'a list of measures')
  check(isObject(levels), 'levels', 'a number by dimension')
  check(
    BASES.some(one => one === base),
    'base',
    'answered or population',
  )
  check(
    ORDERS.some(one => one === order),
    'order',
    'count, code or label',
  )
  check(isRounding(rounding), 'rounding', '"decimals" from 0 to 4, and a "mode": half-up or truncate')
  checkPopulationForm(`"population" of the statistic "${statistic.id}"`, statistic.population)
}

/**
 * Makes sure that a population is lists of codes by dimension.
 *
 * @param what it is called
 * @throws {StatisticsError} where it is not
 */
export function checkPopulationForm(what: string, population: Population = {}): void {
  if (!isObject(population)) {
    throw new StatisticsError(
      `${what} is ${JSON.stringify(population)}; it should be lists of codes by dimension`,
    )
  }
  for (const [dimension, codes] of Object.entries(population)) {
    if (isList(codes)) continue
    throw new StatisticsError(
      `${what} has ${JSON.stringify(codes)} for the dimension "${dimension}"; it should be a list of codes, each a text`,
    )
  }
}

/**
 * Makes sure that a day is one of the calendar.
 *
 * @throws {StatisticsError} where it is none
 */
export function checkDay(id: string, date: unknown): void {
  if (isText(date) && isCalendarDate(date)) return
  throw new StatisticsError(
    `the regions of the statistic "${id}" are those of ${JSON.stringify(date)}; write a day of the calendar as YYYY-MM-DD`,
  )
}

function isRounding(given: unknown): boolean {
  if (!isObject(given)) return false
  const { decimals = 1, mode = 'half-up' } = given
  return [0, 1, 2, 3, 4].some(one => one === decimals) && MODES.some(one => one === mode)
}

function isObject(given: unknown): given is Readonly<Record<string, unknown>> {
  return typeof given === 'object' && given !== null && !Array.isArray(given)
}

function isList(given: unknown): boolean {
  return Array.isArray(given) && given.every(isText)
}

function isText(given: unknown): given is string {
  return typeof given === 'string'
}
