import type { ColumnarGraph } from '../../../graph/columns/columnar.ts'
import { advance, type JoinState, type JoinStep } from './joinState.ts'
import { estimateMember, type Member } from './members.ts'

/** From how many members an order is tried. */
const STARTS = 6

interface Order {
  readonly members: readonly Member[]
  readonly cost: number
  readonly rows: number
}

/**
 * The order in which members are joined: from each of the most promising ones always on to that which leaves the fewest
 * rows, never to one that shares no variable as long as there is one that does; of these orders that of the least work.
 */
export function joinOrder(members: readonly Member[], start: JoinState, graph: ColumnarGraph): Order {
  const isJoined = (slot: number) => members.filter(({ slots }) => slots.has(slot)).length > 1
  const estimate = (member: Member, state: JoinState) => estimateMember(member, state, graph, isJoined)
  if (members.length < 2) {
    const [only] = members
    return { members, cost: 0, rows: only ? estimate(only, start).rows : start.rows }
  }
  const firsts =
    start.possible.size > 0
      ? [undefined]
      : members
          .map(member => ({ member, rows: estimate(member, start).rows }))
          .sort((a, b) => a.rows - b.rows)
          .slice(0, members.length > 12 ? 2 : STARTS)
          .map(({ member }) => member)
  let best: Order | undefined
  for (const first of firsts) {
    const order = orderFrom(first, members, start, estimate)
    if (!best || order.cost < best.cost) best = order
  }
  return best!
}

function orderFrom(
  first: Member | undefined,
  members: readonly Member[],
  start: JoinState,
  estimate: (member: Member, state: JoinState) => JoinStep,
): Order {
  const left = new Set(members)
  const order: Member[] = []
  let state = start
  let cost = 0
  const take = (member: Member, step: JoinStep) => {
    left.delete(member)
    order.push(member)
    state = advance(state, step)
    cost += step.cost
  }
  if (first) take(first, estimate(first, state))
  while (left.size > 0) {
    const connected = [...left].filter(({ slots }) => !slots.isDisjointFrom(state.possible))
    let best: { member: Member; step: JoinStep } | undefined
    for (const member of connected.length > 0 ? connected : left) {
      const step = estimate(member, state)
      if (!best || isBetter(step, best.step)) best = { member, step }
    }
    take(best!.member, best!.step)
  }
  return { members: order, cost, rows: state.rows }
}

function isBetter(one: JoinStep, other: JoinStep): boolean {
  return one.rows < other.rows || (one.rows === other.rows && one.cost < other.cost)
}
