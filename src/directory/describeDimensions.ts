import type { Configuration } from '../configuration/configuration.ts'
import type { DimensionDescriptions } from '../statistics/exchange/dimensions.ts'
import { WEIGHT } from '../statistics/survey/survey.ts'
import type { Lexicon } from './lexicon.ts'
import { publishedDimensions } from './publishedTables.ts'

/** The dimension of each concept field of every directory. */
const CONCEPT_DIMENSIONS = {
  legalForm: 'legalForm',
  legalCategory: 'legalCategory',
  mission: 'missions',
  audience: 'audiences',
} as const

/**
 * What the tables of a directory do not say of their dimensions: the schemes, and what its own fields and the questions
 * of its surveys are called.
 */
export function describeDimensions(
  configuration: Configuration,
  { schemeOf }: Lexicon,
): DimensionDescriptions {
  const { fields, surveys } = configuration
  const builtIn = Object.entries(CONCEPT_DIMENSIONS).map(([dimension, field]) => [
    dimension,
    { scheme: schemeOf(field)!.iri },
  ])
  const own = fields
    .filter(field => field.public)
    .map(({ name, label, multiple, datatype }) => {
      const scheme = schemeOf(name)
      return [
        name,
        {
          label,
          isMultiValued: multiple,
          ...(scheme ? { scheme: scheme.iri } : {}),
          ...(datatype ? { datatype } : {}),
        },
      ]
    })
  const asked = surveys
    .flatMap(({ questions }) => questions)
    .map(({ name, label, type, scheme }) => [
      name,
      {
        label,
        isMultiValued: type === 'multiple',
        ...(scheme ? { scheme: scheme.iri } : { datatype: type === 'numeric' ? 'decimal' : 'string' }),
      },
    ])
  const weights = surveys.some(({ weight }) => weight === WEIGHT)
    ? [[WEIGHT, { label: { fr: 'Poids de la réponse', en: 'Weight of the response' }, datatype: 'decimal' }]]
    : []
  const published = publishedDimensions(configuration)
  return Object.fromEntries([...builtIn, ...own, ...asked, ...weights, ...published])
}
