import { join } from 'node:path'
import type { Effects } from '../effects.ts'
import { ConfigurationError } from '../errors.ts'
import type { Configuration } from './configuration.ts'
import { readConfiguration } from './readConfiguration.ts'

/**
 * Reads an `annuaire.yaml`.
 *
 * @param path the file, or the folder that holds it
 * @throws {ConfigurationError} naming every problem of the configuration, each with its line
 */
export async function openConfiguration(path: string, effects: Effects): Promise<Configuration> {
  const file = /\.ya?ml$/i.test(path) ? path : join(path, 'annuaire.yaml')
  const bytes = await effects.readFile(file).catch(cause => {
    throw new ConfigurationError('there is no such configuration; name an annuaire.yaml or its folder', {
      cause,
      location: { file },
    })
  })
  return readConfiguration(decode(bytes, file), file)
}

/** YAML is Unicode (YAML 1.2.2 §5.2); any other encoding would spoil titles and column names. */
function decode(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new ConfigurationError('the configuration is not in UTF-8; save it as UTF-8', {
      cause,
      location: { file },
    })
  }
}
