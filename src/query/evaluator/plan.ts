/** An operator of a plan, with what it did once it was run. */
export interface PlanNode {
  readonly operator: string
  readonly detail: string
  /** Rows that it was expected to give. */
  readonly estimate?: number
  /** Rows that it gave. */
  readonly rows: number
  /** Time spent in it and in its children; 0 where no clock was given. */
  readonly milliseconds: number
  readonly children: readonly PlanNode[]
}

/** A node while its operator runs. */
export interface RunningNode extends PlanNode {
  detail: string
  rows: number
  milliseconds: number
  children: readonly PlanNode[]
}
