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
  'add-scheme': {
    fr: '«\u00a0https://\u00a0» ajouté devant l’adresse',
    en: '"https://" put before the address',
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
