import type * as RDF from '@rdfjs/types'
import { DataFactory } from 'n3'
import { StatisticsError } from '../../errors.ts'
import { iri } from '../../vocabulary/namespaces.ts'
import { type DimensionDescriptions, describeDimension } from '../exchange/dimensions.ts'
import { writeFigure } from '../exchange/measures.ts'
import type { DimensionValue } from '../statistic.ts'
import { dimensionIri, observationIri } from './cubeIris.ts'
import { type CubeDimension, type CubeMeasure, ESTIMATED, noValue, valueTerm } from './structure.ts'

const { literal, namedNode, quad } = DataFactory

/** A measure, and what observations say of it. */
export interface ObservedMeasure<Observation> extends CubeMeasure {
  /** Of counts: whether all of them are whole. */
  readonly isWhole: boolean
  /** `null` where it is not defined for a cell. */
  readonly figureOf: (observation: Observation) => number | null
}

/** A cell as an observation of a cube. */
export interface CubeCell {
  readonly values: readonly DimensionValue[]
  /** Whether its figures are only known as about so much. Default: false. */
  readonly isApproximate?: boolean
}

/**
 * The dimensions of a cube with their values.
 *
 * @param categories the values of each
 * @throws {StatisticsError} where a value has no IRI though others of its dimension have, or a name cannot be that of a
 *   property
 */
export function cubeDimensions(
  names: readonly string[],
  categories: readonly (readonly DimensionValue[])[],
  base: string,
  descriptions: DimensionDescriptions | undefined,
): readonly CubeDimension[] {
  return names.map((name, index) => {
    const described = describeDimension(name, descriptions)
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
}

/** The observations of a data set (Data Cube §9), each with all measures. */
export function* describeObservations<Cell extends CubeCell>(
  root: string,
  cells: Iterable<Cell>,
  dimensions: readonly CubeDimension[],
  measures: readonly ObservedMeasure<Cell>[],
): Generator<RDF.Quad> {
  const isObservation = [namedNode(iri('rdf:type')), namedNode(iri('qb:Observation'))] as const
  const isInDataSet = [namedNode(iri('qb:dataSet')), namedNode(`${root}#it`)] as const
  const isEstimated = [namedNode(iri('sdmx-attribute:obsStatus')), namedNode(ESTIMATED)] as const
  const names = dimensions.map(({ name }) => name)
  const properties = dimensions.map(dimension => namedNode(dimension.iri))
  const figures = measures.map(({ iri: property, isWhole, figureOf }) => ({
    figureOf,
    property: namedNode(property),
    datatype: namedNode(iri(isWhole ? 'xsd:integer' : 'xsd:decimal')),
  }))
  for (const cell of cells) {
    const subject = namedNode(observationIri(root, names, cell.values))
    yield quad(subject, ...isObservation) as RDF.Quad
    yield quad(subject, ...isInDataSet) as RDF.Quad
    for (const [index, value] of cell.values.entries()) {
      yield quad(subject, properties[index]!, valueTerm(value, dimensions[index]!)) as RDF.Quad
    }
    for (const { figureOf, property, datatype } of figures) {
      const figure = figureOf(cell)
      const term = figure === null ? noValue('undefined') : literal(writeFigure(figure), datatype)
      yield quad(subject, property, term) as RDF.Quad
    }
    if (cell.isApproximate) yield quad(subject, ...isEstimated) as RDF.Quad
  }
}
