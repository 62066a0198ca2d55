import { expect, test } from 'vitest'
import { isCalendarDate } from '../../src/actor/calendarDate.ts'

test.each(['2010-02-17', '2000-02-29', '0001-01-01', '9999-12-31'])('%s is a day', date => {
  expect(isCalendarDate(date)).toBe(true)
})

test.each([
  '2010-02-29',
  '1900-02-29',
  '2010-04-31',
  '2010-13-01',
  '2010-00-10',
  '2010-1-1',
  '17/02/2010',
  '2010',
  '',
])('%j is none', date => {
  expect(isCalendarDate(date)).toBe(false)
})
