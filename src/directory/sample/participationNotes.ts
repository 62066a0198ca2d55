import type { LocalizedText } from '../../errors.ts'

/** How many are not in a rate of response. */
export interface LeftOut {
  /** Those who were asked, and are in the directory no more. */
  readonly gone: number
  /** Those who answered unasked. */
  readonly unasked: number
  /** Responses of nobody known. */
  readonly unknown: number
}

/** What a rate of response does not count. */
export function participationNotes({ gone, unasked, unknown }: LeftOut): readonly LocalizedText[] {
  return [...goneNote(gone), ...unaskedNote(unasked), ...unknownNote(unknown)]
}

function goneNote(count: number): LocalizedText[] {
  if (count === 0) return []
  return [
    count === 1
      ? {
          fr: 'Un acteur interrogé n’est plus dans l’annuaire\u00a0: il n’est pas compté ici.',
          en: 'One actor that was asked is in the directory no more: it is not counted here.',
        }
      : {
          fr: `${count}\u00a0acteurs interrogés ne sont plus dans l’annuaire\u00a0: ils ne sont pas comptés ici.`,
          en: `${count} actors that were asked are in the directory no more: they are not counted here.`,
        },
  ]
}

function unaskedNote(count: number): LocalizedText[] {
  if (count === 0) return []
  return [
    count === 1
      ? {
          fr: 'Un acteur a répondu sans avoir été interrogé\u00a0: il n’est pas compté ici.',
          en: 'One actor answered unasked: it is not counted here.',
        }
      : {
          fr: `${count}\u00a0acteurs ont répondu sans avoir été interrogés\u00a0: ils ne sont pas comptés ici.`,
          en: `${count} actors answered unasked: they are not counted here.`,
        },
  ]
}

function unknownNote(count: number): LocalizedText[] {
  if (count === 0) return []
  return [
    count === 1
      ? {
          fr: 'Une réponse ne dit pas quel acteur l’a donnée\u00a0: elle n’est pas comptée ici.',
          en: 'One response does not say which actor gave it: it is not counted here.',
        }
      : {
          fr: `${count}\u00a0réponses ne disent pas quel acteur les a données\u00a0: elles ne sont pas comptées ici.`,
          en: `${count} responses do not say which actor gave them: they are not counted here.`,
        },
  ]
}
