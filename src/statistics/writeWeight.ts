import type { Definition } from './definition.ts'
import type { Lines } from './sparqlLines.ts'

/**
 * Lines that bind what one of those counted counts for; none where nothing is weighted. Who has no weight does not
 * count, nor who has one that can be none: less than 0, or no number.
 *
 * @param variable Default: `?weight`.
 */
export function writeWeight(
  { subject, weight }: Pick<Definition, 'subject' | 'weight'>,
  variable = '?weight',
): Lines {
  return weight ? [`${subject} ${weight.property} ${variable} .`, `FILTER(${variable} >= 0)`] : []
}
