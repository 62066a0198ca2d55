import type { Algebra } from '@traqula/algebra-transformations-1-2'
import type { ColumnarGraph } from '../../graph/columns/columnar.ts'
import type { Batch } from './batch.ts'
import { mayEvaluate } from './claims.ts'
import { MemoryBudget } from './memoryBudget.ts'
import { Unit } from './operators/unit.ts'
import type { PlanNode } from './plan.ts'
import { NotSupported } from './planner/compilation.ts'
import { COMPILER } from './planner/compile.ts'
import { withoutGraphs } from './planner/namedGraphs.ts'
import { Scope, SlotNames } from './planner/scope.ts'
import { Sharing } from './planner/sharing.ts'
import { visibleVariables } from './planner/variables.ts'
import { EvaluationTerms } from './terms/evaluationTerms.ts'

export { mayEvaluate } from './claims.ts'
export type { PlanNode } from './plan.ts'

/** How an operation is evaluated. */
export interface EvaluationOptions {
  /** What `NOW()` gives. */
  readonly now?: Date
  /** What relative IRIs are resolved against. Without it, `IRI()` of one is an error. */
  readonly baseIri?: string
  /** Milliseconds, for the plan. Default: none are measured. */
  readonly clock?: () => number
  /** Bytes that operators may hold. Default: no limit. */
  readonly memoryLimit?: number
}

/** An operation that is ready to run over a graph. */
export interface Evaluation {
  readonly variables: readonly string[]
  /** The slot of each variable. */
  readonly slots: readonly number[]
  readonly terms: EvaluationTerms
  /**
   * The solutions, batch by batch. A batch without rows is handed on now and then while there is work but no result: who
   * drives the evaluation can stop between any two. To be asked for once at a time.
   *
   * @throws {QueryError} while iterated over, where the operators need more memory than they may have
   */
  batches(): Iterator<Batch>
  /** What is done, and in numbers what was done so far. */
  readonly plan: PlanNode
}

/**
 * Makes an operation of the SPARQL algebra ready to run over the columns of a graph: a plan of operators that hand each
 * other batches of term ids. `undefined` where something in it is not supported.
 *
 * The algebra is that of `toAlgebra(…, { blankToVariable: true })`, in which GRAPH is an operation. With `quads: true`,
 * which puts the graph into each pattern, it is taken too; but that form has lost what is evaluated for each graph by
 * itself.
 */
export function prepare(
  graph: ColumnarGraph,
  operation: Algebra.Operation,
  options: EvaluationOptions = {},
): Evaluation | undefined {
  if (!mayEvaluate(operation)) return undefined
  const { clock, memoryLimit = Number.POSITIVE_INFINITY } = options
  const terms = new EvaluationTerms(graph.terms, options)
  const names = new SlotNames()
  const scope = new Scope(names)
  const budget = new MemoryBudget(memoryLimit, terms)
  const context = { graph, terms, budget, clock, names: names.names }
  const variables = [...visibleVariables(operation)]
  const slots = variables.map(variable => scope.slotOf(variable))
  try {
    const whole = withoutGraphs(operation, graph)
    const operator = COMPILER.operation(whole, new Set(slots), {
      context,
      sharing: new Sharing(whole, context),
      scope,
      compiler: COMPILER,
      start: new Unit(context),
    })
    return { variables, slots, terms, batches: () => operator.batches(), plan: operator.plan }
  } catch (error) {
    if (error instanceof NotSupported) return undefined
    throw error
  }
}
