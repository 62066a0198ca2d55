import type { Configuration } from '../configuration/configuration.ts'
import type { StatisticContext } from '../statistics/context.ts'
import type { Lexicon } from './lexicon.ts'

/** What the statistics of a directory are compiled with. */
export function statisticContext(
  configuration: Configuration,
  { schemeOf }: Lexicon,
  date: string,
): StatisticContext {
  const { language, fields, regionsAt } = configuration
  const dimensions = {
    legalForm: 'legalForm',
    legalCategory: 'legalCategory',
    mission: 'missions',
    audience: 'audiences',
  }
  const schemes = Object.entries(dimensions).map(([dimension, field]) => [dimension, schemeOf(field)!.iri])
  const own = fields.flatMap(({ name }) => {
    const scheme = schemeOf(name)
    return scheme ? [[name, scheme.iri]] : []
  })
  return {
    language,
    schemes: Object.fromEntries([...schemes, ...own]),
    fields: fields.filter(field => field.public),
    date: regionsAt ?? date,
  }
}
