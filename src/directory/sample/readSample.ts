import { join } from 'node:path'
import type { Configuration } from '../../configuration/configuration.ts'
import type { SurveyConfiguration } from '../../configuration/surveyConfiguration.ts'
import type { Effects } from '../../effects.ts'
import { ConfigurationError } from '../../errors.ts'
import { defaultPrivateFolder } from './privateFolder.ts'

/**
 * Reads the private file that says how the sample of a survey was drawn, and who is in it.
 *
 * @param parse of its text and its path
 * @param lack what it is lacking for, and what may be done instead of drawing it
 * @throws {ConfigurationError} where it is not there, and whatever `parse` throws
 */
export async function readSample<Told>(
  { id }: Pick<SurveyConfiguration, 'id'>,
  configuration: Pick<Configuration, 'path'>,
  effects: Effects,
  parse: (text: string, path: string) => Told,
  lack: { readonly so: string; readonly or: string },
): Promise<Told> {
  const path = join(defaultPrivateFolder(configuration.path), id, 'sample.json')
  const bytes = await effects.readFile(path).catch(cause => {
    throw new ConfigurationError(
      `the sample of the survey "${id}" is not here, so ${lack.so}; draw it (annuaire survey sample ${id}), or ${lack.or}`,
      { cause, location: { file: path } },
    )
  })
  return parse(Buffer.from(bytes).toString('utf8'), path)
}
