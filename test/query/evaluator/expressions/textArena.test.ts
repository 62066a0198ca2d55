import { DataFactory } from 'n3'
import { expect, test } from 'vitest'
import { TERM_KIND } from '../../../../src/graph/columns/columnar.ts'
import { HEADER, PLAIN, textArenaOf } from '../../../../src/query/evaluator/expressions/textArena.ts'
import { termsWith } from '../expressionCase.ts'

const { literal, namedNode } = DataFactory

test('texts of all lengths lie side by side, however the arena grows', async () => {
  const written = ['', 'a', 'é'.repeat(150), 'b'.repeat(70_000), 'c'.repeat(200_000), 'long ſ'].map(text =>
    literal(text, 'fr'),
  )
  const { graph } = await termsWith([...written, namedNode('urn:x:iri')])
  const arena = textArenaOf(graph)
  const ids = [...written, namedNode('urn:x:iri')].map(term => graph.idOf(term))
  const places = ids.map(id => arena.add(id))
  expect(textArenaOf(graph)).toBe(arena)
  expect(ids.map(id => arena.places[id])).toEqual(places)
  const read = places.map(place => {
    const [header, first, second, third] = arena.bytes.subarray(place, place + HEADER)
    const start = place + HEADER
    const end = start + first! + (second! << 8) + (third! << 16)
    return { kind: header! & ~PLAIN, text: new TextDecoder().decode(arena.bytes.subarray(start, end)) }
  })
  expect(read).toEqual([
    ...written.map(({ value }) => ({ kind: TERM_KIND.languageString, text: value })),
    { kind: TERM_KIND.iri, text: 'urn:x:iri' },
  ])
  const isPlain = places.map(place => (arena.bytes[place]! & PLAIN) !== 0)
  expect(isPlain).toEqual([true, true, true, true, true, false, true])
})
