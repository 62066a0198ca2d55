import type { LocalizedText } from '../errors.ts'
import type { Draft } from './draft.ts'

/** A statistic to propose. */
export interface StatisticDraft {
  readonly id: string
  readonly title: LocalizedText
  readonly dimension: string
}

const MOST_OWN = 5

/** A few statistics: by each dimension of every directory that has values, and by some of the own code lists. */
export function proposeStatistics({ decisions, places }: Draft): StatisticDraft[] {
  const fields = new Set([...decisions.values()].flatMap(one => ('field' in one ? [one.field] : [])))
  const byTerritory = [
    ...(places.region ? [statistic('region', 'seatRegion', 'région', 'region')] : []),
    ...(places.department ? [statistic('departement', 'seatDepartment', 'département', 'département')] : []),
  ]
  const byField = [
    ['legalForm', statistic('forme-juridique', 'legalForm', 'forme juridique', 'legal form')],
    ['missions', statistic('mission', 'mission', 'mission', 'mission')],
    ['audiences', statistic('public', 'audience', 'public', 'audience')],
  ] as const
  const taken = new Set(['region', 'departement', ...byField.map(([, { id }]) => id)])
  const own = [...decisions.values()]
    .flatMap(decision =>
      decision.to === 'own field' && decision.own.public && decision.own.scheme ? [decision.own] : [],
    )
    .slice(0, MOST_OWN)
    .map(({ name, label, scheme }) => {
      let id = scheme!.name
      for (let number = 2; taken.has(id); number += 1) id = `${scheme!.name}-${number}`
      taken.add(id)
      return { id, dimension: name, title: titleOf(`«\u00a0${label}\u00a0»`, `"${label}"`) }
    })
  return [...byField.filter(([field]) => fields.has(field)).map(([, one]) => one), ...byTerritory, ...own]
}

function statistic(id: string, dimension: string, fr: string, en: string): StatisticDraft {
  return { id, dimension, title: titleOf(fr, en) }
}

function titleOf(fr: string, en: string): LocalizedText {
  return { fr: `Acteurs par ${fr}`, en: `Actors by ${en}` }
}
