import { StatisticsError } from '../../errors.ts'
import { type Allocation, allocate } from './allocation.ts'
import { randomNumber } from './randomNumber.ts'

/** Who may be drawn. */
export interface SamplingUnit {
  /** Tells units apart. */
  readonly id: string
  /** Code of the stratum that it lies in. Default: that of the units whose stratum is not known. */
  readonly stratum?: string
}

/** How a sample is drawn. */
export interface SampleOptions {
  /** How many units are drawn. Default: what an allocation by numbers adds up to. */
  readonly size?: number
  /** What the random numbers depend on, beside the units; a text in one line. Samples of one seed overlap. */
  readonly seed: string | number
  /** How the size is shared out among strata. Default: `proportional`. */
  readonly allocation?: Allocation
  /** How many each stratum gets at least, or all that it has. Default: 0. Not with an allocation by numbers. */
  readonly minimum?: number
}

/** A unit that was drawn. */
export interface SampledUnit extends SamplingUnit {
  /** How many units of the frame it stands for: N ÷ n of its stratum. */
  readonly weight: number
  /** How probable it was to be drawn: n ÷ N of its stratum. */
  readonly probability: number
}

/** A stratum and how many of it were drawn. */
export interface SampledStratum {
  /** `''` for the units whose stratum is not known. */
  readonly code: string
  /** N: its units in the frame. */
  readonly frameSize: number
  /** n: those of them that were drawn. */
  readonly sampleSize: number
}

/** A random sample. */
export interface Sample {
  readonly seed: string
  readonly frameSize: number
  /** By stratum in the order of the codes, and within each by random number: any first part of it is a sample, too. */
  readonly units: readonly SampledUnit[]
  /** In the order of the codes; one where the frame has no strata. A stratum may have a sample of 0: nobody speaks for it. */
  readonly strata: readonly SampledStratum[]
}

/**
 * Draws a simple random sample without replacement, or, of a frame with strata, one in each.
 *
 * Each unit has a {@link randomNumber} that depends on the seed and its identifier alone, and the smallest numbers of
 * each stratum are drawn (sequential simple random sampling, Ohlsson 1995). So the sample does not depend on the order
 * of the frame, is the same on any machine, and keeps its units when others are added, but for those whom a new one
 * takes the place of. Two surveys with one seed ask the same units as far as can be; give the second one another seed.
 *
 * @throws {StatisticsError} where the frame has not as many units as are to be drawn, has one twice, or the options
 *   contradict each other
 */
export function drawSample(frame: readonly SamplingUnit[], options: SampleOptions): Sample {
  const seed = readSeed(options.seed)
  const strata = [...Map.groupBy(distinct(frame), ({ stratum = '' }) => stratum)]
    .map(([code, units]) => ({ code, units, frameSize: units.length }))
    .sort((a, b) => (a.code < b.code ? -1 : 1))
  const counts = countsOf(strata, options)
  const drawn = strata.flatMap(({ units, frameSize }, index) => {
    const sampleSize = counts[index]!
    const probability = sampleSize / frameSize
    const weight = frameSize / sampleSize
    return first(units, sampleSize, seed).map(unit => ({ ...unit, weight, probability }))
  })
  return {
    seed,
    frameSize: frame.length,
    units: drawn,
    strata: strata.map(({ code, frameSize }, index) => ({ code, frameSize, sampleSize: counts[index]! })),
  }
}

/** A seed as a text; a line feed in it would stand for the one between seed and identifier. */
function readSeed(seed: string | number): string {
  const text = String(seed)
  if (text !== '' && !/[\r\n]/.test(text) && text.isWellFormed()) return text
  throw new StatisticsError(
    `the seed of a sample is ${JSON.stringify(seed)}; give a number or a text in one line`,
  )
}

function distinct(frame: readonly SamplingUnit[]): readonly SamplingUnit[] {
  const known = new Map<string, string | undefined>()
  for (const { id, stratum } of frame) {
    if (known.has(id)) {
      const strata = [known.get(id), stratum].map(code => `"${code ?? ''}"`).join(' and ')
      const place =
        known.get(id) === stratum ? '' : `, in the strata ${strata}; stratify by what has one value`
      throw new StatisticsError(`the frame of the sample has the unit "${id}" twice${place}`)
    }
    known.set(id, stratum)
  }
  return frame
}

type Strata = readonly { readonly code: string; readonly frameSize: number }[]

function countsOf(strata: Strata, options: SampleOptions): readonly number[] {
  const { allocation = 'proportional', size, minimum } = options
  if (typeof allocation === 'object') return givenCounts(strata, allocation, options)
  if (size === undefined) throw new StatisticsError('nothing says how large the sample is; give its "size"')
  checkCount(size, 'the size of the sample')
  if (minimum !== undefined) checkCount(minimum, '"minimum" of the sample')
  const frameSize = strata.reduce((sum, stratum) => sum + stratum.frameSize, 0)
  if (size > frameSize) {
    throw new StatisticsError(`a sample of ${size} cannot be drawn: the frame has ${frameSize} units`)
  }
  return allocate(strata, size, allocation, minimum)
}

function givenCounts(
  strata: Strata,
  allocation: Readonly<Record<string, number>>,
  { size, minimum }: SampleOptions,
): readonly number[] {
  if (minimum !== undefined) {
    throw new StatisticsError('the sample is allocated by numbers; "minimum" is for the other allocations')
  }
  const codes = new Set(strata.map(({ code }) => code))
  const unknown = Object.keys(allocation).find(code => !codes.has(code))
  if (unknown !== undefined) {
    throw new StatisticsError(
      `the sample is to have units of the stratum "${unknown}", which the frame has not; it has ${[...codes].map(code => `"${code}"`).join(', ')}`,
    )
  }
  const counts = strata.map(({ code, frameSize }) => {
    const count = Object.hasOwn(allocation, code) ? allocation[code] : undefined
    if (count === undefined) {
      throw new StatisticsError(
        `the allocation of the sample does not say how many of the stratum "${code}" are drawn; 0 leaves it out`,
      )
    }
    checkCount(count, `the number of units of the stratum "${code}"`)
    if (count > frameSize) {
      throw new StatisticsError(
        `${count} units of the stratum "${code}" cannot be drawn: the frame has ${frameSize} of it`,
      )
    }
    return count
  })
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (size !== undefined && size !== total) {
    throw new StatisticsError(`the size of the sample is ${size}, but its allocation adds up to ${total}`)
  }
  return counts
}

function checkCount(count: number, what: string): void {
  if (!Number.isSafeInteger(count) || count < 0) {
    throw new StatisticsError(`${what} is ${count}; it should be a whole number`)
  }
}

/** The units with the smallest random numbers, in their order. */
function first(units: readonly SamplingUnit[], count: number, seed: string): readonly SamplingUnit[] {
  const numbered = units.map(unit => ({ unit, number: randomNumber(seed, unit.id) }))
  // Of a large frame few are drawn: those below a bound that leaves some more than these are enough to be sorted.
  const bound = ((count + 10 * Math.sqrt(count) + 10) / units.length) * 2 ** 32
  const low = numbered.filter(({ number }) => Number.parseInt(number.slice(0, 8), 16) < bound)
  return (low.length < count ? numbered : low)
    .sort((a, b) => (a.number < b.number || (a.number === b.number && a.unit.id < b.unit.id) ? -1 : 1))
    .slice(0, count)
    .map(({ unit }) => unit)
}
