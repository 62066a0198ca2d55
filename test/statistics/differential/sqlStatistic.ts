import type { Population, Statistic } from '../../../src/statistics/statistic.ts'
import { rowsOf } from './database.ts'
import type { World } from './world.ts'

/** A row of a table, as both ways give it. */
export interface PlainRow {
  /** Of two dimensions, in the order of the statistic. */
  readonly codes: readonly string[]
  readonly labels: readonly string[]
  /** Of the last column that is no outer one. */
  readonly role?: string
  readonly n: number
  readonly base: number
  readonly missing: number
  readonly share: number | null
  /** Of rows that are of a value. */
  readonly further?: Readonly<Record<string, number | null>>
}

/** What can be counted in SQL. */
export type Countable = Pick<World, 'sql' | 'context'>

/**
 * What a statistic means, said in SQL over the relations of a directory: who counts, whom each value is asked of, who
 * answered. Shares and means are rounded half up in whole numbers, quantiles (definition 7) are found in sorted lists,
 * weighted ones among running sums of weights.
 */
export async function computeInSql(world: Countable, statistic: Statistic): Promise<PlainRow[]> {
  const {
    dimensions,
    within,
    measures: wanted = [],
    base = 'answered',
    showMissing,
    top,
    order = 'count',
  } = statistic
  const day = statistic.regionsAt ?? world.context.date ?? ''
  const relation = (name: string) =>
    /Region$/.test(name) ? `${name}@${day < '2016-01-01' ? '2010' : '2016'}` : name
  const inner = dimensions.find(name => name !== within)
  const outer = dimensions.length === 2 ? within : undefined
  const measures = wanted.some(measure => measure !== 'cumulativeShare')
    ? (['valid', ...wanted] as const)
    : wanted
  const asked = measures.filter(measure => measure !== 'cumulativeShare')
  const label = (name: string | undefined, code: string) =>
    name === undefined
      ? code
      : `coalesce((SELECT ${day < '2015-01-17' ? 'coalesce(former, label)' : 'label'} FROM label WHERE dimension = '${relation(name)}' AND label.code = ${code}), ${code})`
  const levelled = (name: string) => {
    const level = statistic.levels?.[name]
    return level === undefined
      ? `(SELECT DISTINCT actor, code FROM value WHERE dimension = '${relation(name)}')`
      : `(SELECT DISTINCT actor, top AS code FROM value JOIN broader USING (dimension, code) WHERE dimension = '${name}' AND level = ${level})`
  }
  const counting = statistic.weight
    ? `(SELECT id, number AS weight FROM actor JOIN number ON actor = id AND field = '${statistic.weight}')`
    : '(SELECT id, 1 AS weight FROM actor)'
  const unit = statistic.weight === 'part' ? 10 : 1
  const isWeighted = statistic.weight !== undefined
  const rest = top === undefined ? 'false' : `place > ${top}`
  const text = `WITH
    everyone AS ${counting},
    who AS (SELECT * FROM everyone WHERE ${conditions(statistic.population ?? {}, relation)}),
    a AS (${outer === undefined ? `SELECT '' AS a, id, weight FROM who` : `SELECT code AS a, id, weight FROM who JOIN ${levelled(outer)} ON actor = id`}),
    b AS (${inner === undefined ? `SELECT id, '' AS b FROM who` : `SELECT id, code AS b FROM who JOIN ${levelled(inner)} ON actor = id`}),
    whole AS (SELECT a, sum(weight) AS whole FROM a GROUP BY a),
    answered AS (SELECT a, sum(weight) AS answered FROM a WHERE id IN (SELECT id FROM b) GROUP BY a),
    cell AS (SELECT a, b, coalesce(sum(weight), 0) AS n FROM (SELECT DISTINCT a, b FROM whole, b) LEFT JOIN (SELECT a, b, weight FROM a JOIN b USING (id)) USING (a, b) GROUP BY a, b),
    ranked AS (SELECT *, row_number() OVER (PARTITION BY a ORDER BY n DESC, b) AS place FROM cell),
    given AS (SELECT a, b, number, weight FROM a JOIN b USING (id) JOIN number ON actor = id AND field = '${statistic.of ?? ''}' WHERE weight > 0),
    running AS (SELECT a, b, number, sum(weight) AS weight,
      sum(sum(weight)) OVER (PARTITION BY a, b ORDER BY number) AS passed, sum(sum(weight)) OVER (PARTITION BY a, b) AS total
      FROM given GROUP BY a, b, number),
    numbers AS (${
      isWeighted
        ? `SELECT a, b, 0 AS list${asked.map(measure => `, ${weighted(measure, unit)} AS "of_${measure}"`).join('')} FROM running GROUP BY a, b`
        : 'SELECT a, b, list_sort(list(number)) AS list FROM given GROUP BY a, b'
    }),
    row AS (
      SELECT a, b, n, 0 AS late, '' AS role FROM ranked WHERE NOT ${rest}
      UNION ALL SELECT a, 'other', (SELECT sum(weight) FROM (SELECT DISTINCT id, weight FROM a JOIN b USING (id) JOIN ranked USING (a, b) WHERE ${rest})), 1, 'other'
        FROM ranked WHERE ${rest} GROUP BY a
      ${showMissing ? `UNION ALL SELECT a, 'missing', whole - coalesce(answered, 0), 2, 'missing' FROM whole LEFT JOIN answered USING (a) WHERE a IN (SELECT a FROM cell)` : ''}
    ),
    described AS (
      SELECT row.*, ${label(outer, 'a')} AS "labelA", ${label(inner, 'b')} AS "labelB", numbers.* EXCLUDE (a, b), whole,
        ${base === 'population' ? 'whole' : 'coalesce(answered, 0)'} AS base, whole - coalesce(answered, 0) AS missing
      FROM row JOIN whole USING (a) LEFT JOIN answered USING (a) LEFT JOIN numbers USING (a, b)
    )
    SELECT a, b, "labelA", "labelB", role, n::DOUBLE / ${unit} AS n, base::DOUBLE / ${unit} AS base, missing::DOUBLE / ${unit} AS missing,
      ${share('n')} AS share,
      ${share('sum(n) OVER (PARTITION BY a ORDER BY late, ORDERED ROWS UNBOUNDED PRECEDING)')} AS "cumulativeShare"
      ${asked.map(measure => `, (${figure(measure, isWeighted)})::DOUBLE AS "${measure}"`).join('')}
    FROM described ORDER BY a, late, ORDERED`.replaceAll(
    'ORDERED',
    { count: 'n DESC, b', code: 'b', label: '"labelB" COLLATE fr, b' }[order],
  )
  if (inner === undefined) return computeTotal(world, text, asked, { unit, isWeighted })
  const innerFirst = within !== undefined && dimensions[1] === within
  const pair = <T>(x: T, y: T) => (outer === undefined ? [y] : innerFirst ? [y, x] : [x, y])
  return (await rowsOf(world.sql, text)).map(row => ({
    codes: pair(String(row.a), String(row.b)),
    labels: pair(String(row.labelA), row.role ? '' : String(row.labelB)),
    ...(row.role ? { role: String(row.role) } : {}),
    ...counts(row),
    // The share of those who did not answer is only one of the whole population.
    ...(row.role === 'missing' && base === 'answered' ? { share: null } : {}),
    ...(row.role || measures.length === 0
      ? {}
      : { further: Object.fromEntries(measures.map(name => [name, row[name] as number | null])) }),
  }))
}

/** Without a dimension, the base is everyone. */
async function computeTotal(
  world: Countable,
  text: string,
  asked: readonly string[],
  { unit, isWeighted }: { readonly unit: number; readonly isWeighted: boolean },
): Promise<PlainRow[]> {
  const of = text.slice(0, text.indexOf('described AS')).replace(/,\s*$/, '')
  const measures = asked.map(measure => `, (${figure(measure, isWeighted)})::DOUBLE AS "${measure}"`).join('')
  const [row] = await rowsOf(
    world.sql,
    `${of} SELECT n::DOUBLE / ${unit} AS n, base::DOUBLE / ${unit} AS base, 0::DOUBLE AS missing, ${share('n')} AS share ${measures} FROM
     (SELECT coalesce((SELECT sum(weight) FROM who), 0) AS n, coalesce((SELECT sum(weight) FROM everyone), 0) AS base) LEFT JOIN numbers ON true`,
  )
  const further = Object.fromEntries(asked.map(name => [name, row![name] as number | null]))
  return [{ codes: [], labels: [], ...counts(row!), ...(asked.length > 0 ? { further } : {}) }]
}

function counts({ n, base, missing, share }: Readonly<Record<string, unknown>>) {
  return { n: Number(n), base: Number(base), missing: Number(missing), share: share as number | null }
}

function conditions(population: Population, relation: (name: string) => string): string {
  const each = Object.entries(population).map(([name, codes]) => {
    const list = codes.map(code => `'${code.replaceAll("'", "''")}'`).join(', ')
    return `id IN (SELECT actor FROM value WHERE dimension = '${relation(name)}' AND ${codes.length > 0 ? `code IN (${list})` : 'false'})`
  })
  return each.join(' AND ') || 'true'
}

/** 100 × n ÷ base to four decimals, half up. */
function share(n: string): string {
  return `CASE WHEN base = 0 THEN NULL ELSE ((2 * 1000000::HUGEINT * ${n} + base) // (2 * base))::DOUBLE / 10000 END`
}

/** A measure of the numbers of a cell: of a sorted list, or among those that were weighted before. */
function figure(measure: string, isWeighted: boolean): string {
  if (!isWeighted) return aggregate(measure)
  return measure === 'valid' ? 'coalesce(of_valid, 0)' : `"of_${measure}"`
}

/** A measure over the distinct numbers of a cell in ascending order, with their weights and what these add up to. */
function weighted(measure: string, unit: number): string {
  const [sum, weight] = ['sum(number * weight)::HUGEINT', 'sum(weight)::HUGEINT']
  if (measure === 'valid') return `${weight}::DOUBLE / ${unit}`
  if (measure === 'sum') return `${sum}::DOUBLE / ${unit}`
  if (measure === 'min' || measure === 'max') return `${measure}(number)`
  if (measure === 'mean') return `((2 * ${sum} * 10000 + ${weight}) // (2 * ${weight})) / 10000`
  const percent = measure === 'median' ? 50 : Number(measure.slice(1))
  const [reached, passed] = ['>=', '>'].map(
    sign => `min(number) FILTER (passed * 100 ${sign} total * ${percent})`,
  )
  return `(${reached} + ${passed}) / 2`
}

function aggregate(measure: string): string {
  const [total, count] = ['list_sum(list)::HUGEINT', 'len(list)']
  if (measure === 'valid') return `coalesce(${count}, 0)`
  if (measure === 'mean') return `((2 * ${total} * 10000 + ${count}) // (2 * ${count})) / 10000`
  if (measure === 'sum' || measure === 'min' || measure === 'max') return `list_${measure}(list)`
  const percent = measure === 'median' ? 50 : Number(measure.slice(1))
  const position = `((${count} - 1) * ${percent})`
  const below = `list[${position} // 100 + 1]`
  return `(${below} * 100 + (coalesce(list[${position} // 100 + 2], 0) - ${below}) * (${position} % 100)) / 100`
}
