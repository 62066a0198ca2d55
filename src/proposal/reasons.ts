import type { LocalizedText } from '../errors.ts'

/** Why a column is taken for what it is taken for: texts that stand as comments in the proposed file. */

/** A share as people read it, `98 %`. Only what is whole is 100 %, and only nothing is 0 %. */
function percent(share: number): LocalizedText {
  const rounded = Math.round(share * 100)
  const shown = share < 1 && rounded === 100 ? 99 : share > 0 && rounded === 0 ? 1 : rounded
  return { fr: `${shown}\u00a0%`, en: `${shown}%` }
}

/** Several reasons as one. */
export function joinReasons(reasons: readonly LocalizedText[]): LocalizedText {
  return { fr: reasons.map(({ fr }) => fr).join('\u00a0; '), en: reasons.map(({ en }) => en).join('; ') }
}

export const byHeader: LocalizedText = { fr: 'd’après le nom de la colonne', en: 'by the name of the column' }

export function valuesAre(share: number, what: LocalizedText): LocalizedText {
  const { fr, en } = percent(share)
  return { fr: `${fr} des valeurs sont ${what.fr}`, en: `${en} of the values are ${what.en}` }
}

export function valuesAreNot(share: number, what: LocalizedText): LocalizedText {
  const { fr, en } = percent(share)
  return {
    fr: `le nom le laisse croire, mais seulement ${fr} des valeurs sont ${what.fr}`,
    en: `the name suggests it, but only ${en} of the values are ${what.en}`,
  }
}

export const emptyColumn: LocalizedText = { fr: 'colonne vide', en: 'empty column' }

export function constantColumn(value: string): LocalizedText {
  return {
    fr: `même valeur partout\u00a0: «\u00a0${value}\u00a0»`,
    en: `the same value everywhere: "${value}"`,
  }
}

export const placeholders: LocalizedText = {
  fr: 'valeurs de remplissage (des zéros ou un chiffre répété), qui ne disent rien',
  en: 'placeholders (zeros or a digit repeated), which say nothing',
}

export const rowNumbers: LocalizedText = {
  fr: 'numéros de ligne, qui changent quand on trie',
  en: 'row numbers, which change with sorting',
}

export const technicalColumn: LocalizedText = {
  fr: 'colonne technique d’un logiciel',
  en: 'technical column of some software',
}

export const personsByHeader: LocalizedText = {
  fr: 'le nom de la colonne annonce des personnes\u00a0; rien n’en est publié',
  en: 'the name of the column announces persons; nothing of it is published',
}

export const secretByHeader: LocalizedText = {
  fr: 'le nom de la colonne dit qu’elle n’est pas à publier\u00a0; rien n’en est publié',
  en: 'the name of the column says that it is not to be published; nothing of it is',
}

function personal(count: number, total: number, what: 'email' | 'telephone' | 'text'): LocalizedText {
  const fr = {
    email: ['adresse semble être celle d’une personne', 'adresses semblent être celles de personnes'],
    telephone: ['numéro semble être un portable', 'numéros semblent être des portables'],
    text: [
      'texte semble nommer une personne ou dire comment la joindre',
      'textes semblent nommer des personnes ou dire comment les joindre',
    ],
  }[what]
  const en = {
    email: ['address looks like that of a person', 'addresses look like those of persons'],
    telephone: ['number looks like a mobile phone', 'numbers look like mobile phones'],
    text: [
      'text seems to name a person or tell how to reach them',
      'texts seem to name persons or tell how to reach them',
    ],
  }[what]
  return {
    fr: `${count} ${fr[count > 1 ? 1 : 0]} (sur ${total})`,
    en: `${count} ${en[count === 1 ? 0 : 1]} (of ${total})`,
  }
}

/** Of a column that is left out. */
export function personalValues(
  count: number,
  total: number,
  what: 'email' | 'telephone' | 'text',
): LocalizedText {
  const { fr, en } = personal(count, total, what)
  return {
    fr: `${fr}\u00a0; à publier seulement si ces personnes le veulent`,
    en: `${en}; publish them only if these persons want it`,
  }
}

/** Of a column that is published. */
export function fewPersonal(
  count: number,
  total: number,
  what: 'email' | 'telephone' | 'text',
): LocalizedText {
  const { fr, en } = personal(count, total, what)
  return { fr: `${fr}\u00a0: à vérifier`, en: `${en}: check` }
}

export const noField: LocalizedText = { fr: 'aucun champ ne convient', en: 'no field fits' }

export const yesOrNo: LocalizedText = { fr: 'oui ou non', en: 'yes or no' }
export const wholeNumbers: LocalizedText = { fr: 'nombres entiers', en: 'whole numbers' }
export const numbers: LocalizedText = { fr: 'nombres', en: 'numbers' }
export const dates: LocalizedText = { fr: 'dates', en: 'dates' }
export const webAddresses: LocalizedText = { fr: 'adresses web', en: 'web addresses' }
export const freeText: LocalizedText = { fr: 'texte libre', en: 'free text' }

export function fewValues(count: number): LocalizedText {
  return {
    fr: `${count} ${count > 1 ? 'valeurs différentes, qui reviennent' : 'valeur, qui revient'}\u00a0: une liste, que l’on peut compter`,
    en: `${count} different ${count === 1 ? 'value, which recurs' : 'values, which recur'}: a code list, which can be counted`,
  }
}

export const presence: LocalizedText = {
  fr: 'remplie ou vide\u00a0: remplie, elle dit oui',
  en: 'filled or empty: filled, it says yes',
}

export function severalPerCell(separators: readonly string[]): LocalizedText {
  const shown = separators.map(separator => (separator === '\n' ? '↵' : separator.trim()))
  return {
    fr: `listes séparées par ${shown.map(one => `«\u00a0${one}\u00a0»`).join(' et ')}`,
    en: `lists separated by ${shown.map(one => `"${one}"`).join(' and ')}`,
  }
}

export function inScheme(share: number, title: LocalizedText): LocalizedText {
  const { fr, en } = percent(share)
  return {
    fr: `${fr} des valeurs sont dans la liste «\u00a0${title.fr}\u00a0»`,
    en: `${en} of the values are in the list "${title.en}"`,
  }
}

export function ofOwnScheme(count: number, share: number): LocalizedText {
  const { fr, en } = percent(share)
  return {
    fr: `une liste à part de ${count} ${count > 1 ? 'valeurs' : 'valeur'}\u00a0: ${fr} seulement sont dans la liste fournie`,
    en: `a list of its own of ${count} ${count === 1 ? 'value' : 'values'}: only ${en} are in the shipped list`,
  }
}

export function dateOrder(order: string): LocalizedText {
  const fr = { dmy: 'jour, mois, année', mdy: 'mois, jour, année', ymd: 'année, mois, jour' }[order]
  const en = { dmy: 'day, month, year', mdy: 'month, day, year', ymd: 'year, month, day' }[order]
  return { fr: `dates écrites ${fr}`, en: `dates written ${en}` }
}

export const ambiguousDates: LocalizedText = {
  fr: 'jour et mois pourraient être inversés\u00a0: à vérifier',
  en: 'day and month could be the other way round: check it',
}

export const html: LocalizedText = { fr: 'textes en HTML', en: 'texts in HTML' }

export function belongsTo(field: string): LocalizedText {
  return { fr: `complète ${field}`, en: `completes ${field}` }
}

export function alsoNamed(column: string): LocalizedText {
  return { fr: `autre nom, à côté de «\u00a0${column}\u00a0»`, en: `another name, beside "${column}"` }
}

export function fillsUp(column: string): LocalizedText {
  return { fr: `remplie là où «\u00a0${column}\u00a0» ne l’est pas`, en: `filled where "${column}" is not` }
}

export function secondTo(column: string, field: string): LocalizedText {
  return {
    fr: `«\u00a0${column}\u00a0» est déjà pris pour ${field}`,
    en: `"${column}" is already taken for ${field}`,
  }
}

export const openingDays: LocalizedText = {
  fr: 'une colonne par jour de la semaine',
  en: 'a column per day of the week',
}

export function keysOf(share: number, key: string): LocalizedText {
  const { fr, en } = percent(share)
  return {
    fr: `${fr} des valeurs sont des valeurs de «\u00a0${key}\u00a0»`,
    en: `${en} of the values are values of "${key}"`,
  }
}

export function registerOf(register: string): LocalizedText {
  return {
    fr: `identifiants ${register}, d’après le nom de la colonne`,
    en: `${register} identifiers, by the name of the column`,
  }
}

export const mostTelling: LocalizedText = {
  fr: 'aucune colonne ne s’appelle «\u00a0nom\u00a0»\u00a0: la plus parlante est prise',
  en: 'no column is called "name": the most telling one is taken',
}

export const wgs84: LocalizedText = { fr: 'degrés (WGS\u00a084)', en: 'degrees (WGS 84)' }

export const swapped: LocalizedText = {
  fr: 'attention, X et Y (ou latitude et longitude) sont inversés dans le fichier\u00a0: les valeurs décident',
  en: 'beware, X and Y (or latitude and longitude) are swapped in the file: the values decide',
}

export function coordinateSystem(crs: string, share: number): LocalizedText {
  const { fr, en } = percent(share)
  return {
    fr: `${fr} des positions sont dans l’étendue de ${crs}`,
    en: `${en} of the positions are within the extent of ${crs}`,
  }
}

export const unknownSystem: LocalizedText = {
  fr: 'coordonnées d’un système qui n’est pas reconnu\u00a0: à dire avec «\u00a0crs\u00a0»',
  en: 'coordinates of a system that is not recognised: say it with "crs"',
}

export const samePositions: LocalizedText = {
  fr: 'la position est déjà prise d’autres colonnes',
  en: 'the position is taken from other columns already',
}

export const pointOrder: LocalizedText = {
  fr: 'les deux coordonnées dans une cellule',
  en: 'both coordinates in one cell',
}

export function unreadableValues(count: number): LocalizedText {
  return count > 1
    ? {
        fr: `${count} valeurs illisibles sont laissées de côté («\u00a0values\u00a0»), pour que leurs fiches paraissent`,
        en: `${count} unreadable values are left out ("values"), so that their records are published`,
      }
    : {
        fr: 'une valeur illisible est laissée de côté («\u00a0values\u00a0»), pour que sa fiche paraisse',
        en: 'an unreadable value is left out ("values"), so that its record is published',
      }
}

export function tooManyUnreadable(field: string): LocalizedText {
  return {
    fr: `trop de valeurs ne sont pas lisibles comme ${field}`,
    en: `too many values cannot be read as ${field}`,
  }
}

export const firstOfSeveral: LocalizedText = {
  fr: 'certaines fiches en ont plusieurs\u00a0: la première est gardée, les autres sont signalées',
  en: 'some records have several: the first is kept, the others are reported',
}

export const columnPerOption: LocalizedText = {
  fr: 'une colonne par valeur possible',
  en: 'a column per possible value',
}
