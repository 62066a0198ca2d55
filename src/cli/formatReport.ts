import type { Language, ValidationReport, ValidationResult } from '../index.ts'
import { printable } from './printable.ts'

const WORDS = {
  fr: {
    violation: 'ERREUR',
    warning: 'AVERTISSEMENT',
    info: 'REMARQUE',
    line: 'ligne',
    column: (name: string) => `colonne «\u00a0${name}\u00a0»`,
    colon: '\u00a0:',
    conforms: 'Les données sont conformes\u00a0:',
    fails: 'Les données ne sont pas conformes, les lignes en erreur sont laissées de côté\u00a0:',
    count: (violations: number, warnings: number) =>
      `${violations} ${violations > 1 ? 'erreurs' : 'erreur'}, ${warnings} ${warnings > 1 ? 'avertissements' : 'avertissement'}.`,
  },
  en: {
    violation: 'ERROR',
    warning: 'WARNING',
    info: 'NOTE',
    line: 'line',
    column: (name: string) => `column "${name}"`,
    colon: ':',
    conforms: 'The data conforms:',
    fails: 'The data does not conform, rows with errors are left out:',
    count: (violations: number, warnings: number) =>
      `${violations} ${violations === 1 ? 'error' : 'errors'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}.`,
  },
} as const

/** A validation report for a terminal: a line per result, by file and line, then the sum. */
export function formatReport({ conforms, results }: ValidationReport, language: Language): string {
  const words = WORDS[language]
  const count = (severity: string) => results.filter(result => result.severity === severity).length
  const sum = words.count(count('violation'), count('warning'))
  return `${formatResults(results, language)}${conforms ? words.conforms : words.fails} ${sum}\n`
}

/** Results for a terminal: a line for each, by file and line. */
export function formatResults(results: readonly ValidationResult[], language: Language): string {
  const words = WORDS[language]
  const lines = inOrder(results).map(({ severity, message, source, focusNode }) => {
    const place = source
      ? [
          source.file,
          ...(source.line === undefined ? [] : [`${words.line} ${source.line}`]),
          ...(source.column === undefined ? [] : [words.column(source.column)]),
        ].join(', ')
      : (focusNode ?? '')
    return `${printable(`${words[severity]} ${place}${words.colon} ${message[language]}`)}\n`
  })
  return lines.join('')
}

/** By file, in the order in which they are read, then by line; what concerns a whole file comes first. */
function inOrder(results: readonly ValidationResult[]): ValidationResult[] {
  const files = [...new Set(results.flatMap(({ source }) => source?.file ?? []))]
  const fileOf = ({ source }: ValidationResult) => (source ? files.indexOf(source.file) : files.length)
  const lineOf = ({ source }: ValidationResult) => source?.line ?? 0
  return [...results].sort((a, b) => fileOf(a) - fileOf(b) || lineOf(a) - lineOf(b))
}
