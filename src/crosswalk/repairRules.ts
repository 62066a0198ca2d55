import type { LocalizedText } from '../errors.ts'

/** Repairs are only made where they are certain; each says what it did. */
export const REPAIR_RULES = {
  trim: { fr: 'espaces autour de la valeur retirées', en: 'spaces around the value removed' },
  'unicode-nfc': { fr: 'accents recomposés (NFC)', en: 'accents composed (NFC)' },
  'strip-separators': {
    fr: 'espaces, points ou tirets retirés de l’identifiant ou du nombre',
    en: 'spaces, dots or hyphens removed from the identifier or number',
  },
  'lost-zero': { fr: 'zéro initial rétabli', en: 'lost leading zero restored' },
  'float-tail': {
    fr: 'décimales nulles retirées («\u00a0,0\u00a0»)',
    en: 'decimals of nothing removed (".0")',
  },
  'exponent-notation': {
    fr: 'notation scientifique développée, sans chiffre perdu',
    en: 'scientific notation written out, no digit lost',
  },
  'spreadsheet-text-mark': {
    fr: 'marque de texte du tableur retirée (apostrophe, ="…")',
    en: 'mark of a spreadsheet’s text removed (apostrophe, ="…")',
  },
  'identifier-label': {
    fr: 'mention devant l’identifiant retirée («\u00a0n°\u00a0», «\u00a0SIRET\u00a0:\u00a0»)',
    en: 'words before the identifier removed ("n°", "SIRET:")',
  },
  'identifier-case': {
    fr: 'lettres de l’identifiant mises en capitales',
    en: 'letters of the identifier capitalised',
  },
  'siren-in-siret-column': {
    fr: 'SIREN trouvé dans la colonne du SIRET, repris comme SIREN',
    en: 'SIREN found in the column of the SIRET, taken as SIREN',
  },
  'siret-in-siren-column': {
    fr: 'SIREN tiré du SIRET trouvé dans sa colonne',
    en: 'SIREN taken from the SIRET found in its column',
  },
  'vat-number': { fr: 'SIREN tiré du numéro de TVA', en: 'SIREN taken from the VAT number' },
  'rna-in-another-column': {
    fr: 'numéro RNA trouvé dans une autre colonne, repris comme RNA',
    en: 'RNA number found in another column, taken as RNA',
  },
  'strip-mailto': { fr: '«\u00a0mailto:\u00a0» retiré', en: '"mailto:" removed' },
  'minus-sign': { fr: 'signe moins typographique remplacé', en: 'typographic minus sign replaced' },
  'degrees-minutes-seconds': {
    fr: 'degrés, minutes et secondes convertis en degrés décimaux',
    en: 'degrees, minutes and seconds turned into decimal degrees',
  },
  'two-digit-year': {
    fr: 'année complétée (00 à 68\u00a0: 2000 à 2068\u00a0; 69 à 99\u00a0: 1969 à 1999)',
    en: 'year completed (00 to 68: 2000 to 2068; 69 to 99: 1969 to 1999)',
  },
  'year-of-month': {
    fr: 'année seule gardée d’un mois sans jour',
    en: 'year only kept of a month without day',
  },
  'add-scheme': {
    fr: '«\u00a0https://\u00a0» ajouté devant l’adresse',
    en: '"https://" put before the address',
  },
  'strip-controls': {
    fr: 'caractères de contrôle invisibles retirés',
    en: 'invisible control characters removed',
  },
  'html-to-text': { fr: 'texte seul du code HTML', en: 'plain text of the HTML' },
  'transform-coordinates': {
    fr: 'coordonnées converties en degrés (WGS 84)',
    en: 'coordinates turned into degrees (WGS 84)',
  },
  'former-commune': {
    fr: 'commune d’aujourd’hui à la place d’une ancienne',
    en: 'commune of today in the place of a former one',
  },
  'commune-of-arrondissement': {
    fr: 'commune à la place de son arrondissement',
    en: 'commune in the place of its arrondissement',
  },
  'find-commune': {
    fr: 'commune trouvée par son nom et le reste de l’adresse',
    en: 'commune found by its name and the rest of the address',
  },
} as const satisfies Record<string, LocalizedText>

/** Name of a rule of repair. */
export type RepairRule = keyof typeof REPAIR_RULES
