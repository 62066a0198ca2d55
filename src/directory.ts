import { dirname, join } from 'node:path'
import type { Actor } from './actor/actor.ts'
import { findDuplicates } from './actor/duplicates/findDuplicates.ts'
import type { DuplicatePair } from './actor/duplicates/pair.ts'
import type { Configuration } from './configuration/configuration.ts'
import { readConfiguration } from './configuration/readConfiguration.ts'
import { type Crosswalk, createCrosswalk } from './crosswalk/createCrosswalk.ts'
import { type Assembly, assemble, type RunOptions } from './directory/assemble.ts'
import { crosswalkContext } from './directory/crosswalkContext.ts'
import { describeDimensions } from './directory/describeDimensions.ts'
import { actorGraphOptions } from './directory/directoryQuads.ts'
import type { DrawnSample, SampleRunOptions } from './directory/drawSample.ts'
import { writeDecisionsFile } from './directory/duplicates.ts'
import { checkRanges, expectedRanges } from './directory/expectations.ts'
import { createLexicon, type Lexicon } from './directory/lexicon.ts'
import { type OpenedCell, openCell } from './directory/openCell.ts'
import { directoryPrefixes } from './directory/prefixes.ts'
import type { Publication } from './directory/publication.ts'
import { summarizeSources, summarizeUnmatched } from './directory/publicationReport.ts'
import type { PublishOptions, Release } from './directory/publish.ts'
import { publishedTables } from './directory/publishedTables.ts'
import { composeSchema } from './directory/readActors.ts'
import { readGeometries } from './directory/readGeometries.ts'
import { findReleaseDate, releaseDate } from './directory/releaseDate.ts'
import { writeReview } from './directory/review.ts'
import { statisticContext } from './directory/statisticContext.ts'
import { type SurveyReading, surveyResults } from './directory/surveyReading.ts'
import { responseTableIds, responseTables } from './directory/surveyResponse.ts'
import { countableResponses, readSurveys, surveyStatistics } from './directory/surveys.ts'
import type { TableFormat } from './directory/tableFormats.ts'
import { type Effects, nodeEffects } from './effects.ts'
import { ConfigurationError, type Language, StatisticsError } from './errors.ts'
import type { ActorGraphOptions } from './graph/actorGraph.ts'
import type { Graph } from './graph/graph.ts'
import { type QueryResult, query } from './query/query.ts'
import type { SourceSummary, UnmatchedSummary } from './release/report.ts'
import type { CellCount } from './statistics/cell.ts'
import { computeStatistic } from './statistics/compute.ts'
import type { StatisticContext } from './statistics/context.ts'
import type { Statistic, Table } from './statistics/statistic.ts'
import type { SurveyResponses } from './statistics/survey/survey.ts'
import type { SentenceOptions } from './statistics/words/voice.ts'
import { mergeWording } from './statistics/words/wording.ts'
import { createRecordsGate, type RecordsGate } from './validation/records.ts'
import { reportOf, type ValidationReport, type ValidationResult } from './validation/report.ts'
import { loadVocabulary } from './vocabulary/vocabulary.ts'

/**
 * A directory of actors, as its configuration describes it. What a call needs is read once and kept; open the
 * directory again to see changed files.
 */
export class Directory {
  readonly configuration: Configuration
  readonly #lexicon: Lexicon
  readonly #effects: Effects
  #assembly: Promise<Assembly> | undefined
  #surveys: Promise<SurveyReading[]> | undefined

  /** @internal Use {@link openDirectory}. */
  constructor(configuration: Configuration, lexicon: Lexicon, effects: Effects) {
    this.configuration = configuration
    this.#lexicon = lexicon
    this.#effects = effects
  }

  /** The actors that passed all checks, in the order of their sources. */
  async *actors(options: RunOptions = {}): AsyncGenerator<Actor> {
    yield* (await this.#assemble(options)).actors
  }

  /** How each source was read, and what became of its cells, column by column. */
  async sources(options: RunOptions = {}): Promise<SourceSummary[]> {
    const { reading, leftOut } = await this.#assemble(options)
    const ofSurveys = (await this.#readSurveys(options)).flatMap(read =>
      summarizeSources(read, new Set(), read.survey.sources),
    )
    return [...summarizeSources(reading, leftOut, this.configuration.sources), ...ofSurveys]
  }

  /** Values that are in no code list, most frequent first, with the nearest concepts and the line that would map them. */
  async unmatched(options: RunOptions = {}): Promise<UnmatchedSummary[]> {
    const { reading } = await this.#assemble(options)
    const ofSurveys = (await this.#readSurveys(options)).flatMap(read =>
      summarizeUnmatched(read, read.survey.sources),
    )
    const ofActors = summarizeUnmatched(reading, this.configuration.sources)
    return [...ofActors, ...ofSurveys].sort((a, b) => b.count - a.count)
  }

  /**
   * What the gates found in the sources and in the graph, and which figures are not as statistics expect them: of those
   * expectations that need no last release.
   *
   * @throws {StatisticsError} where a statistic that expects something cannot be computed as it is defined
   */
  async check(options: RunOptions = {}): Promise<ValidationReport> {
    const { report } = await this.#assemble(options)
    const surveys = await this.#readSurveys(options)
    const further = [...surveys.flatMap(surveyResults), ...(await this.#checkRanges(options))]
    return further.length === 0 ? report : reportOf([...report.results, ...further])
  }

  /** Actors, territories and vocabulary as one graph. */
  async graph(options: RunOptions = {}): Promise<Graph> {
    return (await this.#assemble(options)).graph
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
    const { language, wording = {} } = this.configuration
    const dimensions = describeDimensions(this.configuration, this.#lexicon)
    return { language, dimensions, wording: mergeWording(wording) }
  }

  /**
   * Evaluates a SPARQL query over {@link graph}; {@link prefixes} are declared.
   *
   * @throws {QueryError} where the query is malformed
   */
  async query(sparql: string, options: RunOptions = {}): Promise<QueryResult> {
    return query({ graph: await this.graph(options) }, sparql, {
      ...signalOf(options),
      prefixes: this.prefixes,
    })
  }

  /**
   * The crosswalk of a source, ready for {@link mapRow} and {@link mapSource}.
   *
   * @param source its name in the configuration
   * @throws {ConfigurationError} where there is no such source, naming those that there are
   */
  async crosswalk(source: string): Promise<Crosswalk> {
    const { sources, path: file } = this.configuration
    const definition = sources.find(({ name }) => name === source)
    if (!definition) {
      const known = sources.map(({ name }) => name).join(', ')
      throw new ConfigurationError(`there is no source "${source}"; known are ${known}`, {
        location: { file },
      })
    }
    return createCrosswalk(definition, await crosswalkContext(this.configuration, this.#lexicon))
  }

  /** The gate that the records of the directory pass before they are mapped to quads: its code lists and own fields too. */
  recordsGate(): Promise<RecordsGate> {
    return createRecordsGate(composeSchema(this.configuration, this.#lexicon))
  }

  /** How {@link graph} maps the actors of the directory with {@link actorToQuads}; which share a website is known of all. */
  async graphOptions(options: RunOptions = {}): Promise<ActorGraphOptions> {
    const { actors } = await this.#assemble(options)
    return actorGraphOptions(actors, this.configuration, this.#lexicon)
  }

  /**
   * What {@link computeStatistic} needs to know of the directory. The sources are read only where the configuration has
   * no date.
   *
   * @throws {ConfigurationError} where nothing dates the release, and with it the regions that count
   */
  async statisticContext(options: RunOptions & InLanguage = {}): Promise<StatisticContext> {
    const { configuration } = this
    const date = configuration.date ?? releaseDate(configuration, await this.#assemble(options))
    const { language = configuration.language } = options
    return statisticContext({ ...configuration, language }, this.#lexicon, date)
  }

  /**
   * The statistics of the configuration, computed.
   *
   * @throws {StatisticsError} where one cannot be computed as it is defined
   * @throws {ConfigurationError} where nothing dates the release, and with it the regions that count
   */
  async statistics(options: RunOptions & InLanguage = {}): Promise<Table[]> {
    const assembly = await this.#assemble(options)
    const context = await this.statisticContext(options)
    const tables = await this.#compute(() => true, options)
    const { configuration } = this
    const input = { assembly, configuration, lexicon: this.#lexicon, context }
    for (const reading of await this.#readSurveys(options))
      tables.push(...(await responseTables(reading, input, this.#effects, signalOf(options))))
    tables.push(...publishedTables(this.configuration, releaseDate(this.configuration, assembly), context))
    return tables
  }

  /** The ids of all tables that {@link statistics} gives, those of surveys too, in their order. */
  get statisticIds(): string[] {
    const { statistics, surveys } = this.configuration
    const ofSurveys = surveys.flatMap(survey => survey.statistics)
    const published = surveys.flatMap(survey => survey.published)
    return [
      ...[...statistics, ...ofSurveys].map(({ id }) => id),
      ...surveys.flatMap(responseTableIds),
      ...published.map(({ id }) => id),
    ]
  }

  /**
   * A table of {@link statistics} in one of its formats.
   *
   * @param options `language`: that in which it was computed
   * @throws {StatisticsError} where it cannot be had in that format
   */
  async *writeTable(
    table: Table,
    format: TableFormat,
    options: RunOptions & InLanguage = {},
  ): AsyncGenerator<string> {
    const { configuration } = this
    const { writeTable } = await import('./directory/writeTable.ts')
    const geometries = format === 'chart' ? await readGeometries(configuration, this.#effects) : {}
    yield* writeTable(table, format, {
      configuration,
      lexicon: this.#lexicon,
      date: releaseDate(configuration, await this.#assemble(options)),
      language: options.language ?? configuration.language,
      geometry: geometries[table.id],
    })
  }

  /**
   * The responses to the surveys of the configuration, ready to be counted. Nothing of them is ever published but
   * counts, and answers in words to questions that are public.
   *
   * @throws {SourceError} where a file of theirs cannot be read
   * @throws {ConfigurationError} where nothing dates the release, and with it the regions that count
   */
  async surveys(options: RunOptions & InLanguage = {}): Promise<SurveyResponses[]> {
    const readings = await this.#readSurveys(options)
    if (readings.length === 0) return []
    const context = await this.statisticContext(options)
    return countableResponses(readings, await this.#assemble(options), this.#lexicon, context)
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
    const { statistics, surveys } = this.configuration
    const isAsked = ({ id }: Statistic) => id === statistic
    const definition = statistics.find(isAsked)
    if (definition) {
      const context = await this.statisticContext(options)
      return openCell(await this.graph(options), definition, at, count, context, signalOf(options))
    }
    const ofSurveys = surveys.flatMap(survey => survey.statistics)
    for (const { survey, graph, context } of ofSurveys.some(isAsked) ? await this.surveys(options) : []) {
      const ofSurvey = survey.statistics.find(isAsked)
      if (ofSurvey) return openCell(graph, ofSurvey, at, count, context, signalOf(options))
    }
    const known = [...statistics, ...ofSurveys].map(({ id }) => id).join(', ')
    throw new StatisticsError(`there is no statistic "${statistic}"; known are ${known || 'none'}`)
  }

  /**
   * Pairs of records that may speak of one actor, most certain first, whether people have decided on them or not.
   */
  async duplicates(options: RunOptions = {}): Promise<readonly DuplicatePair[]> {
    const { reading } = await this.#assemble(options)
    return findDuplicates(reading.actors).pairs
  }

  /**
   * Writes the pairs of {@link duplicates} to the file in which people decide on them, decisions that it has included.
   *
   * @returns path of the file, and how many pairs nobody has decided on
   * @throws {ConfigurationError} where a decision in the file cannot be read: writing it anew would lose it
   */
  async writeDuplicates(options: RunOptions = {}): Promise<{ path: string; undecided: number }> {
    return writeDecisionsFile(await this.duplicates(options), this.configuration, this.#effects)
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
    const assembly = await this.#assemble(options)
    const surveys = await this.#readSurveys(options)
    return writeReview(out, assembly, surveys, this.configuration, this.#effects)
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
    const assembly = await this.#assemble(options)
    const input = {
      assembly,
      configuration: this.configuration,
      lexicon: this.#lexicon,
      context: await this.statisticContext(options),
      date: releaseDate(this.configuration, assembly),
    }
    const { drawSurveySample } = await import('./directory/drawSample.ts')
    return drawSurveySample(survey, input, this.#effects, options)
  }

  /**
   * Publishes a release.
   *
   * @param out folder that holds `releases/`. Default: `public` beside the configuration.
   * @throws {ReleaseError} where a release of the date exists with other contents, or the disk fails
   * @throws {ConfigurationError} where nothing dates the release
   */
  async publish(
    out: string = join(dirname(this.configuration.path), 'public'),
    options: PublishOptions = {},
  ): Promise<Release> {
    const publication = await this.#publication(options)
    const { publishDirectory } = await import('./directory/publish.ts')
    return publishDirectory(out, publication, this.#effects, options)
  }

  /**
   * Writes the article on the directory, as its configuration describes it: a page, the same as Markdown, charts, and a
   * query for each figure. Files of the same names are replaced.
   *
   * @param out folder. Default: `article` beside the configuration.
   * @returns paths of the files, the page first
   * @throws {ConfigurationError} where nothing dates the directory
   */
  async writeArticle(
    out: string = join(dirname(this.configuration.path), 'article'),
    options: RunOptions & InLanguage = {},
  ): Promise<string[]> {
    const { language = this.configuration.language } = options
    const publication = await this.#publication({ ...options, language })
    options.onStep?.('write')
    const { articleFiles, sourceFrom, writeArticle } = await import('./directory/article.ts')
    const source = sourceFrom(out, this.configuration.path)
    const files = articleFiles(publication, language, source === undefined ? {} : { source })
    return writeArticle(out, files, this.#effects, options)
  }

  /** Those of the statistics of the directory and its surveys that are asked for, computed. */
  async #compute(isAsked: (id: string) => boolean, options: RunOptions & InLanguage): Promise<Table[]> {
    const { graph } = await this.#assemble(options)
    const context = await this.statisticContext(options)
    options.onStep?.('statistics')
    const tables: Table[] = []
    for (const statistic of this.configuration.statistics) {
      if (isAsked(statistic.id))
        tables.push(await computeStatistic(graph, statistic, context, signalOf(options)))
    }
    for (const { survey, ...responses } of await this.surveys(options)) {
      const asked = { ...survey, statistics: survey.statistics.filter(({ id }) => isAsked(id)) }
      tables.push(...(await surveyStatistics({ survey: asked, ...responses }, signalOf(options))))
    }
    return tables
  }

  /** What has no date has no statistics yet: nothing of it passed the gates. */
  async #checkRanges(options: RunOptions): Promise<ValidationResult[]> {
    const ranges = expectedRanges(this.configuration)
    const { actors } = await this.#assemble(options)
    if (ranges.size === 0 || findReleaseDate(this.configuration, actors) === undefined) return []
    return checkRanges(await this.#compute(id => ranges.has(id), options), this.configuration)
  }

  /** All that a release or an article is made of. */
  async #publication(options: RunOptions & InLanguage): Promise<Publication> {
    const assembly = await this.#assemble(options)
    return {
      assembly,
      date: releaseDate(this.configuration, assembly),
      tables: await this.statistics(options),
      configuration: this.configuration,
      lexicon: this.#lexicon,
      surveys: await this.#readSurveys(options),
      geometries: await readGeometries(this.configuration, this.#effects),
    }
  }

  async #readSurveys(options: RunOptions): Promise<SurveyReading[]> {
    const assembly = await this.#assemble(options)
    this.#surveys ??= readSurveys(this.configuration, this.#lexicon, assembly, this.#effects, options).catch(
      error => {
        this.#surveys = undefined
        throw error
      },
    )
    return this.#surveys
  }

  async #assemble(options: RunOptions): Promise<Assembly> {
    options.signal?.throwIfAborted()
    this.#assembly ??= assemble(this.configuration, this.#lexicon, this.#effects, options).catch(error => {
      // A call that was stopped must not be what later ones get.
      this.#assembly = undefined
      throw error
    })
    return this.#assembly
  }
}

/** In which language people are told. */
export interface InLanguage {
  /** Default: that of the directory. */
  readonly language?: Language
}

/** What a directory may be opened with. */
export interface OpenOptions {
  /** Default: the local file system. */
  readonly effects?: Effects
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
  const file = /\.ya?ml$/i.test(path) ? path : join(path, 'annuaire.yaml')
  const bytes = await effects.readFile(file).catch(cause => {
    throw new ConfigurationError('there is no such configuration; name an annuaire.yaml or its folder', {
      cause,
      location: { file },
    })
  })
  const configuration = await readConfiguration(decodeConfiguration(bytes, file), file)
  return new Directory(configuration, createLexicon(configuration, await loadVocabulary()), effects)
}

/** YAML is Unicode (YAML 1.2.2 §5.2); any other encoding would spoil titles and column names. */
function decodeConfiguration(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new ConfigurationError('the configuration is not in UTF-8; save it as UTF-8', {
      cause,
      location: { file },
    })
  }
}

function signalOf({ signal }: RunOptions): { signal?: AbortSignal } {
  return signal === undefined ? {} : { signal }
}
