import { cellKey, outerDimension, valueKey } from '../exchange/cells.ts'
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
  /** The cells that are no rows of a role. */
  readonly named: ReadonlySet<string>
  /** Whether what is not named is together in a row. */
  readonly hasOther: boolean
}

const NOTHING = { n: null, base: null, share: null }

/** Makes a table ready to be asked about its cells and those of another one, in time linear in their sizes. */
export function createSide(table: Table, { observations: others }: Pick<Table, 'observations'>): Side {
  const { observations, base } = table
  const cells = new Map(observations.map(one => [cellKey(one.values), one]))
  const blockOf = blockKey(table)
  const blocks = blocksOf(observations, blockOf)
  const blocksOfOther = blocksOf(others, blockOf)
  const sameOthers = new Set(
    [...blocks].flatMap(([key, block]) => (haveSameOthers(block, blocksOfOther.get(key)) ? [key] : [])),
  )
  const hasCounts = observations.length === 0 || observations.some(({ n }) => n !== null)
  const find: Side['find'] = values => cells.get(cellKey(values))
  return {
    find,
    figuresOf: values => {
      const found = find(values)
      const key = blockOf(values)
      const block = blocks.get(key)
      const known = block?.base ?? null
      if (found) {
        const { n, base, share, isSuppressed } = found
        if (isSuppressed) return { status: 'suppressed', n, base, share }
        const areOthers = hasRole(values, 'other') && !sameOthers.has(key)
        return { status: areOthers ? 'together' : 'told', n, base, share }
      }
      if (hasRole(values, 'missing')) {
        const n = block?.missing ?? null
        if (n === null) return { status: 'suppressed', ...NOTHING, base: known }
        return { status: 'told', n, base: known, share: base === 'population' ? shareIn(n, known) : null }
      }
      const mayBeTogether = hasRole(values, 'other') ? !sameOthers.has(key) : block?.hasOther
      if (mayBeTogether) return { status: 'together', ...NOTHING, base: known }
      const n = hasCounts ? 0 : null
      return { status: 'absent', n, base: known, share: shareIn(n, known) }
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
        named: new Set(
          group
            .filter(({ values }) => values.every(({ role }) => role === undefined))
            .map(({ values }) => cellKey(values)),
        ),
        hasOther: group.some(({ values }) => hasRole(values, 'other')),
      },
    ]),
  )
}

/** Whether the rows of other values of two blocks stand for the same ones: a block without such a row has no others. */
function haveSameOthers(one: Block, two: Block | undefined): boolean {
  if (!two) return false
  const [first, second] = one.hasOther ? [two, one] : [one, two]
  const isEvery = first.named.isSubsetOf(second.named)
  return isEvery && (!first.hasOther || first.named.size === second.named.size)
}

/** Cells with one base have one key: of two dimensions, the value within which shares are. */
function blockKey(table: Table): (values: readonly DimensionValue[]) => string {
  const outer = outerDimension(table)
  return outer < 0 ? () => '' : values => valueKey(values[outer]!)
}

function hasRole(values: readonly DimensionValue[], role: DimensionValue['role']): boolean {
  return values.some(value => value.role === role)
}

function shareIn(n: number | null, base: number | null): number | null {
  return n === null || base === null ? null : shareOf(n, base)
}
