import { type LocalizedText, toLocalizedText } from '../../errors.ts'
import type { Graph } from '../../graph/graph.ts'
import { type QueryOptions, query } from '../../query/query.ts'
import { computeStatistic } from '../compute.ts'
import { completeContext, type StatisticContext } from '../context.ts'
import { type Definition, defineStatistic } from '../definition.ts'
import { writePopulation } from '../population.ts'
import { indented } from '../sparqlLines.ts'
import { writeText } from '../sparqlText.ts'
import type { ComparisonDefinition, Population, Statistic, Table } from '../statistic.ts'
import { compareTables } from './compareTables.ts'
import type { ComparisonTable } from './comparison.ts'

/** What a comparison may be given, beside the graph. */
export interface ComparisonOptions extends Pick<QueryOptions, 'signal'> {
  /** The table of the statistic, where it is computed already. Default: it is computed. */
  readonly table?: Table
  /** The table of the last release. Default: there is none. */
  readonly previous?: Table
}

const LABELS = {
  thisRelease: { fr: 'de cette version', en: 'of this release' },
  lastRelease: { fr: 'de la version précédente', en: 'of the previous release' },
  directory: { fr: 'de l’annuaire', en: 'of the directory' },
  population: { fr: 'de la population étudiée', en: 'of the population studied' },
  other: { fr: 'de l’autre population', en: 'of the other population' },
} as const satisfies Readonly<Record<string, LocalizedText>>

/**
 * Compares a statistic with that of another population of the same directory, or with its table in the last release.
 * Of another population the same values have a row of their own where a statistic shows the first ones only.
 *
 * @returns `undefined` where the last release is meant and there is none
 * @throws {StatisticsError} as {@link computeStatistic} and {@link compareTables}
 */
export async function computeComparison(
  graph: Graph,
  statistic: Statistic,
  definition: ComparisonDefinition,
  context: StatisticContext = {},
  { table: computed, previous, signal }: ComparisonOptions = {},
): Promise<ComparisonTable | undefined> {
  const { with: other, id, title, samples } = definition
  if (other === 'previous' && previous === undefined) return undefined
  const run = signal === undefined ? {} : { signal }
  const table = computed ?? (await computeStatistic(graph, statistic, context, run))
  const { drawnFrom, populationLabel } = statistic
  const sized = drawnFrom === undefined ? {} : { own: drawnFrom }
  const options = { id, title, ...(samples === undefined ? {} : { samples }) }
  if (other === 'previous') {
    return compareTables(table, previous!, {
      ...options,
      drawnFrom: drawnFrom === undefined ? {} : { own: drawnFrom, other: drawnFrom },
      labels: { own: LABELS.thisRelease, other: LABELS.lastRelease },
    })
  }
  const { population, label } = other
  const areOverlapping = samples === 'both' && (await overlap(graph, statistic, population, context, run))
  const { populationLabel: _, drawnFrom: __, top, ...whole } = statistic
  const hasOthers = top !== undefined && table.observations.some(({ values }) => values[0]?.role === 'other')
  const same = hasOthers ? { ...whole, top } : whole
  const reference = await computeStatistic(graph, { ...same, population }, context, {
    ...run,
    ...(hasOthers ? { rows: valuesOf(table) } : {}),
  })
  return compareTables(table, reference, {
    ...options,
    areOverlapping,
    drawnFrom: sized,
    labels: {
      own: toLocalizedText(populationLabel ?? labelOf(statistic.population, LABELS.population)),
      other: toLocalizedText(label ?? labelOf(population, LABELS.other)),
    },
  })
}

/** Whether somebody is both in the population of a statistic and in another one. */
async function overlap(
  graph: Graph,
  statistic: Statistic,
  other: Population,
  context: StatisticContext,
  options: Pick<QueryOptions, 'signal'>,
): Promise<boolean> {
  const { id, title, population = {} } = statistic
  const [own, theirs] = [population, other].map(population =>
    defineStatistic({ id, title, dimensions: [], population }, completeContext(context)),
  ) as [Definition, Definition]
  const both = writePopulation({ ...own, population: [...own.population, ...theirs.population] })
  const answer = await query({ graph }, writeText('', ['ASK {', ...indented(both), '}']), options)
  return answer.type === 'boolean' && answer.value
}

/** What a population is called that nobody named. */
function labelOf(population: Population = {}, otherwise: LocalizedText): LocalizedText {
  return Object.keys(population).length === 0 ? LABELS.directory : otherwise
}

/** The values that have a row of their own. */
function valuesOf({ observations }: Table) {
  return observations.flatMap(({ values: [value] }) => (value && value.role === undefined ? [value] : []))
}
