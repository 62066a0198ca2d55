import type { LocalizedText } from '../errors.ts'

const SIRET: LocalizedText = { fr: 'un SIRET (quatorze chiffres)', en: 'a SIRET (fourteen digits)' }
const DATE_OR_YEAR: LocalizedText = {
  fr: 'une date (2010-02-17) ou une année (2010)',
  en: 'a date (2010-02-17) or a year (2010)',
}

/** What a field must be, in words, where its JSON Schema says it by a pattern. */
const PATTERNS: Readonly<Record<string, LocalizedText>> = {
  siren: { fr: 'un SIREN (neuf chiffres)', en: 'a SIREN (nine digits)' },
  siret: SIRET,
  'sites.siret': SIRET,
  rna: {
    fr: 'un numéro RNA («\u00a0W\u00a0» et neuf caractères, par exemple W751234567)',
    en: 'an RNA number ("W" and nine characters, for example W751234567)',
  },
  founded: DATE_OR_YEAR,
  dissolved: DATE_OR_YEAR,
  'actions.date': DATE_OR_YEAR,
  source: {
    fr: 'un nom de source (minuscules sans accents, chiffres et tirets)',
    en: 'the name of a source (lower-case letters, digits and hyphens)',
  },
}

const YEAR: LocalizedText = { fr: 'une année de quatre chiffres', en: 'a year of four digits' }

/** The formats that the schemas of records use. */
export type Format = 'date' | 'email' | 'iri'

/** What a format asks for, in words. */
const FORMATS: Readonly<Record<Format, LocalizedText>> = {
  date: { fr: 'une date du calendrier (2010-02-17)', en: 'a calendar date (2010-02-17)' },
  email: { fr: 'une adresse électronique', en: 'an e-mail address' },
  iri: {
    fr: 'une adresse web complète (https://…), sans espace',
    en: 'a complete web address (https://…), without spaces',
  },
}

/** The same of a type. */
const TYPES: Readonly<Record<string, LocalizedText>> = {
  string: { fr: 'un texte', en: 'a text' },
  integer: { fr: 'un nombre entier', en: 'a whole number' },
  number: { fr: 'un nombre', en: 'a number' },
  boolean: { fr: 'une valeur vrai ou faux', en: 'true or false' },
  array: { fr: 'une liste', en: 'a list' },
  object: { fr: 'un groupe de champs', en: 'a group of fields' },
  'string,object': { fr: 'un texte ou un groupe de champs', en: 'a text or a group of fields' },
}

const SIMPLE: LocalizedText = {
  fr: 'un texte, un nombre, une valeur vrai ou faux, ni une liste de ces valeurs',
  en: 'a text, a number, true or false, nor a list of these',
}

/** What the pattern of a field asks for; own fields have one for years only. */
export function expectedByPattern(field: string): LocalizedText {
  return PATTERNS[field] ?? YEAR
}

/** What a format asks for. */
export function expectedByFormat(format: Format): LocalizedText {
  return FORMATS[format]
}

/** What a type asks for; types without words of their own are those of any own field. */
export function expectedByType(type: string): LocalizedText {
  return TYPES[type] ?? SIMPLE
}
