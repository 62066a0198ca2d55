import type { LocalizedText } from '../errors.ts'
import { excerpt } from '../validation/excerpt.ts'

type Identifier = 'SIREN' | 'SIRET'

const fr = (value: string) => `«\u00a0${excerpt(value)}\u00a0»`
const en = (value: string) => `"${excerpt(value)}"`

/** What a kind of value is, in words. */
export const EXPECTED = {
  siren: { fr: 'un numéro SIREN (neuf chiffres)', en: 'a SIREN number (nine digits)' },
  siret: { fr: 'un numéro SIRET (quatorze chiffres)', en: 'a SIRET number (fourteen digits)' },
  rna: {
    fr: 'un numéro RNA («\u00a0W\u00a0» et neuf caractères)',
    en: 'an RNA number ("W" and nine characters)',
  },
  email: { fr: 'une adresse électronique', en: 'an e-mail address' },
  iri: { fr: 'une adresse web complète (https://…)', en: 'a complete web address (https://…)' },
  number: { fr: 'un nombre', en: 'a number' },
  integer: { fr: 'un nombre entier', en: 'a whole number' },
  boolean: { fr: '«\u00a0oui\u00a0» ou «\u00a0non\u00a0»', en: '"yes" or "no"' },
  date: { fr: 'une date (jj/mm/aaaa)', en: 'a date (dd/mm/yyyy)' },
  dateOrYear: { fr: 'une date (jj/mm/aaaa) ou une année', en: 'a date (dd/mm/yyyy) or a year' },
  year: { fr: 'une année sur quatre chiffres', en: 'a year of four digits' },
  point: { fr: 'une position (latitude et longitude)', en: 'a position (latitude and longitude)' },
} as const satisfies Record<string, LocalizedText>

/** An identifier of which a spreadsheet kept the first digits only. */
export function roundedIdentifier(value: string, identifier: Identifier): LocalizedText {
  return {
    fr: `${fr(value)} est un numéro ${identifier} arrondi par un tableur\u00a0: des chiffres sont perdus. Mettez la colonne au format texte et ressaisissez le numéro.`,
    en: `${en(value)} is a ${identifier} number that a spreadsheet rounded: digits are lost. Format the column as text and enter the number again.`,
  }
}

/** An identifier with too few or too many digits. */
export function identifierLength(digits: string, identifier: Identifier): LocalizedText {
  const length = identifier === 'SIREN' ? { fr: 'neuf', en: 'nine' } : { fr: 'quatorze', en: 'fourteen' }
  return {
    fr: `${fr(digits)} a ${digits.length} chiffres, un numéro ${identifier} en a ${length.fr}. Vérifiez le numéro\u00a0; un zéro initial a pu se perdre.`,
    en: `${en(digits)} has ${digits.length} digits, a ${identifier} number has ${length.en}. Check the number; a leading zero may have been lost.`,
  }
}

/** A VAT number that its own key contradicts. */
export function wrongVatKey(value: string): LocalizedText {
  return {
    fr: `${fr(value)} a la forme d’un numéro de TVA, mais sa clé est fausse. Vérifiez-le, ou saisissez le numéro SIREN.`,
    en: `${en(value)} has the form of a VAT number, but its key is wrong. Check it, or enter the SIREN number.`,
  }
}

/** A number of the register of New Caledonia. */
export function ridet(value: string): LocalizedText {
  return {
    fr: `${fr(value)} a la forme d’un numéro RIDET (Nouvelle-Calédonie), qui n’est ni un SIREN ni un SIRET. Reprenez cette colonne dans «\u00a0otherIdentifiers\u00a0», avec «\u00a0scheme: RIDET\u00a0».`,
    en: `${en(value)} has the form of a RIDET number (New Caledonia), which is neither a SIREN nor a SIRET. Map this column to "otherIdentifiers", with "scheme: RIDET".`,
  }
}

/** Nine digits, which an RNA number has after its W. */
export function rnaWithoutW(value: string): LocalizedText {
  return {
    fr: `${fr(value)} est peut-être un numéro RNA sans son «\u00a0W\u00a0», ou un numéro SIREN. Un numéro RNA commence par «\u00a0W\u00a0»\u00a0: complétez-le, ou changez-le de colonne.`,
    en: `${en(value)} may be an RNA number without its "W", or a SIREN number. An RNA number begins with "W": complete it, or move it to its column.`,
  }
}

/** What associations have that are not in the national register, or were before it. */
export function otherAssociationRegister(value: string): LocalizedText {
  return {
    fr: `${fr(value)} est un numéro d’un autre registre (ancien numéro de préfecture, ou tribunal d’Alsace-Moselle), non un numéro RNA. Reprenez-le dans «\u00a0otherIdentifiers\u00a0», ou saisissez le numéro RNA s’il y en a un.`,
    en: `${en(value)} is a number of another register (former number of a prefecture, or court of Alsace-Moselle), not an RNA number. Map it to "otherIdentifiers", or enter the RNA number if there is one.`,
  }
}

/** `1,234` where a whole number is wanted. */
export function ambiguousNumber(value: string): LocalizedText {
  return {
    fr: `${fr(value)} peut se lire comme un nombre à décimales ou comme des milliers. Écrivez le nombre entier sans séparateur.`,
    en: `${en(value)} may be read as a number with decimals or as thousands. Write the whole number without a separator.`,
  }
}

/** A number with what it counts. */
export function numberWithUnit(value: string): LocalizedText {
  return {
    fr: `${fr(value)} est un nombre suivi de son unité. Ne gardez que le nombre, et dites l’unité dans l’en-tête de la colonne.`,
    en: `${en(value)} is a number followed by its unit. Keep the number only, and name the unit in the header of the column.`,
  }
}

/** `1,2E+05`: of a number, what a narrow column shows. */
export function exponentNotation(value: string): LocalizedText {
  return {
    fr: `${fr(value)} est un nombre abrégé par un tableur\u00a0: des chiffres peuvent être perdus. Élargissez la colonne et exportez le fichier à nouveau.`,
    en: `${en(value)} is a number that a spreadsheet abridged: digits may be lost. Widen the column and export the file again.`,
  }
}

const ORDERS = {
  dmy: { fr: 'jour/mois/année', en: 'day/month/year' },
  mdy: { fr: 'mois/jour/année', en: 'month/day/year' },
  ymd: { fr: 'année/mois/jour', en: 'year/month/day' },
} as const satisfies Record<string, LocalizedText>

/** A date that only another order makes one. */
export function otherDateOrder(
  value: string,
  read: keyof typeof ORDERS,
  other: keyof typeof ORDERS,
): LocalizedText {
  return {
    fr: `${fr(value)} n’est pas une date lue ${ORDERS[read].fr}, mais en serait une lue ${ORDERS[other].fr}. Si toute la colonne est ainsi, ajoutez «\u00a0dates: ${other}\u00a0»\u00a0; sinon, corrigez la cellule.`,
    en: `${en(value)} is no date read ${ORDERS[read].en}, but would be one read ${ORDERS[other].en}. If the whole column is so, add "dates: ${other}"; otherwise correct the cell.`,
  }
}

/** 17/02/10. */
export function twoDigitYear(value: string): LocalizedText {
  return {
    fr: `L’année de ${fr(value)} n’a que deux chiffres. Écrivez-la en entier, ou ajoutez à la colonne l’ordre de ses dates («\u00a0dates: dmy\u00a0»).`,
    en: `The year of ${en(value)} has only two digits. Write it in full, or add to the column the order of its dates ("dates: dmy").`,
  }
}

/** A month or year where a day is wanted. */
export function dateWithoutDay(value: string): LocalizedText {
  return {
    fr: `${fr(value)} ne dit pas le jour. Complétez la date.`,
    en: `${en(value)} does not say the day. Complete the date.`,
  }
}

/** A number where a date is wanted. */
export function spreadsheetDate(value: string): LocalizedText {
  return {
    fr: `${fr(value)} est peut-être une date sous la forme d’un numéro de tableur. Si toute la colonne est ainsi, ajoutez «\u00a0dates: excel\u00a0»\u00a0; sinon, corrigez la cellule.`,
    en: `${en(value)} may be a date as the number that a spreadsheet gives it. If the whole column is so, add "dates: excel"; otherwise correct the cell.`,
  }
}
