import { basename, dirname, relative, resolve } from 'node:path'
import type { Configuration } from '../configuration/configuration.ts'
import { readConfiguration } from '../configuration/readConfiguration.ts'
import { type Effects, nodeEffects } from '../effects.ts'
import { type Language, SourceError } from '../errors.ts'
import { normaliseLabel } from '../vocabulary/label.ts'
import { chooseKey } from './chooseKey.ts'
import { correctColumn } from './correct.ts'
import { latestDate, readDates } from './dates.ts'
import { decideColumns } from './decideColumns.ts'
import type { Decision, Draft, Guess } from './draft.ts'
import * as fileReasons from './fileReasons.ts'
import { loadKnowledge } from './knowledge.ts'
import { guessLanguage } from './language.ts'
import { takenNames } from './ownFields.ts'
import { readTable, type Table } from './readTable.ts'
import { profileSample, type Sample } from './sample.ts'
import { slugOf } from './schemes.ts'
import { tryOut } from './trial.ts'
import { chooseKeyOfFile } from './verifyKey.ts'
import { writeYaml } from './writeYaml.ts'

/** How a configuration is proposed. */
export interface ProposalOptions {
  /** Of the records and of the reasons. Default: what the file looks like; French where it does not say. */
  readonly language?: Language
  /** Date of the release, `YYYY-MM-DD`. Default: the latest update of a record; else the latest date in the file. */
  readonly date?: string
  /** Where the configuration is to stand: it names the file from there. Default: `annuaire.yaml` beside the file. */
  readonly configurationPath?: string
  /** Default: the local file system. */
  readonly effects?: Effects
}

/** A configuration that works, and what in it is guessed. */
export interface Proposal {
  /** Text of an `annuaire.yaml`. */
  readonly yaml: string
  /** A guess per column, in their order. */
  readonly guesses: readonly Guess[]
  readonly language: Language
  /** Rows that were looked at. */
  readonly rows: number
}

/** Corrections find an end after as many rounds. */
const MOST_ROUNDS = 4
/** Stands where nothing in a file says when it was made. */
const NO_DATE = '2026-01-01'

/**
 * Looks at a file of records and proposes the `annuaire.yaml` that publishes it: the beginning is profiled, headers
 * and values are weighed, and the outcome is tried on the same rows, so that it works unedited. What is guessed says
 * so in a comment, with the reason. What looks personal is left out.
 *
 * @throws {SourceError} where the file cannot be read, has no record, or no value in any of them
 */
export async function proposeConfiguration(path: string, options: ProposalOptions = {}): Promise<Proposal> {
  const { effects = nodeEffects, configurationPath = resolve(dirname(path), 'annuaire.yaml') } = options
  const table = await readTable(path, effects)
  const sample = profileSample(table.columns, table.rows)
  const draft = await draftConfiguration(path, configurationPath, table, sample, options)
  if (
    draft.derivations.length === 0 &&
    [...draft.decisions.values()].every(({ to }) => to !== 'field' && to !== 'own field')
  ) {
    throw new SourceError('no column of the file has values that could be published', {
      location: { file: path },
    })
  }
  const { yaml, final } = await untilItWorks(draft, table, sample, configurationPath, options)
  return { yaml, guesses: guessesOf(final), language: final.language, rows: table.rows.length }
}

async function draftConfiguration(
  path: string,
  configurationPath: string,
  table: Table,
  sample: Sample,
  options: ProposalOptions,
): Promise<Draft> {
  const knowledge = await loadKnowledge()
  const language = options.language ?? guessLanguage(sample)
  const stem = basename(path)
    .replace(/\.gz$/i, '')
    .replace(/\.[^.]+$/, '')
  const slug = slugOf(stem, 'acteurs')
  const key = table.isWhole
    ? chooseKey(sample)
    : await chooseKeyOfFile(sample, path, table.reading, options.effects ?? nodeEffects)
  const { decisions, derivations, codeLists } = decideColumns(sample, key, slug, knowledge, language === 'fr')
  const mapped = new Set([...decisions.values()].flatMap(one => ('field' in one ? [one.field] : [])))
  return {
    language,
    title: titleOf(stem),
    slug,
    file: relative(dirname(resolve(configurationPath)), resolve(path)).replaceAll('\\', '/'),
    reading: table.reading,
    key,
    nullMarkers: nullMarkersOf(sample),
    findCommune: language === 'fr' && mapped.has('address.locality') && !mapped.has('address.commune'),
    decisions: inOrder(decisions, table.columns),
    derivations,
    codeLists,
    places: { region: false, department: false },
    ...(options.date === undefined ? {} : { date: { value: options.date, reason: fileReasons.givenDate } }),
    notes: [...table.notes, ...(sample.duplicates > 0 ? [fileReasons.duplicateRows(sample.duplicates)] : [])],
  }
}

/** Tries a draft out, and corrects what would leave records out, until nothing does. */
async function untilItWorks(
  first: Draft,
  { columns, rows }: Table,
  sample: Sample,
  configurationPath: string,
  { date }: ProposalOptions,
): Promise<{ yaml: string; final: Draft }> {
  let draft = first
  for (let round = 1; ; round += 1) {
    const configuration: Configuration = await readConfiguration(writeYaml(draft), configurationPath)
    const trial = await tryOut(configuration, columns, rows)
    const decisions = new Map(draft.decisions)
    const taken = takenBy(draft)
    let isCorrected = false
    for (const [column, refused] of round > MOST_ROUNDS ? [] : trial.refused) {
      const decision = decisions.get(column)
      const profile = sample.columns.find(one => one.column === column)
      const corrected = decision && profile ? correctColumn(decision, profile, refused, taken) : undefined
      if (!corrected) continue
      decisions.set(column, corrected)
      isCorrected = true
    }
    if (isCorrected) {
      draft = { ...draft, decisions }
      continue
    }
    const isDated = date !== undefined || trial.isDated
    const final: Draft = {
      ...draft,
      places: trial.places,
      ...(isDated ? {} : { date: dateOfRelease(sample, draft.decisions) }),
    }
    return { yaml: writeYaml(final), final }
  }
}

function takenBy({ decisions, codeLists }: Draft) {
  const taken = takenNames()
  for (const decision of decisions.values()) {
    if (decision.to !== 'own field') continue
    taken.fields.add(decision.own.name)
    if (decision.own.scheme) taken.schemes.add(decision.own.scheme.name)
  }
  for (const { name } of codeLists.values()) taken.schemes.add(name)
  return taken
}

/** The clock is not asked: what is in the file dates the release, or a day that has to be changed. */
function dateOfRelease(
  { columns }: Sample,
  decisions: ReadonlyMap<string, Decision>,
): NonNullable<Draft['date']> {
  const dates = columns
    .filter(({ column }) => decisions.get(column)?.to !== 'ignore')
    .flatMap(profile => {
      const { share, order } = readDates(profile)
      return share > 0.8 ? (latestDate(profile, order) ?? []) : []
    })
  const latest = dates.sort().at(-1)
  return latest === undefined
    ? { value: NO_DATE, reason: fileReasons.noDate }
    : { value: latest, reason: fileReasons.latestDate }
}

function nullMarkersOf({ columns }: Sample): string[] {
  const markers = new Map<string, string>()
  for (const { nullMarkers } of columns)
    for (const marker of nullMarkers.keys())
      if (!markers.has(marker.toLowerCase())) markers.set(marker.toLowerCase(), marker)
  return [...markers.values()]
}

function inOrder(
  decisions: ReadonlyMap<string, Decision>,
  columns: readonly string[],
): Map<string, Decision> {
  return new Map(columns.map(column => [column, decisions.get(column)!]))
}

function titleOf(stem: string): string {
  const text = stem
    .normalize('NFC')
    .replace(/[_\s-]+/g, ' ')
    .trim()
  return normaliseLabel(text) === '' ? 'Annuaire' : text[0]!.toUpperCase() + text.slice(1)
}

function guessesOf({ decisions }: Draft): Guess[] {
  return [...decisions].map(([column, decision]) => {
    const { confidence, reason } = decision.why
    return {
      column,
      field: 'field' in decision ? decision.field : decision.to,
      ...(decision.to === 'own field' ? { ownField: decision.own.name } : {}),
      confidence,
      reason,
    }
  })
}
