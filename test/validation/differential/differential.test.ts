import type * as RDF from '@rdfjs/types'
import fc from 'fast-check'
import { Parser } from 'n3'
import { expect, test } from 'vitest'
import { buildGraph } from '../../../src/graph/buildGraph.ts'
import type { ValidationResult } from '../../../src/validation/report.ts'
import { createGraphGate } from '../../../src/validation/shacl.ts'
import { referenceResults } from './referenceGate.ts'
import { dataArbitrary, HEAD, shapesArbitrary } from './shapeArbitrary.ts'

const parse = (turtle: string) => new Parser().parse(HEAD + turtle) as RDF.Quad[]

/** Results as lines in one order; what is composed of paths that are no property is worded by each in its own way. */
function linesOf(results: readonly ValidationResult[]): string[] {
  return results.map(({ message: _, ...result }) => JSON.stringify(Object.entries(result).sort())).sort()
}

test.each([{ isOrdered: false }, { isOrdered: true }])(
  'finds what rdf-validate-shacl finds (%o)',
  async kind => {
    const seen = new Map<string, number>()
    await fc.assert(
      fc.asyncProperty(shapesArbitrary(kind), dataArbitrary(kind), async (shapesText, dataText) => {
        const [shapes, data] = [parse(shapesText), parse(dataText)]
        const gate = await createGraphGate(shapes)
        const { results } = await gate(await buildGraph(data))
        for (const { code } of results) seen.set(code, (seen.get(code) ?? 0) + 1)
        expect(linesOf(results)).toEqual(linesOf(await referenceResults(shapes, data)))
      }),
      { numRuns: 400 },
    )
    expect(seen.size).toBeGreaterThan(20)
  },
  120_000,
)
