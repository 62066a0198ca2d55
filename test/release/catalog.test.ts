import { DataFactory, Store } from 'n3'
import { expect, test } from 'vitest'
import { catalogQuads, type DirectoryDescription } from '../../src/release/catalog.ts'
import type { FileSummary } from '../../src/release/releaseFile.ts'
import { iri } from '../../src/vocabulary/namespaces.ts'
import { DIRECTORY, FILES } from './directoryDescription.ts'

const graphOf = (directory: DirectoryDescription = DIRECTORY, files: readonly FileSummary[] = FILES) =>
  new Store(catalogQuads(directory, files))
const values = (graph: Store, subject: string | null, property: Parameters<typeof iri>[0]) =>
  graph.getObjects(subject, iri(property), null).map(({ value }) => value)

const dataset = 'https://annuaire.example.org/test/catalog#directory'
const released = 'https://annuaire.example.org/test/releases/2010-02-17/'
const dump = 'https://annuaire.example.org/test/releases/2010-02-17/dumps/actors.ttl'

test('there are no blank nodes, and nothing is said twice', () => {
  const quads = catalogQuads(DIRECTORY, FILES)
  expect(
    quads.filter(({ subject, object }) => [subject, object].some(term => term.termType === 'BlankNode')),
  ).toEqual([])
  expect(graphOf().size).toBe(quads.length)
})

test('a dump is a distribution with its size and its checksum', () => {
  const graph = graphOf()
  expect(values(graph, `${dump}#distribution`, 'dcat:downloadURL')).toEqual([dump])
  expect(values(graph, `${dump}#distribution`, 'dcat:byteSize')).toEqual(['1234'])
  const checksum = DataFactory.namedNode(`${dump}#checksum`)
  const hex = DataFactory.literal('ab'.repeat(32), DataFactory.namedNode(iri('xsd:hexBinary')))
  expect(graph.has(DataFactory.quad(checksum, DataFactory.namedNode(iri('spdx:checksumValue')), hex))).toBe(
    true,
  )
})

test('dumps are distributions of the directory, the report is a page', () => {
  const graph = graphOf()
  const dumps = ['dumps/actors.ttl', 'dumps/actors.rdf', 'dumps/vocabulary.ttl'].map(path => released + path)
  expect(values(graph, dataset, 'dcat:distribution')).toEqual(dumps.map(url => `${url}#distribution`))
  expect(values(graph, dataset, 'void:dataDump')).toEqual(dumps)
  expect(values(graph, dataset, 'foaf:page')).toEqual([`${released}report.html`])
})

test('a statistic is a dataset, its forms distributions; metadata, query and chart are neither', () => {
  const graph = graphOf()
  const statistic = 'https://annuaire.example.org/test/id/statistique/2010-02-17/forms#it'
  expect(values(graph, null, 'dcat:dataset')).toEqual([dataset, statistic])
  expect(values(graph, statistic, 'prov:wasDerivedFrom')).toEqual([dataset])
  expect(values(graph, statistic, 'dcat:distribution')).toEqual(
    ['csv', 'json', 'ttl'].map(extension => `${released}statistics/forms.${extension}#distribution`),
  )
  for (const other of ['forms.rq', 'forms.svg', 'metadata'])
    expect([...graph].some(({ subject }) => subject.value.includes(other))).toBe(false)
})

test('titles come in both languages, by default with the format', () => {
  const graph = graphOf()
  expect(values(graph, `${dump}#distribution`, 'dcterms:title')).toEqual([
    'Annuaire (Turtle)',
    'Directory (Turtle)',
  ])
  const table = 'https://annuaire.example.org/test/releases/2010-02-17/statistics/forms.csv#distribution'
  expect(values(graph, table, 'dcterms:title')).toEqual(['Formes (CSV)', 'Forms (CSV)'])
  const vocabulary = `${released}dumps/vocabulary.ttl#distribution`
  expect(values(graph, vocabulary, 'dcterms:title')).toEqual(['Vocabulaire', 'Vocabulary'])
})

test('a file with data of others has its own licence, and says whose they are', () => {
  const graph = graphOf()
  const vocabulary = 'https://annuaire.example.org/test/releases/2010-02-17/dumps/vocabulary.ttl'
  const cc0 = 'https://creativecommons.org/publicdomain/zero/1.0/'
  expect(values(graph, `${vocabulary}#distribution`, 'dcterms:license')).toEqual([cc0])
  expect(values(graph, `${vocabulary}#distribution`, 'dcterms:rights')).toEqual([`${vocabulary}#rights`])
  expect(values(graph, `${vocabulary}#rights`, 'dcterms:description')).toEqual(['D’autres', 'Others’'])
  expect(values(graph, `${dump}#distribution`, 'dcterms:license')).toEqual([DIRECTORY.licence])
  expect(values(graph, `${dump}#distribution`, 'dcterms:rights')).toEqual([])
})

test('what is not known is not said', () => {
  const { base, title, publisher, licence, language, date } = DIRECTORY
  const graph = graphOf({ base, title, publisher: { name: publisher.name }, licence, language, date })
  for (const property of [
    'prov:wasDerivedFrom',
    'void:triples',
    'void:exampleResource',
    'dcterms:spatial',
    'dcat:keyword',
  ] as const) {
    expect(values(graph, null, property)).toEqual([])
  }
  expect(values(graph, dataset, 'dcterms:description')).toHaveLength(2)
})
