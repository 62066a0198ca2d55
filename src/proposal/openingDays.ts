import type { Decision, DerivationDraft } from './draft.ts'
import { headerPhrase } from './headerWords.ts'
import * as kinds from './kinds.ts'
import { type ColumnProfile, shareOf } from './profile.ts'
import * as reasons from './reasons.ts'

const DAYS = [
  ...['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
  ...['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
]

/** The day of the week that a header names. */
export function dayNamedBy(column: string): string | undefined {
  const words = headerPhrase(column).split(' ')
  return DAYS.find(name => words.includes(name))
}

/** Opening hours that stand in a column per day, as one text that says the days. */
export function openingDays(
  profiles: readonly ColumnProfile[],
  decisions: Map<string, Decision>,
): DerivationDraft[] {
  const labels = new Map<string, string>()
  for (const profile of profiles) {
    const day = dayNamedBy(profile.column)
    const hours = shareOf(profile, text => /\d/.test(text) && !kinds.isDecimal(text))
    if (day !== undefined && hours > 0.5 && ![...labels.values()].includes(day))
      labels.set(profile.column, day)
  }
  if (labels.size < 2) return []
  const reason = reasons.openingDays
  const columns = [...labels.keys()].sort(
    (a, b) => DAYS.indexOf(labels.get(a)!) - DAYS.indexOf(labels.get(b)!),
  )
  for (const column of columns)
    decisions.set(column, { to: 'derivation', field: 'openingHours', why: { confidence: 0.9, reason } })
  return [
    { field: 'openingHours', from: 'join', columns, with: '; ', labels: Object.fromEntries(labels), reason },
  ]
}
