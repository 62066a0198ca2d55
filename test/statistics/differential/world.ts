import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Directory, openDirectory } from '../../../src/directory.ts'
import type { Graph } from '../../../src/graph/graph.ts'
import type { StatisticContext } from '../../../src/statistics/context.ts'
import { type Database, openDatabase } from './database.ts'

/** A directory twice: as the graph that is made of it, and as relations that SQL makes of the same files. */
export interface World {
  readonly directory: Directory
  readonly graph: Graph
  readonly context: StatisticContext
  readonly sql: Database
}

/**
 * Opens a directory, and a database that knows the shipped vocabulary.
 *
 * @param statements that make the relations of the files
 * @param temporary folder for files on their way into the database
 */
export async function openWorld(
  folder: string,
  statements: readonly string[],
  temporary: string,
): Promise<World> {
  const directory = await openDirectory(folder)
  const sql = await openDatabase(statements, temporary)
  const [graph, context] = [await directory.graph(), await directory.statisticContext()]
  return { directory, graph, context, sql }
}

/** A file as UTF-8, for a database that reads no other encoding without an extension. */
export async function transcoded(file: string, encoding: string, temporary: string): Promise<string> {
  const path = join(temporary, 'transcoded.csv')
  await writeFile(path, new TextDecoder(encoding).decode(await readFile(file)))
  return path
}
