import type { PathStep } from './pathGraph.ts'
import type { PropertyPath } from './propertyPath.ts'

/** What a path of any length may do next. */
export interface PathState {
  /** Whether the path may end here. */
  readonly isFinal: boolean
  readonly edges: readonly { readonly step: PathStep; readonly to: number }[]
}

interface Draft {
  readonly edges: { readonly step: PathStep; readonly to: number }[]
  /** States that are reached without a step. */
  readonly empty: number[]
}

/**
 * The non-deterministic finite automaton whose words are the steps of a path (Thompson's construction, without its empty
 * steps); 0 is its first state. What is asked of a path under `?`, `*` or `+` is which nodes it reaches, not how often:
 * that takes each node once per state, however the operators are nested.
 *
 * @param isInverse whether it is followed from its object
 */
export function toAutomaton(path: PropertyPath, isInverse: boolean): PathState[] {
  const drafts: Draft[] = []
  const add = () => drafts.push({ edges: [], empty: [] }) - 1
  const start = add()
  const end = add()

  function connect(part: PropertyPath, inverse: boolean, from: number, to: number): void {
    switch (part.type) {
      case 'link':
        drafts[from]!.edges.push({ step: { iris: [part.iri], isNegated: false, isInverse: inverse }, to })
        return
      case 'nps':
        drafts[from]!.edges.push({ step: { iris: part.iris, isNegated: true, isInverse: inverse }, to })
        return
      case 'inv':
        connect(part.path, !inverse, from, to)
        return
      case 'alt':
        for (const one of part.input) connect(one, inverse, from, to)
        return
      case 'seq': {
        const parts = inverse ? part.input.toReversed() : part.input
        let at = from
        for (const [index, one] of parts.entries()) {
          const next = index === parts.length - 1 ? to : add()
          connect(one, inverse, at, next)
          at = next
        }
        return
      }
      case 'ZeroOrOnePath':
        drafts[from]!.empty.push(to)
        connect(part.path, inverse, from, to)
        return
      case 'ZeroOrMorePath':
      case 'OneOrMorePath': {
        const before = add()
        const after = part.type === 'OneOrMorePath' ? add() : before
        drafts[from]!.empty.push(before)
        connect(part.path, inverse, before, after)
        if (after !== before) drafts[after]!.empty.push(before)
        drafts[after]!.empty.push(to)
        return
      }
    }
  }

  connect(path, isInverse, start, end)
  return mergeEqualStates(withoutEmptySteps(drafts, end))
}

/** Each state may do what those may that it reaches without a step. */
function withoutEmptySteps(drafts: readonly Draft[], end: number): PathState[] {
  return drafts.map((_, state) => {
    const reached = new Set([state])
    for (const one of reached) for (const next of drafts[one]!.empty) reached.add(next)
    return { isFinal: reached.has(end), edges: [...reached].flatMap(one => drafts[one]!.edges) }
  })
}

/** How often states are compared. Paths that people write need two or three rounds; of others some states stay double. */
const ROUNDS = 16

/** States that may do the same become one; those that are not reached go. */
function mergeEqualStates(states: readonly PathState[]): PathState[] {
  let merged = states
  for (let round = 0; round < ROUNDS; round++) {
    const numbers = new Map<string, number>()
    const numberOf = merged.map(({ isFinal, edges }) => {
      const key = JSON.stringify([isFinal, edges.map(({ step, to }) => `${keyOf(step)} ${to}`).sort()])
      const number = numbers.get(key) ?? numbers.size
      numbers.set(key, number)
      return number
    })
    if (numbers.size === merged.length) break
    const next: PathState[] = []
    for (const [index, { isFinal, edges }] of merged.entries()) {
      const seen = new Set<string>()
      next[numberOf[index]!] ??= {
        isFinal,
        edges: edges
          .map(({ step, to }) => ({ step, to: numberOf[to]! }))
          .filter(({ step, to }) => seen.size < seen.add(`${keyOf(step)} ${to}`).size),
      }
    }
    merged = next
  }
  return reachable(merged)
}

function keyOf({ iris, isNegated, isInverse }: PathStep): string {
  return `${isNegated ? '!' : ''}${isInverse ? '^' : ''}${iris.map(({ value }) => `<${value}>`).join('')}`
}

/** The states that are reached from the first, which stays the first. */
function reachable(states: readonly PathState[]): PathState[] {
  const order = new Set([0])
  for (const state of order) for (const { to } of states[state]!.edges) order.add(to)
  const numbers = new Map([...order].map((state, index) => [state, index]))
  return [...order].map(state => ({
    isFinal: states[state]!.isFinal,
    edges: states[state]!.edges.map(({ step, to }) => ({ step, to: numbers.get(to)! })),
  }))
}
