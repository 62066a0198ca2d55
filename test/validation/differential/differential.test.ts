import type * as RDF from '@rdfjs/types'
import { Parser } from 'n3'
import { expect, test } from 'vitest'
import { buildGraph } from '../../../src/graph/buildGraph.ts'
import { createGraphGate } from '../../../src/validation/shacl.ts'
import { fc } from '../../fastCheck.ts'
import { linesOf, referenceResults } from './referenceGate.ts'
import { dataArbitrary, HEAD, shapesArbitrary } from './shapeArbitrary.ts'

const parse = (turtle: string) => new Parser().parse(HEAD + turtle) as RDF.Quad[]

test.each([{ isOrdered: false }, { isOrdered: true }])(
  'finds what rdf-validate-shacl finds (%o)',
  async kind => {
    await fc.assert(
      fc.asyncProperty(shapesArbitrary(kind), dataArbitrary(kind), async (shapesText, dataText) => {
        const [shapes, data] = [parse(shapesText), parse(dataText)]
        const gate = await createGraphGate(shapes)
        const { results } = await gate(await buildGraph(data))
        expect(linesOf(results)).toEqual(linesOf(await referenceResults(shapes, data)))
      }),
      { numRuns: 150 },
    )
  },
  120_000,
)
