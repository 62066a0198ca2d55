import type { Language, LocalizedText } from '../../errors.ts'
import { describeMeasure } from '../exchange/measures.ts'
import type { DimensionValue, Measure, Table } from '../statistic.ts'
import { formatNumber } from '../words/numbers.ts'

/** A figure of a table. */
export interface Place {
  readonly table: Pick<Table, 'id' | 'title'>
  readonly measure: Measure
  readonly values: readonly DimensionValue[]
}

/** Why an expectation could not be checked. */
type Reason = 'first-release' | 'suppressed' | 'together' | 'was-zero' | 'no-value-before' | 'none'

const REASONS: Readonly<Record<Reason, LocalizedText>> = {
  'first-release': {
    fr: 'aucune version précédente n’a ce tableau',
    en: 'no previous release has this table',
  },
  suppressed: { fr: 'ce chiffre est masqué', en: 'this figure is kept back' },
  together: {
    fr: 'cette valeur est regroupée avec d’autres dans l’une des deux versions',
    en: 'this value stands together with others in one of the two releases',
  },
  'was-zero': {
    fr: 'ce chiffre était nul dans la version précédente, on ne peut en dire l’écart en pourcentage',
    en: 'this figure was 0 in the previous release, of which there is no percentage',
  },
  'no-value-before': {
    fr: 'ce chiffre n’est pas dans la version précédente',
    en: 'the previous release does not have this figure',
  },
  none: { fr: 'ce chiffre n’est pas connu', en: 'this figure is not known' },
}

/** An expectation that says nothing of a figure. */
export function notChecked(place: Place, reason: Reason): LocalizedText {
  const why = REASONS[reason]
  return {
    fr: `${nameOf(place, 'fr')}\u00a0: attente non vérifiée, car ${why.fr}.`,
    en: `${nameOf(place, 'en')}: this expectation was not checked, for ${why.en}.`,
  }
}

/** A figure that is less or more than it has to be. */
export function unmetRange(
  place: Place,
  value: number | string,
  { min, max }: { readonly min: number | undefined; readonly max: number | undefined },
): LocalizedText {
  const isFall = typeof value !== 'number' || (min !== undefined && value < min)
  const range = (language: Language) => {
    const [low, high] = [min, max].map(bound => bound !== undefined && figure(bound, place, language))
    if (low && high) return language === 'fr' ? `de ${low} à ${high}` : `from ${low} to ${high}`
    if (low) return language === 'fr' ? `${low} au moins` : `at least ${low}`
    return language === 'fr' ? `${high} au plus` : `at most ${high}`
  }
  return {
    fr: `${nameOf(place, 'fr')}\u00a0: ${figure(value, place, 'fr')}\u00a0; attendu\u00a0: ${range('fr')}. ${cause(isFall).fr}`,
    en: `${nameOf(place, 'en')}: ${figure(value, place, 'en')}; expected: ${range('en')}. ${cause(isFall).en}`,
  }
}

/** A figure that differs too much from that of the last release. */
export function unmetChange(
  place: Place,
  value: number | string,
  before: number,
  change: number,
): LocalizedText {
  const isFall = typeof value !== 'number' || value < before
  const moved = (language: Language) => {
    if (typeof value !== 'number') return ''
    const percentage = formatNumber((100 * (value - before)) / Math.abs(before), language, { decimals: 1 })
    return ` (${value > before ? '+' : ''}${percentage}${percent(language)})`
  }
  const [fr, en] = (['fr', 'en'] as const).map(
    language => formatNumber(change, language, { decimals: 4 }) + percent(language),
  )
  return {
    fr: `${nameOf(place, 'fr')}\u00a0: ${figure(value, place, 'fr')}, contre ${figure(before, place, 'fr')} dans la version précédente${moved('fr')}\u00a0; attendu\u00a0: un écart de ${fr} au plus. ${cause(isFall).fr}`,
    en: `${nameOf(place, 'en')}: ${figure(value, place, 'en')}, after ${figure(before, place, 'en')} in the previous release${moved('en')}; expected: a change of ${en} at most. ${cause(isFall).en}`,
  }
}

function cause(isFall: boolean): LocalizedText {
  return isFall
    ? {
        fr: 'Une chute soudaine vient presque toujours d’un fichier abîmé ou incomplet\u00a0: réparez-le, ou changez «\u00a0expect\u00a0» si le chiffre est juste.',
        en: 'A sudden fall nearly always comes from a broken or incomplete file: mend it, or change "expect" if the figure is right.',
      }
    : {
        fr: 'Une hausse soudaine vient souvent de fiches en double\u00a0: retirez-les, ou changez «\u00a0expect\u00a0» si le chiffre est juste.',
        en: 'A sudden rise often comes from records that are there twice: take them out, or change "expect" if the figure is right.',
      }
}

/** « Statistique « Formes juridiques » (legal-form), « Association », effectif ». */
function nameOf({ table, measure, values }: Place, language: Language): string {
  const quote = (text: string) => (language === 'fr' ? `«\u00a0${text}\u00a0»` : `"${text}"`)
  const { label } = describeMeasure(measure)
  const [first = '', ...rest] = label[language]
  const statistic = language === 'fr' ? 'Statistique' : 'Statistic'
  return [
    `${statistic} ${quote(table.title[language])} (${table.id})`,
    ...(values.length > 0 ? [quote(values.map(value => value.label).join(' – '))] : []),
    first.toLowerCase() + rest.join(''),
  ].join(', ')
}

function figure(value: number | string, { measure }: Place, language: Language): string {
  if (typeof value !== 'number') return language === 'fr' ? 'sans valeur' : 'no value'
  const number = formatNumber(value, language, { decimals: 4 })
  return describeMeasure(measure).kind === 'percentage' ? number + percent(language) : number
}

function percent(language: Language): string {
  return language === 'fr' ? '\u00a0%' : '%'
}
