import type * as RDF from '@rdfjs/types'
import type { Language } from '../../errors.ts'
import { checkPlace, cubeRoot } from '../cube/cubeIris.ts'
import type { CubeOptions } from '../cube/cubeOptions.ts'
import { describeCube } from '../cube/describeCube.ts'
import type { ObservedMeasure } from '../cube/observations.ts'
import { cellsOf } from '../exchange/cells.ts'
import type { ComparisonObservation, ComparisonTable } from './comparison.ts'
import { comparisonMeasureIri, comparisonUnit, isInCube } from './comparisonCube.ts'
import { isWholeMeasure, measuresWithFigures } from './comparisonMeasures.ts'
import { comparisonName } from './comparisonName.ts'
import { comparisonNotes } from './comparisonNotes.ts'
import { type ComparisonQueries, comparisonQueries } from './comparisonQueries.ts'

/** What a comparison does not say of its cube. */
export interface ComparisonCubeOptions extends Omit<CubeOptions, 'query'> {
  /**
   * IRIs of the texts of its queries. Default: `{base}/releases/{date}/statistics/{statistic}.compare.{id}.own.rq`, and
   * without `.own` of the other side.
   */
  readonly queries?: ComparisonQueries
}

/**
 * A comparison as a cube of the RDF Data Cube Vocabulary, with a structure of its own, as {@link toCube} writes tables:
 * the same dimensions and code lists, an observation per cell with all measures (IC-14), no blank nodes.
 *
 * - The measures are those of the first side (annuaire:ownN, annuaire:ownBase, annuaire:ownShare), those of the second
 *   (annuaire:otherN…), annuaire:difference, annuaire:ratio, and the bounds of what samples have. Percentages and
 *   percentage points are told apart by their sdmx-attribute:unitMeasure. One that there are no figures of is not in the
 *   cube; one that is not defined for a cell, the ratio to a share of 0, is the literal `undefined` of the datatype
 *   annuaire:noValue.
 * - Cells that are kept back on a side, are told together with others there, or are not known, are left out: the CSV has
 *   them with their status.
 * - The data set links to that of its statistic (rdfs:seeAlso), and its comments say which side is which.
 *
 * @throws {StatisticsError} as {@link toCube}
 */
export function* comparisonToCube(
  comparison: ComparisonTable,
  options: ComparisonCubeOptions,
): Generator<RDF.Quad> {
  checkPlace(options)
  const id = comparisonName(comparison)
  const { title, unit, statistic, dimensions, observations } = comparison
  const { categories } = cellsOf({ ...comparison, id })
  const told = observations.filter(isInCube)
  const { queries = comparisonQueries(options, id) } = options
  yield* describeCube(
    {
      root: cubeRoot(options, { id }),
      title,
      unit,
      notes: { fr: notesIn('fr', comparison, options), en: notesIn('en', comparison, options) },
      queries: [queries.own, queries.other],
      related: [`${cubeRoot(options, { id: statistic })}#it`],
      dimensions,
      categories,
      measures: measuresWithFigures({ ...comparison, observations: told }).map(
        (measure): ObservedMeasure<ComparisonObservation> => ({
          name: measure.name,
          iri: comparisonMeasureIri(measure),
          label: measure.generalLabel,
          unit: comparisonUnit(measure),
          isWhole: measure.kind === 'count' && isWholeMeasure(measure, told),
          figureOf: measure.figureOf,
        }),
      ),
      observations: told,
    },
    options,
  )
}

function notesIn(
  language: Language,
  comparison: ComparisonTable,
  { dimensions, wording }: ComparisonCubeOptions,
): readonly string[] {
  return comparisonNotes(comparison, {
    language,
    ...(dimensions && { dimensions }),
    ...(wording && { wording }),
  })
}
