import { isCalendarDate } from '../actor/calendarDate.ts'
import { isHttpIri } from '../actor/httpIri.ts'
import type { LocalizedText } from '../errors.ts'
import type { RepairRule } from './crosswalk.ts'
import type { ValueKind } from './fields.ts'

/** The value that a text stands for, and the repairs that it took; or what it should have been. */
export type Conversion =
  | { readonly value: string | number | boolean; readonly repairs: readonly RepairRule[] }
  | { readonly expected: LocalizedText }

type LiteralKind = Exclude<ValueKind, 'concept' | 'territory'>

/** Reads a trimmed, non-empty text as a value of the kind. */
export function convert(text: string, kind: LiteralKind): Conversion {
  return CONVERTERS[kind](text)
}

const CONVERTERS: Readonly<Record<LiteralKind, (text: string) => Conversion>> = {
  text: text => asIs(text),
  siren: text => identifier(text, /^\d+$/, 9),
  siret: text => identifier(text, /^\d+$/, 14),
  rna: text => identifier(text.toUpperCase(), /^W[0-9A-Z]*$/, 10),
  email: text => {
    const address = text.replace(/^mailto:/i, '')
    return /^[^\s@<>]+@[^\s@<>.]+(?:\.[^\s@<>.]+)+$/.test(address)
      ? asIs(address)
      : fail('une adresse électronique', 'an e-mail address')
  },
  iri: toIri,
  decimal: text => toNumber(text, /^[+-]?\d+(?:[.,]\d+)?$/),
  integer: toInteger,
  boolean: text => {
    const word = text.toLowerCase()
    if (['true', 'vrai', 'oui', 'yes', '1', 'x'].includes(word)) return asIs(true)
    if (['false', 'faux', 'non', 'no', '0'].includes(word)) return asIs(false)
    return fail('«\u00a0oui\u00a0» ou «\u00a0non\u00a0»', '"yes" or "no"')
  },
  date: toDate,
  dateOrYear: text => (/^\d{4}$/.test(text) ? asIs(text) : toDate(text)),
  year: text =>
    /^\d{4}$/.test(text) ? asIs(text) : fail('une année sur quatre chiffres', 'a year of four digits'),
}

function asIs(value: string | number | boolean, repairs: readonly RepairRule[] = []): Conversion {
  return { value, repairs }
}

function fail(fr: string, en: string): Conversion {
  return { expected: { fr, en } }
}

/** Whether it is a right one, its check digit tells later: here only what people put between the digits goes. */
function identifier(text: string, pattern: RegExp, length: number): Conversion {
  const bare = text.replace(/[\s.\u00a0\u202f-]/g, '')
  if (!pattern.test(bare) || bare.length !== length) {
    return fail(`un identifiant de ${length} caractères`, `an identifier of ${length} characters`)
  }
  return asIs(bare, bare === text ? [] : ['strip-separators'])
}

function toNumber(text: string, pattern: RegExp): Conversion {
  const bare = text.replace(/(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))/g, '')
  const value = Number(bare.replace(',', '.'))
  if (!pattern.test(bare) || !Number.isFinite(value)) return fail('un nombre', 'a number')
  return asIs(value, bare === text ? [] : ['strip-separators'])
}

/** Beyond 2⁵³ a number would be changed without a word. */
function toInteger(text: string): Conversion {
  const conversion = toNumber(text, /^[+-]?\d+$/)
  if ('value' in conversion && Number.isSafeInteger(conversion.value)) return conversion
  return fail('un nombre entier', 'a whole number')
}

function toIri(text: string): Conversion {
  const bare = /^(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:[/?#]\S*)?$/i.test(text)
    ? `https://${text}`
    : text
  if (!isHttpIri(bare)) {
    return fail('une adresse web complète (https://…)', 'a complete web address (https://…)')
  }
  return asIs(bare, bare === text ? [] : ['add-scheme'])
}

const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
]

/** ISO 8601 dates, and French ones: 17/02/2010, 17-02-2010, 17.02.2010, 17 février 2010. */
function toDate(text: string): Conversion {
  const iso = /^(\d{4})[-/](\d{2})[-/](\d{2})(?:[T ][\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?$/.exec(text)
  const french = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text)
  const words = /^(\d{1,2}|1er) (\p{L}+) (\d{4})$/u.exec(text.toLowerCase())
  const [year, month, day] = iso
    ? [iso[1]!, iso[2]!, iso[3]!]
    : french
      ? [french[3]!, french[2]!, french[1]!]
      : words
        ? [words[3]!, String(MONTHS.indexOf(words[2]!) + 1), words[1]!.replace('er', '')]
        : ['', '', '']
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isCalendarDate(date) ? asIs(date) : fail('une date (jj/mm/aaaa)', 'a date (dd/mm/yyyy)')
}
