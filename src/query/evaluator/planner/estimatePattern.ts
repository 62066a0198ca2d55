import type { Column, ColumnarGraph, ColumnSet } from '../../../graph/columns/columnar.ts'
import { type PatternTerm, slotsOfPattern, type TriplePattern } from '../operators/patternTerm.ts'
import { type Distribution, distinctOf, type JoinState, type JoinStep } from './joinState.ts'
import { columnsOfPattern, hasOneColumn, valuesOf } from './patterns.ts'

/** Work of one look-up among that many keys: beyond what the processor's caches hold, at random, it waits for memory. */
function lookupCost(keys: number, isSequential: boolean): number {
  return isSequential || keys < 30_000 ? 1 : 20
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
  const list = (ids: Uint32Array, { id, slot }: PatternTerm): JoinStep => {
    const { length } = ids
    if (slot === undefined) return step(ids.includes(id) ? rows : 0, 0)
    const known = { distinct: [[slot, length] as const], distributions: [[slot, { list: ids }] as const] }
    if (!state.certain.has(slot)) return step(rows * length, 0, { ...known, sequential: [slot] })
    const share = shareWithin(ids, state.distributions.get(slot))
    return step(rows * (share ?? length / Math.max(distinctOf(state, slot), length)), rows, known)
  }
  /** From one end, which is bound, to the other. */
  const lookup = (found: Column, key: number, value: number): JoinStep => {
    const keys = found.keys.length
    const isSequential = state.sequential.has(key)
    const each = valuesEach(found, state.distributions.get(key))
    const count = rows * (each ?? found.size / Math.max(distinctOf(state, key), keys))
    const runs = found.size / keys
    const back = found === column ? inverse : () => column
    return step(count, rows * lookupCost(keys, isSequential), {
      distinct: [
        [key, keys],
        [value, isJoined(value) ? back().keys.length : found.size],
      ],
      distributions: isJoined(value) ? [[value, { column: back() }]] : [],
      sequential: runs > 64 || (isSequential && found === column) ? [value] : [],
    })
  }
  if (object.id !== undefined) return list(valuesOf(inverse(), object.id), subject)
  if (subject.id !== undefined) return list(valuesOf(column, subject.id), object)
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
    distributions: [[s, { column }], ...(isJoined(o) ? [[o, { column: inverse() }] as const] : [])],
    sequential: [s],
  })
}

/** How many ids of a list are looked at to estimate: more are taken for evenly spread. */
const COUNTED = 4096

/** Of rows whose ids are distributed so, the share of those whose id is in a list. */
function shareWithin(ids: Uint32Array, { column }: Distribution = {}): number | undefined {
  if (!column || ids.length > COUNTED) return undefined
  let count = 0
  for (const id of ids) count += lengthOf(column, id)
  return count / column.size
}

/** How many values a column has on average for ids that are distributed so. */
function valuesEach(found: Column, { list }: Distribution = {}): number | undefined {
  if (!list || list.length > COUNTED || list.length === 0) return undefined
  let count = 0
  for (const id of list) count += lengthOf(found, id)
  return count / list.length
}

function lengthOf(column: Column, key: number): number {
  const row = column.rowOf(key)
  return row < 0 ? 0 : column.offsets[row + 1]! - column.offsets[row]!
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
