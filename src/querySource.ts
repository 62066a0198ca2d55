import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { Readable } from 'node:stream'
import type { RunOptions } from './directory/assemble.ts'
import { openDirectory } from './directory.ts'
import { QueryError } from './errors.ts'
import type { ColumnarGraph } from './graph/columns/columnar.ts'
import { createGraphBuilder } from './graph/columns/graphBuilder.ts'
import { readNTriples } from './graph/columns/readNTriples.ts'
import { loadGraph } from './graph/loadGraph.ts'
import { mediaTypeOf } from './graph/mediaTypes.ts'
import { parseQuads } from './graph/parse.ts'
import type { QuerySource } from './query/query.ts'
import { openSnapshotFile, SNAPSHOT_EXTENSION } from './snapshotFile.ts'

/** How a source is opened. */
export interface OpenQuerySourceOptions extends RunOptions {
  /** Whether its graph lies in memory that threads share, which queries that are isolated need. Default: false. */
  readonly shared?: boolean
}

/**
 * What a word on the command line names: the URL of a SPARQL endpoint, a dump or a snapshot by its extension, the folder
 * of a release or of releases, of which the latest is meant, or a directory.
 *
 * @throws {QueryError} where it is none of these
 * @throws {GraphError} where a dump or a snapshot cannot be read
 */
export async function openQuerySource(
  source: string,
  options: OpenQuerySourceOptions = {},
): Promise<QuerySource> {
  if (/^https?:\/\//i.test(source)) return { endpoint: source }
  const entry = await stat(source).catch(cause => {
    throw new QueryError(`there is no file or folder "${source}"`, { cause })
  })
  const release = entry.isDirectory() ? await findRelease(source) : undefined
  if (release !== undefined) return { graph: await loadDumps(release, options) }
  if (entry.isDirectory() ? await isDirectory(source) : /\.ya?ml$/i.test(source)) {
    return { graph: await (await openDirectory(source)).graph(options) }
  }
  if (entry.isDirectory()) throw new QueryError(`"${source}" holds neither an annuaire.yaml nor a release`)
  if (extname(source) === SNAPSHOT_EXTENSION) return { graph: await openSnapshotFile(source) }
  const mediaType = mediaTypeOf(extname(source))
  if (!mediaType) {
    throw new QueryError(
      `"${source}" is no dump that can be read; its name should end in .ttl, .nt, .jsonld, .rdf or .columns`,
    )
  }
  return { graph: await loadGraph(readDump(source), mediaType, { ...options, file: source }) }
}

/** The dumps of a release that together are its graph. */
const DUMPS = ['dumps/actors.nt', 'dumps/vocabulary.ttl'] as const

/** The release that a folder is, or the latest that it holds; what a directory holds is not looked for. */
async function findRelease(folder: string): Promise<string | undefined> {
  if (await isRelease(folder)) return folder
  if (await isDirectory(folder)) return undefined
  for (const name of ['latest', 'releases/latest']) {
    const release = join(folder, name)
    if (await isRelease(release)) return release
  }
  return undefined
}

async function isRelease(folder: string): Promise<boolean> {
  const found = await Promise.all(DUMPS.map(dump => exists(join(folder, dump))))
  return found.every(Boolean)
}

function isDirectory(folder: string): Promise<boolean> {
  return exists(join(folder, 'annuaire.yaml'))
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}

async function loadDumps(folder: string, options: OpenQuerySourceOptions): Promise<ColumnarGraph> {
  const builder = createGraphBuilder(options)
  for (const [index, dump] of DUMPS.entries()) {
    const file = join(folder, dump)
    const read = { ...options, file, blankNodePrefix: `b${index}` }
    const mediaType = mediaTypeOf(extname(file))!
    if (mediaType === 'application/n-triples') await readNTriples(readDump(file), builder, read)
    else for await (const quad of parseQuads(readDump(file), mediaType, read)) builder.addQuad(quad)
  }
  return builder.build()
}

/** In chunks of a megabyte, which are a sixteenth of the turns that those of 64 kB take. */
function readDump(file: string): Readable {
  return createReadStream(file, { highWaterMark: 2 ** 20 })
}
