import type { LocalizedText } from '../errors.ts'

/** « a » / "a". */
function quote(value: string): LocalizedText {
  return { fr: `«\u00a0${value}\u00a0»`, en: `"${value}"` }
}

/** A SIREN or SIRET whose last digit does not agree with the others. */
export function wrongCheckDigit(value: string, identifier: 'SIREN' | 'SIRET'): LocalizedText {
  const { fr, en } = quote(value)
  return {
    fr: `${fr} n’est pas un ${identifier}\u00a0: sa clé de contrôle est fausse. Un chiffre a été mal saisi\u00a0; recopiez-le depuis l’avis de situation de l’Insee.`,
    en: `${en} is no ${identifier}: its check digit is wrong. A digit was mistyped; copy it again from the Insee notice.`,
  }
}

/** An identifier made up to fill a cell. */
export function placeholderIdentifier(value: string, identifier: 'SIREN' | 'SIRET' | 'RNA'): LocalizedText {
  const { fr, en } = quote(value)
  return {
    fr: `${fr} tient lieu de numéro ${identifier}, mais n’en est pas un. Saisissez le vrai numéro, ou videz la cellule.`,
    en: `${en} stands in for a ${identifier} number, but is none. Enter the real number, or empty the cell.`,
  }
}

/** A SIRET that does not begin with the SIREN beside it. */
export function siretOfAnotherSiren(siret: string, siren: string): LocalizedText {
  return {
    fr: `Le SIRET ${quote(siret).fr} ne commence pas par le SIREN ${quote(siren).fr}. L’un des deux est celui d’un autre organisme\u00a0; corrigez-le.`,
    en: `The SIRET ${quote(siret).en} does not begin with the SIREN ${quote(siren).en}. One of them belongs to another organisation; correct it.`,
  }
}

/** A day that no calendar has. */
export function impossibleDate(value: string): LocalizedText {
  const { fr, en } = quote(value)
  return {
    fr: `${fr} n’est pas un jour du calendrier. Corrigez la date.`,
    en: `${en} is no day of the calendar. Correct the date.`,
  }
}

/** The day on which computers begin to count. */
export function placeholderDate(value: string): LocalizedText {
  const { fr, en } = quote(value)
  return {
    fr: `${fr} est la date qu’un logiciel écrit quand il n’en connaît pas. Vérifiez-la\u00a0; si elle n’est pas connue, videz la cellule.`,
    en: `${en} is the date that software writes when it knows none. Check it; if it is not known, empty the cell.`,
  }
}

/** Latitude 0, longitude 0. */
export function placeholderCoordinates(): LocalizedText {
  return {
    fr: 'La latitude et la longitude valent 0\u00a0: ce point est dans l’océan Atlantique. Saisissez la vraie position, ou videz les deux cellules.',
    en: 'Latitude and longitude are 0: this point is in the Atlantic Ocean. Enter the real position, or empty both cells.',
  }
}

/** A département that the commune does not lie in. */
export function departmentOfAnotherCommune(department: string, commune: string): LocalizedText {
  return {
    fr: `La commune ${quote(commune).fr} n’est pas dans le département ${quote(department).fr}. Corrigez l’un des deux codes.`,
    en: `The commune ${quote(commune).en} is not in the département ${quote(department).en}. Correct one of the two codes.`,
  }
}

/** A region that the département never was a part of. */
export function regionOfAnotherDepartment(region: string, department: string): LocalizedText {
  return {
    fr: `Le département ${quote(department).fr} n’a jamais fait partie de la région ${quote(region).fr}. Corrigez l’un des deux codes.`,
    en: `The département ${quote(department).en} never was a part of the region ${quote(region).en}. Correct one of the two codes.`,
  }
}

/** A postcode in France that has not five digits. */
export function wrongPostcode(value: string): LocalizedText {
  const { fr, en } = quote(value)
  return {
    fr: `${fr} n’est pas un code postal français, qui a cinq chiffres, zéro initial compris. Corrigez-le.`,
    en: `${en} is no French postcode, which has five digits, a leading zero included. Correct it.`,
  }
}

/** An end that comes before the beginning. */
export function dissolvedBeforeFounded(dissolved: string, founded: string): LocalizedText {
  return {
    fr: `La date de fin ${quote(dissolved).fr} précède la date de création ${quote(founded).fr}. Vérifiez les deux, et corrigez celle qui est fausse.`,
    en: `The date of dissolution ${quote(dissolved).en} is before the date of foundation ${quote(founded).en}. Check both, and correct the wrong one.`,
  }
}

/** A site, identifier or action that its list holds twice. */
export function repeatedMember(value: string): LocalizedText {
  const { fr, en } = quote(value)
  return {
    fr: `${fr} figure deux fois dans la même liste. Retirez l’un des deux, ou corrigez-le s’il désigne autre chose.`,
    en: `${en} stands twice in the same list. Remove one of the two, or correct it if it denotes something else.`,
  }
}

/** A character that cannot be published. */
export function unwritableText(character: string): LocalizedText {
  return {
    fr: `Le texte contient le caractère invisible ${character}, que les formats de publication n’admettent pas. Ressaisissez la cellule.`,
    en: `The text holds the invisible character ${character}, which the formats of publication do not admit. Type the cell again.`,
  }
}

/** A field that every record has. */
export function missingField(field: string): LocalizedText {
  return {
    fr: `Le champ ${quote(field).fr} manque. Renseignez-le.`,
    en: `The field ${quote(field).en} is missing. Fill it in.`,
  }
}

/** A field that no record has. */
export function unknownField(field: string): LocalizedText {
  return {
    fr: `Le champ ${quote(field).fr} n’est pas prévu. Vérifiez son nom, ou déclarez-le dans la configuration.`,
    en: `The field ${quote(field).en} is not known. Check its name, or declare it in the configuration.`,
  }
}

/** A value that is not in the code list of its field. */
export function notInCodeList(value: string): LocalizedText {
  const { fr, en } = quote(value)
  return {
    fr: `${fr} n’est pas dans la liste de codes de ce champ. Choisissez une valeur de la liste.`,
    en: `${en} is not in the code list of this field. Choose a value of the list.`,
  }
}

/** A value where no code list says what may stand. */
export function noCodeList(value: string): LocalizedText {
  const { fr, en } = quote(value)
  return {
    fr: `${fr} ne peut pas être vérifié\u00a0: la liste de codes de ce champ est vide. Complétez la liste, ou videz la cellule.`,
    en: `${en} cannot be checked: the code list of this field is empty. Complete the list, or empty the cell.`,
  }
}

/** A value that has not the form that its field asks for. */
export function wrongForm(value: string, expected: LocalizedText): LocalizedText {
  return {
    fr: `${quote(value).fr} n’est pas ${expected.fr}. Corrigez la valeur.`,
    en: `${quote(value).en} is not ${expected.en}. Correct the value.`,
  }
}

/** A text, list or group without anything in it. */
export function emptyValue(field: string): LocalizedText {
  return {
    fr: `Le champ ${quote(field).fr} est présent mais vide. Renseignez-le, ou retirez-le.`,
    en: `The field ${quote(field).en} is there but empty. Fill it in, or remove it.`,
  }
}

/** A list that says the same thing twice. */
export function repeatedValue(field: string): LocalizedText {
  return {
    fr: `Le champ ${quote(field).fr} contient deux fois la même valeur. Retirez-en une.`,
    en: `The field ${quote(field).en} holds the same value twice. Remove one.`,
  }
}

/** A number beyond its bounds. */
export function outOfBounds(value: string, bound: 'minimum' | 'maximum', limit: number): LocalizedText {
  const { fr, en } = quote(value)
  const [inFrench, inEnglish] =
    bound === 'minimum'
      ? [`est inférieur à ${limit}`, `is less than ${limit}`]
      : [`est supérieur à ${limit}`, `is greater than ${limit}`]
  return {
    fr: `${fr} ${inFrench}. Vérifiez l’unité, et que latitude et longitude ne sont pas inversées.`,
    en: `${en} ${inEnglish}. Check the unit, and that latitude and longitude are not swapped.`,
  }
}

/** What else a schema may ask for. */
export function schemaViolation(field: string, keyword: string): LocalizedText {
  return {
    fr: `Le champ ${quote(field).fr} ne respecte pas la contrainte ${quote(keyword).fr} du schéma. Corrigez la valeur.`,
    en: `The field ${quote(field).en} breaks the constraint ${quote(keyword).en} of the schema. Correct the value.`,
  }
}
