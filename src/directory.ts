import { dirname, join } from 'node:path'
import type { Actor } from './actor/actor.ts'
import { findDuplicates } from './actor/duplicates/findDuplicates.ts'
import type { DuplicatePair } from './actor/duplicates/pair.ts'
import type { Configuration } from './configuration/configuration.ts'
import { openConfiguration } from './configuration/openConfiguration.ts'
import type { Crosswalk } from './crosswalk/createCrosswalk.ts'
import type { RunOptions } from './directory/assemble.ts'
import { collectPublication } from './directory/collectPublication.ts'
import { openCrosswalk } from './directory/crosswalkContext.ts'
import type { ArticleRunOptions } from './directory/directoryArticle.ts'
import { type ComparisonRunOptions, computeDirectoryComparisons } from './directory/directoryComparisons.ts'
import { actorGraphOptions } from './directory/directoryQuads.ts'
import type { DrawnSample, SampleRunOptions } from './directory/drawSample.ts'
import { writeDecisionsFile } from './directory/duplicates.ts'
import { createLexicon } from './directory/lexicon.ts'
import type { OpenedCell } from './directory/openCell.ts'
import { type InLanguage, OpenedDirectory, type OpenOptions } from './directory/openedDirectory.ts'
import { directoryPrefixes } from './directory/prefixes.ts'
import { sourcesOf, unmatchedOf } from './directory/publicationReport.ts'
import type { PublishOptions, Release } from './directory/publish.ts'
import { composeSchema } from './directory/readActors.ts'
import { writeReview } from './directory/review.ts'
import { sentenceOptionsOf } from './directory/sentenceOptions.ts'
import { surveyResults } from './directory/surveyReading.ts'
import type { TableFormat } from './directory/tableFormats.ts'
import { computeTables, openFigure, readResponses, tableFindings, tableIds } from './directory/tables.ts'
import { nodeEffects } from './effects.ts'
import type { ActorGraphOptions } from './graph/actorGraph.ts'
import type { Graph } from './graph/graph.ts'
import { type QueryLimits, type QueryResult, query } from './query/query.ts'
import type { SourceSummary, UnmatchedSummary } from './release/report.ts'
import type { CellCount } from './statistics/cell.ts'
import type { ComparisonTable } from './statistics/comparison/comparison.ts'
import type { StatisticContext } from './statistics/context.ts'
import type { Table } from './statistics/statistic.ts'
import type { SurveyResponses } from './statistics/survey/survey.ts'
import type { SentenceOptions } from './statistics/words/voice.ts'
import { createRecordsGate, type RecordsGate } from './validation/records.ts'
import { reportOf, type ValidationReport } from './validation/report.ts'
import { loadVocabulary } from './vocabulary/vocabulary.ts'

/**
 * A directory of actors, as its configuration describes it. What a call needs is read once and kept; open the
 * directory again to see changed files.
 */
export class Directory {
  readonly configuration: Configuration
  readonly #opened: OpenedDirectory

  /** @internal Use {@link openDirectory}. */
  constructor(opened: OpenedDirectory) {
    this.configuration = opened.configuration
    this.#opened = opened
  }

  /** The actors that passed all checks, in the order of their sources. */
  async *actors(options: RunOptions = {}): AsyncGenerator<Actor> {
    yield* (await this.#opened.assembly(options)).actors
  }

  /** How each source was read, and what became of its cells, column by column. */
  async sources(options: RunOptions = {}): Promise<SourceSummary[]> {
    const surveys = await this.#opened.surveys(options)
    return sourcesOf(await this.#opened.assembly(options), surveys, this.configuration)
  }

  /** Values that are in no code list, most frequent first, with the nearest concepts and the line that would map them. */
  async unmatched(options: RunOptions = {}): Promise<UnmatchedSummary[]> {
    const surveys = await this.#opened.surveys(options)
    return unmatchedOf(await this.#opened.assembly(options), surveys, this.configuration)
  }

  /**
   * What the gates found in the sources and in the graph; which figures are not as statistics expect them, of those
   * expectations that need no last release; which tables may give away an answer to a survey; and which maps cannot be drawn.
   *
   * @throws {StatisticsError} where a statistic that is looked at for this cannot be computed as it is defined
   */
  async check(options: RunOptions = {}): Promise<ValidationReport> {
    const { report } = await this.#opened.assembly(options)
    const surveys = await this.#opened.surveys(options)
    const further = [...surveys.flatMap(surveyResults), ...(await tableFindings(this.#opened, options))]
    return further.length === 0 ? report : reportOf([...report.results, ...further])
  }

  /** Actors, territories and vocabulary as one graph. */
  async graph(options: RunOptions = {}): Promise<Graph> {
    return (await this.#opened.assembly(options)).graph
  }

  /**
   * Prefixes that queries may use without declaring them: the usual ones, `own:` for the properties of the directory, and
   * the name of each of its schemes for their concepts.
   */
  get prefixes(): Readonly<Record<string, string>> {
    return directoryPrefixes(this.configuration)
  }

  /** What {@link toSentence} has to know of the directory: its language, what its dimensions are called, its wording. */
  get sentenceOptions(): SentenceOptions {
    return sentenceOptionsOf(this.configuration, this.#opened.lexicon)
  }

  /**
   * Evaluates a SPARQL query over {@link graph}; {@link prefixes} are declared.
   *
   * @param options limits, as {@link query} takes them; the time counts from when the directory is read
   * @throws {QueryError} where the query is malformed, and where a limit is reached
   */
  async query(sparql: string, options: RunOptions & QueryLimits = {}): Promise<QueryResult> {
    const graph = await this.graph(options)
    return query({ graph }, sparql, { ...options, prefixes: this.prefixes })
  }

  /**
   * The crosswalk of a source, ready for {@link mapRow} and {@link mapSource}.
   *
   * @param source its name in the configuration
   * @throws {ConfigurationError} where there is no such source, naming those that there are
   */
  async crosswalk(source: string): Promise<Crosswalk> {
    return openCrosswalk(source, this.configuration, this.#opened.lexicon)
  }

  /** The gate that the records of the directory pass before they are mapped to quads: its code lists and own fields too. */
  recordsGate(): Promise<RecordsGate> {
    return createRecordsGate(composeSchema(this.configuration, this.#opened.lexicon))
  }

  /** How {@link graph} maps the actors of the directory with {@link actorToQuads}; which share a website is known of all. */
  async graphOptions(options: RunOptions = {}): Promise<ActorGraphOptions> {
    const { actors } = await this.#opened.assembly(options)
    return actorGraphOptions(actors, this.configuration, this.#opened.lexicon)
  }

  /**
   * What {@link computeStatistic} needs to know of the directory. The sources are read only where the configuration has
   * no date.
   *
   * @throws {ConfigurationError} where nothing dates the release, and with it the regions that count
   */
  async statisticContext(options: RunOptions & InLanguage = {}): Promise<StatisticContext> {
    return this.#opened.statisticContext(options)
  }

  /**
   * The statistics of the configuration, computed.
   *
   * @throws {StatisticsError} where one cannot be computed as it is defined
   * @throws {ConfigurationError} where nothing dates the release, and with it the regions that count
   */
  async statistics(options: RunOptions & InLanguage = {}): Promise<Table[]> {
    return computeTables(this.#opened, options)
  }

  /** The ids of all tables that {@link statistics} gives, those of surveys too, in their order. */
  get statisticIds(): string[] {
    return tableIds(this.#opened)
  }

  /** What the statistics are compared with, but the release before: only a release that has one before it has that. */
  async comparisons(options: ComparisonRunOptions = {}): Promise<readonly ComparisonTable[]> {
    return computeDirectoryComparisons(this.#opened, options)
  }

  /**
   * A table of {@link statistics} or one of {@link comparisons} in one of its formats.
   *
   * @param options `language`: that in which it was computed
   * @throws {StatisticsError} where it cannot be had in that format
   */
  async *writeTable(
    table: Table | ComparisonTable,
    format: TableFormat,
    options: RunOptions & InLanguage = {},
  ): AsyncGenerator<string> {
    const { writeTableOf } = await import('./directory/writeTable.ts')
    yield* writeTableOf(this.#opened, table, format, options)
  }

  /**
   * The responses to the surveys of the configuration, ready to be counted. Nothing of them is ever published but
   * counts, and answers in words to questions that are public.
   *
   * @throws {SourceError} where a file of theirs cannot be read
   * @throws {ConfigurationError} where nothing dates the release, and with it the regions that count
   */
  async surveys(options: RunOptions & InLanguage = {}): Promise<SurveyResponses[]> {
    return readResponses(this.#opened, options)
  }

  /**
   * The actors behind a figure of a statistic; of a survey, the responses, by their keys.
   *
   * @param at codes of its cell by dimension, as the table has them
   * @param options `count`: which of the figures. Default: `n`.
   * @throws {StatisticsError} where there is no such statistic or cell, naming those that there are, or it is suppressed
   */
  async openCell(
    statistic: string,
    at: Readonly<Record<string, string>> = {},
    { count = 'n', ...options }: RunOptions & { readonly count?: CellCount } = {},
  ): Promise<OpenedCell> {
    return openFigure(this.#opened, statistic, at, count, options)
  }

  /** Pairs of records that may speak of one actor, most certain first, whether people have decided on them or not. */
  async duplicates(options: RunOptions = {}): Promise<readonly DuplicatePair[]> {
    const { reading } = await this.#opened.assembly(options)
    return findDuplicates(reading.actors).pairs
  }

  /**
   * Writes the pairs of {@link duplicates} to the file in which people decide on them, decisions that it has included.
   *
   * @returns path of the file, and how many pairs nobody has decided on
   * @throws {ConfigurationError} where a decision in the file cannot be read: writing it anew would lose it
   */
  async writeDuplicates(options: RunOptions = {}): Promise<{ path: string; undecided: number }> {
    return writeDecisionsFile(await this.duplicates(options), this.configuration, this.#opened.effects)
  }

  /**
   * Writes, for those who keep the files and for nobody else, each file with what is wrong and what was repaired beside
   * its rows, and the log of all repairs. Never put this into a release: the files have private columns too.
   *
   * @param out folder; files of the same names in it are replaced
   * @returns the paths of the files
   * @throws {ReleaseError} where the folder is that of a source: its file is never overwritten
   */
  async review(out: string, options: RunOptions = {}): Promise<string[]> {
    const assembly = await this.#opened.assembly(options)
    const surveys = await this.#opened.surveys(options)
    return writeReview(out, assembly, surveys, this.configuration, this.#opened.effects)
  }

  /**
   * Draws the sample of a survey, as its configuration says, and writes the file of those to be asked into a private
   * folder, which no release includes.
   *
   * @param survey its name in the configuration
   * @throws {ConfigurationError} where there is no such survey, or nothing says how its sample is drawn
   * @throws {StatisticsError} where it cannot be drawn so
   * @throws {ReleaseError} where the folder is one that is published, or another sample stands there
   */
  async drawSample(survey: string, options: SampleRunOptions = {}): Promise<DrawnSample> {
    const { drawSurveySample } = await import('./directory/drawSample.ts')
    return drawSurveySample(survey, this.#opened, options)
  }

  /**
   * Publishes a release.
   *
   * @param out folder that holds `releases/`. Default: `public` beside the configuration.
   * @throws {ExpectationError} where figures are not as statistics expect them; nothing is written then
   * @throws {ReleaseError} where a release of the date exists with other contents, or the disk fails
   * @throws {ConfigurationError} where nothing dates the release
   */
  async publish(
    out: string = join(dirname(this.configuration.path), 'public'),
    options: PublishOptions = {},
  ): Promise<Release> {
    const publication = await collectPublication(this.#opened, options)
    const { publishDirectory } = await import('./directory/publish.ts')
    return publishDirectory(out, publication, this.#opened.effects, options)
  }

  /**
   * Writes the article on the directory, as its configuration describes it: a page, the same as Markdown, charts, and a
   * query for each figure. Files of the same names are replaced.
   *
   * @param out folder. Default: `article` beside the configuration.
   * @param options `onFinding`: is told of what the article was to say and does not, because there is no such row
   * @returns paths of the files, the page first
   * @throws {ConfigurationError} where nothing dates the directory
   */
  async writeArticle(
    out: string = join(dirname(this.configuration.path), 'article'),
    options: ArticleRunOptions = {},
  ): Promise<string[]> {
    const { writeDirectoryArticle } = await import('./directory/directoryArticle.ts')
    return writeDirectoryArticle(this.#opened, out, options)
  }
}

/**
 * Opens the directory that a configuration describes.
 *
 * @param path an `annuaire.yaml`, or the folder that holds one
 * @throws {ConfigurationError} naming every problem of the configuration, each with its line
 */
export async function openDirectory(
  path: string,
  { effects = nodeEffects }: OpenOptions = {},
): Promise<Directory> {
  const configuration = await openConfiguration(path, effects)
  const lexicon = createLexicon(configuration, await loadVocabulary())
  return new Directory(new OpenedDirectory(configuration, lexicon, effects))
}
