import type { DimensionValue } from '../statistics/statistic.ts'

/**
 * The rows of a table that have some codes. A row for no answer, or for other values together, has a code as well
 * (`missing`, `other`); where a value has the same one, it is the value that is meant. Dimensions that the table lacks are
 * no matter.
 *
 * @param at codes by dimension
 */
export function observationsAt<Row extends { readonly values: readonly DimensionValue[] }>(
  {
    dimensions,
    observations,
  }: { readonly dimensions: readonly string[]; readonly observations: readonly Row[] },
  at: Readonly<Record<string, string>>,
): readonly Row[] {
  const told = dimensions.flatMap((name, index) =>
    Object.hasOwn(at, name) ? [[index, at[name]!] as const] : [],
  )
  if (told.length === 0) return observations
  const found = observations.filter(({ values }) =>
    told.every(([index, code]) => values[index]!.code === code),
  )
  const ofValues = found.filter(({ values }) => told.every(([index]) => values[index]!.role === undefined))
  return ofValues.length > 0 ? ofValues : found
}
