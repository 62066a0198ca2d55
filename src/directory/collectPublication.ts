import type { RunOptions } from './assemble.ts'
import type { InLanguage, OpenedDirectory } from './openedDirectory.ts'
import type { Publication } from './publication.ts'
import { readGeometries } from './readGeometries.ts'
import { releaseDate } from './releaseDate.ts'
import { computeTables } from './tables.ts'

/** All that a release or an article is made of. */
export async function collectPublication(
  directory: OpenedDirectory,
  options: RunOptions & InLanguage,
): Promise<Publication> {
  const { configuration, lexicon, effects } = directory
  const assembly = await directory.assembly(options)
  return {
    assembly,
    date: releaseDate(configuration, assembly),
    tables: await computeTables(directory, options),
    configuration,
    lexicon,
    surveys: await directory.surveys(options),
    geometries: await readGeometries(configuration, effects),
  }
}
