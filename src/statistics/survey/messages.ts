import type { LocalizedText } from '../../errors.ts'
import type { SampledStratum } from '../sample/drawSample.ts'

/** « a », « b » ou « c » / "a", "b" or "c". */
function alternatives(labels: readonly LocalizedText[]): LocalizedText {
  const join = (quoted: readonly string[], or: string) =>
    quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} ${or} ${quoted.at(-1)}`
  return {
    fr: join(
      labels.map(({ fr }) => `«\u00a0${fr}\u00a0»`),
      'ou',
    ),
    en: join(
      labels.map(({ en }) => `"${en}"`),
      'or',
    ),
  }
}

/** An answer of somebody whom earlier answers spared the question. */
export function notAsked(filter: LocalizedText, options: readonly LocalizedText[]): LocalizedText {
  const { fr, en } = alternatives(options)
  return {
    fr: `Cette question ne s’adresse qu’à ceux qui ont répondu ${fr} à «\u00a0${filter.fr}\u00a0», ce qui n’est pas le cas ici\u00a0; la réponse n’est pas comptée. Vérifiez les deux réponses, ou la condition «\u00a0askedIf\u00a0».`,
    en: `This question is only for those who answered ${en} to "${filter.en}", which is not so here; the answer is not counted. Check both answers, or the condition "askedIf".`,
  }
}

/** A number that the question does not allow. */
export function outOfRange(value: number, bound: 'minimum' | 'maximum', limit: number): LocalizedText {
  const [fr, en] =
    bound === 'minimum'
      ? ['est inférieur au minimum', 'is less than the minimum']
      : ['est supérieur au maximum', 'is greater than the maximum']
  const inFrench = (number: number) => String(number).replace('.', ',')
  return {
    fr: `${inFrench(value)} ${fr}, ${inFrench(limit)}\u00a0; la réponse n’est pas comptée. Corrigez-la, ou la borne de la question.`,
    en: `${value} ${en}, ${limit}; the answer is not counted. Correct it, or the bound of the question.`,
  }
}

/** A weight that takes away. */
export function negativeWeight(value: number): LocalizedText {
  return {
    fr: `Le poids ${String(value).replace('.', ',')} est négatif\u00a0; la réponse n’est comptée dans aucun tableau pondéré. Corrigez-le.`,
    en: `The weight ${value} is negative; the response is counted in no weighted table. Correct it.`,
  }
}

/** A response without the weight that the others have. */
export function missingWeight(): LocalizedText {
  return {
    fr: 'Cette réponse n’a pas de poids\u00a0; elle n’est comptée dans aucun tableau pondéré. Donnez-lui un poids.',
    en: 'This response has no weight; it is counted in no weighted table. Give it a weight.',
  }
}

/** A respondent that is no actor of the directory, or one that is not published. */
export function unknownRespondent(key: string): LocalizedText {
  return {
    fr: `Aucune fiche publiée n’a l’identifiant «\u00a0${key}\u00a0»\u00a0; la réponse est comptée, mais sans ce que l’annuaire sait de qui l’a donnée. Vérifiez l’identifiant.`,
    en: `No published record has the identifier "${key}"; the response is counted, but without what the directory knows of who gave it. Check the identifier.`,
  }
}

/**
 * An actor that answered before.
 *
 * @param isWeighed whether its weight is that of those it stands for, which its responses share
 */
export function answeredTwice(key: string, line: number | undefined, isWeighed = false): LocalizedText {
  const [fr, en] = line === undefined ? ['', ''] : [` (ligne ${line})`, ` (line ${line})`]
  const shared = isWeighed
    ? { fr: ' et se partagent son poids', en: ' and share its weight' }
    : { fr: '', en: '' }
  return {
    fr: `«\u00a0${key}\u00a0» a déjà répondu${fr}\u00a0; les deux réponses sont comptées${shared.fr}. Gardez celle qui vaut.`,
    en: `"${key}" has answered already${en}; both responses are counted${shared.en}. Keep the one that holds.`,
  }
}

/** A response of an actor that was not drawn, where responses are weighted by the sample. */
export function notDrawn(key: string): LocalizedText {
  return {
    fr: `«\u00a0${key}\u00a0» n’a pas été tiré au sort\u00a0; sa réponse n’a pas de poids, et n’est comptée dans aucun tableau pondéré. Vérifiez l’identifiant.`,
    en: `"${key}" was not drawn; its response has no weight, and is counted in no weighted table. Check the identifier.`,
  }
}

/** A response of nobody known, where responses are weighted by the sample. */
export function nobodyDrawn(): LocalizedText {
  return {
    fr: 'Cette réponse ne dit pas lequel des acteurs tirés au sort l’a donnée\u00a0; elle n’a pas de poids, et n’est comptée dans aucun tableau pondéré. Donnez-lui l’identifiant de l’acteur.',
    en: 'This response does not say which of the actors drawn gave it; it has no weight, and is counted in no weighted table. Give it the identifier of the actor.',
  }
}

/** A stratum that nobody answers for. */
export function unrepresentedStratum(
  stratum: LocalizedText,
  { frameSize, sampleSize }: Pick<SampledStratum, 'frameSize' | 'sampleSize'>,
): LocalizedText {
  const why =
    sampleSize === 0
      ? { fr: 'personne n’y a été tiré au sort', en: 'nobody was drawn in it' }
      : {
          fr: `aucun des acteurs tirés au sort (${sampleSize}) n’y a répondu`,
          en: `none of those drawn in it (${sampleSize}) answered`,
        }
  return {
    fr: `Strate «\u00a0${stratum.fr}\u00a0»\u00a0: ${why.fr}\u00a0; ses acteurs (${frameSize}) ne sont représentés par personne, et les résultats pondérés ne valent pas pour eux. Relancez-les, ou tirez l’échantillon suivant par strates plus larges.`,
    en: `Stratum "${stratum.en}": ${why.en}; its actors (${frameSize}) are represented by nobody, and weighted results do not hold for them. Ask them again, or draw the next sample by wider strata.`,
  }
}

/** Strata whose weights may tell what the few that answered in them said. */
export function tellingWeights(strata: readonly LocalizedText[], few: number): LocalizedText {
  const named = strata.slice(0, MOST_NAMED)
  const rest = strata.length - named.length
  const more = rest === 0 ? { fr: '', en: '' } : { fr: ` et ${rest}\u00a0de plus`, en: ` and ${rest} more` }
  return {
    fr: `Strates de moins de ${few}\u00a0réponses (${named.map(({ fr }) => fr).join(', ')}${more.fr})\u00a0: leur poids n’étant guère qu’à elles, un total pondéré peut laisser calculer ce qu’on y a répondu. Tirez l’échantillon par strates plus larges, ou publiez ces tableaux sans pondération.`,
    en: `Strata with fewer than ${few} responses (${named.map(({ en }) => en).join(', ')}${more.en}): as hardly anybody else has their weight, what was answered in them can be worked out from a weighted total. Draw the sample by wider strata, or publish these tables without weights.`,
  }
}

/** How many strata a message names. */
const MOST_NAMED = 5
