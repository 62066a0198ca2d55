import type { Language, LocalizedText } from '../../errors.ts'
import type { ResponseWeights, Weighting } from '../../statistics/survey/weighting.ts'
import { formatNumber } from '../../statistics/words/numbers.ts'

/** How many strata are named that nobody answers for. */
const MOST_NAMED = 5

/**
 * What weighted tables tell of weights that come from the sample: what they are, that they are all the same where they
 * are, and how many nobody answers for.
 *
 * @param labelOf what a stratum is called
 */
export function weightingNotes(
  { weights, strata, areEqual }: ResponseWeights,
  weighting: Weighting,
  labelOf: (code: string) => LocalizedText,
): readonly LocalizedText[] {
  const isStratified = strata.length > 1
  const [first] = weights.values()
  const equal = first !== undefined && areEqual ? [equalNote(first)] : []
  const silent = strata.filter(({ answered, frameSize }) => answered === 0 && frameSize > 0)
  const unheard = silent.reduce((sum, { frameSize }) => sum + frameSize, 0)
  const all = strata.reduce((sum, { frameSize }) => sum + frameSize, 0)
  return [
    weighting === 'design' ? designNote(isStratified) : responseNote(isStratified),
    ...equal,
    ...(unheard === 0
      ? []
      : [
          silentNote(
            silent.map(({ code }) => labelOf(code)),
            unheard,
            all,
          ),
        ]),
  ]
}

function designNote(isStratified: boolean): LocalizedText {
  const place = isStratified ? { fr: ', strate par strate', en: ', stratum by stratum' } : { fr: '', en: '' }
  return {
    fr: `Les réponses sont pondérées par l’inverse de la probabilité d’avoir été tiré au sort (acteurs de la base de sondage ÷ acteurs tirés${place.fr}).`,
    en: `Responses are weighted by the inverse of the probability of having been drawn (actors of the sampling frame ÷ actors drawn${place.en}).`,
  }
}

function responseNote(isStratified: boolean): LocalizedText {
  const place = isStratified ? { fr: ', strate par strate', en: ', stratum by stratum' } : { fr: '', en: '' }
  return {
    fr: `Les réponses sont pondérées par l’inverse de la probabilité d’avoir été tiré au sort et d’avoir répondu (acteurs de la base de sondage ÷ acteurs tirés qui ont répondu${place.fr}).`,
    en: `Responses are weighted by the inverse of the probability of having been drawn and having answered (actors of the sampling frame ÷ actors drawn who answered${place.en}).`,
  }
}

function equalNote(weight: number): LocalizedText {
  const of = (language: Language) => formatNumber(weight, language, { decimals: 4 })
  return {
    fr: `Tous les poids sont égaux (${of('fr')})\u00a0: les parts sont celles des réponses sans pondération.`,
    en: `All weights are equal (${of('en')}): shares are those of the responses without weights.`,
  }
}

function silentNote(labels: readonly LocalizedText[], unheard: number, all: number): LocalizedText {
  const named = labels.slice(0, MOST_NAMED)
  const further = labels.length - named.length
  const others =
    further === 0
      ? { fr: '', en: '' }
      : { fr: `, et ${further}\u00a0${further > 1 ? 'autres' : 'autre'}`, en: `, and ${further} more` }
  return {
    fr: `Acteurs que personne ne représente, faute de réponse dans leur strate\u00a0: ${formatNumber(unheard, 'fr')} sur ${formatNumber(all, 'fr')} (${named.map(({ fr }) => fr).join(', ')}${others.fr}).`,
    en: `Actors that nobody represents, for want of an answer in their stratum: ${formatNumber(unheard, 'en')} of ${formatNumber(all, 'en')} (${named.map(({ en }) => en).join(', ')}${others.en}).`,
  }
}
