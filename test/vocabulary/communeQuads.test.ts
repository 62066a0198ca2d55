import type * as RDF from '@rdfjs/types'
import { beforeAll, describe, expect, test } from 'vitest'
import { communeQuads } from '../../src/vocabulary/communeQuads.ts'
import { type CommuneIndex, loadCommunes } from '../../src/vocabulary/communes.ts'
import { iri, VOCABULARY_BASE } from '../../src/vocabulary/namespaces.ts'
import { territoriesOf } from '../../src/vocabulary/territoriesOf.ts'
import { loadVocabulary, type Vocabulary } from '../../src/vocabulary/vocabulary.ts'

const GEO = `${VOCABULARY_BASE}id/geo/`
let communes: CommuneIndex
let vocabulary: Vocabulary
beforeAll(async () => {
  communes = await loadCommunes()
  vocabulary = await loadVocabulary()
})

describe('quads', () => {
  const written = ({ subject, predicate, object }: RDF.Quad) => [subject, predicate, object].map(t => t.value)
  const wholesOf = (code: string, predicate: 'igeo:subdivisionDe' | 'igeo:subdivisionDirecteDe') =>
    [...communeQuads([code], communes, vocabulary)]
      .filter(
        quad => quad.subject.value === `${GEO}commune-${code}` && quad.predicate.value === iri(predicate),
      )
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
    ['97352', ['departement-973', 'region-03']],
    // Collectivities are in no region.
    ['97701', ['collectivite-977']],
    ['98818', ['collectivite-988']],
    // Parts lie in their commune: an arrondissement of Lyon, an associated commune of Montluel.
    ['69385', ['commune-69123', 'departement-69', 'region-82', 'region-84']],
    ['01120', ['commune-01262', 'departement-01', 'region-82', 'region-84']],
  ])('%s is part of %j', (code, wholes) => {
    expect(wholesOf(code, 'igeo:subdivisionDe')).toEqual(wholes)
    expect(wholesOf(code, 'igeo:subdivisionDirecteDe')).toEqual(wholes.slice(0, 1))
  })

  test('an arrondissement is none, and brings its commune along, once', () => {
    const quads = [...communeQuads(['69385', '69386', '69123'], communes, vocabulary)].map(written)
    const types = quads
      .filter(([, predicate]) => predicate === iri('rdf:type'))
      .map(([subject, , type]) => [subject!.slice(GEO.length), type])
    expect(types.filter(([, type]) => type!.startsWith(iri('igeo:')))).toEqual([
      ['commune-69123', iri('igeo:Commune')],
      ['commune-69385', iri('igeo:ArrondissementMunicipal')],
      ['commune-69386', iri('igeo:ArrondissementMunicipal')],
    ])
    expect(new Set(quads.map(quad => quad.join(' '))).size).toBe(quads.length)
  })

  test('codes of no commune give none', () => {
    expect([...communeQuads(['99999'], communes, vocabulary)]).toEqual([])
  })
})

describe('territories of a commune', () => {
  const departement = (code: string) => `${GEO}departement-${code}`
  const region = (code: string) => `${GEO}region-${code}`
  test.each([
    ['33063', { department: departement('33'), region2010: region('72'), region2016: region('75') }],
    ['2B033', { department: departement('2B'), region2010: region('94'), region2016: region('94') }],
    ['97411', { department: departement('974'), region2010: region('04'), region2016: region('04') }],
    ['97608', { department: departement('976'), region2016: region('06') }],
    ['75113', { department: departement('75'), region2010: region('11'), region2016: region('11') }],
    ['97801', { department: `${GEO}collectivite-978` }],
    ['98901', { department: `${GEO}collectivite-989` }],
  ])('%s', (code, expected) => {
    expect(territoriesOf(communes.get(code)!, vocabulary)).toEqual(expected)
  })

  test('every commune is in a département of a region, or in a collectivity', () => {
    const without = communes.communes.filter(commune => {
      const { department, region2016 } = territoriesOf(commune, vocabulary)
      return commune.collectivity === undefined ? !department || !region2016 : !department || region2016
    })
    expect(without).toEqual([])
  })
})
