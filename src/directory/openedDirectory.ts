import type { Configuration } from '../configuration/configuration.ts'
import type { Effects } from '../effects.ts'
import type { Language } from '../errors.ts'
import type { StatisticContext } from '../statistics/context.ts'
import { type Assembly, assemble, type RunOptions } from './assemble.ts'
import type { Lexicon } from './lexicon.ts'
import { releaseDate } from './releaseDate.ts'
import { statisticContext } from './statisticContext.ts'
import type { SurveyReading } from './surveyReading.ts'
import { readSurveys } from './surveys.ts'

/** What a directory may be opened with. */
export interface OpenOptions {
  /** Default: the local file system. */
  readonly effects?: Effects
}

/** In which language people are told. */
export interface InLanguage {
  /** Default: that of the directory. */
  readonly language?: Language
}

/** A directory whose sources are read once, when they are first needed. */
export class OpenedDirectory {
  readonly configuration: Configuration
  readonly lexicon: Lexicon
  readonly effects: Effects
  #assembly: Promise<Assembly> | undefined
  #surveys: Promise<SurveyReading[]> | undefined

  constructor(configuration: Configuration, lexicon: Lexicon, effects: Effects) {
    this.configuration = configuration
    this.lexicon = lexicon
    this.effects = effects
  }

  /** The directory, read and checked. */
  async assembly(options: RunOptions): Promise<Assembly> {
    options.signal?.throwIfAborted()
    this.#assembly ??= assemble(this.configuration, this.lexicon, this.effects, options).catch(error => {
      // A call that was stopped must not be what later ones get.
      this.#assembly = undefined
      throw error
    })
    return this.#assembly
  }

  /** What was read of its surveys. */
  async surveys(options: RunOptions): Promise<SurveyReading[]> {
    const assembly = await this.assembly(options)
    this.#surveys ??= readSurveys(this.configuration, this.lexicon, assembly, this.effects, options).catch(
      error => {
        this.#surveys = undefined
        throw error
      },
    )
    return this.#surveys
  }

  /**
   * Day of the release.
   *
   * @throws {ConfigurationError} where nothing dates it
   */
  async date(options: RunOptions): Promise<string> {
    return this.configuration.date ?? releaseDate(this.configuration, await this.assembly(options))
  }

  /**
   * What its statistics are compiled with. The sources are read only where the configuration has no date.
   *
   * @throws {ConfigurationError} where nothing dates the release, and with it the regions that count
   */
  async statisticContext(options: RunOptions & InLanguage): Promise<StatisticContext> {
    const { language = this.configuration.language } = options
    return statisticContext({ ...this.configuration, language }, this.lexicon, await this.date(options))
  }
}

/** The part of the options that stops a call. */
export function signalOf({ signal }: RunOptions): { signal?: AbortSignal } {
  return signal === undefined ? {} : { signal }
}
