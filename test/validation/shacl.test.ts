import type * as RDF from '@rdfjs/types'
import { Parser } from 'n3'
import { describe, expect, test } from 'vitest'
import { buildGraph } from '../../src/graph/buildGraph.ts'
import { createGraphGate } from '../../src/validation/shacl.ts'

const HEAD = '@prefix : <https://a.example/#> . @prefix sh: <http://www.w3.org/ns/shacl#> .\n'
const parse = (turtle: string) => new Parser().parse(HEAD + turtle) as RDF.Quad[]
const graphOf = (turtle: string) => buildGraph(parse(turtle))
const gateOf = (shape: string) =>
  createGraphGate(
    parse(`:S a sh:NodeShape ; sh:targetClass :C ; sh:property :P . :P sh:path :p ; ${shape} .`),
  )

describe('the graph gate', () => {
  test('gives results in the terms of SHACL', async () => {
    const gate = await gateOf('sh:minLength 3 ; sh:message "Trop court"@fr, "Too short"@en')
    expect(await gate(await graphOf(':a a :C ; :p "ab" . :b a :C ; :p "abc" .'))).toEqual({
      conforms: false,
      results: [
        {
          severity: 'violation',
          code: 'shacl:MinLengthConstraintComponent',
          focusNode: 'https://a.example/#a',
          path: 'https://a.example/#p',
          value: 'ab',
          message: { fr: 'Trop court', en: 'Too short' },
        },
      ],
    })
  })

  test.each([
    ['sh:severity sh:Warning ;', 'warning', true],
    ['sh:severity sh:Info ;', 'info', true],
    ['sh:severity sh:Violation ;', 'violation', false],
    ['sh:severity :Grave ;', 'violation', false],
    ['', 'violation', false],
  ])('with %j, a result is a %s', async (severity, expected, conforms) => {
    const gate = await gateOf(`${severity} sh:minCount 1`)
    const report = await gate(await graphOf(':a a :C .'))
    expect(report.conforms).toBe(conforms)
    expect(report.results.map(result => result.severity)).toEqual([expected])
  })

  test('composes what a shape does not say in both languages', async () => {
    const gate = await gateOf('sh:maxCount 1 ; sh:message "Un seul"@fr')
    const { results } = await gate(await graphOf(':a a :C ; :p 1, 2 .'))
    expect(results[0]!.message.en).toContain('at most 1 value')
    expect(results[0]!.message.fr).toContain('<https://a.example/#p>\u00a0: il faut au plus 1 valeur')
  })

  test('can be asked as often as one likes', async () => {
    const gate = await gateOf('sh:minCount 1')
    const graph = await graphOf(':a a :C . :b a :C ; :p 1 .')
    const expected = await gate(graph)
    expect(expected.results).toHaveLength(1)
    expect(await gate(graph)).toEqual(expected)
    expect((await gate(await graphOf(':b a :C ; :p 1 .'))).results).toEqual([])
  })

  test('a path that is no property has no IRI to tell', async () => {
    const shapes = parse(
      ':S a sh:NodeShape ; sh:targetClass :C ; sh:property :P . :P sh:path [ sh:inversePath :p ] ; sh:minCount 1 .',
    )
    const { results } = await (await createGraphGate(shapes))(await graphOf(':a a :C .'))
    expect(results).toHaveLength(1)
    expect(results[0]).not.toHaveProperty('path')
  })

  test('stops when it is told to', async () => {
    const gate = await gateOf('sh:minCount 1')
    await expect(gate(await graphOf(':a a :C .'), { signal: AbortSignal.abort() })).rejects.toThrow('aborted')
  })
})
