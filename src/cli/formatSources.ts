import type { Language, SourceSummary } from '../index.ts'

/** How each source was read, a line each: `acteurs.csv: windows-1252, ";", 400 rows, 21 columns`. */
export function formatSources(sources: readonly SourceSummary[], language: Language): string {
  return sources
    .map(({ file, format, encoding, delimiter, rows, columns }) => {
      const separator = delimiter === '\t' ? 'TAB' : delimiter
      const [colon, quoted, counts] =
        language === 'fr'
          ? [
              '\u00a0:',
              `«\u00a0${separator}\u00a0»`,
              `${frenchCount(rows, 'ligne')}, ${frenchCount(columns.length, 'colonne')}`,
            ]
          : [':', `"${separator}"`, `${englishCount(rows, 'row')}, ${englishCount(columns.length, 'column')}`]
      const parts = [format, encoding, separator === undefined ? undefined : quoted, counts]
      return `${file}${colon} ${parts.filter(part => part !== undefined).join(', ')}\n`
    })
    .join('')
}

/** In French, what is less than two is singular. */
function frenchCount(count: number, noun: string): string {
  return `${count} ${noun}${count > 1 ? 's' : ''}`
}

function englishCount(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
