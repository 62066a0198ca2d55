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
  const split = camelApart(name).replaceAll('°', 'o')
  const words = normaliseLabel(split).split(' ')
  const telling = words.filter(word => !EMPTY_WORDS.has(word))
  return (telling.length > 0 ? telling : words).join(' ')
}

const ARTICLES = new Set('de du des d la le les l un une'.split(' '))

/** Members of records that say nothing without the one above them. */
const GENERIC = /^(?:name|date|id|type|types|code|label|all|preferred|lang|primary|line|text|title)$/i

/** Of a path its last member, of a header of two rows its lower one. */
function lastPart(column: string): string {
  const below = column.slice(column.lastIndexOf(' / ') + 1).replace(/ #\d+$/, '')
  if (!/^[\w[\]-]+(?:\.[\w[\]-]+)+$/.test(below)) return below.replaceAll('[]', '')
  const members = below.replaceAll('[]', '').split('.')
  const last = members.at(-1)!
  if (/^value$/i.test(last)) return members.at(-2)!
  return GENERIC.test(last) ? `${members.at(-2)} ${last}` : last
}

/** The words of a header, all of them, in the letters of names: `Libellé 2` → `libelle`, `2`. */
export function headerWords(column: string): string[] {
  return normaliseLabel(camelApart(lastPart(column)))
    .split(' ')
    .map(word => word.replace(/[^a-z0-9]/g, ''))
    .filter(word => word !== '' && !ARTICLES.has(word))
}

function camelApart(name: string): string {
  return name.replaceAll('_', ' ').replace(/(?<=\p{Ll})(?=\p{Lu}\p{Ll})/gu, ' ')
}

/** Whether a column has no name of its own, but one by its position (`#3`). */
export function isUnnamed(column: string): boolean {
  return /^#\d+$/.test(column) || column.trim() === ''
}
