import { readFileSync } from 'node:fs'
import type * as RDF from '@rdfjs/types'
import { Parser } from 'n3'
import { beforeAll, expect, test } from 'vitest'
import { iri } from '../../src/vocabulary/namespaces.ts'
import { CONFIGURATION, directoryOf } from '../directory/writeDirectory.ts'
import { readFixture } from '../validation/completeActor.ts'
import { plant } from '../validation/plant.ts'
import { reportShapes, type ShapeReport } from './shapeReport.ts'
import { describeWith, shared } from './shared.ts'

const FILE = 'data/rdf-cpov-popolo/cpov/cpov-SHACL.ttl'
const CPOV = 'https://semiceu.github.io/CPOV/releases/2.1.2#'

describeWith(FILE, 'a complete actor under the shapes of CPOV 2.1.2', () => {
  const data = [...readFixture('complete-actor'), ...readFixture('complete-actor-context')]
  let shapes: RDF.Quad[]
  let report: ShapeReport
  beforeAll(async () => {
    shapes = new Parser().parse(readFileSync(shared(FILE), 'utf8')) as RDF.Quad[]
    report = await reportShapes(shapes, data)
  })

  test('conforms', () => {
    expect(report.violations).toEqual([])
  })

  test('conforms as a service of the State, too', async () => {
    const unit =
      '<#it> a org:OrganizationalUnit ; org:unitOf <https://annuaire.example.org/autre/region#it> .'
    const parent = '<https://annuaire.example.org/autre/region#it> a cv:PublicOrganisation .'
    const { violations, focusNodes } = await reportShapes(shapes, plant(data, { add: unit + parent }))
    expect(focusNodes.get(`${CPOV}OrganizationalUnitShape`)).toBe(1)
    expect(violations).toEqual([])
  })

  test.each([
    ['PublicOrganisationShape', 2],
    ['OrganizationShape', 5],
    ['AddressShape', 2],
    ['AdminUnitShape', 4],
    ['ContactPointShape', 2],
    ['IdentifierShape', 5],
    ['LocationShape', 4],
    ['DocumentShape', 3],
    ['TemporalEntityShape', 2],
    ['CodeShape', 6],
  ])('%s looks at %i nodes', (shape, count) => {
    expect(report.focusNodes.get(CPOV + shape)).toBe(count)
  })

  test.each([
    ['PublicOrganisationShape', { add: '<#it> skos:prefLabel "Deux noms"@fr .' }, 'UniqueLang'],
    ['PublicOrganisationShape', { drop: '<#contact> a cv:ContactPoint .' }, 'Class'],
    [
      'OrganizationShape',
      { drop: '<https://annuaire.example.org/autre/region#it> a org:Organization .' },
      'Class',
    ],
    ['AddressShape', { add: '<#address> locn:fullAddress "sans langue" .' }, 'Datatype'],
    ['AdminUnitShape', { add: 'id:region-94 rdfs:label "sans langue" .' }, 'Datatype'],
    ['ContactPointShape', { add: '<#contact> cv:email <mailto:a@b.example> .' }, 'NodeKind'],
    ['ContactPointShape', { drop: '<#opening-hours> a time:TemporalEntity .' }, 'Class'],
    ['TemporalEntityShape', { add: '<#opening-hours> dcterms:description "sans langue" .' }, 'Datatype'],
    ['IdentifierShape', { add: '<#siren> skos:notation <urn:siren:732829320> .' }, 'NodeKind'],
    [
      'OrganizationalUnitShape',
      { add: '<#it> a org:OrganizationalUnit ; org:unitOf <https://a.example/#x> .' },
      'Class',
    ],
  ])('%s catches a planted fault: %j', async (_shape, fault, component) => {
    const { violations } = await reportShapes(shapes, plant(data, fault))
    expect(violations.map(({ code }) => code)).toContain(`shacl:${component}ConstraintComponent`)
  })

  test('the one exception: what a public actor is a member of need not be a public organisation', async () => {
    const network = 'https://reseau.example/#it'
    const { directory } = await directoryOf([`m1;Mairie;Commune;;${network};;;;;;;`], MEMBERS)
    const { violations } = await reportShapes(shapes, await directory.graph())
    expect(violations.map(({ code, path, value }) => ({ code, path, value }))).toEqual([
      { code: 'shacl:ClassConstraintComponent', path: iri('org:memberOf'), value: network },
    ])
  })
})

/** A directory whose column of web sites is one of memberships. */
const MEMBERS = CONFIGURATION.replace('Site: homepage', 'Site: memberOf')
