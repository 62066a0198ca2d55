import type * as RDF from '@rdfjs/types'
import { beforeAll, describe, expect, test } from 'vitest'
import { type CommuneIndex, communeQuads, loadCommunes } from '../../src/vocabulary/communes.ts'
import { iri, VOCABULARY_BASE } from '../../src/vocabulary/namespaces.ts'
import { loadVocabulary, type Vocabulary } from '../../src/vocabulary/vocabulary.ts'

const GEO = `${VOCABULARY_BASE}id/geo/`
let communes: CommuneIndex
let vocabulary: Vocabulary
beforeAll(async () => {
  communes = await loadCommunes()
  vocabulary = await loadVocabulary()
})

describe('index', () => {
  test.each([
    [
      {
        code: '01001',
        name: "L'Abergement-Clémenciat",
        kind: 'commune-actuelle',
        department: '01',
        region: '84',
        postcodes: ['01400'],
      },
    ],
    [
      {
        code: '2A004',
        name: 'Ajaccio',
        kind: 'commune-actuelle',
        department: '2A',
        region: '94',
        postcodes: ['20000', '20090', '20167'],
      },
    ],
    [
      {
        code: '97412',
        name: 'Saint-Joseph',
        kind: 'commune-actuelle',
        department: '974',
        region: '04',
        postcodes: ['97480'],
      },
    ],
    [
      {
        code: '01120',
        name: 'Cordieux',
        kind: 'commune-associee',
        department: '01',
        region: '84',
        postcodes: [],
        partOf: '01262',
      },
    ],
    [
      {
        code: '13201',
        name: 'Marseille 1er Arrondissement',
        kind: 'arrondissement-municipal',
        department: '13',
        region: '93',
        postcodes: ['13001'],
        partOf: '13055',
      },
    ],
    [
      {
        code: '97701',
        name: 'Saint-Barthélemy',
        kind: 'commune-actuelle',
        collectivity: '977',
        postcodes: ['97133'],
      },
    ],
  ])('$code', commune => {
    const { postcodes, ...found } = communes.get(commune.code)!
    expect({ ...found, postcodes: [...postcodes].sort() }).toEqual(commune)
  })

  test('a code that a commune shares with a part of it is that of the commune', () => {
    // Arboys en Bugey, whose seat is Arbignieu.
    expect(communes.get('01015')).toMatchObject({ name: 'Arboys en Bugey', kind: 'commune-actuelle' })
  })

  test.each([
    ['01340', '01015', 'merged: Saint-Bois is in Arboys en Bugey'],
    ['01120', '01262', 'associated: Cordieux is a part of Montluel'],
    ['69385', '69123', 'an arrondissement of Lyon'],
    ['39012', '25527', 'another département: Antorpe, in Saint-Vit'],
    ['20004', '2A004', 'numbered anew: Ajaccio'],
    ['97123', '97701', 'a collectivity: Saint-Barthélemy'],
    ['97127', '97801', 'a collectivity: Saint-Martin'],
  ])('%s is today %s, %s', (former, present) => {
    expect(communes.successorOf(former)?.code).toBe(present)
    expect(communes.get(present)?.kind).toBe('commune-actuelle')
  })

  test.each(['75056', '99999', 'constructor'])('nothing took the place of %s', code => {
    expect(communes.successorOf(code)).toBeUndefined()
  })

  test('communes and their parts are told apart', () => {
    // The official geographic code of 2025: 34,875 communes, and 94 of the overseas collectivities.
    expect(communes.communes).toHaveLength(34_875 + 94)
    expect(communes.parts.every(({ partOf }) => communes.get(partOf!)?.partOf === undefined)).toBe(true)
    const arrondissements = communes.parts.filter(({ kind }) => kind === 'arrondissement-municipal')
    expect(arrondissements).toHaveLength(20 + 9 + 16)
  })

  test.each(['1001', '99999', '06000', 'constructor', ''])('%j is no commune', code => {
    expect(communes.get(code)).toBeUndefined()
  })
})

describe('quads', () => {
  const written = ({ subject, predicate, object }: RDF.Quad) => [subject, predicate, object].map(t => t.value)
  const wholesOf = (code: string, predicate: 'igeo:subdivisionDe' | 'igeo:subdivisionDirecteDe') =>
    [...communeQuads([code], communes, vocabulary)]
      .filter(quad => quad.predicate.value === iri(predicate))
      .map(({ object }) => object.value.slice(GEO.length))

  test('say what a commune is and what it is part of, then and now', () => {
    const subject = `${GEO}commune-69123`
    expect([...communeQuads(['69123'], communes, vocabulary)].map(written)).toEqual([
      [subject, iri('rdf:type'), iri('dcterms:Location')],
      [subject, iri('rdf:type'), iri('cv:AdminUnit')],
      [subject, iri('rdf:type'), iri('igeo:Commune')],
      [subject, iri('igeo:codeINSEE'), '69123'],
      [subject, iri('skos:notation'), '69123'],
      [subject, iri('skos:prefLabel'), 'Lyon'],
      [subject, iri('igeo:subdivisionDirecteDe'), `${GEO}departement-69`],
      [subject, iri('igeo:subdivisionDe'), `${GEO}departement-69`],
      [subject, iri('igeo:subdivisionDe'), `${GEO}region-82`],
      [subject, iri('igeo:subdivisionDe'), `${GEO}region-84`],
    ])
  })

  test.each([
    ['2A004', ['departement-2A', 'region-94']],
    ['97608', ['departement-976', 'region-06']],
    ['46042', ['departement-46', 'region-73', 'region-76']],
    ['97701', []],
  ])('%s is part of %j', (code, wholes) => {
    expect(wholesOf(code, 'igeo:subdivisionDe')).toEqual(wholes)
    expect(wholesOf(code, 'igeo:subdivisionDirecteDe')).toEqual(wholes.slice(0, 1))
  })

  test('codes of no commune give none', () => {
    expect([...communeQuads(['99999'], communes, vocabulary)]).toEqual([])
  })
})
