import type { Language, ValidationReport } from '../index.ts'

const WORDS = {
  fr: {
    violation: 'ERREUR',
    warning: 'AVERTISSEMENT',
    info: 'REMARQUE',
    line: 'ligne',
    column: 'colonne',
    conforms: 'Les données sont conformes.',
    fails: 'Les données ne sont pas conformes\u00a0: les lignes en erreur sont laissées de côté.',
    count: (violations: number, warnings: number) => `${violations} erreur(s), ${warnings} avertissement(s).`,
  },
  en: {
    violation: 'ERROR',
    warning: 'WARNING',
    info: 'NOTE',
    line: 'line',
    column: 'column',
    conforms: 'The data conforms.',
    fails: 'The data does not conform: rows with errors are left out.',
    count: (violations: number, warnings: number) => `${violations} error(s), ${warnings} warning(s).`,
  },
} as const

/** A validation report for a terminal: a line per result, then the sum. */
export function formatReport({ conforms, results }: ValidationReport, language: Language): string {
  const words = WORDS[language]
  const lines = results.map(({ severity, message, source, focusNode }) => {
    const place = source
      ? [
          source.file,
          source.line === undefined ? '' : `${words.line} ${source.line}`,
          source.column === undefined ? '' : `${words.column} ${source.column}`,
        ]
          .filter(Boolean)
          .join(', ')
      : (focusNode ?? '')
    return `${words[severity]} ${place}: ${message[language]}\n`
  })
  const count = (severity: string) => results.filter(result => result.severity === severity).length
  const sum = words.count(count('violation'), count('warning'))
  return `${lines.join('')}${conforms ? words.conforms : words.fails} ${sum}\n`
}
