import type { Language, LocalizedText } from '../errors.ts'
import type { DimensionValue } from '../statistics/statistic.ts'

/**
 * A text of the data as it is set in print: with the apostrophe, and in French with spaces that do not break beside
 * punctuation. Files seldom have these.
 */
export function typeset(text: string, language: Language): string {
  const set = text.replace(/(?<=\p{L})'(?=\p{L})/gu, '’')
  return language === 'fr' ? set.replace(/ (?=[:;!?»%])|(?<=«) /g, '\u00a0') : set
}

/** Rows whose labels are set in print. */
export function typesetRows<Row extends { readonly values: readonly DimensionValue[] }>(
  rows: readonly Row[],
  language: Language,
): readonly Row[] {
  return rows.map(row => ({
    ...row,
    values: row.values.map(value => ({ ...value, label: typeset(value.label, language) })),
  }))
}

/** A text in both languages, set in print. */
export function typesetText({ fr, en }: LocalizedText): LocalizedText {
  return { fr: typeset(fr, 'fr'), en: typeset(en, 'en') }
}
