import { readFileSync } from 'node:fs'
import type * as RDF from '@rdfjs/types'
import { Parser, Store } from 'n3'
import { isomorphic } from 'rdf-isomorphic'
import { beforeAll, describe, expect, test } from 'vitest'
import { actorToQuads } from '../../src/graph/actorToQuads.ts'
import { buildGraph } from '../../src/graph/buildGraph.ts'
import { createGraphGate, type GraphGate } from '../../src/validation/shacl.ts'
import { iri } from '../../src/vocabulary/namespaces.ts'
import { COMPLETE_ACTOR, MAPPING, PAGE, readFixture } from './completeActor.ts'
import { plant } from './plant.ts'
import { FAULTS } from './shapeFaults.ts'

const shapes = new Parser().parse(
  readFileSync(new URL('../../vocab/shapes.ttl', import.meta.url), 'utf8'),
) as RDF.Quad[]
const graph = new Store(shapes)
const data = [...readFixture('complete-actor'), ...readFixture('complete-actor-context')]
const SHAPE = 'https://w3id.org/annuaire-lod/def/shapes#'

let gate: GraphGate
beforeAll(async () => {
  gate = await createGraphGate(shapes)
})

const cases = Object.entries(FAULTS).flatMap(([shape, faults]) =>
  Object.entries(faults).map(([component, fault]) => ({ shape, component, fault })),
)

describe('the shapes of the vocabulary', () => {
  test('take a complete actor', async () => {
    expect((await gate(await buildGraph(data))).results).toEqual([])
  })

  test('take that actor as it is mapped from its record', async () => {
    const mapped = [...actorToQuads(COMPLETE_ACTOR, MAPPING)]
    expect(isomorphic(mapped, readFixture('complete-actor'))).toBe(true)
    expect(
      (await gate(await buildGraph([...mapped, ...readFixture('complete-actor-context')]))).conforms,
    ).toBe(true)
  })

  test.each(cases)('$shape catches a fault of its $component', async ({ shape, component, fault }) => {
    const path = graph.getObjects(SHAPE + shape, iri('sh:path'), null)[0]?.value
    const { results } = await gate(await buildGraph(plant(data, fault)))
    const caught = results.filter(result => result.path === path)
    expect(caught.map(({ code }) => code)).toContain(`shacl:${component}ConstraintComponent`)
    expect(caught.every(({ severity }) => severity === 'violation')).toBe(true)
    const messages = graph.getObjects(SHAPE + shape, iri('sh:message'), null).map(({ value }) => value)
    expect(messages).toEqual(expect.arrayContaining([caught[0]!.message.fr, caught[0]!.message.en]))
  })

  test('have a planted fault for each of their constraints', () => {
    const constraints = ['class', 'datatype', 'nodeKind', 'pattern', 'minCount', 'maxCount', 'uniqueLang']
    const stated = constraints.flatMap(name =>
      graph
        .getSubjects(iri(`sh:${name}`), null, null)
        .map(({ value }) => `${value.slice(SHAPE.length)} ${name.charAt(0).toUpperCase()}${name.slice(1)}`),
    )
    expect(new Set(cases.map(({ shape, component }) => `${shape} ${component}`))).toEqual(new Set(stated))
  })

  test('look at all parts of an actor', () => {
    const looked = new Set(graph.getObjects(null, iri('sh:targetClass'), null).map(({ value }) => value))
    const untargeted = readFixture('complete-actor')
      .filter(
        ({ subject, predicate }) => predicate.value === iri('rdf:type') && subject.value.startsWith(PAGE),
      )
      .filter(({ object }) => !looked.has(object.value))
      .map(({ object }) => object.value)
    // Pages are found by their topic, related organisations by their relation; the others are of a class besides.
    expect(new Set(untargeted)).toEqual(
      new Set([
        iri('foaf:Document'),
        iri('org:Organization'),
        iri('org:FormalOrganization'),
        iri('cv:PublicOrganisation'),
        iri('rov:RegisteredOrganization'),
        iri('geo:Feature'),
      ]),
    )
  })

  test('have no blank nodes, and names and messages in both languages', () => {
    expect(shapes.some(quad => [quad.subject, quad.object].some(term => term.termType === 'BlankNode'))).toBe(
      false,
    )
    for (const { subject } of shapes.filter(({ predicate }) => predicate.value === iri('sh:path'))) {
      for (const predicate of [iri('sh:name'), iri('sh:message')]) {
        const languages = graph
          .getObjects(subject.value, predicate, null)
          .map(term => 'language' in term && term.language)
        expect(languages.sort(), `${subject.value} ${predicate}`).toEqual(['en', 'fr'])
      }
    }
  })
})
