import { basename, join, resolve } from 'node:path'
import type { Configuration, FileConfiguration, SourceConfiguration } from '../configuration/configuration.ts'
import type { Repair } from '../crosswalk/crosswalk.ts'
import type { SourceReading } from '../crosswalk/readSource.ts'
import { REPAIR_RULES } from '../crosswalk/repairRules.ts'
import type { Effects } from '../effects.ts'
import { type Language, ReleaseError, type SourceLocation } from '../errors.ts'
import { repairsToNdjson } from '../release/repairsNdjson.ts'
import { annotateSource } from '../sources/annotateSource.ts'
import type { Addition, SourceDetection } from '../sources/row.ts'
import type { ValidationResult } from '../validation/report.ts'
import type { Assembly } from './assemble.ts'
import { locateFile, readingOptions } from './locateFile.ts'
import { type SurveyReading, surveyResults } from './surveyReading.ts'

const HEADERS: Readonly<Record<Language, readonly string[]>> = {
  fr: ['Anomalies', 'Réparations'],
  en: ['Problems', 'Repairs'],
}

/**
 * Writes what goes back to those who keep the files, and to nobody else: each file as it came, with columns that say
 * what is wrong with a row and what was repaired, and the log of all repairs.
 *
 * @param out folder; files of the same names in it are replaced
 * @returns the paths of the files
 * @throws {ReleaseError} where the folder is that of a source: its file is never overwritten
 */
export async function writeReview(
  out: string,
  { reading, report }: Assembly,
  surveys: readonly SurveyReading[],
  configuration: Configuration,
  effects: Effects,
): Promise<string[]> {
  const sources = [
    ...pairs(configuration.sources, reading),
    ...surveys.flatMap(read => pairs(read.survey.sources, read)),
  ]
  const results = [...report.results, ...surveys.flatMap(surveyResults)]
  const originals = new Set(
    sources
      .flatMap(([source]) => [source, ...source.links])
      .map(file => resolve(locateFile(file, configuration.path).path)),
  )
  await effects.makeDirectory(out)
  const written: string[] = []
  const write = async (name: string, content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) => {
    const path = join(out, name)
    if (originals.has(resolve(path))) {
      throw new ReleaseError('this would overwrite the file itself; name another folder', {
        location: { file: path },
      })
    }
    // Whole or not at all: what stands there stays until there is something to take its place.
    const fresh = `${path}.tmp`
    await effects.remove(fresh)
    await effects.writeFile(fresh, content)
    await effects.rename(fresh, path)
    written.push(path)
  }
  const names = new Set<string>()
  for (const [source, read] of sources) {
    for (const [file, detection] of filesOf(source, read)) {
      const { path, displayName } = locateFile(file, configuration.path)
      if (path === '-') continue
      const name = names.has(basename(path))
        ? `${source.name.replace('/', '-')}-${basename(path)}`
        : basename(path)
      names.add(name)
      const notes = notesOf(displayName, results, read.repairs, configuration.language)
      const addition = { headers: HEADERS[configuration.language], cellsOf: createCells(notes) }
      const options = { ...readingOptions(file), displayName, effects }
      await write(name, annotateSource(path, options, detection, addition))
    }
  }
  const repairs = sources.flatMap(([, read]) => read.repairs)
  await write('repairs.ndjson', [new TextEncoder().encode(repairsToNdjson(repairs))])
  return written
}

/** Sources, each with what it gave. */
function pairs(
  sources: readonly SourceConfiguration[],
  { sources: readings }: { readonly sources: readonly SourceReading[] },
): [SourceConfiguration, SourceReading][] {
  return sources.map((source, index) => [source, readings[index]!])
}

/** The file of a source and those of its linked tables. */
function filesOf(source: SourceConfiguration, read: SourceReading): [FileConfiguration, SourceDetection][] {
  return [
    [source, read.detection],
    ...read.tables.map((table, index): [FileConfiguration, SourceDetection] => [
      source.links[index]!,
      table.detection,
    ]),
  ]
}

type Notes = ReadonlyMap<string, readonly [problems: string, repairs: string]>

/** The cells of a record: by its place in the file where that is known, else by its line, whose first record it is. */
function createCells(notes: Notes): Addition['cellsOf'] {
  let lastLine = 0
  return (line, index) => {
    const isFirst = line !== lastLine
    lastLine = line
    return isFirst ? notes.get(`line ${line}`) : notes.get(`index ${index}`)
  }
}

/** What is to be said of each record: its problems, its repairs. */
function notesOf(
  file: string,
  results: readonly ValidationResult[],
  repairs: readonly Repair[],
  language: Language,
): Notes {
  const notes = new Map<string, [string[], string[]]>()
  const at = ({ line, index }: SourceLocation) => {
    const place = index === undefined ? `line ${line}` : `index ${index}`
    let held = notes.get(place)
    if (!held) {
      held = [[], []]
      notes.set(place, held)
    }
    return held
  }
  const named = (column: string | undefined, text: string) =>
    column === undefined ? text : language === 'fr' ? `${column}\u00a0: ${text}` : `${column}: ${text}`
  for (const { source, message } of results) {
    if (source?.file === file && source.line !== undefined)
      at(source)[0].push(named(source.column, message[language]))
  }
  for (const { rule, raw, result, source } of repairs) {
    if (source.file === file && source.line !== undefined)
      at(source)[1].push(named(source.column, `${REPAIR_RULES[rule][language]} (${raw} > ${result})`))
  }
  return new Map(
    [...notes].map(([place, [problems, made]]) => [place, [problems.join(' | '), made.join(' | ')]]),
  )
}
