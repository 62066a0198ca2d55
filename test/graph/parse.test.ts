import { DataFactory } from 'n3'
import { describe, expect, test } from 'vitest'
import { GraphError } from '../../src/errors.ts'
import { mediaTypeOf, type ReadableMediaType } from '../../src/graph/mediaTypes.ts'
import { parseQuads } from '../../src/graph/parse.ts'
import { readJsonLdContext } from '../../src/vocabulary/jsonldContext.ts'
import { gather, lines, read } from './gather.ts'

const s = 'https://example.org/s'
const p = 'https://example.org/p'
const DOCUMENTS: readonly [ReadableMediaType, string][] = [
  ['text/turtle', `<${s}> <${p}> "é😀"@fr .`],
  ['application/n-triples', `<${s}> <${p}> "é😀"@fr .\n`],
  ['application/trig', `{ <${s}> <${p}> "é😀"@fr }`],
  ['application/n-quads', `<${s}> <${p}> "é😀"@fr .\n`],
  ['application/ld+json', `{"@id": "${s}", "${p}": {"@value": "é😀", "@language": "fr"}}`],
  [
    'application/rdf+xml',
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="${s}">` +
      '<p xmlns="https://example.org/" xml:lang="fr">é😀</p></rdf:Description></rdf:RDF>',
  ],
]
const EXPECTED = [`<${s}> <${p}> "é😀"@fr .\n`]

const failure = (document: string, mediaType: ReadableMediaType, file?: string): Promise<GraphError> =>
  gather(parseQuads([document], mediaType, file === undefined ? {} : { file })).then(
    () => expect.fail('it was read'),
    error => error,
  )

describe.each(DOCUMENTS)('%s', (mediaType, document) => {
  test('text cut anywhere gives the same quads', async () => {
    expect(lines(await gather(parseQuads([document], mediaType)))).toEqual(EXPECTED)
    expect(lines(await gather(parseQuads([...document], mediaType)))).toEqual(EXPECTED)
  })

  test('bytes cut within a character, and after a byte order mark, give the same quads', async () => {
    const bytes = Buffer.from(`\uFEFF${document}`)
    const single = Array.from(bytes, byte => Uint8Array.of(byte))
    expect(lines(await gather(parseQuads(single, mediaType)))).toEqual(EXPECTED)
  })

  test('bytes that are not UTF-8 are refused', async () => {
    const bytes = Buffer.from(document.replace('😀', ''), 'latin1')
    await expect(gather(parseQuads([bytes], mediaType, { file: 'a.ttl' }))).rejects.toThrow(
      'a.ttl: it is not UTF-8',
    )
  })

  test('bytes that end within a character are refused', async () => {
    await expect(gather(parseQuads([document, Uint8Array.of(0xc3)], mediaType))).rejects.toThrow(GraphError)
  })

  test('a document that ends too early is refused', async () => {
    expect(await failure(document.trimEnd().slice(0, -1), mediaType)).toBeInstanceOf(GraphError)
  })

  test('the reading can be stopped', async () => {
    const reason = new RangeError('stopped')
    const signal = AbortSignal.abort(reason)
    await expect(gather(parseQuads([document], mediaType, { signal }))).rejects.toBe(reason)
  })

  test('what reading the file throws is thrown', async () => {
    async function* broken() {
      yield document.slice(0, 5)
      throw new RangeError('the disk is gone')
    }
    await expect(gather(parseQuads(broken(), mediaType))).rejects.toThrow(RangeError)
  })
})

test.each<[ReadableMediaType, string, number]>([
  ['text/turtle', `<${s}> <${p}> "a" .\n<${s}> <${p}> .\n`, 2],
  ['application/n-triples', `<${s}> <${p}> "a" .\n\n<${s}> <p> "a" .\n`, 3],
  ['application/rdf+xml', '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n<a', 2],
])('the error of malformed %s names file and line', async (mediaType, document, line) => {
  const error = await failure(document, mediaType, 'dump')
  expect(error).toBeInstanceOf(GraphError)
  expect(error.location).toEqual({ file: 'dump', line })
})

test('what stands before the error is given first', async () => {
  const quads = parseQuads([`<${s}> <${p}> "a" .\n`, 'nonsense'], 'text/turtle')
  expect((await quads.next()).value.object.value).toBe('a')
  await expect(quads.next()).rejects.toThrow(GraphError)
})

test('a relative IRI needs a base', async () => {
  const document = '<a> <b> <c> .'
  expect((await failure(document, 'text/turtle')).message).toContain('the IRI <a> is relative')
  expect(lines(await read(document, 'text/turtle', { baseIRI: 'https://example.org/x' }))).toEqual([
    '<https://example.org/a> <https://example.org/b> <https://example.org/c> .\n',
  ])
})

test('blank nodes have the same labels at each reading, and another prefix gives others', async () => {
  const document = '[] <urn:x:p> _:b0, [] .'
  const labels = async (blankNodePrefix?: string) =>
    (await read(document, 'text/turtle', blankNodePrefix === undefined ? {} : { blankNodePrefix })).flatMap(
      ({ subject, object }) => [subject.value, object.value],
    )
  const first = await labels()
  expect(new Set(first).size).toBe(3)
  expect(await labels()).toEqual(first)
  expect(new Set([...first, ...(await labels('c'))]).size).toBe(6)
})

describe('JSON-LD', () => {
  test('a remote context is refused, naming it', async () => {
    const error = await failure(
      '{"@context": "https://example.org/context.jsonld", "name": "x"}',
      'application/ld+json',
    )
    expect(error).toBeInstanceOf(GraphError)
    expect(error.message).toContain('<https://example.org/context.jsonld>')
  })

  test('a property that no term explains is not dropped in silence', async () => {
    expect(await failure('{"@id": "urn:x:a", "nom": "x"}', 'application/ld+json')).toBeInstanceOf(GraphError)
  })

  test('the shipped context makes statements of a record', async () => {
    const record = {
      '@context': await readJsonLdContext(),
      id: 'https://example.org/id/acteur/a#it',
      type: ['Actor', 'Organization'],
      name: { '@value': 'Abeille', '@language': 'fr' },
      mission: 'https://example.org/def/missions/epn',
      modified: '2010-02-17',
      address: { id: 'https://example.org/id/acteur/a#address', type: 'Address', postcode: '06000' },
    }
    const it = '<https://example.org/id/acteur/a#it>'
    const address = '<https://example.org/id/acteur/a#address>'
    const a = '<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>'
    expect(lines(await read(JSON.stringify(record), 'application/ld+json'))).toEqual(
      [
        `${it} ${a} <https://w3id.org/annuaire-lod/def/onto#Actor> .\n`,
        `${it} ${a} <http://www.w3.org/ns/org#Organization> .\n`,
        `${it} <http://www.w3.org/2004/02/skos/core#prefLabel> "Abeille"@fr .\n`,
        `${it} <http://www.w3.org/ns/org#purpose> <https://example.org/def/missions/epn> .\n`,
        `${it} <http://purl.org/dc/terms/modified> "2010-02-17"^^<http://www.w3.org/2001/XMLSchema#date> .\n`,
        `${it} <http://www.w3.org/ns/locn#address> ${address} .\n`,
        `${address} ${a} <http://www.w3.org/ns/locn#Address> .\n`,
        `${address} <http://www.w3.org/ns/locn#postCode> "06000" .\n`,
      ].sort(),
    )
  })
})

test('the graph of a quad is kept', async () => {
  const quads = await gather(parseQuads([`<${s}> <${p}> "a" <urn:g:1> .`], 'application/n-quads'))
  expect(quads[0]!.graph.equals(DataFactory.namedNode('urn:g:1'))).toBe(true)
})

test.each([
  ['.ttl', 'text/turtle'],
  ['.NT', 'application/n-triples'],
  ['.jsonld', 'application/ld+json'],
  ['.rdf', 'application/rdf+xml'],
  ['.nq', 'application/n-quads'],
  ['.csv', undefined],
  ['', undefined],
])('files in %j are %s', (extension, mediaType) => {
  expect(mediaTypeOf(extension)).toBe(mediaType)
})
