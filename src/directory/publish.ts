import type { Effects } from '../effects.ts'
import { ReleaseError } from '../errors.ts'
import type { FileSummary } from '../release/releaseFile.ts'
import { writeRelease } from '../release/writeRelease.ts'
import type { ValidationResult } from '../validation/report.ts'
import { findingsOfArticle } from './article.ts'
import type { RunOptions } from './assemble.ts'
import { disclosures } from './disclosures.ts'
import { inputFiles } from './inputFiles.ts'
import { besideLastRelease } from './lastRelease.ts'
import type { Publication } from './publication.ts'
import { releaseFiles } from './releaseFiles.ts'
import { refusePrivate } from './sample/privateFolder.ts'
import { suppressionFindings } from './suppressionFindings.ts'

/** How a release is published. */
export interface PublishOptions extends RunOptions {
  /** Whether a release of the same date with other bytes may be replaced. Default: false. */
  readonly replace?: boolean
  /** Whether it is published although it is not what its statistics expect; its report says so. Default: false. */
  readonly ignoreExpectations?: boolean
}

/** A published release. */
export interface Release {
  /** Folder of the release. */
  readonly path: string
  /** `YYYY-MM-DD`. */
  readonly date: string
  readonly status: 'new' | 'unchanged' | 'replaced'
  readonly files: readonly FileSummary[]
  /** Numbers of rows read, of these left out, of records merged into others, and of actors published. */
  readonly rows: number
  readonly rejectedRows: number
  readonly merged: number
  readonly actors: number
  /** What is not as statistics expect it, and was ignored, as warnings; what could not be checked, as information. */
  readonly expectations: readonly ValidationResult[]
  /** What its article was to say and does not, because its tables have no such row. */
  readonly unsaid: readonly ValidationResult[]
  /**
   * Which tables may give away an answer to a survey, or together what one of them keeps back, as warnings; and what
   * keeping back takes from each table, as information. For those who keep the directory: its report does not have them.
   */
  readonly disclosures: readonly ValidationResult[]
}

/**
 * Writes a checked directory as a release.
 *
 * @throws {ReleaseError} where there is nobody to publish, the folder is a private one, the date is taken, or the disk fails
 * @throws {ExpectationError} where it is not what its statistics expect
 */
export async function publishDirectory(
  out: string,
  given: Publication,
  effects: Effects,
  { replace = false, ignoreExpectations = false, signal, onStep }: PublishOptions,
): Promise<Release> {
  const options = signal === undefined ? {} : { signal }
  if (given.assembly.actors.length === 0) {
    throw new ReleaseError(
      'there is no actor to publish: no row of the sources passed; `annuaire check` says why. Nothing was written',
    )
  }
  await refusePrivate(out, given.configuration.path, effects)
  const held = await besideLastRelease(given, out, effects, { ignoreExpectations, replace, ...options })
  const { publication, expectations } = held
  const { assembly, date } = publication
  const told = [
    ...disclosures(publication.tables, publication.configuration),
    ...(await suppressionFindings(publication, options)),
  ]
  onStep?.('write')
  const inputs = await inputFiles(publication.configuration, effects, signal === undefined ? {} : { signal })
  const { path, files, status } = await writeRelease(releaseFiles({ ...publication, inputs }, signal), {
    outDirectory: out,
    date,
    replace,
    effects,
    ...options,
  })
  const { reading, actors, leftOut, merges } = assembly
  const rows = reading.sources.reduce((sum, source) => sum + source.rows, 0)
  const rejectedRows = reading.sources.reduce((sum, source) => sum + source.rejectedRows(leftOut), 0)
  const merged = merges.reduce((sum, merge) => sum + merge.merged.length, 0)
  return {
    path,
    date,
    status,
    files,
    rows,
    rejectedRows,
    merged,
    actors: actors.length,
    expectations,
    disclosures: told,
    unsaid: findingsOfArticle(publication),
  }
}
