import type { Actor } from '../../actor/actor.ts'
import { ConfigurationError } from '../../errors.ts'
import type { Sample, SampledStratum } from '../../statistics/sample/drawSample.ts'
import { frameChecksum, type SamplingFrame } from '../../statistics/sample/frame.ts'

/** How a sample was drawn, and who is in it: `sample.json`, which is private. */
export interface SampleFile {
  readonly survey: string
  /** Day of the release that the directory would have, `YYYY-MM-DD`. */
  readonly date: string
  readonly seed: string
  readonly method: string
  readonly frame: { readonly size: number; readonly sha256: string; readonly query: string }
  readonly strata: readonly {
    /** `null` for those whose stratum is not known, or where there are no strata. */
    readonly code: string | null
    readonly label?: string
    readonly frameSize: number
    readonly sampleSize: number
    /** N ÷ n; `null` where nobody was drawn. */
    readonly weight: number | null
  }[]
  readonly units: readonly {
    readonly id: string
    readonly source: string
    readonly key: string
    readonly stratum?: string
  }[]
}

const METHOD =
  'In each stratum the units with the smallest SHA-256 of seed, line feed and IRI, in UTF-8 (sequential simple random sampling with permanent random numbers, Ohlsson 1995).'

/** What is kept of a sample. */
export function toSampleFile(
  survey: string,
  date: string,
  sample: Sample,
  frame: SamplingFrame,
  actors: ReadonlyMap<string, Actor>,
): SampleFile {
  return {
    survey,
    date,
    seed: sample.seed,
    method: METHOD,
    frame: { size: sample.frameSize, sha256: frameChecksum(frame.units), query: frame.query },
    strata: sample.strata.map(({ code, frameSize, sampleSize }) => ({
      code: code === '' ? null : code,
      ...(code === '' ? {} : { label: frame.labels.get(code) ?? code }),
      frameSize,
      sampleSize,
      weight: sampleSize === 0 ? null : frameSize / sampleSize,
    })),
    units: sample.units.map(({ id, stratum }) => {
      const { source, key } = actors.get(id)!
      return { id, source, key, ...(stratum === undefined ? {} : { stratum }) }
    }),
  }
}

/** As text, the same bytes for the same sample. */
export function writeSampleFile(file: SampleFile): string {
  return `${JSON.stringify(file, undefined, 2)}\n`
}

/** What responses are weighted by: the strata of a sample, and who was drawn in which. */
export interface SampleDesign {
  readonly strata: readonly (SampledStratum & { readonly label?: string })[]
  readonly units: readonly { readonly id: string; readonly stratum: string }[]
}

/**
 * IRIs of those who were drawn.
 *
 * @param path names the file in errors
 * @throws {ConfigurationError} where it is not what {@link writeSampleFile} writes
 */
export function readSampleUnits(text: string, path: string): readonly string[] {
  return readUnits(parse(text, path), path).map(({ id }) => id)
}

/**
 * How many were drawn in each stratum, and who.
 *
 * @param path names the file in errors
 * @throws {ConfigurationError} where it is not what {@link writeSampleFile} writes, or its numbers contradict each other
 */
export function readSampleDesign(text: string, path: string): SampleDesign {
  const value = parse(text, path)
  const units = readUnits(value, path).map(({ id, stratum = '' }) => ({ id, stratum }))
  const drawn = Map.groupBy(units, ({ stratum }) => stratum)
  const given = value?.strata
  if (!Array.isArray(given) || !units.every(({ stratum }) => typeof stratum === 'string'))
    throw notASample(path)
  const strata = given.map((one: Partial<SampleFile['strata'][number]> | null) => {
    const { code = null, label, frameSize, sampleSize } = one ?? {}
    const isSound =
      (code === null || typeof code === 'string') &&
      (label === undefined || typeof label === 'string') &&
      isCount(frameSize) &&
      isCount(sampleSize) &&
      sampleSize <= frameSize &&
      sampleSize === (drawn.get(code ?? '')?.length ?? 0)
    if (!isSound) throw notASample(path)
    return { code: code ?? '', ...(label === undefined ? {} : { label }), frameSize, sampleSize }
  })
  const codes = new Set(strata.map(({ code }) => code))
  const isWhole = codes.size === strata.length && units.every(({ stratum }) => codes.has(stratum))
  if (!isWhole || new Set(units.map(({ id }) => id)).size < units.length) throw notASample(path)
  return { strata, units }
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0
}

function parse(text: string, path: string): Partial<SampleFile> | null {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw notASample(path, cause)
  }
}

function readUnits(value: Partial<SampleFile> | null, path: string): SampleFile['units'] {
  const units = value?.units
  if (!Array.isArray(units) || !units.every(unit => typeof unit?.id === 'string')) throw notASample(path)
  return units
}

function notASample(path: string, cause?: unknown): ConfigurationError {
  return new ConfigurationError('this is no sample as `annuaire survey sample` writes it; draw it again', {
    cause,
    location: { file: path },
  })
}
