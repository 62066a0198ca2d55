import type { LocalizedText } from '../errors.ts'

/** Why a file is read, its records told apart and its release dated as they are. */

export const uniqueColumn: LocalizedText = {
  fr: 'remplie partout, et chaque valeur une seule fois',
  en: 'filled everywhere, and each value once',
}

export const uniqueTogether: LocalizedText = {
  fr: 'aucune colonne n’est unique à elle seule\u00a0; ensemble, celles-ci le sont',
  en: 'no column is unique by itself; together, these are',
}

export function hardlyUnique(rows: number): LocalizedText {
  return {
    fr: `rien ne distingue toutes les fiches\u00a0: ${rows > 1 ? `${rows} lignes ont` : 'une ligne a'} la clé d’une autre`,
    en: `nothing tells all records apart: ${rows === 1 ? 'one row has' : `${rows} rows have`} the key of another`,
  }
}

export const countedKey: LocalizedText = {
  fr: 'semble n’être qu’un numéro de ligne\u00a0: à remplacer par un identifiant durable',
  en: 'seems to be but a row number: replace it with a lasting identifier',
}

export function duplicateRows(rows: number): LocalizedText {
  return rows > 1
    ? {
        fr: `${rows} lignes répètent exactement une autre\u00a0: le contrôle les signale`,
        en: `${rows} rows repeat another one exactly: the check reports them`,
      }
    : {
        fr: 'une ligne en répète exactement une autre\u00a0: le contrôle la signale',
        en: 'one row repeats another one exactly: the check reports it',
      }
}

export const givenDate: LocalizedText = { fr: 'date demandée', en: 'the date asked for' }

export const latestDate: LocalizedText = {
  fr: 'deviné, à vérifier\u00a0: la date la plus récente du fichier',
  en: 'guessed, to be checked: the latest date in the file',
}

export const noDate: LocalizedText = {
  fr: 'à changer\u00a0: rien dans le fichier ne date ces données',
  en: 'to be changed: nothing in the file dates the data',
}

export function otherSheets(sheet: string, others: readonly string[]): LocalizedText {
  return {
    fr: `Feuille retenue\u00a0: «\u00a0${sheet}\u00a0»\u00a0; laissées de côté\u00a0: ${others.map(one => `«\u00a0${one}\u00a0»`).join(', ')}.`,
    en: `Sheet taken: "${sheet}"; left out: ${others.map(one => `"${one}"`).join(', ')}.`,
  }
}
