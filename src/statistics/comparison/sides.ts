import { cellKey, valueKey } from '../exchange/cells.ts'
import { shareOf } from '../rows.ts'
import type { DimensionValue, Observation, Table } from '../statistic.ts'
import type { ComparedFigures } from './comparison.ts'

/** A table that is asked for the figures of cells, its own and those of another one. */
export interface Side {
  /** The observation of a cell; `undefined` where it has none. */
  readonly find: (values: readonly DimensionValue[]) => Observation | undefined
  /** What is to be said of a cell. */
  readonly figuresOf: (values: readonly DimensionValue[]) => Omit<ComparedFigures, 'interval'>
}

/** Observations with one base. */
interface Block {
  readonly base: number | null
  readonly missing: number | null
  /** Which values have a row of their own, where the others have one together. */
  readonly named: string | undefined
}

const NOTHING = { n: null, base: null, share: null }

/** Makes a table ready to be asked, in time linear in its size. */
export function createSide(table: Table, { observations: others }: Pick<Table, 'observations'>): Side {
  const { observations, base } = table
  const cells = new Map(observations.map(one => [cellKey(one.values), one]))
  const blockOf = blockKey(table)
  const blocks = blocksOf(observations, blockOf)
  const namedByOther = blocksOf(others, blockOf)
  const hasCounts = observations.length === 0 || observations.some(({ n }) => n !== null)
  const find: Side['find'] = values => cells.get(cellKey(values))
  return {
    find,
    figuresOf: values => {
      const found = find(values)
      const key = blockOf(values)
      const block = blocks.get(key)
      if (found) {
        const { n, base, share, isSuppressed } = found
        if (isSuppressed) return { status: 'suppressed', n, base, share }
        const isSame = !hasRole(values, 'other') || block?.named === namedByOther.get(key)?.named
        return { status: isSame ? 'told' : 'together', n, base, share }
      }
      const known = block?.base ?? null
      if (hasRole(values, 'missing')) {
        const n = block?.missing ?? null
        if (n === null) return { status: 'suppressed', ...NOTHING, base: known }
        return { status: 'told', n, base: known, share: base === 'population' ? share(n, known) : null }
      }
      if (hasRole(values, 'other') || block?.named !== undefined)
        return { status: 'together', ...NOTHING, base: known }
      const n = hasCounts ? 0 : null
      return { status: 'absent', n, base: known, share: share(n, known) }
    },
  }
}

function blocksOf(
  observations: readonly Observation[],
  blockOf: (values: readonly DimensionValue[]) => string,
): ReadonlyMap<string, Block> {
  const groups = Map.groupBy(observations, ({ values }) => blockOf(values))
  return new Map(
    [...groups].map(([key, group]) => [
      key,
      {
        base: group.find(({ base }) => base !== null)?.base ?? null,
        missing: group.find(({ missing }) => missing !== null)?.missing ?? null,
        named: group.some(({ values }) => hasRole(values, 'other')) ? namesOf(group) : undefined,
      },
    ]),
  )
}

function namesOf(observations: readonly Observation[]): string {
  const cells = observations
    .filter(({ values }) => values.every(({ role }) => role === undefined))
    .map(({ values }) => cellKey(values))
  return JSON.stringify(cells.sort())
}

/** Cells with one base have one key: of two dimensions, the value within which shares are. */
function blockKey({ dimensions, within }: Table): (values: readonly DimensionValue[]) => string {
  const outer = dimensions.length < 2 || within === undefined ? -1 : dimensions.indexOf(within)
  return outer < 0 ? () => '' : values => valueKey(values[outer]!)
}

function hasRole(values: readonly DimensionValue[], role: DimensionValue['role']): boolean {
  return values.some(value => value.role === role)
}

function share(n: number | null, base: number | null): number | null {
  return n === null || base === null ? null : shareOf(n, base)
}
