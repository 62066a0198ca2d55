import type { Language, SourceSummary } from '../index.ts'

/** How each source was read, a line each: `acteurs.csv: windows-1252, ";", 400 rows, 21 columns`. */
export function formatSources(sources: readonly SourceSummary[], language: Language): string {
  return sources
    .map(({ file, format, encoding, delimiter, rows, columns }) => {
      const separator = delimiter === '\t' ? 'TAB' : delimiter
      const [colon, quoted, counts] =
        language === 'fr'
          ? ['\u00a0:', `«\u00a0${separator}\u00a0»`, `${rows} lignes, ${columns.length} colonnes`]
          : [':', `"${separator}"`, `${rows} rows, ${columns.length} columns`]
      const parts = [format, encoding, separator === undefined ? undefined : quoted, counts]
      return `${file}${colon} ${parts.filter(part => part !== undefined).join(', ')}\n`
    })
    .join('')
}
