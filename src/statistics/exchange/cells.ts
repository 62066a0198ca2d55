import { StatisticsError } from '../../errors.ts'
import type { DimensionValue, Observation, Table } from '../statistic.ts'

/** A table as a grid: the values of each dimension, and where each observation stands among them. */
export interface Cells {
  /** Per dimension its values, in the order in which they are met. */
  readonly categories: readonly (readonly DimensionValue[])[]
  /** Per observation the places of its values among the categories. */
  readonly positions: readonly (readonly number[])[]
}

/** A table as far as it is cut into cells. */
interface CellTable extends Pick<Table, 'id' | 'dimensions'> {
  readonly observations: readonly Pick<Observation, 'values'>[]
}

/**
 * Cuts a table into its cells. Those who did not answer, and the values that are taken together, are values of their
 * own, whatever code stands for them.
 *
 * @throws {StatisticsError} where an observation has not a value for each dimension, two concepts share a code, or a
 *   cell stands twice
 */
export function cellsOf({ id, dimensions, observations }: CellTable): Cells {
  const places = dimensions.map(() => new Map<string, number>())
  const categories: DimensionValue[][] = dimensions.map(() => [])
  const seen = new Set<string>()
  const positions = observations.map(({ values }) => {
    if (values.length !== dimensions.length) {
      throw new StatisticsError(
        `an observation of the table "${id}" has ${values.length} values; its dimensions are ${dimensions.length}`,
      )
    }
    const position = values.map((value, index) => {
      const key = valueKey(value)
      const known = places[index]!.get(key)
      if (known !== undefined) {
        checkSame(id, categories[index]![known]!, value)
        return known
      }
      places[index]!.set(key, categories[index]!.length)
      return categories[index]!.push(value) - 1
    })
    const cell = position.join()
    if (seen.has(cell)) {
      const codes = values.map(({ code }) => code).join(', ')
      throw new StatisticsError(`the table "${id}" has the cell ${codes || 'of its total'} twice`)
    }
    seen.add(cell)
    return position
  })
  return { categories, positions }
}

/** Tells the values of a dimension apart. */
export function valueKey({ role, code }: DimensionValue): string {
  return role ?? `=${code}`
}

/** Tells the cells of a table apart. */
export function cellKey(values: readonly DimensionValue[]): string {
  return JSON.stringify(values.map(valueKey))
}

/** Of two dimensions, the place of the one whose values are the bases; −1 where all cells have one base. */
export function outerDimension({ dimensions, within }: Pick<Table, 'dimensions' | 'within'>): number {
  return dimensions.length < 2 || within === undefined ? -1 : dimensions.indexOf(within)
}

/** Whether any value of a dimension stands for those who did not answer, or for several values. */
export function hasRoles(observations: readonly Pick<Observation, 'values'>[], dimension: number): boolean {
  return observations.some(({ values }) => values[dimension]?.role !== undefined)
}

function checkSame(id: string, first: DimensionValue, second: DimensionValue): void {
  if (first.iri === second.iri) return
  throw new StatisticsError(
    `two values of the table "${id}" have the code "${first.code}": ` +
      `${first.iri ?? 'a text'} and ${second.iri ?? 'a text'}; give concepts notations of their own`,
  )
}
