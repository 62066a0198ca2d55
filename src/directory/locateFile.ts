import { createRequire } from 'node:module'
import { dirname, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { FileConfiguration } from '../configuration/configuration.ts'
import { ConfigurationError } from '../errors.ts'
import type { SourceOptions } from '../sources/openSource.ts'

/** Where a file is, and what people know it by. */
export interface LocatedFile {
  readonly path: string
  readonly displayName: string
}

/**
 * Finds a file beside the configuration, or in an npm package that can be found from there or from here; `-` is
 * standard input.
 *
 * @throws {ConfigurationError} where the package has no such file
 */
export function locateFile(file: FileConfiguration, configurationPath: string): LocatedFile {
  if (file.file === '-') return { path: '-', displayName: 'stdin' }
  if (file.package === undefined) {
    return { path: resolve(dirname(configurationPath), file.file), displayName: file.file }
  }
  const displayName = `${file.package}/${file.file}`
  for (const from of [pathToFileURL(resolve(configurationPath)), import.meta.url]) {
    try {
      return { path: createRequire(from).resolve(displayName), displayName }
    } catch {
      // Not installed there; the other place may have it.
    }
  }
  throw new ConfigurationError(`the package "${file.package}" has no file "${file.file}"; is it installed?`, {
    location: { file: configurationPath },
  })
}

/** What the configuration says of the reading of a file. */
export function readingOptions({
  format,
  encoding,
  delimiter,
  sheet,
  headerRows,
  skipRows,
  records,
}: FileConfiguration): SourceOptions {
  return {
    ...(format === undefined ? {} : { format }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(headerRows === undefined ? {} : { headerRows }),
    ...(skipRows === undefined ? {} : { skipRows }),
    ...(records === undefined ? {} : { records }),
  }
}
