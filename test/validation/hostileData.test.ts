import type * as RDF from '@rdfjs/types'
import { DataFactory, Parser } from 'n3'
import { describe, expect, test } from 'vitest'
import { buildGraph } from '../../src/graph/buildGraph.ts'
import { createGraphGate } from '../../src/validation/shacl.ts'
import { iri } from '../../src/vocabulary/namespaces.ts'

const { namedNode, literal, quad } = DataFactory
const HEAD = '@prefix : <https://a.example/#> . @prefix sh: <http://www.w3.org/ns/shacl#> .\n'
const node = (name: string | number) => namedNode(`https://a.example/#${name}`)
const TYPE = namedNode(iri('rdf:type'))

async function resultsOf(shape: string, data: Iterable<RDF.Quad>) {
  const gate = await createGraphGate(new Parser().parse(`${HEAD}:S a sh:NodeShape ; ${shape} .`))
  return (await gate(await buildGraph(data))).results
}

// What is quadratic would take minutes.
describe('data that is out to harm', { timeout: 60_000 }, () => {
  test('classes may be each other’s subclasses', async () => {
    const under = namedNode(iri('rdfs:subClassOf'))
    const data = [
      quad(node('C'), under, node('D')),
      quad(node('D'), under, node('C')),
      quad(node('D'), under, node('D')),
      quad(node('a'), TYPE, node('C')),
    ]
    expect(await resultsOf('sh:targetClass :D ; sh:class :C ; sh:nodeKind sh:Literal', data)).toHaveLength(1)
  })

  test('a path may be as long as it likes, and end in itself', async () => {
    const length = 100_000
    const chain = Array.from({ length }, (_, index) =>
      quad(node(index), node('p'), node((index + 1) % length)),
    )
    const shape = 'sh:targetNode <https://a.example/#0> ; sh:property [ sh:path [ sh:oneOrMorePath :p ] ;'
    expect(await resultsOf(`${shape} sh:minCount ${length} ; sh:maxCount ${length} ]`, chain)).toEqual([])
    expect(await resultsOf(`${shape} sh:hasValue :${length} ]`, chain)).toHaveLength(1)
  })

  test('a node may have a great many values', async () => {
    const values = Array.from({ length: 100_000 }, (_, index) =>
      quad(node('a'), node('p'), literal(`v${index}`, `x-a${index % 50_000}`)),
    )
    const results = await resultsOf(
      'sh:targetNode :a ; sh:property [ sh:path :p ; sh:uniqueLang true ; sh:equals :p ; sh:disjoint :q ; sh:hasValue 1 ]',
      values,
    )
    expect(results).toHaveLength(50_001)
  })

  test('a shape may list a great many values that the data does not have', async () => {
    const listed = Array.from({ length: 20_000 }, (_, index) => `:n${index}`).join(' ')
    const data = [quad(node('a'), node('p'), node('n19999')), quad(node('a'), node('p'), node('other'))]
    const results = await resultsOf(
      `sh:targetNode :a ; sh:property [ sh:path :p ; sh:in ( ${listed} ) ]`,
      data,
    )
    expect(results.map(({ value }) => value)).toEqual(['https://a.example/#other'])
  })
})

test('a check stops where it is told to on the way', { timeout: 60_000 }, async () => {
  const data = Array.from({ length: 200_000 }, (_, index) => quad(node(index), node('p'), node('x')))
  const gate = await createGraphGate(
    new Parser().parse(`${HEAD}:S sh:targetSubjectsOf :p ; sh:property [ sh:path :p ; sh:class :C ] .`),
  )
  const graph = await buildGraph(data)
  const controller = new AbortController()
  setImmediate(() => controller.abort(new Error('enough')))
  await expect(gate(graph, { signal: controller.signal })).rejects.toThrow('enough')
})
