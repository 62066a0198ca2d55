import type { Language, UnmatchedSummary } from '../index.ts'
import { printable } from './printable.ts'

/** Most of the values that are listed on a terminal; reports have all of them. */
const LISTED = 20

/** Values that are in no list, by frequency, with the line to paste into the configuration where the guess is right. */
export function formatUnmatched(unmatched: readonly UnmatchedSummary[], language: Language): string {
  const proposed = unmatched.filter(({ paste }) => paste !== undefined)
  if (proposed.length === 0) return ''
  const lines = proposed
    .slice(0, LISTED)
    .map(({ source, paste }) => `  # ${source}\n      ${printable(paste!)}\n`)
  const heading =
    language === 'fr'
      ? 'Si les valeurs proches sont les bonnes, à mettre à la place de la ligne de la colonne (sous «\u00a0columns\u00a0»)\u00a0:'
      : 'Where the nearest values are right, put in the place of the line of the column (under "columns"):'
  return `\n${heading}\n${lines.join('')}`
}
