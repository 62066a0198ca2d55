import { type LocalizedText, toLocalizedText } from '../errors.ts'
import type { Graph } from '../graph/graph.ts'
import { conceptLabel } from './conceptLabel.ts'
import type { Condition, Definition } from './definition.ts'
import type { DimensionContext } from './dimensions.ts'
import { describeDimension } from './exchange/dimensions.ts'
import type { Statistic } from './statistic.ts'
import { isTruth, truthLabel } from './truthValues.ts'

const BEGINNING: LocalizedText = { fr: 'Population\u00a0: ', en: 'Population: ' }

/**
 * Whom a population is made of, in words: « Population : Ouvert au public : oui ; Forme juridique : Association,
 * Coopérative. » Nothing where all are counted.
 *
 * @param graph that has the concepts with their labels; what it has not is told by its code
 */
export function populationNotes(
  { population = {} }: Statistic,
  definition: Pick<Definition, 'population'>,
  context: DimensionContext,
  graph: Graph,
): readonly LocalizedText[] {
  const conditions = definition.population.filter(({ dimension }) =>
    Object.hasOwn(population, dimension.name),
  )
  if (conditions.length === 0) return []
  const told = conditions.map(condition => tell(condition, context, graph))
  return [
    {
      fr: `${BEGINNING.fr}${told.map(({ fr }) => fr).join('\u00a0; ')}.`,
      en: `${BEGINNING.en}${told.map(({ en }) => en).join('; ')}.`,
    },
  ]
}

/** Whether a note of a table says whom its population is made of. */
export function isPopulationNote({ fr, en }: LocalizedText): boolean {
  return fr.startsWith(BEGINNING.fr) && en.startsWith(BEGINNING.en)
}

function tell({ dimension, codes = [] }: Condition, context: DimensionContext, graph: Graph): LocalizedText {
  const { name, scheme } = dimension
  const { fields, responses } = context
  const own = [...(responses?.questions ?? []), ...fields].find(one => one.name === name)
  const label = own ? toLocalizedText(own.label) : describeDimension(name).label
  const values = codes.map(code => {
    if (scheme !== undefined) return conceptLabel(graph, scheme, code)
    return (isTruth(name, context) ? truthLabel(code) : undefined) ?? { fr: code, en: code }
  })
  return {
    fr: `${label.fr}\u00a0: ${values.map(({ fr }) => fr).join(', ')}`,
    en: `${label.en}: ${values.map(({ en }) => en).join(', ')}`,
  }
}
