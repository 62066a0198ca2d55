import { type Language, StatisticsError } from '../errors.ts'

/**
 * A language in which tables are spoken of.
 *
 * @throws {StatisticsError} where there are no words in it
 */
export function knownLanguage(language: Language): Language {
  if (language === 'fr' || language === 'en') return language
  throw new StatisticsError(
    language === undefined
      ? 'there is no language to speak of a table in; give "fr" or "en"'
      : `there are no words in the language ${JSON.stringify(language)}; give "fr" or "en"`,
  )
}
