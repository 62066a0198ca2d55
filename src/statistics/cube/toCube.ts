import type * as RDF from '@rdfjs/types'
import { DataFactory } from 'n3'
import { type GivenText, StatisticsError } from '../../errors.ts'
import { describe } from '../../graph/describe.ts'
import { iri } from '../../vocabulary/namespaces.ts'
import { cellsOf } from '../exchange/cells.ts'
import { type DimensionDescriptions, describeDimension } from '../exchange/dimensions.ts'
import { describeMeasure, figureOf, isWhole, measuresWithFigures, writeFigure } from '../exchange/measures.ts'
import type { Measure, Table } from '../statistic.ts'
import { toTableNotes } from '../words/note.ts'
import type { Wording } from '../words/wording.ts'
import { type CubePlace, checkPlace, cubeRoot, dimensionIri, measureIri, observationIri } from './cubeIris.ts'
import {
  type CubeDimension,
  describeCodeLists,
  describeStructure,
  ESTIMATED,
  noValue,
  valueTerm,
} from './structure.ts'

const { literal, namedNode, quad } = DataFactory

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
  const { base } = options
  const { categories } = cellsOf(table)
  const root = cubeRoot(options, table)
  const measures = measuresWithFigures(table)
  const dimensions = table.dimensions.map((name, index): CubeDimension => {
    const described = describeDimension(name, options.dimensions)
    const values = categories[index]!
    const isCoded = described.scheme !== undefined || values.some(value => value.iri !== undefined)
    const bare = isCoded && values.find(value => value.iri === undefined && value.role === undefined)
    if (bare) {
      throw new StatisticsError(
        `the value "${bare.code}" of the dimension "${name}" has no IRI, though others of it are concepts`,
      )
    }
    return { ...described, iri: dimensionIri(base, name), values, isCoded }
  })
  yield* describeDataSet(table, root, options)
  yield* describeStructure({
    root,
    base,
    dimensions,
    measures,
    hasUnit: table.unit !== undefined,
    hasStatus: table.observations.some(({ isApproximate }) => isApproximate),
  })
  yield* describeCodeLists(dimensions, base, options.labelOf)
  yield* describeObservations(table, root, dimensions, measures, base)
}

function* describeDataSet(
  table: Table,
  root: string,
  { base, date, publisher, licence, query, derivedFrom = [], dimensions, wording }: CubeOptions,
): Generator<RDF.Quad> {
  const dataSet = describe(`${root}#it`)
  const { title, unit } = table
  yield dataSet.a('qb:DataSet')
  for (const property of ['dcterms:title', 'rdfs:label'] as const) {
    yield dataSet.has(property, literal(title.fr, 'fr'))
    yield dataSet.has(property, literal(title.en, 'en'))
  }
  if (unit) {
    yield dataSet.has('annuaire:shareOf', literal(unit.fr, 'fr'))
    yield dataSet.has('annuaire:shareOf', literal(unit.en, 'en'))
  }
  for (const language of ['fr', 'en'] as const) {
    const spoken = { language, ...(dimensions && { dimensions }), ...(wording && { wording }) }
    for (const note of toTableNotes(table, spoken)) yield dataSet.has('rdfs:comment', literal(note, language))
  }
  yield dataSet.has('dcterms:issued', literal(date, namedNode(iri('xsd:date'))))
  if (publisher !== undefined) yield dataSet.links('dcterms:publisher', publisher)
  if (licence !== undefined) yield dataSet.links('dcterms:license', licence)
  yield dataSet.links('qb:structure', `${root}#structure`)
  for (const source of derivedFrom) yield dataSet.links('prov:wasDerivedFrom', source)
  yield dataSet.links('prov:wasGeneratedBy', `${root}#computation`)
  const computation = describe(`${root}#computation`)
  const text = query ?? `${base}/releases/${date}/statistics/${encodeURIComponent(table.id)}.rq`
  yield computation.a('prov:Activity')
  for (const used of [text, ...derivedFrom]) yield computation.links('prov:used', used)
  if (licence !== undefined) yield describe(licence).a('dcterms:LicenseDocument')
}

function* describeObservations(
  table: Table,
  root: string,
  dimensions: readonly CubeDimension[],
  measures: readonly Measure[],
  base: string,
): Generator<RDF.Quad> {
  const isObservation = [namedNode(iri('rdf:type')), namedNode(iri('qb:Observation'))] as const
  const isInDataSet = [namedNode(iri('qb:dataSet')), namedNode(`${root}#it`)] as const
  const isEstimated = [namedNode(iri('sdmx-attribute:obsStatus')), namedNode(ESTIMATED)] as const
  const properties = dimensions.map(dimension => namedNode(dimension.iri))
  const figures = measures.map(measure => ({
    measure,
    property: namedNode(measureIri(base, measure)),
    datatype: namedNode(iri(isWhole(table, measure) && isCount(measure) ? 'xsd:integer' : 'xsd:decimal')),
  }))
  for (const observation of table.observations) {
    if (observation.isSuppressed) continue
    const subject = namedNode(observationIri(root, table.dimensions, observation.values))
    yield quad(subject, ...isObservation) as RDF.Quad
    yield quad(subject, ...isInDataSet) as RDF.Quad
    for (const [index, value] of observation.values.entries()) {
      yield quad(subject, properties[index]!, valueTerm(value, dimensions[index]!)) as RDF.Quad
    }
    for (const { measure, property, datatype } of figures) {
      const figure = figureOf(observation, measure)
      const term = figure === null ? noValue('undefined') : literal(writeFigure(figure), datatype)
      yield quad(subject, property, term) as RDF.Quad
    }
    if (observation.isApproximate) yield quad(subject, ...isEstimated) as RDF.Quad
  }
}

function isCount(measure: Measure): boolean {
  return describeMeasure(measure).kind === 'count'
}
