import { type LocalizedText, toLocalizedText } from '../errors.ts'
import type { Definition } from './definition.ts'
import type { Described } from './described.ts'
import type { DimensionContext } from './dimensions.ts'
import { writePopulation } from './population.ts'
import { indented } from './sparqlLines.ts'
import { writeText } from './sparqlText.ts'
import { formatNumber } from './words/numbers.ts'

/**
 * How many of the population have no weight, so that they are not counted. Nothing where each has one, or nothing is
 * weighted.
 */
export async function weightNotes(
  definition: Definition,
  { fields, responses }: DimensionContext,
  ask: Described['ask'],
): Promise<readonly LocalizedText[]> {
  const { weight, subject } = definition
  if (!weight) return []
  const [row] = await ask(
    writeText('', [
      `SELECT (COUNT(DISTINCT ${subject}) AS ?n) WHERE {`,
      ...indented([
        ...writePopulation(definition),
        `FILTER NOT EXISTS { ${subject} ${weight.property} ?weight }`,
      ]),
      '}',
    ]),
  )
  const count = Number(row?.n?.value ?? 0)
  if (count === 0) return []
  const own = [...(responses?.questions ?? []), ...fields].find(({ name }) => name === weight.name)
  const label = own && toLocalizedText(own.label)
  const isOne = count === 1
  const [fr, en] = [formatNumber(count, 'fr'), formatNumber(count, 'en')]
  const noun = responses
    ? { fr: isOne ? 'réponse' : 'réponses', en: isOne ? 'response' : 'responses' }
    : { fr: isOne ? 'acteur' : 'acteurs', en: isOne ? 'actor' : 'actors' }
  const given = { fr: label ? ` («\u00a0${label.fr}\u00a0»)` : '', en: label ? ` (“${label.en}”)` : '' }
  return [
    {
      fr: `Sans poids connu${given.fr}, et donc hors de tous les effectifs\u00a0: ${fr}\u00a0${noun.fr}.`,
      en: `Without a known weight${given.en}, and therefore in none of the counts: ${en} ${noun.en}.`,
    },
  ]
}
