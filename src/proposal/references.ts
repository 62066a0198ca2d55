import { isHttpIri } from '../actor/httpIri.ts'
import type { KeyChoice } from './chooseKey.ts'
import { fieldsNamedBy } from './dictionary.ts'
import type { Decision } from './draft.ts'
import { type ColumnProfile, shareOf } from './profile.ts'
import * as reasons from './reasons.ts'
import type { Sample } from './sample.ts'

const FIELDS: readonly string[] = ['parents', 'memberOf', 'replacedBy']

/** A sample may lack the rows that its values name. */
const LEAST_SHARE = 0.3

/** A column of links to other records, where its values are keys of the same table, or IRIs. */
export function decideReference(
  profile: ColumnProfile,
  key: KeyChoice,
  source: string,
  { columns }: Sample,
): Decision | undefined {
  const named = fieldsNamedBy(profile.column).find(
    ({ field, score }) => FIELDS.includes(field) && score > 0.4,
  )
  if (!named || key.columns.includes(profile.column)) return undefined
  const decide = (options: { reference?: string }, reason: typeof reasons.byHeader): Decision => ({
    to: 'field',
    field: named.field,
    options,
    why: { confidence: 0.85, reason: reasons.joinReasons([reasons.byHeader, reason]) },
  })
  const [keyColumn] = key.columns
  const keys = columns.find(({ column }) => column === keyColumn)
  if (key.columns.length === 1 && keys) {
    const share = shareOf(profile, text => keys.values.has(text))
    if (share >= LEAST_SHARE) return decide({ reference: source }, reasons.keysOf(share, keys.column))
  }
  const iris = shareOf(profile, isHttpIri)
  return iris > 0.99 ? decide({}, reasons.valuesAre(iris, { fr: 'des IRI', en: 'IRIs' })) : undefined
}
