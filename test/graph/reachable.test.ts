import { Parser } from 'n3'
import { expect, test } from 'vitest'
import { buildGraph } from '../../src/graph/buildGraph.ts'
import { reachableQuads } from '../../src/graph/reachable.ts'

test('what some subjects lead to is had, each quad once, in circles too, and nothing else', async () => {
  const graph = await buildGraph(
    new Parser({ blankNodePrefix: '' }).parse(`
      @prefix : <urn:x:> .
      :a :in :town ; :name "a" , "urn:x:c" ; :near _:node .
      _:node :of :b .
      :b :near :a ; :in :town .
      :town :within :region .
      :region :name "region" .
      :c :near :a ; :in :elsewhere .
      :elsewhere :name "elsewhere" .
    `),
  )
  const reached = [...reachableQuads(graph, ['urn:x:a', 'urn:x:unknown'])]
  expect(reached).toHaveLength(9)
  const subjects = reached.map(({ subject }) => subject.value.replace('urn:x:', ''))
  expect(new Set(subjects)).toEqual(new Set(['a', 'node', 'b', 'town', 'region']))
  expect([...reachableQuads(graph, [])]).toEqual([])
})
