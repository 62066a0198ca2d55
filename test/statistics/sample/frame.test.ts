import { describe, expect, test } from 'vitest'
import { drawSample } from '../../../src/statistics/sample/drawSample.ts'
import { compileFrame, frameChecksum, readFrame } from '../../../src/statistics/sample/frame.ts'
import { PREFIXES } from '../../../src/vocabulary/namespaces.ts'
import { CONTEXT, readGraph, VOCABULARY } from '../directoryGraph.ts'

const TITLE = { fr: 'Base de sondage', en: 'Sampling frame' }
const A = 'https://directory.example/id/acteur/'
const GRAPH = readGraph(
  VOCABULARY,
  `
  actor:a a annuaire:Actor ; rov:orgType form:association ; org:purpose mission:veille , mission:conseil .
  actor:b a annuaire:Actor ; rov:orgType form:gip ; own:members "12" ; org:purpose mission:veille .
  actor:c a annuaire:Actor ; own:members "12" .
  actor:d a org:Organization ; rov:orgType form:gip .
  `,
)

describe('a frame', () => {
  test('is all actors, and nobody who is only mentioned', async () => {
    const { units } = await readFrame(await GRAPH, { title: TITLE }, CONTEXT)
    expect(units).toEqual([{ id: `${A}a` }, { id: `${A}b` }, { id: `${A}c` }])
  })

  test('has the strata of a dimension, and their labels', async () => {
    const { units, labels } = await readFrame(await GRAPH, { title: TITLE, stratifyBy: 'legalForm' }, CONTEXT)
    expect(units).toEqual([
      { id: `${A}a`, stratum: 'association' },
      { id: `${A}b`, stratum: 'gip' },
      { id: `${A}c` },
    ])
    expect(Object.fromEntries(labels)).toEqual({ association: 'Association', gip: 'GIP' })
  })

  test('has texts for strata too', async () => {
    const { units } = await readFrame(await GRAPH, { title: TITLE, stratifyBy: 'members' }, CONTEXT)
    expect(units.map(({ stratum }) => stratum)).toEqual([undefined, '12', '12'])
  })

  test('may be a population', async () => {
    const frame = { title: TITLE, population: { mission: ['veille'] }, stratifyBy: 'legalForm' }
    const { units, query } = await readFrame(await GRAPH, frame, CONTEXT)
    expect(units.map(({ id }) => id)).toEqual([`${A}a`, `${A}b`])
    expect(query).toBe(compileFrame(frame, CONTEXT))
    expect(query.startsWith('# Base de sondage\nPREFIX annuaire:')).toBe(true)
  })

  test('may be given by a query', async () => {
    const query = 'SELECT ?actor ("x" AS ?stratum) { ?actor own:members "12" }'
    const prefixes = { own: 'https://directory.example/def/onto#' }
    const { units } = await readFrame(await GRAPH, { query }, CONTEXT, { prefixes })
    expect(units).toEqual([
      { id: `${A}b`, stratum: 'x' },
      { id: `${A}c`, stratum: 'x' },
    ])
  })

  test('of a dimension with several values cannot be drawn of', async () => {
    const { units } = await readFrame(await GRAPH, { title: TITLE, stratifyBy: 'mission' }, CONTEXT)
    expect(() => drawSample(units, { size: 1, seed: 1 })).toThrow(
      `has the unit "${A}a" twice, in the strata "conseil" and "veille"; stratify by what has one value`,
    )
  })

  test('has a checksum that does not depend on its order', () => {
    const units = [{ id: 'urn:a' }, { id: 'urn:b', stratum: 'x' }]
    expect(frameChecksum(units)).toBe(frameChecksum(units.toReversed()))
    // printf 'urn:a\t\nurn:b\tx\n' | sha256sum
    expect(frameChecksum(units)).toBe('d1f51b66634faee52de078ee55621c60ce6e3ccb5c2752c866487eed23035850')
    expect(frameChecksum([{ id: 'urn:a' }])).not.toBe(frameChecksum(units))
  })

  test.each([
    ['SELECT ?x { ?x a annuaire:Actor }', 'gives nothing for ?actor'],
    ['SELECT ("a" AS ?actor) {}', 'gives "a" for ?actor; it should be the IRI of an actor'],
    ['ASK {}', 'should be a SELECT that binds ?actor'],
    ['SELECT ?actor { ?actor a owl:Thing }', 'nobody is in the frame of the sample'],
  ])('%s is told to be none', async (query, message) => {
    await expect(readFrame(await GRAPH, { query }, CONTEXT, { prefixes: PREFIXES })).rejects.toThrow(message)
  })

  test('a population that names what is not there is told', async () => {
    const frame = { title: TITLE, population: { legalForm: ['asso'] } }
    await expect(readFrame(await GRAPH, frame, CONTEXT)).rejects.toThrow('names the legalForm "asso"')
  })
})
