import type { ColumnarGraph } from '../graph/columns/columnar.ts'
import { exportParts, type GraphParts } from '../graph/columns/graphParts.ts'

const known = new WeakMap<ColumnarGraph, GraphParts>()

/**
 * The parts of a graph in memory that threads share. A graph that was not built so is copied once, however often it is
 * asked for.
 *
 * @throws {GraphError} where this library has not built the graph
 */
export function sharedParts(graph: ColumnarGraph): GraphParts {
  let parts = known.get(graph)
  if (!parts) {
    parts = share(exportParts(graph), new Map()) as GraphParts
    known.set(graph, parts)
  }
  return parts
}

/** The same value, whose typed arrays are in shared memory. Arrays that have one buffer still have one. */
function share(value: unknown, buffers: Map<ArrayBufferLike, SharedArrayBuffer>): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(one => share(one, buffers))
  if (!ArrayBuffer.isView(value)) {
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, share(part, buffers)]))
  }
  const view = value as Uint8Array
  const { buffer, byteOffset, length } = view
  if (buffer instanceof SharedArrayBuffer) return value
  let shared = buffers.get(buffer)
  if (!shared) {
    shared = new SharedArrayBuffer(buffer.byteLength)
    new Uint8Array(shared).set(new Uint8Array(buffer))
    buffers.set(buffer, shared)
  }
  return new (view.constructor as Uint8ArrayConstructor)(shared, byteOffset, length)
}
