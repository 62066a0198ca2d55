import { StatisticsError } from '../../errors.ts'
import { cellKey, outerDimension } from '../exchange/cells.ts'
import type { DimensionValue, Expectation, Observation, Table } from '../statistic.ts'

/** A cell that an expectation is about, in the table or not. */
export interface ExpectedCell {
  /** Per dimension its value, as far as the cell is told by it. */
  readonly values: readonly DimensionValue[]
  /** Its observation now, and in the last release. */
  readonly own?: Observation
  readonly last?: Observation
}

/**
 * The cells that an expectation is about: those that have the values that `at` names, or else all that stand for a value.
 * What only the last release has is one of them; what `at` names and nobody has, too, and of a table without any cell it
 * itself. Of `base` and `missing`, which the cells of a block have together, each block stands once.
 *
 * @throws {StatisticsError} where `at` names what is no dimension of the table
 */
export function expectedCells(
  { at = {}, measure = 'n' }: Expectation,
  table: Table,
  previous: Table | undefined,
): readonly ExpectedCell[] {
  const { id, dimensions } = table
  const unknown = Object.keys(at).find(name => !dimensions.includes(name))
  if (unknown !== undefined) {
    throw new StatisticsError(
      `"expect" of the statistic "${id}" names the dimension "${unknown}"; it has ${dimensions.join(', ') || 'none'}`,
    )
  }
  const isOfBlock = measure === 'base' || measure === 'missing'
  const outer = outerDimension(table)
  const told = isOfBlock ? (outer < 0 ? [] : [outer]) : dimensions.keys().toArray()
  const codes = told.map(index =>
    Object.hasOwn(at, dimensions[index]!) ? at[dimensions[index]!] : undefined,
  )
  const cells = new Map<string, ExpectedCell>()
  const add = (side: 'own' | 'last', { observations }: Pick<Table, 'observations'>) => {
    for (const one of named(observations, told, codes, isOfBlock)) {
      const values = told.map(index => one.values[index]!)
      const key = cellKey(values)
      const known = cells.get(key) ?? { values }
      // Of a block, the first cell tells the figure as any other one does.
      if (!known[side]) cells.set(key, { ...known, [side]: one })
    }
  }
  add('own', table)
  if (previous) add('last', previous)
  if (cells.size > 0) return [...cells.values()]
  return [{ values: codes.flatMap(code => (code === undefined ? [] : [{ code, label: code }])) }]
}

/** The observations with some codes, or, where no code is given, those that stand for values. */
function named(
  observations: readonly Observation[],
  told: readonly number[],
  codes: readonly (string | undefined)[],
  isOfBlock: boolean,
): readonly Observation[] {
  const rolesOf = ({ values }: Observation) =>
    told.filter((index, place) => codes[place] !== undefined && values[index]!.role !== undefined)
  const isValue = ({ values }: Observation) =>
    told.every((index, place) => codes[place] !== undefined || values[index]!.role === undefined)
  const found = observations.filter(
    one =>
      (isOfBlock || isValue(one)) &&
      told.every((index, place) => codes[place] === undefined || codes[place] === one.values[index]!.code),
  )
  // A row of those who did not answer has a code as well, which a value may have too.
  const ofValues = found.filter(one => rolesOf(one).length === 0)
  return ofValues.length > 0 ? ofValues : found
}
