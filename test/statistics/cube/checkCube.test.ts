import type * as RDF from '@rdfjs/types'
import { DataFactory, Parser, Store, Writer } from 'n3'
import oxigraph from 'oxigraph'
import { describe, expect, test } from 'vitest'
import { StatisticsError } from '../../../src/errors.ts'
import { buildGraph } from '../../../src/graph/buildGraph.ts'
import { query } from '../../../src/query/query.ts'
import { checkCube } from '../../../src/statistics/cube/checkCube.ts'
import { iri } from '../../../src/vocabulary/namespaces.ts'
import { fc } from '../../fastCheck.ts'
import { typographyFaults } from '../../frenchTypography.ts'
import { askConstraints, NORMALISATION } from './constraints.ts'
import { FAULTS, MEASURES, PREFIXES, SOUND } from './cubes.ts'

function read(turtle: string): RDF.Quad[] {
  return new Parser().parse(PREFIXES + turtle) as RDF.Quad[]
}

/** Constraints that the checker finds broken. */
function found(turtle: string): number[] {
  const codes = checkCube(read(turtle)).results.map(({ code }) => Number(code.replace('qb:IC-', '')))
  return [...new Set(codes)]
}

/**
 * Constraints that the recommendation’s queries find broken, once its updates have normalised the cube; two engines
 * have to agree on them.
 */
async function asked(turtle: string): Promise<readonly number[]> {
  const store = normalised(PREFIXES + turtle)
  const graph = await buildGraph(
    new Parser().parse(store.dump({ format: 'application/n-quads' })) as RDF.Quad[],
  )
  const here = await askConstraints(
    async text => {
      const answer = await query({ graph }, text)
      return answer.type === 'boolean' && answer.value
    },
    async text => {
      const answer = await query({ graph }, text)
      return answer.type === 'bindings' ? Array.fromAsync(answer.bindings, ({ p }) => p!.value) : []
    },
  )
  expect(here).toEqual(await askOxigraph(store))
  return here
}

function normalised(turtle: string): oxigraph.Store {
  const store = new oxigraph.Store()
  store.load(turtle, { format: 'text/turtle' })
  store.update(NORMALISATION)
  return store
}

function askOxigraph(store: oxigraph.Store): Promise<readonly number[]> {
  return askConstraints(
    async text => store.query(text) as boolean,
    async text => (store.query(text) as Map<string, RDF.Term>[]).map(row => row.get('p')!.value),
  )
}

describe('the checker finds what the queries of the recommendation find', () => {
  test.each(Object.entries(SOUND))('a sound cube: %s', async (_, turtle) => {
    expect(found(turtle)).toEqual([])
    expect(await asked(turtle)).toEqual([])
  })

  test.each(FAULTS)('IC-$constraint: $title', async ({ constraint, turtle, also = [] }) => {
    const expected = [constraint, ...also].sort((a, b) => a - b)
    expect(await asked(turtle)).toEqual(expected)
    expect(found(turtle)).toEqual(expected)
  })

  test('each constraint is broken by some cube', () => {
    const constraints = new Set(FAULTS.map(({ constraint }) => constraint))
    expect([...constraints].sort((a, b) => a - b)).toEqual(
      Array.from({ length: 21 }, (_, index) => index + 1),
    )
  })
})

test('so it does where any statements are missing, or belong to others', { timeout: 120_000 }, async () => {
  const cubes = Object.values(SOUND).map(read)
  const change = fc.record({ at: fc.nat(), to: fc.option(fc.nat(), { nil: undefined }) })
  let broken = 0
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...cubes),
      fc.array(change, { minLength: 1, maxLength: 3 }),
      async (cube, changes) => {
        const quads = [...cube]
        for (const { at, to } of changes) {
          const [taken] = quads.splice(at % quads.length, 1)
          if (!taken || to === undefined || quads.length === 0) continue
          quads.push(
            DataFactory.quad(
              quads[to % quads.length]!.subject as never,
              taken.predicate as never,
              taken.object as never,
            ) as RDF.Quad,
          )
        }
        const text = new Writer({ format: 'N-Quads' }).quadsToString(quads as never)
        // Ranges are no constraint that there is a query for.
        const codes = new Set(
          checkCube(quads).results.flatMap(({ code }) =>
            code === 'rdfs:range' ? [] : [Number(code.slice('qb:IC-'.length))],
          ),
        )
        const expected = await askOxigraph(normalised(text))
        // IC-12 and IC-17 are about points of the cube: observations have one where they have all dimensions once (and
        // one data set with one structure); what has not is told by other constraints, or by none.
        const isOfPoints = (constraint: number) => constraint === 12 || constraint === 17
        const dimensions = new Set(
          quads
            .filter(({ predicate }) => predicate.value === iri('qb:dimension'))
            .map(({ object }) => object.value),
        )
        const seen = quads.flatMap(({ subject, predicate }) =>
          dimensions.has(predicate.value) ? [`${subject.value} ${predicate.value}`] : [],
        )
        const arePoints =
          ![1, 2, 11].some(one => expected.includes(one)) && new Set(seen).size === seen.length
        const compared = (constraints: Iterable<number>) =>
          [...constraints].filter(one => arePoints || !isOfPoints(one)).sort((a, b) => a - b)
        expect(compared(codes)).toEqual(compared(expected))
        if (expected.length > 0) broken++
      },
    ),
    { numRuns: 300, seed: 2014 },
  )
  expect(broken).toBeGreaterThan(150)
})

describe('a finding', () => {
  test.each(FAULTS)(
    'IC-$constraint, $title: names the node, in both languages',
    ({ turtle, node, constraint }) => {
      const { conforms, results } = checkCube(read(turtle))
      expect(conforms).toBe(false)
      const own = results.filter(({ code }) => code === `qb:IC-${constraint}`)
      expect(own.map(({ focusNode }) => focusNode)).toContain(node.startsWith('_:') ? node : `urn:${node}`)
      for (const { message, severity } of results) {
        expect(severity).toBe('violation')
        expect(message.en).toMatch(/^[A-Z].*\.$/)
        expect(message.fr).toMatch(/^[A-ZÉ].*\.$/)
        expect(typographyFaults(message.fr)).toEqual([])
      }
    },
  )

  test('of a duplicate says of what', () => {
    const { results } = checkCube(read(FAULTS.find(({ constraint }) => constraint === 12)!.turtle))
    expect(results).toEqual([
      {
        severity: 'violation',
        code: 'qb:IC-12',
        focusNode: 'urn:again',
        value: 'urn:o4',
        message: {
          fr: 'Cette observation a, pour toutes les dimensions, les valeurs de <urn:o4>. Retirez l’une des deux, ou corrigez-en les valeurs.',
          en: 'This observation has the values of <urn:o4> for all dimensions. Remove one of the two, or correct its values.',
        },
      },
    ])
  })

  test('of every duplicate there is one', () => {
    const copies = Array.from(
      { length: 50 },
      (_, index) => `e:copy${index} qb:dataSet e:cube ; e:form e:a ; e:year "2010" ; e:n 1 .`,
    )
    const { results } = checkCube(read(`${SOUND.plain}${copies.join('\n')}`))
    expect(results.map(({ code, value }) => `${code} ${value}`)).toEqual(Array(50).fill('qb:IC-12 urn:o1'))
  })
})

describe('values are compared as SPARQL compares them', () => {
  const twice = (first: string, second: string) =>
    found(`${SOUND.plain.replace('rdfs:range xsd:string', 'rdfs:range e:Year')}
      e:x qb:dataSet e:cube ; e:form e:a ; e:year ${first} ; e:n 1 .
      e:y qb:dataSet e:cube ; e:form e:a ; e:year ${second} ; e:n 1 .`)

  test.each([
    ['2012', '"02012"^^xsd:integer'],
    ['2012', '2012.0'],
    ['"2012"^^xsd:int', '+2012'],
    ['-0.0', '0'],
    ['"a"@fr', '"a"@FR'],
    ['2.012e3', '"2012"^^xsd:double'],
  ])('%s is %s', (first, second) => {
    expect(twice(first, second)).toEqual([12])
  })

  test.each([
    ['2012', '"2012"'],
    ['2012', '2012.5'],
    ['2012', '-2012'],
    ['120', '12'],
    ['"a"@fr', '"a"@en'],
    ['9007199254740993', '9007199254740992'],
  ])('%s is not %s', (first, second) => {
    expect(twice(first, second)).toEqual([])
  })
})

test('observations that lack different dimensions are no duplicates, but are told to lack them', () => {
  const turtle = `${SOUND.plain}
    e:x qb:dataSet e:cube ; e:form e:a ; e:n 1 .
    e:y qb:dataSet e:cube ; e:year "2012" ; e:n 1 .`
  expect(found(turtle)).toEqual([11])
})

test('an observation that lacks much is asked for no more than is shown', () => {
  const dimensions = Array.from({ length: 40 }, (_, index) => `e:dimension${index}`)
  const { results } = checkCube(
    read(`e:cube a qb:DataSet ; qb:structure e:dsd .
      e:dsd a qb:DataStructureDefinition ; qb:component [ qb:measure e:n ] ${dimensions
        .map(dimension => `, [ qb:dimension ${dimension} ]`)
        .join('')} .
      ${dimensions.map(dimension => `${dimension} rdfs:range xsd:string .`).join('\n')}
      e:o qb:dataSet e:cube ; e:n 1 .`),
  )
  expect(results).toHaveLength(1)
  expect(results[0]!.message.en).toContain('<urn:dimension4>… Give it one.'.replace('… ', '…. '))
})

test('a graph, a store and quads that can be read once are all cubes', async () => {
  const quads = read(FAULTS[0]!.turtle)
  const expected = checkCube(quads)
  expect(expected.conforms).toBe(false)
  expect(checkCube(quads.values())).toEqual(expected)
  expect(checkCube(new Store(quads as never) as RDF.DatasetCore).results).toHaveLength(
    expected.results.length,
  )
  expect(checkCube(await buildGraph(quads)).results).toHaveLength(expected.results.length)
})

test('no quads are no cube, and nothing is wrong with them', () => {
  expect(checkCube([])).toEqual({ conforms: true, results: [] })
})

describe('hostile cubes', () => {
  test('what multiplies beyond measure is refused', () => {
    const many = (name: string, count: number) =>
      Array.from({ length: count }, (_, index) => `e:${name}${index}`)
    const turtle = `e:cube qb:structure e:dsd ; ${many('a', 6000)
      .map(attribute => `${attribute} 1`)
      .join(' ; ')} .
      e:dsd qb:component e:all . e:all qb:componentAttachment qb:DataSet ; qb:attribute ${many('a', 6000).join(', ')} .
      ${many('o', 6000)
        .map(observation => `${observation} qb:dataSet e:cube .`)
        .join('\n')}`
    expect(() => checkCube(read(turtle))).toThrow(StatisticsError)
  })

  test('loops end', () => {
    const turtle = `${SOUND.hierarchy} e:c e:child e:a . e:cube qb:dataSet e:cube ; qb:slice e:cube ; qb:observation e:cube .
      e:list a skos:Collection ; skos:member e:list .`
    expect(found(turtle)).toContain(19)
  })

  test('names that every object has are names', () => {
    const turtle = `${SOUND.plain} <constructor> a <__proto__> ; <toString> qb:DataSet . <__proto__> a qb:DataSet .`
    expect(checkCube(read(turtle)).results.map(({ focusNode, code }) => [focusNode, code])).toEqual([
      ['__proto__', 'qb:IC-2'],
    ])
  })
})

test('a cube of measures by a dimension is one of a point per measure', () => {
  expect(found(MEASURES)).toEqual([])
  expect(iri('qb:measureType')).toBe('http://purl.org/linked-data/cube#measureType')
})
