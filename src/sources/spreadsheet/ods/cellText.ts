import { toDecimal } from '../decimal.ts'
import type { OdsCell } from './tableWalker.ts'

/**
 * The text of a cell under the same rules as that of an XLSX cell (see `NumberFormats`): its value where the format
 * only dresses it, else what one sees.
 */
export function cellText({ attributes, text }: OdsCell): string {
  const value = attributes['office:value'] ?? ''
  switch (attributes['office:value-type']) {
    case 'float':
      return numberText(text, Number(value))
    case 'percentage':
      return percentText(text, Number(value))
    case 'currency':
      return numberText(text.replace(/[\p{L}\p{Sc}]/gu, '').trim(), Number(value))
    case 'date':
      return dateText(attributes['office:date-value'] ?? text, text)
    case 'time':
      return timeText(attributes['office:time-value'] ?? '', text)
    case 'boolean':
      return attributes['office:boolean-value'] ?? text
    default:
      return text || (attributes['office:string-value'] ?? '')
  }
}

function numberText(shown: string, value: number): string {
  if (!Number.isFinite(value)) return shown
  if (!/[\p{L}\p{N}]/u.test(shown) || /^[-+]?[\d.,]+E[-+]?\d+$/i.test(shown)) return toDecimal(value)
  const [, inner] = /^\((.*)\)$/.exec(shown) ?? []
  const bare = (inner === undefined ? shown : `-${inner}`).replace('\u2212', '-').replace(/[\s'’]/g, '')
  if (!/^-?[\d.,]*\d$/.test(bare) || /^-?0\d/.test(bare)) return shown
  return readNumber(bare, value) ?? toDecimal(value)
}

function percentText(shown: string, value: number): string {
  if (!Number.isFinite(value)) return shown
  return `${numberText(shown.replace('%', '').trim(), value * 100)}%`
}

/** Which of its separators is that of the decimals, the value tells; `undefined` if neither. */
function readNumber(bare: string, value: number): string | undefined {
  const last = Math.max(bare.lastIndexOf(','), bare.lastIndexOf('.'))
  const whole = bare.replace(/[.,]/g, '')
  const decimals = last < 0 ? 0 : bare.length - last - 1
  const readings =
    decimals === 0
      ? [whole]
      : [`${bare.slice(0, last).replace(/[.,]/g, '') || '0'}.${bare.slice(last + 1)}`, whole]
  return readings.find(reading => {
    const places = reading.includes('.') ? decimals : 0
    const halfUnit = 0.5 * 10 ** -places
    return Math.abs(Number(reading) - value) <= halfUnit + Math.abs(value) * Number.EPSILON * 4
  })
}

/** `2026-11-01T09:30:00.000000000`, its time only where one sees one. */
function dateText(value: string, shown: string): string {
  const [, date, time] = /^(-?\d{4,}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d).*)?$/.exec(value) ?? []
  if (date === undefined) return value
  if (time === undefined) return date
  const isShown = shown === '' ? time !== '00:00:00' : /\d\s*[:h]\s*\d/i.test(shown)
  return isShown ? `${date}T${time}` : date
}

/** `PT09H30M00S` is 09:30. */
function timeText(value: string, shown: string): string {
  const [match, hours = '', minutes = '', seconds = ''] =
    /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,]\d+)?S)?$/.exec(value) ?? []
  if (match === undefined) return shown || value
  const withSeconds = shown === '' ? Number(seconds) > 0 : /\d\D+\d+\D+\d/.test(shown)
  const parts = withSeconds ? [hours, minutes, seconds] : [hours, minutes]
  return parts.map(part => part.padStart(2, '0')).join(':')
}
