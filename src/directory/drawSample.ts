import { join } from 'node:path'
import type { Configuration } from '../configuration/configuration.ts'
import type { SurveyConfiguration } from '../configuration/surveyConfiguration.ts'
import type { Effects } from '../effects.ts'
import { ConfigurationError, type LocalizedText, ReleaseError } from '../errors.ts'
import type { StatisticContext } from '../statistics/context.ts'
import { drawSample, type Sample } from '../statistics/sample/drawSample.ts'
import { readFrame, type SamplingFrame } from '../statistics/sample/frame.ts'
import type { Assembly, RunOptions } from './assemble.ts'
import { crosswalkContext } from './crosswalkContext.ts'
import type { Lexicon } from './lexicon.ts'
import type { OpenedDirectory } from './openedDirectory.ts'
import { directoryPrefixes } from './prefixes.ts'
import { readContactCells } from './sample/contactCells.ts'
import { contactsToCsv } from './sample/contactFile.ts'
import { defaultPrivateFolder, makePrivateFolder, refusePublished } from './sample/privateFolder.ts'
import { type SampleFile, toSampleFile, writeSampleFile } from './sample/sampleFile.ts'
import { sampleNotice } from './sample/sampleNotice.ts'

/** How a sample is drawn and written. */
export interface SampleRunOptions extends RunOptions {
  /** Private folder. Default: `private` beside the configuration. */
  readonly out?: string
  /** Whether a sample that was drawn before, and is another one, may be replaced. Default: false. */
  readonly replace?: boolean
}

/** A sample that was drawn, and written where nobody else reads it. */
export interface DrawnSample {
  /** Folder of the contact file, of how it was drawn, and of a notice. */
  readonly path: string
  /** `unchanged`: the same sample stands there already, and its contact file was left as it is. */
  readonly status: 'new' | 'unchanged' | 'replaced'
  readonly sample: SampleFile
}

/** What a sample is drawn from. */
interface SampleInput {
  readonly assembly: Assembly
  readonly configuration: Configuration
  readonly lexicon: Lexicon
  readonly context: StatisticContext
  /** Day of the release, `YYYY-MM-DD`. */
  readonly date: string
}

const FRAME: LocalizedText = { fr: 'Base de sondage', en: 'Sampling frame' }

/**
 * Draws the sample of a survey, and writes the file of those to be asked into a private folder.
 *
 * @throws {ConfigurationError} where there is no such survey, or nothing says how its sample is drawn
 * @throws {StatisticsError} where it cannot be drawn so
 * @throws {ReleaseError} where the folder is published, or another sample stands there
 */
export async function drawSurveySample(
  id: string,
  directory: OpenedDirectory,
  options: SampleRunOptions = {},
): Promise<DrawnSample> {
  const { configuration, effects } = directory
  const { out, replace = false, signal, onStep } = options
  const assembly = await directory.assembly(options)
  const context = await directory.statisticContext(options)
  const date = await directory.date(options)
  const input: SampleInput = { assembly, configuration, lexicon: directory.lexicon, context, date }
  const survey = surveyOf(id, configuration)
  const folder = join(out ?? defaultPrivateFolder(configuration.path), id)
  await refusePublished(folder, configuration.path, effects)
  const frame = await frameOf(survey, input, signal === undefined ? {} : { signal })
  const sample = drawSample(frame.units, survey.sample!)
  const actors = new Map(assembly.actors.map(actor => [actor.id, actor]))
  const file = toSampleFile(id, date, sample, frame, actors)
  const text = writeSampleFile(file)
  const path = join(folder, 'sample.json')
  const contactPath = join(folder, 'contacts.csv')
  const isThere = await effects.exists(path)
  const isWhole = isThere && (await effects.exists(contactPath))
  if (isWhole && Buffer.from(await effects.readFile(path)).toString('utf8') === text)
    return { path: folder, status: 'unchanged', sample: file }
  if (isWhole && !replace) {
    throw new ReleaseError(
      'another sample was drawn here before; who was asked would be lost. Name another folder, or replace it (--replace)',
      { location: { file: path } },
    )
  }
  onStep?.('write')
  const contacts = await contactsOf(sample, frame, survey, input, effects)
  if (out === undefined) await makePrivateFolder(defaultPrivateFolder(configuration.path), effects)
  await makePrivateFolder(folder, effects)
  const { language } = configuration
  await write(contactPath, contacts, effects)
  const notice = language === 'fr' ? 'LISEZMOI.txt' : 'README.txt'
  await write(join(folder, notice), sampleNotice(file, survey.title, language), effects)
  // The last one: where it stands, the others do.
  await write(path, text, effects)
  return { path: folder, status: isThere ? 'replaced' : 'new', sample: file }
}

function surveyOf(id: string, { surveys, path }: Configuration): SurveyConfiguration {
  const survey = surveys.find(one => one.id === id)
  const location = { file: path }
  if (!survey) {
    const known = surveys.map(one => one.id).join(', ')
    throw new ConfigurationError(`there is no survey "${id}"; known are ${known || 'none'}`, { location })
  }
  if (survey.sample) return survey
  throw new ConfigurationError(
    `nothing says how the sample of the survey "${id}" is drawn; give it a "sample" with "size" and "seed"`,
    { location },
  )
}

async function frameOf(
  { sample }: SurveyConfiguration,
  { assembly, configuration, context }: SampleInput,
  options: { signal?: AbortSignal },
): Promise<SamplingFrame> {
  const { query, population, stratifyBy } = sample!
  const definition =
    query === undefined
      ? {
          title: FRAME,
          ...(population === undefined ? {} : { population }),
          ...(stratifyBy === undefined ? {} : { stratifyBy }),
        }
      : { query }
  const prefixes = directoryPrefixes(configuration)
  const frame = await readFrame(assembly.graph, definition, context, { ...options, prefixes })
  const known = new Set(assembly.actors.map(({ id }) => id))
  const stranger = frame.units.find(unit => !known.has(unit.id))
  if (!stranger) return frame
  throw new ConfigurationError(
    `the query of the sample gives <${stranger.id}>, which is no actor of the directory; ask for those that are annuaire:Actor`,
    { location: { file: configuration.path } },
  )
}

async function contactsOf(
  { units }: Sample,
  { labels }: SamplingFrame,
  survey: SurveyConfiguration,
  { assembly, configuration, lexicon }: SampleInput,
  effects: Effects,
): Promise<string> {
  const { contact } = survey.sample!
  const drawn = new Set(units.map(({ id }) => id))
  const read = assembly.reading.sources
    .flatMap(({ actors }) => actors)
    .filter(({ actor }) => drawn.has(actor.id))
  const context = await crosswalkContext(configuration, lexicon)
  const cells = await readContactCells(read, contact, configuration, context, effects)
  const actors = new Map(assembly.actors.map(actor => [actor.id, actor]))
  const contacts = units.map(unit => ({
    actor: actors.get(unit.id)!,
    unit,
    stratum: unit.stratum === undefined ? '' : (labels.get(unit.stratum) ?? unit.stratum),
    cells: cells.get(unit.id) ?? new Map<string, string>(),
  }))
  return contactsToCsv(contacts, contact, configuration.language)
}

/** Only who draws the sample reads who was drawn. */
const OWNER_ONLY = 0o600

/** Whole or not at all: what stands there stays until there is something to take its place. */
async function write(path: string, text: string, effects: Effects): Promise<void> {
  const fresh = `${path}.tmp`
  await effects.remove(fresh)
  await effects.writeFile(fresh, [Buffer.from(text)], { mode: OWNER_ONLY })
  await effects.rename(fresh, path)
}
