import type { Actor } from '../../actor/actor.ts'
import type { Language } from '../../errors.ts'
import type { SampledUnit } from '../../statistics/sample/drawSample.ts'

/** Somebody to be asked. */
export interface Contact {
  readonly actor: Actor
  readonly unit: SampledUnit
  /** Label of the stratum; empty where it is not known. */
  readonly stratum: string
  /** Cells of the producer's own columns, by name. */
  readonly cells: ReadonlyMap<string, string>
}

/** What a spreadsheet opens as it should: of each language its separators. */
const DIALECTS = {
  fr: { delimiter: ';', decimal: ',' },
  en: { delimiter: ',', decimal: '.' },
} as const

const HEADERS: Readonly<Record<Language, readonly string[]>> = {
  fr: ['Source', 'Clé', 'Nom', 'Strate', 'Poids', 'Probabilité d’inclusion', 'Courriel', 'Site'],
  en: ['Source', 'Key', 'Name', 'Stratum', 'Weight', 'Inclusion probability', 'E-mail', 'Website'],
}

/** What a spreadsheet takes for a formula (CWE-1236). */
const FORMULA = /^[=+\-@\t\r]/

/**
 * The file of those to be asked, as spreadsheets open it: UTF-8 with a byte order mark, and in French semicolons and
 * decimal commas. A cell that would be a formula gets an apostrophe before it.
 *
 * @param columns of the producer, after what is public
 */
export function contactsToCsv(
  contacts: readonly Contact[],
  columns: readonly string[],
  language: Language,
): string {
  const { delimiter, decimal } = DIALECTS[language]
  const number = (value: number) => String(Number(value.toFixed(6))).replace('.', decimal)
  const lines = contacts.map(({ actor, unit, stratum, cells }) => [
    actor.source,
    actor.key,
    actor.name,
    stratum,
    number(unit.weight),
    number(unit.probability),
    actor.email ?? '',
    actor.homepage ?? '',
    ...columns.map(column => cells.get(column) ?? ''),
  ])
  const write = (cells: readonly string[]) =>
    `${cells.map(cell => quote(cell, delimiter)).join(delimiter)}\r\n`
  return `\uFEFF${[[...HEADERS[language], ...columns], ...lines].map(write).join('')}`
}

function quote(cell: string, delimiter: string): string {
  const text = FORMULA.test(cell) ? `'${cell}` : cell
  const isPlain = !/["\r\n]|^\s|\s$/.test(text) && !text.includes(delimiter)
  return isPlain ? text : `"${text.replaceAll('"', '""')}"`
}
