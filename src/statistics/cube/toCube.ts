import type * as RDF from '@rdfjs/types'
import type { Language } from '../../errors.ts'
import { cellsOf } from '../exchange/cells.ts'
import { describeMeasure, figureOf, isWhole, measuresWithFigures } from '../exchange/measures.ts'
import type { Measure, Observation, Table } from '../statistic.ts'
import { toTableNotes } from '../words/note.ts'
import { checkPlace, cubeRoot, isQuantile, measureIri, queryIri } from './cubeIris.ts'
import type { CubeOptions } from './cubeOptions.ts'
import { describeCube } from './describeCube.ts'
import type { ObservedMeasure } from './observations.ts'
import { PERCENT } from './structure.ts'

/**
 * A table as a cube of the RDF Data Cube Vocabulary (https://www.w3.org/TR/vocab-data-cube/), in normal form (§10): a
 * data set with its structure, code lists and an observation per cell, without blank nodes. Suppressed cells are left
 * out.
 *
 * - `base` and `missing` differ from cell to cell, so they are measures like `n` and `share`, and an observation has
 *   all of them (IC-14). A measure that is not defined for a cell, the share of nobody, has the literal `undefined` of
 *   the datatype annuaire:noValue; one that the table has no figures of is not in the cube. But for that literal, all
 *   figures are xsd:decimal, or xsd:integer, which is derived from it.
 * - The cubes of a directory share the properties of their dimensions, and the code list of each: every value that
 *   any of them has is in it (IC-19), also where cubes are put together. Values without an IRI are literals.
 * - What has to be known to read the figures rightly is comments of the data set, a sentence or two each.
 * - A figure that is only known as about so much has the status “estimated” of SDMX.
 * - Those who did not answer, and values that are taken together, are the concepts annuaire:missingValue and
 *   annuaire:otherValues of that code list; among literals, literals of the datatype annuaire:noValue.
 *
 * @throws {StatisticsError} where a cell stands twice, a value has no IRI though others of its dimension have, a name
 *   cannot be that of a property, or the base or the date is none
 */
export function* toCube(table: Table, options: CubeOptions): Generator<RDF.Quad> {
  checkPlace(options)
  const { title, unit, dimensions, observations } = table
  const { categories } = cellsOf(table)
  yield* describeCube(
    {
      root: cubeRoot(options, table),
      title,
      unit,
      notes: { fr: notesIn('fr', table, options), en: notesIn('en', table, options) },
      queries: [options.query ?? queryIri(options, table.id)],
      dimensions,
      categories,
      measures: measuresWithFigures(table).map(measure => observedMeasure(measure, table, options.base)),
      observations: observations.filter(({ isSuppressed }) => !isSuppressed),
      hasStatus: observations.some(({ isApproximate }) => isApproximate),
    },
    options,
  )
}

function observedMeasure(measure: Measure, table: Table, base: string): ObservedMeasure<Observation> {
  const { label, kind } = describeMeasure(measure)
  return {
    name: measure,
    iri: measureIri(base, measure),
    label,
    unit: kind === 'percentage' ? PERCENT : undefined,
    parent: isQuantile(measure) ? 'annuaire:quantile' : undefined,
    isWhole: kind === 'count' && isWhole(table, measure),
    figureOf: observation => figureOf(observation, measure),
  }
}

function notesIn(language: Language, table: Table, { dimensions, wording }: CubeOptions): readonly string[] {
  return toTableNotes(table, { language, ...(dimensions && { dimensions }), ...(wording && { wording }) })
}
