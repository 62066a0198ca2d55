import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type * as RDF from '@rdfjs/types'
import { DataFactory, Parser, Store } from 'n3'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Effects, nodeEffects, type Release } from '../../src/index.ts'
import { iri } from '../../src/vocabulary/namespaces.ts'
import { publishExample } from '../examples/release.ts'
import { reportShapes, type ShapeReport } from './shapeReport.ts'
import { describeWith, shared } from './shared.ts'

const CPOV = 'data/rdf-cpov-popolo/cpov/cpov-SHACL.ttl'
const DCAT = 'suites/dcat-ap/releases/3.0.1/html/shacl/'
const SHAPES = { CPOV, 'DCAT-AP': `${DCAT}shapes.ttl`, 'DCAT-AP ranges': `${DCAT}range.ttl` } as const
type Standard = keyof typeof SHAPES
const STANDARDS = Object.keys(SHAPES) as Standard[]
const EXAMPLES = ['oten-2010', 'intercommunalites'] as const

/** A validator that reads shapes is slow: of the larger example, the first records stand for all 1,255. */
const RECORDS = 150

describeWith(CPOV, 'published actors, vocabulary and catalogue, under the shapes of others', () => {
  const shapes = {} as Record<Standard, RDF.Quad[]>
  const data = {} as Record<(typeof EXAMPLES)[number], RDF.Quad[]>
  const reports = new Map<string, ShapeReport>()
  beforeAll(async () => {
    for (const standard of STANDARDS) shapes[standard] = parse(shared(SHAPES[standard]))
    for (const example of EXAMPLES) {
      data[example] = readRelease(await publishExample(example, { effects: SHORTENED }))
      for (const standard of STANDARDS)
        reports.set(`${example} ${standard}`, await reportShapes(shapes[standard], data[example]))
    }
  })

  describe.each(EXAMPLES)('%s', example => {
    test.each(STANDARDS)('conforms to %s', standard => {
      expect(reports.get(`${example} ${standard}`)?.violations).toEqual([])
    })
  })

  test('the shapes have something to look at', () => {
    const table = Object.fromEntries(
      STANDARDS.map(standard => [
        standard,
        Object.fromEntries(
          EXAMPLES.map(example => [example, lookedAt(reports.get(`${example} ${standard}`)!)]),
        ),
      ]),
    )
    expect(table).toEqual(FOCUS_NODES)
  })

  /** All faults of a standard are planted into one copy, each at a node of its own kind. */
  test.each(STANDARDS)('each shape of %s catches a planted fault', async standard => {
    const all = new Store(EXAMPLES.flatMap(example => data[example]))
    const planted = FAULTS[standard].map(([shape, property, value, component]) => {
      const target = shapes[standard].find(
        quad => localName(quad.subject.value) === shape && quad.predicate.value === iri('sh:targetClass'),
      )
      const [node] = all.getSubjects(iri('rdf:type'), target?.object ?? null, null)
      if (!target || !node) throw new Error(`there is no node for ${shape}`)
      const path = iri(property)
      const object = value === 'an IRI' ? UNTYPED : DataFactory.literal(value)
      all.addQuad(DataFactory.quad(node as never, DataFactory.namedNode(path), object))
      return { focusNode: node.value, path, code: `shacl:${component}ConstraintComponent` }
    })
    const report = await reportShapes(shapes[standard], all as Iterable<RDF.Quad>)
    const found = report.violations.map(({ focusNode, path, code }) => ({ focusNode, path, code }))
    for (const fault of planted) expect(found).toContainEqual(fault)
    const looking = [...report.focusNodes].flatMap(([shape, count]) => (count > 0 ? [localName(shape)] : []))
    expect([...FAULTS[standard].map(([shape]) => shape), ...MUTE[standard]].sort()).toEqual(looking.sort())
  })
})

const UNTYPED = DataFactory.namedNode('https://untyped.example/')

/** Shape → a property, a value that it must not have, and the component that says so. */
const FAULTS: Readonly<
  Record<
    Standard,
    readonly (readonly [
      shape: string,
      property: Parameters<typeof iri>[0],
      value: string,
      component: string,
    ])[]
  >
> = {
  CPOV: [
    ['PublicOrganisationShape', 'dcterms:spatial', 'an IRI', 'Class'],
    ['OrganizationShape', 'org:subOrganizationOf', 'an IRI', 'Class'],
    ['OrganizationalUnitShape', 'org:unitOf', 'an IRI', 'Class'],
    ['AddressShape', 'locn:fullAddress', 'sans langue', 'Datatype'],
    ['AdminUnitShape', 'rdfs:label', 'sans langue', 'Datatype'],
    ['ContactPointShape', 'cv:email', 'an IRI', 'NodeKind'],
    ['IdentifierShape', 'skos:notation', 'an IRI', 'NodeKind'],
  ],
  'DCAT-AP': [
    ['Agent_Shape', 'foaf:name', 'an IRI', 'NodeKind'],
    ['Catalog_Shape', 'dcterms:title', 'an IRI', 'NodeKind'],
    ['CategoryScheme_Shape', 'dcterms:title', 'an IRI', 'NodeKind'],
    ['Category_Shape', 'skos:prefLabel', 'an IRI', 'NodeKind'],
    ['Checksum_Shape', 'spdx:checksumValue', 'xyz', 'Datatype'],
    ['Dataset_Shape', 'dcterms:modified', 'hier', 'MaxCount'],
    ['Distribution_Shape', 'dcat:byteSize', 'many', 'Datatype'],
    ['Identifier_Shape', 'skos:notation', '2', 'MaxCount'],
    ['Location_Shape', 'dcat:bbox', 'an IRI', 'NodeKind'],
  ],
  'DCAT-AP ranges': [
    ['Agent_Shape', 'dcterms:type', 'an IRI', 'Class'],
    ['Catalog_Shape', 'dcterms:spatial', 'an IRI', 'Class'],
    ['Dataset_Shape', 'dcat:distribution', 'an IRI', 'Class'],
    ['Distribution_Shape', 'dcterms:license', 'an IRI', 'Class'],
    ['LicenceDocument_Shape', 'dcterms:type', 'an IRI', 'Class'],
  ],
}

/** Shapes that look at nodes and constrain nothing: no fault can be planted for them. */
const MUTE: Readonly<Record<Standard, readonly string[]>> = {
  CPOV: ['CodeShape', 'DocumentShape', 'LocationShape'],
  'DCAT-AP': ['LicenceDocument_Shape'],
  'DCAT-AP ranges': [],
}

/** Number of nodes that each shape looks at, of those that look at any. */
const FOCUS_NODES: Readonly<
  Record<Standard, Readonly<Record<(typeof EXAMPLES)[number], Record<string, number>>>>
> = {
  CPOV: {
    'oten-2010': {
      AddressShape: 400,
      AdminUnitShape: 533,
      CodeShape: 253,
      PublicOrganisationShape: 119,
      ContactPointShape: 400,
      DocumentShape: 803,
      LocationShape: 533,
      OrganizationShape: 405,
      OrganizationalUnitShape: 14,
    },
    intercommunalites: {
      AdminUnitShape: 4050,
      CodeShape: 234,
      PublicOrganisationShape: 150,
      DocumentShape: 153,
      IdentifierShape: 150,
      LocationShape: 4050,
      OrganizationShape: 150,
    },
  },
  'DCAT-AP': {
    'oten-2010': {
      Agent_Shape: 1,
      Catalog_Shape: 1,
      CategoryScheme_Shape: 22,
      Category_Shape: 253,
      Checksum_Shape: 113,
      Dataset_Shape: 25,
      Distribution_Shape: 77,
      LicenceDocument_Shape: 2,
      Location_Shape: 533,
    },
    intercommunalites: {
      Agent_Shape: 1,
      Catalog_Shape: 1,
      CategoryScheme_Shape: 10,
      Category_Shape: 234,
      Checksum_Shape: 37,
      Dataset_Shape: 7,
      Distribution_Shape: 23,
      Identifier_Shape: 150,
      LicenceDocument_Shape: 2,
      Location_Shape: 4050,
    },
  },
  'DCAT-AP ranges': {
    'oten-2010': {
      Agent_Shape: 1,
      LicenceDocument_Shape: 2,
      Catalog_Shape: 1,
      Dataset_Shape: 25,
      Distribution_Shape: 77,
    },
    intercommunalites: {
      Agent_Shape: 1,
      LicenceDocument_Shape: 2,
      Catalog_Shape: 1,
      Dataset_Shape: 7,
      Distribution_Shape: 23,
    },
  },
}

function parse(path: string | URL): RDF.Quad[] {
  return new Parser().parse(readFileSync(path, 'utf8')) as RDF.Quad[]
}

/** The disk, with less of the file of the intercommunalités. */
const SHORTENED: Effects = {
  ...nodeEffects,
  async *readChunks(path) {
    if (!path.endsWith('/epci.json')) return yield* nodeEffects.readChunks(path)
    const records: unknown[] = JSON.parse(readFileSync(path, 'utf8'))
    yield Buffer.from(JSON.stringify(records.slice(0, RECORDS)))
  },
}

/** Actors, vocabulary and catalogue of a release. */
function readRelease({ path }: Release): RDF.Quad[] {
  return ['dumps/actors.nt', 'dumps/vocabulary.ttl', 'catalog.ttl'].flatMap(file => parse(join(path, file)))
}

function lookedAt({ focusNodes }: ShapeReport): Record<string, number> {
  return Object.fromEntries(
    [...focusNodes].filter(([, count]) => count > 0).map(([shape, count]) => [localName(shape), count]),
  )
}

function localName(iri: string): string {
  return iri.replace(/.*[#/]/, '')
}
