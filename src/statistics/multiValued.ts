import type { DimensionContext } from './dimensions.ts'
import { describeDimension } from './exchange/dimensions.ts'

/** Whether who is counted may have several values of a dimension: by a question, an own field, or for every directory. */
export function isMultiValued(
  dimension: string,
  { fields, responses }: Pick<DimensionContext, 'fields' | 'responses'>,
): boolean {
  const question = responses?.questions.find(({ name }) => name === dimension)
  if (question) return question.type === 'multiple'
  const field = fields.find(({ name }) => name === dimension)
  return field?.multiple ?? describeDimension(dimension).isMultiValued
}
