import type * as RDF from '@rdfjs/types'
import { Writer } from 'n3'
import { expect, test } from 'vitest'
import packageJson from '../../../package.json' with { type: 'json' }
import { StatisticsError } from '../../../src/errors.ts'
import { checkCube } from '../../../src/statistics/cube/checkCube.ts'
import { toCube } from '../../../src/statistics/cube/toCube.ts'
import { releaseProvenance } from '../../../src/statistics/provenance/releaseProvenance.ts'
import { tableProvenance } from '../../../src/statistics/provenance/tableProvenance.ts'
import { PREFIXES } from '../../../src/vocabulary/namespaces.ts'
import { COUNTS } from '../exchange/survey.ts'

const PLACE = { base: 'https://annuaire.example.org', date: '2026-11-01' }

function turtle(quads: Iterable<RDF.Quad>): string {
  const writer = new Writer({ prefixes: PREFIXES })
  for (const quad of quads) writer.addQuad(quad as never)
  let text = ''
  writer.end((_, result) => {
    text = result
  })
  return text.replace(/^@prefix.*\n/gm, '').trim()
}

test('a table says which software computed it, with which queries', () => {
  const table = { ...COUNTS, distributionQuery: 'SELECT …', otherQuery: 'SELECT …' }
  expect(turtle(tableProvenance(table, { ...PLACE, version: '1.2.3' }))).toBe(
    `<https://annuaire.example.org/id/statistique/2026-11-01/forms#it> a prov:Entity.
<https://annuaire.example.org/id/statistique/2026-11-01/forms#computation> prov:wasAssociatedWith <https://w3id.org/annuaire-lod/software/annuaire-lod-1.2.3>;
    prov:qualifiedAssociation <https://annuaire.example.org/id/statistique/2026-11-01/forms#association>;
    prov:used <https://annuaire.example.org/releases/2026-11-01/statistics/forms.distribution.rq>, <https://annuaire.example.org/releases/2026-11-01/statistics/forms.other.rq>.
<https://annuaire.example.org/id/statistique/2026-11-01/forms#association> a prov:Association;
    prov:agent <https://w3id.org/annuaire-lod/software/annuaire-lod-1.2.3>;
    prov:hadPlan <https://annuaire.example.org/releases/2026-11-01/statistics/forms.rq>.
<https://annuaire.example.org/releases/2026-11-01/statistics/forms.rq> a prov:Plan, prov:Entity.
<https://annuaire.example.org/releases/2026-11-01/statistics/forms.distribution.rq> a prov:Entity.
<https://annuaire.example.org/releases/2026-11-01/statistics/forms.other.rq> a prov:Entity.
<https://w3id.org/annuaire-lod/software/annuaire-lod-1.2.3> a prov:SoftwareAgent;
    foaf:name "annuaire-lod";
    schema:softwareVersion "1.2.3".`,
  )
})

test('a cube with its provenance is a cube, and says nothing twice', () => {
  const [cube, provenance] = [[...toCube(COUNTS, PLACE)], [...tableProvenance(COUNTS, PLACE)]]
  expect(checkCube([...cube, ...provenance])).toEqual({ conforms: true, results: [] })
  expect(provenance.filter(quad => cube.some(other => other.equals(quad)))).toEqual([])
})

test('the version is that of the package', () => {
  const agents = [...tableProvenance(COUNTS, PLACE)].filter(({ predicate }) =>
    /softwareVersion$/.test(predicate.value),
  )
  expect(agents.map(({ object }) => object.value)).toEqual([packageJson.version])
})

test('a release says what it was made of, and what came of it', () => {
  const quads = [
    ...releaseProvenance({
      ...PLACE,
      version: '1.2.3',
      inputs: [
        {
          id: 'source-actors',
          name: 'actors "2026".csv',
          byteSize: 12,
          sha256: 'ab01',
          source: 'https://annuaire.example.org/id/source/actors',
        },
        { id: 'source-more', name: 'stdin' },
      ],
      dumps: ['https://annuaire.example.org/releases/2026-11-01/dumps/actors.ttl'],
      queries: [
        {
          iri: 'https://annuaire.example.org/releases/2026-11-01/statistics/forms.rq',
          byteSize: 3,
          sha256: 'cd02',
        },
      ],
    }),
  ]
  expect(turtle(quads)).toBe(
    `<https://annuaire.example.org/id/publication/2026-11-01#it> a prov:Activity;
    dcterms:date "2026-11-01"^^xsd:date;
    prov:wasAssociatedWith <https://w3id.org/annuaire-lod/software/annuaire-lod-1.2.3>;
    prov:used <https://annuaire.example.org/id/publication/2026-11-01#input-source-actors>, <https://annuaire.example.org/id/publication/2026-11-01#input-source-more>.
<https://w3id.org/annuaire-lod/software/annuaire-lod-1.2.3> a prov:SoftwareAgent;
    foaf:name "annuaire-lod";
    schema:softwareVersion "1.2.3".
<https://annuaire.example.org/catalog#directory> prov:wasGeneratedBy <https://annuaire.example.org/id/publication/2026-11-01#it>;
    prov:wasDerivedFrom <https://annuaire.example.org/id/publication/2026-11-01#input-source-actors>, <https://annuaire.example.org/id/publication/2026-11-01#input-source-more>.
<https://annuaire.example.org/releases/2026-11-01/dumps/actors.ttl> a prov:Entity;
    prov:wasGeneratedBy <https://annuaire.example.org/id/publication/2026-11-01#it>.
<https://annuaire.example.org/id/publication/2026-11-01#input-source-actors> a prov:Entity;
    dcterms:title "actors \\"2026\\".csv";
    prov:specializationOf <https://annuaire.example.org/id/source/actors>;
    dcat:byteSize "12"^^xsd:nonNegativeInteger;
    spdx:checksum <https://annuaire.example.org/id/publication/2026-11-01#input-source-actors-checksum>.
<https://annuaire.example.org/id/publication/2026-11-01#input-source-actors-checksum> a spdx:Checksum;
    spdx:algorithm spdx:checksumAlgorithm_sha256;
    spdx:checksumValue "ab01"^^xsd:hexBinary.
<https://annuaire.example.org/id/publication/2026-11-01#input-source-more> a prov:Entity;
    dcterms:title "stdin".
<https://annuaire.example.org/releases/2026-11-01/statistics/forms.rq> a prov:Entity;
    dcat:byteSize "3"^^xsd:nonNegativeInteger;
    spdx:checksum <https://annuaire.example.org/releases/2026-11-01/statistics/forms.rq#checksum>.
<https://annuaire.example.org/releases/2026-11-01/statistics/forms.rq#checksum> a spdx:Checksum;
    spdx:algorithm spdx:checksumAlgorithm_sha256;
    spdx:checksumValue "cd02"^^xsd:hexBinary.`,
  )
  expect(
    quads.some(quad => [quad.subject, quad.object].some(({ termType }) => termType === 'BlankNode')),
  ).toBe(false)
})

test.each([{ base: 'nowhere' }, { date: 'today' }])('%j is refused', fault => {
  expect(() => [...tableProvenance(COUNTS, { ...PLACE, ...fault })]).toThrow(StatisticsError)
  expect(() => [...releaseProvenance({ ...PLACE, inputs: [], ...fault })]).toThrow(StatisticsError)
})
