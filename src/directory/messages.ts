import type { DuplicatePair } from '../actor/duplicates/pair.ts'
import { formatReference } from '../actor/duplicates/reference.ts'
import type { LocalizedText } from '../errors.ts'

/** Two records that may be one actor, and on which nobody has decided. */
export function possibleDuplicate({ a, b, verdict, reasons }: DuplicatePair): LocalizedText {
  const why = (language: 'fr' | 'en') => reasons.map(({ message }) => message[language]).join(' ')
  const [x, y] = [`${a.name} (${formatReference(a)})`, `${b.name} (${formatReference(b)})`]
  return verdict === 'duplicate'
    ? {
        fr: `«\u00a0${y}\u00a0» et «\u00a0${x}\u00a0» semblent être le même acteur. ${why('fr')} Décidez-le dans le fichier des doublons.`,
        en: `"${y}" and "${x}" look like one actor. ${why('en')} Decide in the file of duplicates.`,
      }
    : {
        fr: `«\u00a0${y}\u00a0» et «\u00a0${x}\u00a0» sont peut-être le même acteur. ${why('fr')} Décidez-le dans le fichier des doublons.`,
        en: `"${y}" and "${x}" may be one actor. ${why('en')} Decide in the file of duplicates.`,
      }
}

/** A line of the opt-out list that names no record. What it says is not repeated. */
export function unmatchedOptOut(): LocalizedText {
  return {
    fr: 'Cet identifiant de la liste de retrait n’est celui d’aucune fiche. Vérifiez qu’il est bien écrit.',
    en: 'This identifier of the opt-out list is that of no record. Check that it is written right.',
  }
}
