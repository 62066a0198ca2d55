import type { Table } from '../statistic.ts'

/** What both sides of a comparison are told in. */
export type SharedTerms = Pick<
  Table,
  'dimensions' | 'within' | 'base' | 'isMultiValued' | 'weight' | 'rounding' | 'counted' | 'unit'
>

/** What a table, or a comparison of two, says of all its figures. */
export function sharedTerms({
  dimensions,
  within,
  base,
  isMultiValued,
  weight,
  rounding,
  counted,
  unit,
}: SharedTerms): SharedTerms {
  return {
    dimensions,
    ...(within === undefined ? {} : { within }),
    ...(base === undefined ? {} : { base }),
    ...(isMultiValued === undefined ? {} : { isMultiValued }),
    ...(weight === undefined ? {} : { weight }),
    ...(rounding === undefined ? {} : { rounding }),
    ...(counted === undefined ? {} : { counted }),
    ...(unit === undefined ? {} : { unit }),
  }
}
