import { type Language, toLocalizedText } from '../../errors.ts'
import { type CubePlace, codeListIri, cubeRoot, dimensionIri } from '../cube/cubeIris.ts'
import { ofConcepts } from '../dimensionPatterns.ts'
import { writeLabels } from '../labels.ts'
import { indented } from '../sparqlLines.ts'
import { writeIri } from '../sparqlTerms.ts'
import { writeText } from '../sparqlText.ts'
import type { PublishedShares } from './publishedShares.ts'

/**
 * The SPARQL query that gives published shares from their cube, as the release has it: for the dimension `d` a row per
 * value `?d` with `?d_code` and `?d_label`, its `?share`, and `?status` where that is only about so much.
 *
 * @throws {StatisticsError} where the name of the dimension or an IRI cannot be written
 */
export function compilePublishedShares(
  { id, title, dimension }: PublishedShares,
  { base, date, language = 'fr' }: CubePlace & { readonly language?: Language },
): string {
  const { name } = dimension
  const value = `?${name}`
  const codeList = codeListIri(base, name)
  const values = ofConcepts(name, name, writeIri(dimensionIri(base, name)), codeList)
  return writeText(toLocalizedText(title)[language], [
    `SELECT ${value} ${value}_code ${value}_label ?share ?status`,
    'WHERE {',
    ...indented([
      `?observation qb:dataSet ${writeIri(`${cubeRoot({ base, date }, { id })}#it`)} ; annuaire:share ?share .`,
      ...values.pattern(value, '?observation'),
      'OPTIONAL { ?observation sdmx-attribute:obsStatus ?status }',
      ...writeLabels(values, language),
    ]),
    '}',
    `ORDER BY DESC(?share) ${value}_code`,
  ])
}
