import type { Column, ColumnarGraph, ColumnSet } from '../../../graph/columns/columnar.ts'
import { slotsOfPattern, type TriplePattern } from '../operators/patternTerm.ts'
import { distinctOf, type JoinState, type JoinStep } from './joinState.ts'
import { columnsOfPattern, hasOneColumn } from './patterns.ts'

/** Work of one look-up among that many keys: beyond what the processor's caches hold, at random, it waits for memory. */
function lookupCost(keys: number, isSequential: boolean): number {
  return isSequential || keys < 30_000 ? 1 : 6
}

/** How joining a pattern would go on: the sizes of columns are exact, that values are independent is assumed. */
export function estimatePattern(
  pattern: TriplePattern,
  state: JoinState,
  graph: ColumnarGraph,
  isJoined: (slot: number) => boolean,
): JoinStep {
  const binds = slotsOfPattern(pattern)
  const isAmbiguous = [...binds].some(slot => state.possible.has(slot) && !state.certain.has(slot))
  if (!hasOneColumn(pattern) || isAmbiguous) return estimateAnywhere(pattern, binds, state, graph)
  const columns = columnsOfPattern(pattern, graph)
  const column = columns?.column(pattern.predicate.id!)
  if (!columns || !column) return { rows: 0, cost: 0, binds, distinct: [], sequential: [] }
  return estimateColumn(pattern, binds, state, column, columns, isJoined)
}

function estimateColumn(
  { subject, predicate, object }: TriplePattern,
  binds: ReadonlySet<number>,
  state: JoinState,
  column: Column,
  columns: ColumnSet,
  isJoined: (slot: number) => boolean,
): JoinStep {
  const { rows } = state
  const inverse = () => columns.inverse(predicate.id!)!
  const step = (count: number, cost: number, more: Partial<JoinStep> = {}): JoinStep => ({
    rows: count,
    cost: cost + count,
    binds,
    distinct: [],
    sequential: [],
    ...more,
  })
  const isBound = (slot: number | undefined) => slot !== undefined && state.certain.has(slot)
  /** Of one end a constant: the other one is in a list. */
  const list = (length: number, slot: number | undefined): JoinStep => {
    if (slot === undefined) return step(length > 0 ? rows : 0, 0)
    if (!state.certain.has(slot))
      return step(rows * length, 0, { distinct: [[slot, length]], sequential: [slot] })
    const known = distinctOf(state, slot)
    return step((rows * length) / Math.max(known, length), rows, { distinct: [[slot, length]] })
  }
  /** From one end, which is bound, to the other. */
  const lookup = (found: Column, key: number, value: number): JoinStep => {
    const keys = found.keys.length
    const isSequential = state.sequential.has(key)
    const count = (rows * found.size) / Math.max(distinctOf(state, key), keys)
    const runs = found.size / keys
    return step(count, rows * lookupCost(keys, isSequential), {
      distinct: [
        [key, keys],
        [
          value,
          isJoined(value) ? (found === column ? inverse().keys.length : column.keys.length) : found.size,
        ],
      ],
      sequential: runs > 64 || (isSequential && found === column) ? [value] : [],
    })
  }
  if (object.id !== undefined) return list(lengthOf(inverse(), object.id, subject.id), subject.slot)
  if (subject.id !== undefined) return list(lengthOf(column, subject.id), object.slot)
  const [s, o] = [subject.slot, object.slot]
  if (isBound(s) && isBound(o)) {
    const pairs = distinctOf(state, s) * distinctOf(state, o)
    return step(
      Math.min(rows, (rows * column.size) / Math.max(1, pairs)),
      rows * lookupCost(column.size, false),
    )
  }
  if (isBound(s)) return lookup(column, s, o)
  if (isBound(o)) return lookup(inverse(), o, s)
  if (s === o) return step(rows * Math.ceil(column.size / 10), rows * column.size)
  return step(rows * column.size, 0, {
    distinct: [
      [s, column.keys.length],
      [o, isJoined(o) ? inverse().keys.length : column.size],
    ],
    sequential: [s],
  })
}

/** How many values a key has; of those only the one that is given. */
function lengthOf(column: Column, key: number, value?: number): number {
  const row = column.rowOf(key)
  if (row < 0) return 0
  if (value !== undefined) return column.has(key, value) ? 1 : 0
  return column.offsets[row + 1]! - column.offsets[row]!
}

/** Where predicate or graph is a variable: a guess from what the graphs have in all. */
function estimateAnywhere(
  { subject, predicate, object, graph: name }: TriplePattern,
  binds: ReadonlySet<number>,
  state: JoinState,
  graph: ColumnarGraph,
): JoinStep {
  const sets = [...columnSets(name, graph)]
  const isGiven = (term: { id?: number | undefined; slot?: number | undefined }) =>
    term.id !== undefined || state.certain.has(term.slot!)
  let size = 0
  for (const columns of sets) {
    if (predicate.id === undefined) size += columns.size
    else size += columns.column(predicate.id)?.size ?? 0
  }
  let matches = size
  if (predicate.id === undefined && isGiven(predicate)) matches /= 20
  if (isGiven(subject)) matches = Math.min(matches, predicate.id === undefined ? 20 : 2)
  if (isGiven(object)) matches = Math.min(matches, Math.max(1, matches / 100))
  const rows = state.rows * matches
  return { rows, cost: rows * 3 + state.rows * 20, binds, distinct: [], sequential: [] }
}

/** The columns of the graphs that a pattern may be sought in. */
export function* columnSets(name: TriplePattern['graph'], graph: ColumnarGraph): Generator<ColumnSet> {
  if (name === undefined) {
    yield graph.defaultGraph
    return
  }
  for (const one of name.id === undefined ? graph.graphNames : [name.id]) {
    const columns = graph.namedGraph(one)
    if (columns) yield columns
  }
}
