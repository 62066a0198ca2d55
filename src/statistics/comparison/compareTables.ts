import { type GivenText, type LocalizedText, StatisticsError, toLocalizedText } from '../../errors.ts'
import { cellKey } from '../exchange/cells.ts'
import type { DimensionValue, Table } from '../statistic.ts'
import type { ComparedFigures, ComparisonObservation, ComparisonTable, Interval } from './comparison.ts'
import { differenceInterval } from './newcombe.ts'
import { roundRatio, toFourDecimals } from './roundRatio.ts'
import { sharedTerms } from './sharedTerms.ts'
import { createSide } from './sides.ts'
import { wilsonInterval } from './wilson.ts'

/** How two tables are compared. */
export interface CompareOptions {
  readonly id: string
  readonly title: GivenText
  /** Which of the two are samples, so that their shares and differences have an interval. Default: none. */
  readonly samples?: 'this' | 'other' | 'both'
  /**
   * Sizes of the populations that the samples were drawn from, see {@link wilsonInterval}. Default: they are much
   * larger than the samples.
   */
  readonly drawnFrom?: { readonly own?: number; readonly other?: number }
  /** Whether some may be on both sides, so that two samples are not independent. Default: nobody is. */
  readonly areOverlapping?: boolean
  /** What each side is called, as after “of”. Default: « de cette table », « de l’autre ». */
  readonly labels?: { readonly own?: GivenText; readonly other?: GivenText }
}

const LABELS: Readonly<Record<'own' | 'other', LocalizedText>> = {
  own: { fr: 'de cette table', en: 'of this table' },
  other: { fr: 'de l’autre', en: 'of the other' },
}

/**
 * Sets a table beside another one of the same dimensions, cell by cell (by code and role). Cells that only one of them
 * has are in it, and say so. What a table keeps back is kept back here, with all differences and ratios that would tell
 * it; but each table is looked at alone, so that of two populations, of which one holds the other, what is left by
 * subtraction may be few.
 *
 * Intervals take samples for independent of each other and of the population on the other side. Weighted shares have
 * none, shares without counts neither, nor two samples that overlap: {@link ComparisonTable.withoutIntervals} says why.
 *
 * @throws {StatisticsError} where the tables have not the same dimensions, bases or weights, a cell stands twice, or
 *   more answered than `drawnFrom` says there are
 */
export function compareTables(table: Table, reference: Table, options: CompareOptions): ComparisonTable {
  checkComparable(table, reference)
  const { id, title, samples, areOverlapping = false, labels = {} } = options
  const withoutIntervals =
    samples === undefined ? undefined : reasonAgainst(table, reference, samples, areOverlapping)
  const [own, other] = [createSide(table, reference), createSide(reference, table)]
  const cells = [...table.observations, ...reference.observations.filter(({ values }) => !own.find(values))]
  return {
    id,
    title: toLocalizedText(title),
    statistic: table.id,
    ...sharedTerms(table),
    labels: {
      own: labels.own ? toLocalizedText(labels.own) : LABELS.own,
      other: labels.other ? toLocalizedText(labels.other) : LABELS.other,
    },
    ...(samples === undefined ? {} : { samples }),
    ...(withoutIntervals === undefined ? {} : { withoutIntervals }),
    observations: cells.map(({ values }) =>
      compareCell(
        values,
        own.figuresOf(values),
        other.figuresOf(values),
        withoutIntervals === undefined ? options : {},
      ),
    ),
    queries: { own: table.query, other: reference.query },
  }
}

function checkComparable(table: Table, reference: Table): void {
  const differs = (what: string, one: string, two: string) =>
    new StatisticsError(`the tables "${table.id}" and "${reference.id}" have ${what}: ${one} and ${two}`)
  const same = (a: readonly string[], b: readonly string[]) => JSON.stringify(a) === JSON.stringify(b)
  if (!same(table.dimensions, reference.dimensions)) {
    const [one, two] = [table, reference].map(({ dimensions }) => dimensions.join(', ') || 'none')
    throw differs('other dimensions', one!, two!)
  }
  const traits = { within: 'none', base: 'answered', weight: 'none' } as const
  for (const [trait, none] of Object.entries(traits) as [keyof typeof traits, string][]) {
    const [one = none, two = none] = [table[trait], reference[trait]]
    if (one !== two) throw differs(`another "${trait}"`, one, two)
  }
  for (const { id, observations } of [table, reference]) {
    const seen = new Set<string>()
    for (const { values } of observations) {
      const key = cellKey(values)
      if (seen.has(key)) {
        const cell = values.map(({ code }) => code).join(', ') || 'of its total'
        throw new StatisticsError(`the table "${id}" has the cell ${cell} twice`)
      }
      seen.add(key)
    }
  }
}

function reasonAgainst(
  table: Table,
  reference: Table,
  samples: 'this' | 'other' | 'both',
  areOverlapping: boolean,
): ComparisonTable['withoutIntervals'] {
  if (table.weight !== undefined) return 'weighted'
  if (samples === 'both' && areOverlapping) return 'overlapping'
  const sampled = samples === 'both' ? [table, reference] : [samples === 'this' ? table : reference]
  const hasCounts = ({ observations }: Table) =>
    observations.some(({ n, base }) => n !== null && base !== null)
  return sampled.some(hasCounts) ? undefined : 'no-counts'
}

type Figures = Omit<ComparedFigures, 'interval'>
type Sampling = Pick<CompareOptions, 'samples' | 'drawnFrom'>

function compareCell(
  values: readonly DimensionValue[],
  own: Figures,
  other: Figures,
  { samples, drawnFrom }: Sampling,
): ComparisonObservation {
  const ownIsSample = samples === 'this' || samples === 'both'
  const otherIsSample = samples === 'other' || samples === 'both'
  const difference = differenceOf(own, other)
  const sizes = { own: sizeOf(drawnFrom?.own), other: sizeOf(drawnFrom?.other) }
  const interval =
    difference !== null && (ownIsSample || otherIsSample) && isCounted(own) && isCounted(other)
      ? differenceInterval(
          { ...own, isSample: ownIsSample, ...sizes.own },
          { ...other, isSample: otherIsSample, ...sizes.other },
        )
      : undefined
  return {
    values,
    own: ownIsSample ? withInterval(own, sizes.own) : own,
    other: otherIsSample ? withInterval(other, sizes.other) : other,
    difference,
    ...(interval === undefined ? {} : { interval: around(interval, difference!) }),
    ratio: ratioOf(own, other),
  }
}

function sizeOf(drawnFrom: number | undefined): { readonly drawnFrom?: number } {
  return drawnFrom === undefined ? {} : { drawnFrom }
}

function withInterval(figures: Figures, size: { readonly drawnFrom?: number }): ComparedFigures {
  return isCounted(figures)
    ? { ...figures, interval: wilsonInterval(figures.n, figures.base, size) }
    : figures
}

/** Rounded exactly, the difference may lie a last digit beside bounds that were rounded from floating point. */
function around({ lower, upper }: Interval, difference: number): Interval {
  return { lower: Math.min(lower, difference), upper: Math.max(upper, difference) }
}

function isCounted<F extends Figures>(
  figures: F,
): figures is F & { readonly n: number; readonly base: number } {
  return figures.n !== null && figures.base !== null && figures.share !== null
}

/** Other values that are together on one side are not those on the other one. */
function areComparable(own: Figures, other: Figures): boolean {
  return [own, other].every(({ status, share }) => share !== null && status !== 'together')
}

function differenceOf(own: Figures, other: Figures): number | null {
  if (!areComparable(own, other)) return null
  const counts = wholeCounts(own, other)
  if (!counts) return toFourDecimals(shareIn(own) - shareIn(other))
  const { n, base, otherN, otherBase } = counts
  return roundRatio(n * otherBase - otherN * base, base * otherBase, 100)
}

function ratioOf(own: Figures, other: Figures): number | null {
  if (!areComparable(own, other)) return null
  const counts = wholeCounts(own, other)
  if (!counts) return shareIn(other) === 0 ? null : roundRatio(shareIn(own), shareIn(other), 1)
  const { n, base, otherN, otherBase } = counts
  return otherN === 0n ? null : roundRatio(n * otherBase, otherN * base, 1)
}

/** The counts of both sides, where all of them are whole: products of them are more than a number holds exactly. */
function wholeCounts(own: Figures, other: Figures) {
  const numbers = [own.n, own.base, other.n, other.base]
  if (!numbers.every(number => Number.isSafeInteger(number))) return undefined
  const [n, base, otherN, otherBase] = numbers.map(number => BigInt(number!))
  return { n: n!, base: base!, otherN: otherN!, otherBase: otherBase! }
}

/** The share in percent, as exactly as it is known. */
function shareIn({ n, base, share }: Figures): number {
  return n !== null && base !== null && base !== 0 ? (100 * n) / base : share!
}
