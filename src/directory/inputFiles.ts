import { createHash } from 'node:crypto'
import { basename, isAbsolute } from 'node:path'
import type { Configuration, FileConfiguration } from '../configuration/configuration.ts'
import type { Effects } from '../effects.ts'
import { sourceIri } from '../graph/actorGraph.ts'
import type { InputFile } from '../statistics/provenance/releaseProvenance.ts'
import { locateFile } from './locateFile.ts'

/**
 * The files that a directory is made of, with their sizes and checksums: its configuration, its sources with the tables
 * that hang on them, the responses to its surveys, and the decisions on duplicates. They are read once more, piece by
 * piece; of standard input, which cannot be, only the name is told. The list of those who opted out is nobody's business.
 *
 * @throws {ConfigurationError} where a package has no such file
 */
export async function inputFiles(
  configuration: Configuration,
  effects: Effects,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<InputFile[]> {
  const { path: configurationPath, base, sources, surveys, duplicates } = configuration
  const digests = new Map<string, Promise<Digest>>()
  const describe = async (id: string, name: string, path: string, source?: string): Promise<InputFile> => {
    if (!digests.has(path)) digests.set(path, digest(path, effects, signal))
    // Where files lie on a machine is told to nobody.
    const known = isAbsolute(name) ? basename(name) : name
    return { id, name: known, ...(await digests.get(path)!), ...(source === undefined ? {} : { source }) }
  }
  const located = (id: string, file: FileConfiguration, source?: string) => {
    const { path, displayName } = locateFile(file, configurationPath)
    return describe(id, displayName, path, source)
  }
  const files = [await describe('configuration', basename(configurationPath), configurationPath)]
  for (const source of sources) {
    files.push(await located(`source-${source.name}`, source, sourceIri(base, source.name)))
    for (const link of source.links) files.push(await located(`source-${source.name}-${link.name}`, link))
  }
  for (const survey of surveys) {
    for (const source of survey.sources) {
      files.push(await located(`survey-${survey.id}-${source.name}`, source))
      for (const link of source.links) {
        files.push(await located(`survey-${survey.id}-${source.name}-${link.name}`, link))
      }
    }
  }
  if (duplicates !== undefined) {
    const { path } = locateFile({ file: duplicates }, configurationPath)
    if (await effects.exists(path)) files.push(await describe('duplicates', duplicates, path))
  }
  return files
}

interface Digest {
  readonly byteSize?: number
  readonly sha256?: string
}

async function digest(path: string, effects: Effects, signal: AbortSignal | undefined): Promise<Digest> {
  if (path === '-') return {}
  const hash = createHash('sha256')
  let byteSize = 0
  for await (const chunk of effects.readChunks(path)) {
    signal?.throwIfAborted()
    hash.update(chunk)
    byteSize += chunk.length
  }
  return { byteSize, sha256: hash.digest('hex') }
}
