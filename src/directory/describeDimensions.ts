import type { Configuration } from '../configuration/configuration.ts'
import type { DimensionDescriptions } from '../statistics/exchange/dimensions.ts'
import type { Lexicon } from './lexicon.ts'

/** The dimension of each concept field of every directory. */
const CONCEPT_DIMENSIONS = {
  legalForm: 'legalForm',
  legalCategory: 'legalCategory',
  mission: 'missions',
  audience: 'audiences',
} as const

/** What the tables of a directory do not say of their dimensions: the schemes, and what its own fields are called. */
export function describeDimensions({ fields }: Configuration, { schemeOf }: Lexicon): DimensionDescriptions {
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
  return Object.fromEntries([...builtIn, ...own])
}
