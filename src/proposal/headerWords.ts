import { normaliseLabel } from '../vocabulary/label.ts'

/** Words that say nothing of what a column holds. */
const EMPTY_WORDS = new Set(
  'de du des d la le les l en et a au the of un une s lib libelle usager'.split(' '),
)

/**
 * The header of a column as it is compared: `Dernière MAJ` → `derniere maj`, `code_postal` and `codePostal` →
 * `code postal`, `names[].value` → `value`, `Adresse / Ville` → `ville`. Articles and the like are left out.
 */
export function headerPhrase(column: string): string {
  const name = lastPart(column)
  const split = name.replace(/(?<=\p{Ll})(?=\p{Lu}\p{Ll})/gu, ' ').replaceAll('°', 'o')
  const words = normaliseLabel(split).split(' ')
  const telling = words.filter(word => !EMPTY_WORDS.has(word))
  return (telling.length > 0 ? telling : words).join(' ')
}

/** Of a path its last member, of a header of two rows its lower one. */
function lastPart(column: string): string {
  const below = column
    .split(' / ')
    .at(-1)!
    .replace(/ #\d+$/, '')
  return /^[\w[\]-]+(?:\.[\w[\]-]+)+$/.test(below) ? below.split('.').at(-1)!.replaceAll('[]', '') : below
}

/** Whether a column has no name of its own, but one by its position (`#3`). */
export function isUnnamed(column: string): boolean {
  return /^#\d+$/.test(column) || column.trim() === ''
}
