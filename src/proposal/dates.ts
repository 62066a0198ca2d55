import { convert } from '../crosswalk/convert.ts'
import { type ColumnProfile, shareOf } from './profile.ts'

type DateOrder = 'dmy' | 'mdy' | 'ymd'

/** How the dates of a column are written. */
export interface DateReading {
  readonly share: number
  /** Absent where the usual reading is right: ISO 8601, or day, month and year. */
  readonly order?: DateOrder
  /** No day is past 12: day and month could be the other way round. */
  readonly ambiguous: boolean
}

/** Finds the order of day, month and year in which most of the values are dates. */
export function readDates(profile: ColumnProfile): DateReading {
  const reading = (order: DateOrder) => ({
    order,
    share: shareOf(profile, text => dateOf(text, order) !== undefined),
  })
  const [usual, american] = [reading('dmy'), reading('mdy')]
  const shares = [usual, american, reading('ymd')]
  const best = shares.reduce((held, one) => (one.share > held.share ? one : held))
  const ambiguous =
    usual.share > 0 &&
    usual.share === american.share &&
    shareOf(profile, text => /^\d{1,2}[/.-]\d/.test(text)) > 0
  // Years of two digits are read only where the order is given.
  const isUsual = best.order === 'dmy' && shareOf(profile, text => dateOf(text) !== undefined) === best.share
  return { share: best.share, ambiguous, ...(isUsual ? {} : { order: best.order }) }
}

/** The date, `YYYY-MM-DD`, that a text is in an order; `undefined` where it is none. */
export function dateOf(text: string, order?: DateOrder): string | undefined {
  if (text.length > 40 || !/\d/.test(text)) return undefined
  const conversion = convert(text, 'date', order === undefined ? {} : { dateOrder: order })
  return 'value' in conversion ? String(conversion.value) : undefined
}

/** The latest day that values name; none before 2000, and none that is far away. */
export function latestDate(profile: ColumnProfile, order?: DateOrder): string | undefined {
  let latest: string | undefined
  for (const text of profile.values.keys()) {
    const date = dateOf(text, order)
    if (
      date !== undefined &&
      date >= '2000-01-01' &&
      date < '2100-01-01' &&
      (latest === undefined || date > latest)
    )
      latest = date
  }
  return latest
}
