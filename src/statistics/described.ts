import type * as RDF from '@rdfjs/types'
import { type LocalizedText, toLocalizedText } from '../errors.ts'
import type { Graph } from '../graph/graph.ts'
import type { Definition, DefinitionContext } from './definition.ts'
import { describeDimension } from './exchange/dimensions.ts'
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
  const { fields, responses } = context
  const shown = dimensions.find(name => name !== within)
  const question = responses?.questions.find(({ name }) => name === shown)
  const field = fields.find(({ name }) => name === shown)
  const isMultiValued =
    shown !== undefined &&
    (question ? question.type === 'multiple' : (field?.multiple ?? describeDimension(shown).isMultiValued))
  const isNarrowed = Object.keys(population).length > 0
  const populationLabel = statistic.populationLabel ?? (isNarrowed ? STUDIED : undefined)
  const notes = [
    ...populationNotes(statistic, definition, context, graph),
    ...(await weightNotes(definition, context, ask)),
  ]
  return {
    ...(within === undefined ? {} : { within }),
    ...(base === undefined ? {} : { base }),
    ...(isMultiValued ? { isMultiValued } : {}),
    ...(weight === undefined ? {} : { weight }),
    ...(of === undefined ? {} : { of }),
    ...(populationLabel === undefined ? {} : { populationLabel: toLocalizedText(populationLabel) }),
    ...(rounding === undefined ? {} : { rounding }),
    ...(chart === undefined ? {} : { chart }),
    ...(responses ? { counted: 'responses' as const } : {}),
    ...(notes.length === 0 ? {} : { notes }),
  }
}
