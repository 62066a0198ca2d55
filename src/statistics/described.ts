import type * as RDF from '@rdfjs/types'
import { type LocalizedText, toLocalizedText } from '../errors.ts'
import type { Graph } from '../graph/graph.ts'
import type { Definition, DefinitionContext } from './definition.ts'
import { isMultiValued } from './multiValued.ts'
import { populationNotes } from './populationNotes.ts'
import type { Statistic, Table } from './statistic.ts'
import { weightNotes } from './weightNotes.ts'

/** Where more can be learnt of who is counted. */
export interface Described {
  readonly definition: Definition
  /** That has the codes of the population with their labels. */
  readonly graph: Graph
  /** Answers SPARQL text. */
  readonly ask: (sparql: string) => Promise<readonly Readonly<Record<string, RDF.Term>>[]>
}

/** What those of a population are called that nobody named. */
const STUDIED: LocalizedText = { fr: 'de la population étudiée', en: 'of the population studied' }

/** What a table says of itself beside its figures. */
export async function described(
  statistic: Statistic,
  context: DefinitionContext,
  { definition, graph, ask }: Described,
): Promise<Partial<Table>> {
  const { dimensions, within, base, weight, of, population = {}, rounding, chart } = statistic
  const { responses } = context
  const shown = dimensions.find(name => name !== within)
  const isNarrowed = Object.keys(population).length > 0
  const populationLabel = statistic.populationLabel ?? (isNarrowed ? STUDIED : undefined)
  const notes = [
    ...populationNotes(statistic, definition, context, graph),
    ...(await weightNotes(definition, context, ask)),
  ]
  return {
    ...(within === undefined ? {} : { within }),
    ...(base === undefined ? {} : { base }),
    ...(shown !== undefined && isMultiValued(shown, context) ? { isMultiValued: true } : {}),
    ...(weight === undefined ? {} : { weight }),
    ...(of === undefined ? {} : { of }),
    ...(populationLabel === undefined ? {} : { populationLabel: toLocalizedText(populationLabel) }),
    ...(rounding === undefined ? {} : { rounding }),
    ...(chart === undefined ? {} : { chart }),
    ...(responses ? { counted: 'responses' as const } : {}),
    ...(notes.length === 0 ? {} : { notes }),
  }
}
