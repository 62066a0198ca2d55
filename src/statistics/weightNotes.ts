import { type Language, type LocalizedText, toLocalizedText } from '../errors.ts'
import type { Definition } from './definition.ts'
import type { Described } from './described.ts'
import type { DimensionContext } from './dimensions.ts'
import { describeMeasure } from './exchange/measures.ts'
import { isQuantile } from './measures.ts'
import { writePopulation } from './population.ts'
import { indented, type Lines } from './sparqlLines.ts'
import { writeText } from './sparqlText.ts'
import { formatNumber } from './words/numbers.ts'
import { writeWeight } from './writeWeight.ts'

/**
 * What weights do to a table: how many responses are weighted; how many of the population have no weight, so that they are
 * not counted; and of measures of a number which are weighted, from how many values, and how quantiles are defined.
 * Nothing where nothing is weighted.
 */
export async function weightNotes(
  definition: Definition,
  context: DimensionContext,
  ask: Described['ask'],
): Promise<readonly LocalizedText[]> {
  const { weight, of, subject, measures } = definition
  if (!weight) return []
  const count = async (further: Lines) => {
    const [row] = await ask(
      writeText('', [
        `SELECT (COUNT(DISTINCT ${subject}) AS ?n) WHERE {`,
        ...indented([...writePopulation(definition), ...further]),
        '}',
      ]),
    )
    return Number(row?.n?.value ?? 0)
  }
  const unweighted = await count([`FILTER NOT EXISTS { ${writeWeight(definition).join(' ')} }`])
  const notes = [
    ...(context.responses ? [weightedNote(await count(writeWeight(definition)))] : []),
    ...(unweighted === 0 ? [] : [unweightedNote(unweighted, weight.name, context)]),
  ]
  const weighted = measures.filter(measure => measure === 'mean' || measure === 'sum' || isQuantile(measure))
  if (!of || weighted.length === 0) return notes
  const values = await count([
    `${subject} ${of.property} ?number .`,
    ...writeWeight(definition),
    'FILTER(?weight > 0)',
  ])
  notes.push(measuresNote(weighted, values, context))
  return weighted.some(isQuantile) ? [...notes, QUANTILES] : notes
}

/** How many responses there are: of a sample, sums of weights do not tell how few. */
function weightedNote(count: number): LocalizedText {
  return {
    fr: `Réponses pondérées\u00a0: ${formatNumber(count, 'fr')}.`,
    en: `Weighted responses: ${formatNumber(count, 'en')}.`,
  }
}

/** Those who are not counted. */
function unweightedNote(count: number, name: string, { fields, responses }: DimensionContext): LocalizedText {
  const own = [...(responses?.questions ?? []), ...fields].find(one => one.name === name)
  const label = own && toLocalizedText(own.label)
  const given = { fr: label ? ` («\u00a0${label.fr}\u00a0»)` : '', en: label ? ` (“${label.en}”)` : '' }
  const who = told(count, responses)
  return {
    fr: `Sans poids connu${given.fr} ou de poids négatif, et donc hors de tous les effectifs\u00a0: ${who.fr}.`,
    en: `Without a known weight${given.en} or with one below 0, and therefore in none of the counts: ${who.en}.`,
  }
}

/** Which measures are weighted, and how many gave a number: their weights do not tell. */
function measuresNote(
  measures: Definition['measures'],
  values: number,
  { responses }: DimensionContext,
): LocalizedText {
  const list = (language: Language) =>
    measures.map(measure => describeMeasure(measure).label[language].toLowerCase()).join(', ')
  const who = told(values, responses)
  return {
    fr: `Mesures pondérées\u00a0: ${list('fr')}, d’après les valeurs de ${who.fr}.`,
    en: `Weighted measures: ${list('en')}, from the values of ${who.en}.`,
  }
}

const QUANTILES: LocalizedText = {
  fr: 'Médiane et quantiles pondérés\u00a0: la plus petite valeur jusqu’à laquelle s’accumule la part du poids qu’ils nomment, pour la médiane la moitié\u00a0; si cette part y est atteinte tout juste, le milieu entre cette valeur et la suivante.',
  en: 'Weighted median and quantiles: the least value up to which the part of the weight that they name adds up, for the median half of it; where it adds up to exactly that part, the middle between this value and the next.',
}

/** How many of those counted. */
function told(count: number, responses: DimensionContext['responses']): LocalizedText {
  const isOne = count === 1
  const noun = responses
    ? { fr: isOne ? 'réponse' : 'réponses', en: isOne ? 'response' : 'responses' }
    : { fr: isOne ? 'acteur' : 'acteurs', en: isOne ? 'actor' : 'actors' }
  return {
    fr: `${formatNumber(count, 'fr')}\u00a0${noun.fr}`,
    en: `${formatNumber(count, 'en')} ${noun.en}`,
  }
}
