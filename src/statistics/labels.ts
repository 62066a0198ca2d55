import type { Language } from '../errors.ts'
import type { Dimension } from './dimensionPatterns.ts'
import { type Lines, nested } from './sparqlLines.ts'

/**
 * Lines that bind a concept's code and its label: its former one, where those of then are asked for, or that in the
 * language, or else in the other one. A value without a notation has its IRI for code, one without a label has its code.
 */
export function writeLabels({ variable, among, formerNames }: Dimension, language: Language): Lines {
  if (!among) return []
  const value = `?${variable}`
  const [wanted, other] = language === 'fr' ? ['fr', 'en'] : ['en', 'fr']
  const text = (variable: string, pattern: string) =>
    nested(
      'OPTIONAL',
      nested(
        `SELECT ${value} (MIN(STR(?text)) AS ${variable}) WHERE`,
        [...among(value), pattern],
        `GROUP BY ${value}`,
      ),
    )
  const label = (tag: string) =>
    text(`${value}_${tag}`, `${value} skos:prefLabel ?text . FILTER(LANG(?text) = "${tag}")`)
  return [
    ...text(`${value}_notation`, `${value} skos:notation ?text .`),
    ...(formerNames ? text(`${value}_former`, `${value} annuaire:formerLabel ?text .`) : []),
    ...label(wanted!),
    ...label(other!),
    `BIND(COALESCE(${value}_notation, STR(${value})) AS ${value}_code)`,
    `BIND(COALESCE(${formerNames ? `${value}_former, ` : ''}${value}_${wanted}, ${value}_${other}, ${value}_code) AS ${value}_label)`,
  ]
}
