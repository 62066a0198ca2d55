import { readFileSync } from 'node:fs'
import type * as RDF from '@rdfjs/types'
import { Parser } from 'n3'
import { describe, expect, test } from 'vitest'
import { openDirectory } from '../../../src/directory.ts'
import { buildGraph } from '../../../src/graph/buildGraph.ts'
import type { ValidationResult } from '../../../src/validation/report.ts'
import { createGraphGate } from '../../../src/validation/shacl.ts'
import { readFixture } from '../completeActor.ts'
import { plant } from '../plant.ts'
import { FAULTS } from '../shapeFaults.ts'
import { referenceResults } from './referenceGate.ts'

const shapes = new Parser().parse(
  readFileSync(new URL('../../../vocab/shapes.ttl', import.meta.url), 'utf8'),
) as RDF.Quad[]
const gate = await createGraphGate(shapes)

/** Whole results, messages and all, in an order that does not depend on who found them. */
function sorted(results: readonly ValidationResult[]): string[] {
  return results.map(result => JSON.stringify(Object.entries(result).sort())).sort()
}

async function expectSame(data: readonly RDF.Quad[]): Promise<number> {
  const { results } = await gate(await buildGraph(data))
  expect(sorted(results)).toEqual(sorted(await referenceResults(shapes, data)))
  return results.length
}

describe('under the shapes of the vocabulary, columns and rdf-validate-shacl find the same', () => {
  const complete = [...readFixture('complete-actor'), ...readFixture('complete-actor-context')]
  const cases = Object.entries(FAULTS).flatMap(([shape, faults]) =>
    Object.entries(faults).map(([component, fault]) => ({ shape, component, fault })),
  )

  test.each(cases)('in a complete actor with a fault of the $component of $shape', async ({ fault }) => {
    expect(await expectSame(plant(complete, fault))).toBeGreaterThan(0)
  })

  test('in an example, as it is and with holes', async () => {
    const directory = await openDirectory('examples/oten-2010')
    const data = [...(await directory.graph())]
    expect(await expectSame(data)).toBe(0)
    // Each kind of quad is missing somewhere.
    expect(await expectSame(data.filter((_, index) => index % 97 !== 0))).toBeGreaterThan(20)
  }, 120_000)
})
