import type { ColumnarGraph } from '../../../graph/columns/columnar.ts'
import type { Operator } from '../operators/operator.ts'
import type { PathPattern } from '../operators/pathJoin.ts'
import { slotsOfPattern, type TriplePattern } from '../operators/patternTerm.ts'
import { estimatePattern } from './estimatePattern.ts'
import { distinctOf, type JoinState, type JoinStep } from './joinState.ts'

/** Something that is joined with others. */
export type Member = {
  readonly slots: ReadonlySet<number>
} & (
  | { readonly type: 'pattern'; readonly pattern: TriplePattern; readonly detail: string }
  | { readonly type: 'path'; readonly path: PathPattern; readonly detail: string }
  | { readonly type: 'relation'; readonly operator: Operator }
)

/** What joining a member to what is there would come to. */
export function estimateMember(
  member: Member,
  state: JoinState,
  graph: ColumnarGraph,
  isJoined: (slot: number) => boolean,
): JoinStep {
  switch (member.type) {
    case 'pattern':
      return estimatePattern(member.pattern, state, graph, isJoined)
    case 'path':
      return estimatePath(member.path, state)
    case 'relation':
      return estimateRelation(member.operator, state)
  }
}

/** To follow a path is much work for what it finds. */
const PATH_COST = 10

function estimatePath(path: PathPattern, state: JoinState): JoinStep {
  const { subject, object, graph, relations } = path
  const binds = slotsOfPattern({ subject, object, graph, predicate: { id: 0 } })
  const isGiven = (term: { id?: number | undefined; slot?: number | undefined }) =>
    term.id !== undefined || state.certain.has(term.slot!)
  let found = 0
  for (const { relation } of relations) {
    const estimate = relation().estimate()
    if (isGiven(subject) && isGiven(object)) found += estimate.pairs / estimate.keys / 100
    else if (isGiven(subject)) found += estimate.objectsPerSubject
    else if (isGiven(object)) found += estimate.subjectsPerObject
    else found += estimate.pairs
  }
  const rows = state.rows * found
  return { rows, cost: (state.rows + rows) * PATH_COST, binds, distinct: [], sequential: [] }
}

function estimateRelation(operator: Operator, state: JoinState): JoinStep {
  const { estimate, possible, certain, ascending } = operator
  const keys = state.certain.intersection(certain)
  let rows = state.rows * estimate
  for (const slot of keys) rows /= Math.max(1, distinctOf(state, slot), estimate)
  const isFirst = state.possible.size === 0
  return {
    rows,
    cost: isFirst ? estimate : estimate * 3 + state.rows * 3 + rows,
    binds: isFirst ? certain : possible,
    distinct: [...certain].map(slot => [slot, estimate] as const),
    sequential: isFirst && ascending !== undefined ? [ascending] : [],
  }
}
