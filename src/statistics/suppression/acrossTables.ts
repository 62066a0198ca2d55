import type { Observation } from '../statistic.ts'
import { type PublishedFigures, publishedFigures, type TableOf, type Whom } from './publishedFigures.ts'

/** A cell that tables tell together. */
export interface ToldAcross {
  /**
   * `cell`: it is kept back in its table, and follows from the others. `rest`: it is told, and what another table tells
   * beyond it – those outside its population – are few.
   */
  readonly kind: 'cell' | 'rest'
  /** Id of the table that has the cell. */
  readonly table: string
  readonly cell: Observation
  /** Ids of the other tables that it takes. */
  readonly by: readonly string[]
}

/** A figure that a reader knows, and from which tables. */
interface Known {
  readonly count: number
  readonly from: ReadonlySet<number>
}

/**
 * What tables that are published together tell of cells that they keep back, or of the few that a population leaves out:
 * a reader is played who finds the same figure elsewhere, or the only unknown one of a sum, again and again. What would
 * take several unknown figures at once is not found.
 *
 * Weighted tables are no numbers of people, and are left out. Measures of a number are not looked at, nor what the row
 * of other values of a table with `top` has in common with other tables.
 *
 * @throws {StatisticsError} where a statistic is not well defined
 */
export function toldAcrossTables(given: readonly TableOf[]): ToldAcross[] {
  const tables = given.filter(({ statistic }) => statistic.weight === undefined)
  const read = tables.map(publishedFigures)
  const known = solve(read)
  const isFew = (count: number, index: number) => {
    const { suppressBelow = 0 } = tables[index]!.statistic
    return count > 0 && count < suppressBelow
  }
  const found: ToldAcross[] = []
  const add = (kind: ToldAcross['kind'], index: number, cell: Observation, from: Iterable<number>) => {
    const by = [...new Set(from)].filter(other => other !== index).sort((a, b) => a - b)
    const ids = by.map(other => tables[other]!.table.id)
    if (ids.length > 0) found.push({ kind, table: tables[index]!.table.id, cell, by: ids })
  }
  for (const [index, { hidden, wider }] of read.entries()) {
    for (const [whom, cell] of hidden) {
      const told = known.get(whom)
      if (told && isFew(told.count, index)) add('cell', index, cell, told.from)
    }
    for (const { cell, whom, within } of wider) {
      const [own, all] = [known.get(whom), known.get(within)]
      if (!own || !all || hidden.has(whom)) continue
      const sources = [index, ...all.from]
      if (sources.some(one => isFew(all.count - own.count, one))) add('rest', index, cell, all.from)
    }
  }
  return found
}

/** All figures that follow one from another: each sum with one unknown figure gives it. */
function solve(read: readonly PublishedFigures[]): ReadonlyMap<Whom, Known> {
  const known = new Map<Whom, Known>()
  const sums = read.flatMap((one, index) => one.sums.map(sum => ({ ...sum, index })))
  const bounds = Map.groupBy(
    read.flatMap(one => one.bounds),
    ({ whole }) => whole,
  )
  // Of each figure, the sums that it is in, and how many figures of each are not known.
  const sumsOf = new Map<Whom, number[]>()
  const open = sums.map(({ whole, parts }) => new Set([whole, ...parts]).size)
  for (const [at, { whole, parts }] of sums.entries()) {
    for (const whom of new Set([whole, ...parts])) {
      const list = sumsOf.get(whom)
      if (list) list.push(at)
      else sumsOf.set(whom, [at])
    }
  }
  const ready: number[] = []
  const waiting: [Whom, Known][] = read.flatMap(({ figures }, index) =>
    [...figures].flatMap(([whom, count]): [Whom, Known][] =>
      count === null ? [] : [[whom, { count, from: new Set([index]) }]],
    ),
  )
  const learn = (): boolean => {
    const next = waiting.pop()
    if (!next) return false
    const [whom, told] = next
    if (known.has(whom)) return true
    known.set(whom, told)
    for (const at of sumsOf.get(whom) ?? []) {
      open[at]!--
      if (open[at] === 1) ready.push(at)
    }
    if (told.count === 0) for (const { part } of bounds.get(whom) ?? []) waiting.push([part, told])
    return true
  }
  for (;;) {
    if (learn()) continue
    const at = ready.pop()
    if (at === undefined) return known
    const { whole, parts, index } = sums[at]!
    const unknown = [whole, ...parts].find(whom => !known.has(whom))
    if (unknown === undefined) continue
    const others = [whole, ...parts].flatMap(whom => known.get(whom) ?? [])
    const sum = parts.reduce((total, whom) => total + (known.get(whom)?.count ?? 0), 0)
    const count = unknown === whole ? sum : known.get(whole)!.count - sum
    waiting.push([unknown, { count, from: new Set([index, ...others.flatMap(({ from }) => [...from])]) }])
  }
}
