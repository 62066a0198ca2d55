import type { Configuration } from '../configuration/configuration.ts'
import type { SourceCrosswalk } from '../crosswalk/crosswalk.ts'
import type { LinkedTable } from '../crosswalk/linkedTable.ts'
import type { SourceReading } from '../crosswalk/readSource.ts'
import { toLocalizedText } from '../errors.ts'
import { maskAll } from '../release/maskPersonal.ts'
import type {
  PublicationReport,
  RepairCount,
  SourceSummary,
  SurveyFinding,
  SurveySummary,
  UnmatchedSummary,
} from '../release/report.ts'
import type { Table } from '../statistics/statistic.ts'
import type { Assembly } from './assemble.ts'
import { pasteLine } from './pasteLine.ts'
import type { Reading } from './readActors.ts'
import { type SurveyReading, surveyResults } from './surveyReading.ts'

/** The report of a release: what was read, repaired, rejected and left unmatched, and what was made of it. */
export function publicationReport(
  { reading, actors, leftOut, report, isWithheld }: Assembly,
  date: string,
  tables: readonly Table[],
  { title, sources }: Configuration,
  surveys: readonly SurveyReading[] = [],
): PublicationReport {
  return {
    title: toLocalizedText(title),
    date,
    actors: actors.length,
    sources: summarizeSources(reading, leftOut, sources),
    ...maskAll({
      repairs: reading.sources.flatMap(source => countRepairs(source, isWithheld)),
      unmatched: summarizeUnmatched(reading, sources),
      validation: { ...report, results: report.results.filter(result => !isWithheld(result)) },
    }),
    tables: tables.map(table => ({
      title: table.title,
      path: `statistics/${table.id}.csv`,
      query: `statistics/${table.id}.rq`,
    })),
    ...(surveys.length === 0 ? {} : { surveys: maskAll(surveys.map(summarizeSurvey)) }),
  }
}

/**
 * Values that are in no list, most frequent first. The first of a column comes with the line that would take them all for
 * their nearest concepts.
 */
function summarizeUnmatched(
  { sources }: Pick<Reading, 'sources'>,
  crosswalks: readonly SourceCrosswalk[],
): UnmatchedSummary[] {
  return sources
    .flatMap((source, index) => {
      const groups = Map.groupBy(source.unmatched, ({ column, field }) => JSON.stringify([column, field]))
      return [...groups.values()].flatMap(group => {
        const paste = pasteLine(crosswalks[index]!.columns.get(group[0]!.column), group)
        return group.map((value, place) => ({
          ...value,
          source: source.name,
          ...(place > 0 || paste === undefined ? {} : { paste }),
        }))
      })
    })
    .sort((a, b) => b.count - a.count)
}

/** What was read of each source, and what became of its cells. */
export function summarizeSources(
  { sources, rejected }: Pick<Reading, 'sources' | 'rejected'>,
  leftOut: ReadonlySet<string>,
  crosswalks: readonly SourceCrosswalk[],
): SourceSummary[] {
  return sources.flatMap((source, index) => [
    summarize(source, leftOut, rejected.get(source.name) ?? []),
    ...source.tables.map(table => summarizeTable(table, source.name, crosswalks[index]!)),
  ])
}

/** What was read of all sources of a directory, those of its surveys last. */
export function sourcesOf(
  { reading, leftOut }: Assembly,
  surveys: readonly SurveyReading[],
  { sources }: Configuration,
): SourceSummary[] {
  const ofSurveys = surveys.flatMap(read => summarizeSources(read, new Set(), read.survey.sources))
  return [...summarizeSources(reading, leftOut, sources), ...ofSurveys]
}

/** What is in no list, of all sources of a directory and its surveys, most frequent first. */
export function unmatchedOf(
  { reading }: Assembly,
  surveys: readonly SurveyReading[],
  { sources }: Configuration,
): UnmatchedSummary[] {
  const ofSurveys = surveys.flatMap(read => summarizeUnmatched(read, read.survey.sources))
  return [...summarizeUnmatched(reading, sources), ...ofSurveys].sort((a, b) => b.count - a.count)
}

/** What became of responses, in counts: nothing that somebody wrote, no key, and no line. */
function summarizeSurvey(reading: SurveyReading): SurveySummary {
  const { survey, responses, respondents } = reading
  const findings = new Map<string, SurveyFinding>()
  for (const { severity, code, source } of surveyResults(reading)) {
    const column = source?.column
    const key = JSON.stringify([source?.file, column, severity, code])
    const { count = 0 } = findings.get(key) ?? {}
    findings.set(key, {
      source: source?.file ?? '',
      ...(column === undefined ? {} : { column }),
      severity,
      code,
      count: count + 1,
    })
  }
  return {
    id: survey.id,
    title: toLocalizedText(survey.title),
    date: survey.date,
    responses: responses.length,
    respondents: respondents.size,
    sources: summarizeSources(reading, new Set(), survey.sources),
    findings: [...findings.values()].sort((a, b) => b.count - a.count),
  }
}

function summarize(
  source: SourceReading,
  leftOut: ReadonlySet<string>,
  rejected: readonly string[],
): SourceSummary {
  const rejectedRows = source.rejectedRows(leftOut)
  return {
    name: source.name,
    file: source.file,
    ...source.detection,
    rows: source.rows,
    accepted: source.rows - rejectedRows,
    rejectedRows,
    columns: source.accounts(leftOut, rejected),
  }
}

function summarizeTable(table: LinkedTable, source: string, crosswalk: SourceCrosswalk): SourceSummary {
  const { orphans } = table
  return {
    name: `${source}.${table.definition.name}`,
    file: table.file,
    ...table.detection,
    rows: table.rows.length,
    accepted: table.rows.length - orphans,
    rejectedRows: orphans,
    columns: table.accounts(crosswalk),
  }
}

function countRepairs(source: SourceReading, isWithheld: Assembly['isWithheld']): RepairCount[] {
  const counts = new Map<string, RepairCount>()
  for (const repair of source.repairs) {
    if (isWithheld({ source: repair.source, value: repair.result })) continue
    const { rule, raw, result, source: place } = repair
    const column = place.column ?? ''
    const key = JSON.stringify([column, rule])
    const held = counts.get(key)
    counts.set(
      key,
      held
        ? { ...held, count: held.count + 1 }
        : { source: source.name, column, rule, count: 1, example: { raw, result } },
    )
  }
  return [...counts.values()]
}
