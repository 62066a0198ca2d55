import { toLocalizedText } from '../errors.ts'
import type { Table } from '../statistics/statistic.ts'
import type { ValidationResult } from '../validation/report.ts'
import type { ArticleDefinition } from './article.ts'
import { findCell } from './comparePublished.ts'
import { observationsAt } from './observationsAt.ts'

type At = Readonly<Record<string, string>>

/**
 * What an article was to say and does not, because its tables have no such row: nobody is counted there, or the code is
 * wrong. It is told to those who keep the directory, a warning each; readers are told nothing of it.
 *
 * @param given tables of the directory
 */
export function articleFindings(
  { sections = [] }: ArticleDefinition,
  given: readonly Table[],
): readonly ValidationResult[] {
  const tables = new Map(given.map(table => [table.id, table]))
  return sections.flatMap(({ title, statistics = [], at = {}, sentences = [] }) => {
    const section = toLocalizedText(title)
    const tell = ({ id, title: table }: Table, codes: At): ValidationResult => {
      const cell = Object.entries(codes)
        .map(([name, code]) => `${name} ${code}`)
        .join(', ')
      return {
        severity: 'warning',
        code: 'article-without-row',
        path: id,
        value: cell,
        message: {
          fr: `L’article ne dit rien de «\u00a0${cell}\u00a0» dans sa partie «\u00a0${section.fr}\u00a0»\u00a0: le tableau «\u00a0${table.fr}\u00a0» n’a pas cette ligne. Personne n’y est compté, ou le code est à corriger.`,
          en: `The article says nothing of "${cell}" in its section "${section.en}": the table "${table.en}" has no such row. Nobody is counted there, or the code has to be corrected.`,
        },
      }
    }
    return [
      ...sentences.flatMap(sentence => {
        const table = tables.get(sentence.statistic)
        return table && !findCell(table, sentence) ? [tell(table, sentence.at ?? {})] : []
      }),
      ...statistics.flatMap(id => {
        const table = tables.get(id)
        return table && isWithoutRows(table, at) ? [tell(table, at)] : []
      }),
    ]
  })
}

/** Whether a table that has rows has none of those that a section is about. */
export function isWithoutRows(table: Table, at: At): boolean {
  return table.observations.length > 0 && observationsAt(table, at).length === 0
}
