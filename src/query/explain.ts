import type { Evaluation, PlanNode } from './evaluator/evaluate.ts'
import { type QueryOptions, type QuerySource, tracedQuery } from './query.ts'

/** Who evaluated what of a query, and what it took. */
export interface QueryExplanation {
  /** `columns` where the graph's evaluator answered by itself, `comunica` where that did. */
  readonly engine: 'columns' | 'comunica'
  /** The operations that were evaluated on columns, each as the tree of its operators. */
  readonly plans: readonly PlanNode[]
  /** Number of solutions or quads of the answer; of an ASK, 1 for yes and 0 for no. */
  readonly rows: number
  /** From the call to the last of the answer. */
  readonly milliseconds: number
}

/**
 * Evaluates a query to the end, and tells how, instead of the answer.
 *
 * @throws whatever {@link query} and reading its answer throw
 */
export async function explainQuery(
  source: QuerySource | readonly QuerySource[],
  sparql: string,
  options: QueryOptions = {},
): Promise<QueryExplanation> {
  const clock = () => performance.now()
  const begun = clock()
  const evaluations: Evaluation[] = []
  const trace = { engine: 'columns' as QueryExplanation['engine'], evaluations, clock }
  const result = await tracedQuery(source, sparql, options, trace)
  let rows = 0
  if (result.type === 'boolean') rows = Number(result.value)
  else for await (const _ of result.type === 'quads' ? result.quads : result.bindings) rows++
  return {
    engine: trace.engine,
    plans: evaluations.map(({ plan }) => plan),
    rows,
    milliseconds: clock() - begun,
  }
}

/** How many plans are shown: an operation may be evaluated anew for each solution of another source. */
const SHOWN = 20

/** An explanation as text, an operator per line under the one that it works for. */
export function formatExplanation({ engine, plans, rows, milliseconds }: QueryExplanation): string {
  const who =
    engine === 'columns'
      ? 'evaluated on columns'
      : plans.length === 0
        ? 'evaluated by Comunica over the quads that match'
        : `evaluated by Comunica, ${plans.length} ${plans.length === 1 ? 'part' : 'parts'} of it on columns`
  const lines = [`${who}: ${rows} ${rows === 1 ? 'row' : 'rows'} in ${milliseconds.toFixed(1)} ms`]
  for (const plan of plans.slice(0, SHOWN)) {
    lines.push('')
    addPlan(plan, 0, lines)
  }
  if (plans.length > SHOWN) lines.push('', `… and ${plans.length - SHOWN} more`)
  return `${lines.join('\n')}\n`
}

function addPlan(node: PlanNode, depth: number, lines: string[]): void {
  const { operator, detail, estimate, rows, milliseconds, children } = node
  const told = [
    ...(estimate === undefined ? [] : [`estimated ${Math.round(estimate)}`]),
    `${rows} ${rows === 1 ? 'row' : 'rows'}`,
    `${milliseconds.toFixed(1)} ms`,
  ]
  lines.push(`${'  '.repeat(depth)}${[operator, detail].filter(Boolean).join(' ')}  (${told.join(', ')})`)
  for (const child of children) addPlan(child, depth + 1, lines)
}
