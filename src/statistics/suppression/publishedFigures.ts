import { completeContext, type StatisticContext } from '../context.ts'
import { type Condition, defineStatistic } from '../definition.ts'
import { isMultiValued } from '../multiValued.ts'
import type { DimensionValue, Observation, Statistic, Table } from '../statistic.ts'

/** A table and what it was computed of. */
export interface TableOf {
  readonly table: Table
  readonly statistic: Statistic
  readonly context: StatisticContext
}

/** Whom a figure counts, in words of which equal ones are equal: those who fulfil all of some conditions. */
export type Whom = string

/** What a reader of a table knows. */
export interface PublishedFigures {
  /** What is told, and what is kept back (`null`). */
  readonly figures: ReadonlyMap<Whom, number | null>
  /** The cells that are kept back. */
  readonly hidden: ReadonlyMap<Whom, Observation>
  /** Figures that others add up to. */
  readonly sums: readonly { readonly whole: Whom; readonly parts: readonly Whom[] }[]
  /** Figures that are no greater than others. */
  readonly bounds: readonly { readonly part: Whom; readonly whole: Whom }[]
  /** Of the cells of a population, whom each counts without one of its conditions: who is in the difference is few, perhaps. */
  readonly wider: readonly { readonly cell: Observation; readonly whom: Whom; readonly within: Whom }[]
}

/** Codes of a dimension of which one is had, any value, none, or one beyond the first ones of a table. */
type Wanted = readonly string[] | 'any' | 'none' | { readonly others: string }

function isCodes(wanted: Wanted | undefined): wanted is readonly string[] {
  return Array.isArray(wanted)
}

/** By dimension. */
type Conditions = ReadonlyMap<string, Wanted>

/** With a condition more. Several of one dimension are kept apart: an actor may have several values. */
function and(conditions: Conditions, dimension: string, wanted: Wanted): Conditions {
  const own = conditions.get(dimension)
  if (own === undefined) return new Map(conditions).set(dimension, wanted)
  if (JSON.stringify(own) === JSON.stringify(wanted)) return conditions
  return and(conditions, `${dimension} too`, wanted)
}

/**
 * What the reader of a table knows of whom: its counts, and what must add up. Two tables that count the same – of
 * whatever dimensions and populations – speak of the same.
 *
 * @throws {StatisticsError} where the statistic is not well defined
 */
export function publishedFigures({ table, statistic, context: given }: TableOf): PublishedFigures {
  const context = completeContext(given)
  const definition = defineStatistic(statistic, context)
  const { within, levels = {}, base = 'answered', regionsAt = context.date ?? '' } = statistic
  const isMultiple = (name: string) => isMultiValued(name, context)
  // Concepts of a level are not those that are counted as they are, nor regions of one day those of another.
  const keyOf = (name: string) => `${name} ${levels[name] ?? ''} ${regionsAt}`
  const populationKey = (name: string) => `${name}  ${regionsAt}`
  const conditionsOf = (list: readonly Condition[], first: Conditions = new Map()): Conditions =>
    list.reduce((all, { dimension, codes }) => and(all, populationKey(dimension.name), codes ?? 'any'), first)
  const subject = definition.survey ?? ''
  const whom = (conditions: Conditions): Whom => {
    const told = [...conditions].map(([name, wanted]): [string, unknown] => [
      name,
      isCodes(wanted) ? [...wanted].sort() : wanted,
    ])
    return JSON.stringify([subject, ...told.sort(([one], [two]) => (one < two ? -1 : 1))])
  }
  const everyone = conditionsOf(definition.asked)
  const population = conditionsOf(definition.population, everyone)
  const figures = new Map<Whom, number | null>()
  const hidden = new Map<Whom, Observation>()
  const sums: { whole: Whom; parts: readonly Whom[] }[] = []
  const bounds: { part: Whom; whole: Whom }[] = []
  const wider: { cell: Observation; whom: Whom; within: Whom }[] = []
  // The conditions of the population that can be taken off, each as it stands among all.
  const narrowing = Object.keys(statistic.population ?? {}).flatMap(name => {
    const wanted = population.get(populationKey(name))
    return isCodes(wanted) ? [{ name, key: populationKey(name), wanted }] : []
  })
  const tell = (conditions: Conditions, figure: number | null): Whom => {
    const key = whom(conditions)
    if (figures.get(key) === undefined || figure !== null) figures.set(key, figure)
    for (const { name, key: narrowed, wanted } of narrowing) {
      if (isMultiple(name) || wanted.length < 2 || conditions.get(narrowed) !== wanted) continue
      sums.push({ whole: key, parts: wanted.map(code => whom(new Map(conditions).set(narrowed, [code]))) })
    }
    return key
  }
  const having = (conditions: Conditions, name: string, { role, code }: DimensionValue): Conditions => {
    const key = keyOf(name)
    if (role === 'missing') return and(conditions, key, 'none')
    if (role === 'other') return and(conditions, key, { others: table.id })
    const own = conditions.get(key)
    // Who has one value only has it of those that are looked for.
    const isOneOf = !isMultiple(name) && isCodes(own) && own.includes(code)
    return isOneOf ? new Map(conditions).set(key, [code]) : and(conditions, key, [code])
  }
  const toldCell = (cell: Observation, conditions: Conditions): Whom => {
    const key = tell(conditions, cell.n)
    if (cell.n === null) hidden.set(key, cell)
    for (const { key: narrowed, wanted } of narrowing) {
      if (conditions.get(narrowed) !== wanted) continue
      const rest = new Map(conditions)
      rest.delete(narrowed)
      wider.push({ cell, whom: key, within: whom(rest) })
    }
    return key
  }
  const [first] = table.observations
  const inner = table.dimensions.findIndex(name => name !== within)
  if (inner < 0) {
    if (first) {
      tell(everyone, first.base)
      toldCell(first, population)
    }
    return { figures, hidden, sums, bounds, wider }
  }
  const name = table.dimensions[inner]!
  const outer = within === undefined ? -1 : table.dimensions.indexOf(within)
  const blocks = Map.groupBy(table.observations, ({ values }) => values[outer]?.code ?? '')
  const columns = new Map<Whom, { column: Conditions; parts: Whom[] }>()
  for (const block of blocks.values()) {
    const ofBlock = within === undefined ? population : having(population, within, block[0]!.values[outer]!)
    const parts: Whom[] = []
    for (const cell of block) {
      const value = cell.values[inner]!
      const key = toldCell(cell, having(ofBlock, name, value))
      if (value.role === 'missing') continue
      parts.push(key)
      const column = having(population, name, value)
      const held = columns.get(whom(column)) ?? { column, parts: [] }
      held.parts.push(key)
      columns.set(whom(column), held)
    }
    const answered = and(ofBlock, keyOf(name), 'any')
    const [{ base: ofAll, missing }] = block as [Observation]
    const isOfAll = base === 'population'
    // What is not told itself may follow: of a population of several values, it is the sum of theirs.
    const whole = tell(ofBlock, isOfAll ? ofAll : null)
    const known = tell(answered, isOfAll ? null : ofAll)
    const none = tell(having(ofBlock, name, { code: '', label: '', role: 'missing' }), missing)
    sums.push({ whole, parts: [known, none] })
    if (!isMultiple(name)) sums.push({ whole: known, parts })
  }
  if (within !== undefined && !isMultiple(within)) {
    const nobody = having(population, within, { code: '', label: '', role: 'missing' })
    for (const { column, parts } of columns.values()) {
      const elsewhere = having(column, within, { code: '', label: '', role: 'missing' })
      sums.push({ whole: whom(column), parts: [...parts, whom(elsewhere)] })
      bounds.push({ part: whom(elsewhere), whole: whom(nobody) })
    }
  }
  return { figures, hidden, sums, bounds, wider }
}
