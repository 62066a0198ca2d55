import { readFileSync } from 'node:fs'
import type * as RDF from '@rdfjs/types'
import { DataFactory, Parser, Store } from 'n3'
import { expect, test } from 'vitest'
import { serialize } from '../../src/graph/serialize.ts'
import { catalogQuads } from '../../src/release/catalog.ts'
import { iri } from '../../src/vocabulary/namespaces.ts'
import { gather, read } from '../graph/gather.ts'
import { DIRECTORY, FILES } from '../release/directoryDescription.ts'
import { describeWith, shared } from './shared.ts'

const FOLDER = 'suites/dcat-ap/releases/3.0.1/html/shacl/'
const SHAPES = ['shapes.ttl', 'range.ttl'] as const
const SH = 'http://www.w3.org/ns/shacl#'
/** Focus nodes per class, of those that a catalogue has. */
const LOOKED_AT = {
  'shapes.ttl': [
    'Agent 1',
    'Catalog 1',
    'Checksum 6',
    'Dataset 2',
    'Distribution 6',
    'LicenseDocument 2',
    'Location 1',
  ],
  'range.ttl': ['Agent 1', 'Catalog 1', 'Dataset 2', 'Distribution 6', 'LicenseDocument 2'],
} as const
type TermName = Parameters<typeof iri>[0]

const shapesOf = (file: string) => new Store(new Parser().parse(readFileSync(shared(FOLDER + file), 'utf8')))

async function violations(quads: readonly RDF.Quad[], shapes: Store): Promise<string[]> {
  const { default: Validator } = await import('rdf-validate-shacl')
  const report = await new Validator(shapes as never).validate(new Store([...quads]) as never)
  return report.results.map(({ focusNode, path, message }) =>
    [focusNode?.value, (path as { value?: string } | null)?.value, message.map(({ value }) => value)].join(
      ' ',
    ),
  )
}

/** The number of nodes that each shape looks at, by the class it targets. */
function focusNodes(graph: Store, shapes: Store): Record<string, number> {
  const targets = shapes.getObjects(null, `${SH}targetClass`, null)
  return Object.fromEntries(
    targets.map(({ value }) => [value, graph.getSubjects(iri('rdf:type'), value, null).length]),
  )
}

describeWith(FOLDER, 'DCAT-AP 3.0.1', () => {
  const quads = catalogQuads(DIRECTORY, FILES)

  test.each(SHAPES)('the catalogue conforms to %s', async file => {
    expect(await violations(quads, shapesOf(file))).toEqual([])
  })

  test.each(SHAPES)('the shapes of %s have something to look at', file => {
    const focus = focusNodes(new Store(quads), shapesOf(file))
    for (const name of ['dcat:Catalog', 'dcat:Dataset', 'dcat:Distribution', 'foaf:Agent'] as const) {
      expect(focus[iri(name)], name).toBeGreaterThan(0)
    }
    const seen = Object.entries(focus).filter(([, count]) => count > 0)
    expect(seen.map(([type, count]) => `${type.split(/[#/]/).at(-1)} ${count}`).sort()).toEqual(
      LOOKED_AT[file],
    )
  })

  /** A fault per class: the statements with this property of nodes of this class go, or their objects change. */
  test.each<[(typeof SHAPES)[number], TermName, TermName, string | undefined]>([
    ['shapes.ttl', 'dcat:Catalog', 'dcterms:title', undefined],
    ['shapes.ttl', 'dcat:Catalog', 'dcterms:publisher', undefined],
    ['shapes.ttl', 'dcat:Dataset', 'dcterms:description', undefined],
    ['shapes.ttl', 'dcat:Distribution', 'dcat:accessURL', undefined],
    ['shapes.ttl', 'dcat:Distribution', 'dcat:byteSize', 'many'],
    ['shapes.ttl', 'foaf:Agent', 'foaf:name', undefined],
    ['shapes.ttl', 'spdx:Checksum', 'spdx:algorithm', undefined],
    ['shapes.ttl', 'spdx:Checksum', 'spdx:checksumValue', 'xyz'],
    ['range.ttl', 'dcterms:LicenseDocument', 'rdf:type', undefined],
    ['range.ttl', 'dcterms:LinguisticSystem', 'rdf:type', undefined],
    ['range.ttl', 'dcterms:MediaType', 'rdf:type', undefined],
    ['range.ttl', 'dcterms:MediaTypeOrExtent', 'rdf:type', undefined],
    ['range.ttl', 'dcterms:Location', 'rdf:type', undefined],
    ['range.ttl', 'dcterms:RightsStatement', 'rdf:type', undefined],
    ['range.ttl', 'foaf:Document', 'rdf:type', undefined],
    ['range.ttl', 'spdx:Checksum', 'rdf:type', undefined],
  ])('%s: a %s with a wrong %s is found', async (file, type, property, value) => {
    const graph = new Store(quads)
    const nodes = new Set(graph.getSubjects(iri('rdf:type'), iri(type), null).map(({ value }) => value))
    const isFaulty = ({ subject, predicate }: RDF.Quad) =>
      nodes.has(subject.value) && predicate.value === iri(property)
    expect(quads.some(isFaulty)).toBe(true)
    const faulty = quads.flatMap(quad => {
      if (!isFaulty(quad)) return [quad]
      return value === undefined
        ? []
        : [
            DataFactory.quad(
              quad.subject as never,
              quad.predicate as never,
              DataFactory.literal(value),
            ) as RDF.Quad,
          ]
    })
    expect(await violations(faulty, shapesOf(file))).not.toEqual([])
  })

  test('it is the same when it is written and read', async () => {
    const document = (await gather(serialize(quads, 'text/turtle'))).join('')
    expect(new Store(await read(document, 'text/turtle')).size).toBe(quads.length)
  })
})
