import type { Language } from '../errors.ts'

/**
 * A day as it is written: « 1er janvier 2026 », “1 January 2026”; a text that is no day stays as it is.
 *
 * @param day `YYYY-MM-DD`
 */
export function formatDay(day: string, language: Language): string {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(day) ? new Date(`${day}T00:00:00Z`) : undefined
  if (!date || Number.isNaN(date.getTime())) return day
  const text = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(date)
  return (language === 'fr' ? text.replace(/^1 /, '1er ') : text).replace(/^(\S+) /, '$1\u00a0')
}
