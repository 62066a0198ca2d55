import { toAutomaton } from './automaton.ts'
import { IdList } from './idList.ts'
import type { PathGraph } from './pathGraph.ts'
import type { PathEstimate, PathWalk } from './pathRelation.ts'
import { mayBeEmpty, type PropertyPath } from './propertyPath.ts'

const SAMPLES = 16
const EDGES_PER_SAMPLE = 512

/** Follows the path a little way from a few nodes, evenly chosen. */
export function estimatePath(path: PropertyPath, graph: PathGraph, walk: PathWalk): PathEstimate {
  const columns = toAutomaton(path, false)[0]!.edges.flatMap(({ step }) => graph.columnsOf(step))
  const starts = columns.reduce((sum, { keys }) => sum + keys.length, 0)
  const found = new IdList()
  let samples = 0
  let objects = 0
  for (const { keys } of columns) {
    const stride = Math.max(1, Math.floor((keys.length * columns.length) / SAMPLES))
    for (let index = 0; index < keys.length && samples < SAMPLES; index += stride) {
      walk.start(keys[index]!, found, true)
      // Where there is more, nobody knows how much.
      const isAll = walk.advance(EDGES_PER_SAMPLE)
      objects += isAll ? found.length : found.length * 4
      found.clear()
      samples++
    }
  }
  const objectsPerSubject = samples === 0 ? 1 : Math.max(1, objects / samples)
  // From nodes without a step, a path that may be empty leads to themselves.
  const nodes = mayBeEmpty(path) ? Math.min(graph.bound, graph.size * 2) : 0
  const keys = Math.max(1, starts, nodes)
  const pairs = starts * objectsPerSubject + Math.max(1, nodes - starts)
  const ends = Math.max(1, nodes, Math.min(graph.bound, pairs))
  return { pairs, keys, objectsPerSubject, subjectsPerObject: Math.max(1, pairs / ends) }
}
