import type { Table } from '../statistic.ts'

/** What suppression took from a table. */
export interface SuppressionCost {
  /** Cells of the table; those who did not answer are one where they have a row. */
  readonly cells: number
  /** Cells that are kept back because they are small. */
  readonly small: number
  /** Cells that are kept back so that these cannot be told. */
  readonly further: number
  /** Cells that are shown without their share, because it would tell how few did not answer. */
  readonly withoutShare: number
}

/** By observations, and not in the table: which of its cells are the small ones must not be told with it. */
const costs = new WeakMap<Table['observations'], SuppressionCost>()

/** What suppression took from a table; `undefined` where nothing was kept back in this run. For its keeper only. */
export function suppressionCost({ observations }: Pick<Table, 'observations'>): SuppressionCost | undefined {
  return costs.get(observations)
}

/** Notes what suppression took from a table. */
export function noteCost(observations: Table['observations'], cost: SuppressionCost): void {
  costs.set(observations, cost)
}
