import { fieldsNamedBy } from './dictionary.ts'
import type { Decision, DerivationDraft } from './draft.ts'
import { agreementOf } from './fieldTests.ts'
import type { Knowledge } from './knowledge.ts'
import { type ColumnProfile, filledShare } from './profile.ts'
import * as reasons from './reasons.ts'

/**
 * Joins to the street what other columns hold of it: the number before, the complement behind. An address without
 * postcode or commune beside it is the whole address.
 */
export function completeAddress(
  profiles: readonly ColumnProfile[],
  decisions: Map<string, Decision>,
  holders: Map<string, string>,
  knowledge: Knowledge,
): DerivationDraft[] {
  const street = holders.get('address.street')
  const held = street === undefined ? undefined : decisions.get(street)
  if (street === undefined || held?.to !== 'field') return []
  const isWhole = !['postcode', 'locality', 'commune'].some(part => holders.has(`address.${part}`))
  const field = isWhole ? 'address.fullAddress' : 'address.street'
  const partsOf = (part: string) =>
    profiles.filter(profile => {
      const named = fieldsNamedBy(profile.column).some(one => one.field === part && one.score > 0.4)
      const agreement = agreementOf(part, profile, knowledge)
      return (
        named && filledShare(profile) > 0 && agreement !== undefined && agreement.share >= agreement.least
      )
    })
  const numbers = partsOf('houseNumber').slice(0, 1)
  const complements = partsOf('complement')
  const columns = [...numbers.map(({ column }) => column), street, ...complements.map(({ column }) => column)]
  if (columns.length === 1) {
    decisions.set(street, { ...held, field })
    return []
  }
  const reason = reasons.joinReasons([reasons.byHeader, reasons.belongsTo(field)])
  for (const column of columns) {
    const why = column === street ? held.why : { confidence: 0.8, reason }
    decisions.set(column, { to: 'derivation', field, why })
  }
  return [{ field, from: 'join', columns, reason: held.why.reason }]
}
