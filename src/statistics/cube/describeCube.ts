import type * as RDF from '@rdfjs/types'
import type { CubeOptions } from './cubeOptions.ts'
import { type DataSetDescription, describeDataSet } from './dataSet.ts'
import { type CubeCell, cubeDimensions, describeObservations, type ObservedMeasure } from './observations.ts'
import { describeCodeLists, describeStructure } from './structure.ts'

/** What a cube is made of. */
export interface CubeContent<Cell> extends Pick<DataSetDescription, 'root' | 'title' | 'unit' | 'notes'> {
  /** IRIs of the texts of the queries that gave its figures. */
  readonly queries: readonly string[]
  /** IRIs of other data sets that tell more. Default: none. */
  readonly related?: readonly string[]
  readonly dimensions: Parameters<typeof cubeDimensions>[0]
  /** The values of each dimension. */
  readonly categories: Parameters<typeof cubeDimensions>[1]
  readonly measures: readonly ObservedMeasure<Cell>[]
  /** The cells that are told. */
  readonly observations: readonly Cell[]
  /** Whether any figure has a status. Default: none has. */
  readonly hasStatus?: boolean
}

/** A cube: its data set, structure, code lists and observations. */
export function* describeCube<Cell extends CubeCell>(
  content: CubeContent<Cell>,
  options: Omit<CubeOptions, 'query'>,
): Generator<RDF.Quad> {
  const { root, title, unit, notes, queries, related, measures, observations, hasStatus = false } = content
  const { base, date, publisher, licence, derivedFrom = [], dimensions: descriptions, labelOf } = options
  const dimensions = cubeDimensions(content.dimensions, content.categories, base, descriptions)
  yield* describeDataSet({
    root,
    title,
    unit,
    notes,
    date,
    publisher,
    licence,
    queries,
    derivedFrom,
    ...(related && { related }),
  })
  yield* describeStructure({ root, base, dimensions, measures, hasUnit: unit !== undefined, hasStatus })
  yield* describeCodeLists(dimensions, base, labelOf)
  yield* describeObservations(root, observations, dimensions, measures)
}
