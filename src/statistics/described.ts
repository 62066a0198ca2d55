import type * as RDF from '@rdfjs/types'
import { type Language, toLocalizedText } from '../errors.ts'
import type { Graph } from '../graph/graph.ts'
import type { Definition, DefinitionContext } from './definition.ts'
import { describeDimension } from './exchange/dimensions.ts'
import type { Statistic, Table } from './statistic.ts'

/** Where more can be learnt of who is counted. */
export interface Described {
  readonly definition: Definition
  readonly graph: Graph
  /** Answers SPARQL text. */
  readonly ask: (sparql: string) => Promise<readonly Readonly<Record<string, RDF.Term>>[]>
}

/** What a table says of itself beside its figures. */
export async function described(
  { dimensions, within, base, weight, of, populationLabel, rounding, chart }: Statistic,
  { fields, responses }: DefinitionContext & { readonly language: Language },
  _known: Described,
): Promise<Partial<Table>> {
  const shown = dimensions.find(name => name !== within)
  const question = responses?.questions.find(({ name }) => name === shown)
  const field = fields.find(({ name }) => name === shown)
  const isMultiValued =
    shown !== undefined &&
    (question ? question.type === 'multiple' : (field?.multiple ?? describeDimension(shown).isMultiValued))
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
  }
}
