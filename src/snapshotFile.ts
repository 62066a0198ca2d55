import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { GraphError } from './errors.ts'
import { buildGraph } from './graph/buildGraph.ts'
import type { ColumnarGraph } from './graph/columns/columnar.ts'
import { openSnapshot } from './graph/columns/openSnapshot.ts'
import { writeSnapshot } from './graph/columns/writeSnapshot.ts'
import type { Graph } from './graph/graph.ts'
import { columnarGraph } from './query/columnarGraph.ts'

/** How the names of snapshots end. */
export const SNAPSHOT_EXTENSION = '.columns'

/** Bytes that one call reads: the platform reads less than 2 GB at once. */
const READ_SIZE = 2 ** 30

/**
 * Writes a graph as it lies in memory, to be opened at the speed of the disk: see {@link openSnapshotFile}. The file is
 * whole or is not there.
 *
 * @throws {GraphError} where there is no such folder
 * @throws {unknown} where the file cannot be written
 */
export async function writeSnapshotFile(graph: Graph, path: string): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`
  const file = await open(temporary, 'w').catch(cause => {
    if (cause.code !== 'ENOENT') throw cause
    throw new GraphError(`there is no folder "${dirname(path)}" to write a snapshot to`, { cause })
  })
  try {
    for (const part of writeSnapshot(columnarGraph(graph) ?? (await buildGraph(graph))))
      await file.writeFile(part)
    await file.close()
    await rename(temporary, path)
  } catch (error) {
    await file.close().catch(() => {})
    await rm(temporary, { force: true })
    throw error
  }
}

/**
 * Opens a snapshot. Its memory can be shared with threads.
 *
 * @throws {GraphError} where the file is no snapshot, one of another version, cut off or damaged
 * @throws {unknown} where the file cannot be read
 */
export async function openSnapshotFile(path: string): Promise<ColumnarGraph> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const bytes = new Uint8Array(new SharedArrayBuffer(size))
    let at = 0
    while (at < size) {
      const { bytesRead } = await file.read(bytes, at, Math.min(READ_SIZE, size - at), at)
      if (bytesRead === 0) break
      at += bytesRead
    }
    return openSnapshot(bytes.subarray(0, at), path)
  } finally {
    await file.close()
  }
}
