import type * as RDF from '@rdfjs/types'
import type { GivenText, Language } from '../../errors.ts'
import { cellsOf } from '../exchange/cells.ts'
import type { DimensionDescriptions } from '../exchange/dimensions.ts'
import { describeMeasure, figureOf, isWhole, measuresWithFigures } from '../exchange/measures.ts'
import type { Measure, Observation, Table } from '../statistic.ts'
import { toTableNotes } from '../words/note.ts'
import type { Wording } from '../words/wording.ts'
import { type CubePlace, checkPlace, cubeRoot, isQuantile, measureIri, queryIri } from './cubeIris.ts'
import { describeDataSet } from './dataSet.ts'
import { cubeDimensions, describeObservations, type ObservedMeasure } from './observations.ts'
import { describeCodeLists, describeStructure, PERCENT } from './structure.ts'

/** What a table does not say of its cube. */
export interface CubeOptions extends CubePlace {
  /** IRI of the publisher. Default: not said. */
  readonly publisher?: string
  /** IRI of the licence. Default: not said. */
  readonly licence?: string
  /** IRI of the query’s text. Default: `{base}/releases/{date}/statistics/{table}.rq`. */
  readonly query?: string
  /** IRIs of what was asked: dumps, sources. Default: not said. */
  readonly derivedFrom?: readonly string[]
  /** Default: those of the built-in dimensions. */
  readonly dimensions?: DimensionDescriptions
  /** Of what has to be known of the table. Default: the shipped one. */
  readonly wording?: Wording
  /** The label of a concept in the languages that it has. Default: that of the table, which is of no language then. */
  readonly labelOf?: (concept: string) => GivenText | undefined
}

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
  const { base, date, publisher, licence, derivedFrom = [], dimensions: descriptions } = options
  const { title, unit, observations } = table
  const { categories } = cellsOf(table)
  const root = cubeRoot(options, table)
  const measures = measuresWithFigures(table).map(measure => observedMeasure(measure, table, base))
  const dimensions = cubeDimensions(table.dimensions, categories, base, descriptions)
  yield* describeDataSet({
    root,
    title,
    unit,
    notes: { fr: notesIn('fr', table, options), en: notesIn('en', table, options) },
    date,
    publisher,
    licence,
    queries: [options.query ?? queryIri(options, table.id)],
    derivedFrom,
  })
  yield* describeStructure({
    root,
    base,
    dimensions,
    measures,
    hasUnit: unit !== undefined,
    hasStatus: observations.some(({ isApproximate }) => isApproximate),
  })
  yield* describeCodeLists(dimensions, base, options.labelOf)
  const told = observations.filter(({ isSuppressed }) => !isSuppressed)
  yield* describeObservations(root, told, dimensions, measures)
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
