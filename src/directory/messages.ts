import type { DuplicatePair } from '../actor/duplicates/pair.ts'
import { formatReference } from '../actor/duplicates/reference.ts'
import { type LocalizedText, toLocalizedText } from '../errors.ts'
import type { Statistic, Table } from '../statistics/statistic.ts'

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

/** A region that is none of those that statistics count, and in none of which it is. */
export function regionOfAnotherDay(region: string, regions: LocalizedText): LocalizedText {
  return {
    fr: `«\u00a0${region}\u00a0» n’est pas dans la liste «\u00a0${regions.fr}\u00a0», et aucune de celle-ci n’a pris sa place\u00a0: les statistiques par région comptent cet acteur parmi ceux dont la région n’est pas connue. Indiquez sa commune ou son département.`,
    en: `"${region}" is not in the list "${regions.en}", and none of that list took its place: the statistics by region count this actor among those whose region is not known. Give its commune or département.`,
  }
}

/** A table of the last release that is none to compare with. */
export function unreadablePrevious(
  { id, title }: Pick<Table, 'id' | 'title'>,
  date: string,
  { message }: Error,
): LocalizedText {
  return {
    fr: `Statistique «\u00a0${title.fr}\u00a0» (${id})\u00a0: son tableau dans la version du ${date} est d’une autre forme ou ne peut être lu, rien ne lui est comparé (${message}).`,
    en: `Statistic "${title.en}" (${id}): its table in the release of ${date} has another shape or cannot be read, nothing is compared with it (${message}).`,
  }
}

/** A table of the last release that was counted by another query. */
export function changedQuery({ id, title }: Pick<Table, 'id' | 'title'>, date: string): LocalizedText {
  return {
    fr: `Statistique «\u00a0${title.fr}\u00a0» (${id})\u00a0: dans la version du ${date} sa requête était une autre, les chiffres peuvent différer pour cette raison.`,
    en: `Statistic "${title.en}" (${id}): in the release of ${date} its query was another one, figures may differ for that reason.`,
  }
}

/** A map that cannot be drawn. */
export function undrawnMap({ id, title }: Pick<Table, 'id' | 'title'>, { message }: Error): LocalizedText {
  return {
    fr: `Statistique «\u00a0${title.fr}\u00a0» (${id})\u00a0: sa carte ne peut être dessinée, et rien ne pourra être publié. Corrigez «\u00a0chart\u00a0» ou le fichier des contours (${message}).`,
    en: `Statistic "${title.en}" (${id}): its map cannot be drawn, and nothing could be published. Mend "chart" or the file of the outlines (${message}).`,
  }
}

export function undefinedStatistic(
  { id, title }: Pick<Statistic, 'id' | 'title'>,
  { message }: Error,
): LocalizedText {
  const { fr, en } = toLocalizedText(title)
  return {
    fr: `Statistique «\u00a0${fr}\u00a0» (${id})\u00a0: elle ne peut être calculée, et rien ne pourra être publié. Corrigez-la dans la configuration (${message}).`,
    en: `Statistic "${en}" (${id}): it cannot be computed, and nothing could be published. Mend it in the configuration (${message}).`,
  }
}
