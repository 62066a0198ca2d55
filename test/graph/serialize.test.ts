import type * as RDF from '@rdfjs/types'
import { DataFactory } from 'n3'
import { isomorphic } from 'rdf-isomorphic'
import { describe, expect, test } from 'vitest'
import { GraphError } from '../../src/errors.ts'
import { RDF_MEDIA_TYPES, type RdfMediaType } from '../../src/graph/mediaTypes.ts'
import { serialize } from '../../src/graph/serialize.ts'
import { PREFIXES } from '../../src/vocabulary/namespaces.ts'
import { fc } from '../fastCheck.ts'
import { gather, lines, read, written } from './gather.ts'
import { quads } from './quadArbitrary.ts'

const { namedNode, literal, blankNode, quad } = DataFactory
const MEDIA_TYPES = Object.keys(RDF_MEDIA_TYPES) as RdfMediaType[]
const subject = namedNode('https://example.org/a#it')
const name = namedNode(`${PREFIXES.skos}prefLabel`)
const about = (object: RDF.Quad_Object, predicate: RDF.NamedNode = name) =>
  quad(subject, predicate, object as never) as RDF.Quad
const refusal = async (bad: RDF.Quad, mediaType: RdfMediaType) =>
  written([bad], mediaType).then(
    () => expect.fail('it was written'),
    error => error,
  )

describe.each(MEDIA_TYPES)('%s', mediaType => {
  test('what is written reads back as the same set of triples', async () => {
    await fc.assert(
      fc.asyncProperty(quads, async input => {
        const document = await written(input, mediaType)
        expect(lines(await read(document, mediaType))).toEqual(lines(input))
      }),
      { numRuns: 300 },
    )
  })

  test('the same quads give the same text', async () => {
    const input = [about(literal('a', 'fr')), about(literal('b')), about(namedNode('urn:x:y'))]
    expect(await written(input, mediaType)).toBe(await written(input, mediaType))
  })

  test('no quads give a document without triples', async () => {
    expect(await read(await written([], mediaType), mediaType)).toEqual([])
  })

  test('blank nodes stay the same nodes', async () => {
    const a = blankNode('1a')
    const b = blankNode('b.c')
    const knows = namedNode(`${PREFIXES.org}linkedTo`)
    const input = [about(a), quad(a, knows, b), quad(b, knows, a), quad(a, name, literal('\r'))] as RDF.Quad[]
    const result = await read(await written(input, mediaType), mediaType)
    expect(isomorphic(result, input)).toBe(true)
  })

  test('many quads come in chunks, and none is lost between two', async () => {
    const input = Array.from(
      { length: 9_000 },
      (_, i) =>
        quad(
          namedNode(`https://example.org/${Math.floor(i / 7)}`),
          name,
          literal(`Acteur no ${i}`, 'fr'),
        ) as RDF.Quad,
    )
    const chunks = await gather(serialize(input, mediaType))
    expect(chunks.length).toBeGreaterThan(3)
    expect(Math.max(...chunks.map(chunk => chunk.length))).toBeLessThan(600_000)
    expect(lines(await read(chunks.join(''), mediaType))).toEqual(lines(input))
  })

  test.each<[string, RDF.Quad]>([
    ['a space in an IRI', about(namedNode('https://example.org/a b'))],
    ['two fragments in an IRI', about(namedNode('https://example.org/#/a#b'))],
    ['a quote in an IRI', about(namedNode('https://example.org/"'))],
    ['an IRI that is relative', about(namedNode('None'))],
    ['a predicate that is no IRI', about(literal('x'), namedNode(''))],
    ['half a surrogate pair', about(literal('\uD83D'))],
    ['a language tag with an underscore', about(literal('x', 'fr_FR'))],
    ['a named graph', quad(subject, name, literal('x'), namedNode('urn:g:1')) as RDF.Quad],
    ['a quoted triple', about(about(literal('x')) as never)],
    ['a literal as subject', quad(literal('x') as never, name, literal('x')) as RDF.Quad],
    ['a label with a space', about(blankNode('a b'))],
  ])('%s is refused', async (_, bad) => {
    const error = await refusal(bad, mediaType)
    expect(error).toBeInstanceOf(GraphError)
    expect(error.message).toMatch(/^a statement about .+ cannot be written: /)
  })

  test('the writing can be stopped', async () => {
    const signal = AbortSignal.abort(new Error('stopped'))
    await expect(written([about(literal('x'))], mediaType, { signal })).rejects.toThrow('stopped')
  })

  test('what iterating over the quads throws is thrown', async () => {
    async function* broken() {
      yield about(literal('x'))
      throw new RangeError('broken source')
    }
    await expect(gather(serialize(broken(), mediaType))).rejects.toThrow(RangeError)
  })
})

test('an unknown format is refused, naming those that are known', async () => {
  await expect(written([], 'text/n3' as RdfMediaType)).rejects.toThrow(/"text\/n3" .*text\/turtle, /)
})

describe('Turtle', () => {
  test('statements about a subject are grouped, and prefixes used', async () => {
    const document = await written([about(literal('a', 'fr')), about(literal('b', 'en'))], 'text/turtle', {
      prefixes: { skos: PREFIXES.skos, ex: 'https://example.org/' },
    })
    expect(document).toBe(
      `@prefix skos: <${PREFIXES.skos}>.\n@prefix ex: <https://example.org/>.\n\n` +
        '<https://example.org/a#it> skos:prefLabel "a"@fr, "b"@en.\n',
    )
  })
})

describe('JSON-LD', () => {
  test('the context is embedded and names what it knows', async () => {
    const document = JSON.parse(
      await written(
        [
          about(namedNode(`${PREFIXES.annuaire}Actor`), namedNode(`${PREFIXES.rdf}type`)),
          about(literal('Abeille', 'fr')),
          about(
            literal('2010-02-17', namedNode(`${PREFIXES.xsd}date`)),
            namedNode(`${PREFIXES.dcterms}modified`),
          ),
        ],
        'application/ld+json',
      ),
    )
    expect(document['@context'].name).toBe('skos:prefLabel')
    expect(document['@graph']).toEqual([
      {
        '@id': 'https://example.org/a#it',
        '@type': ['Actor'],
        name: [{ '@value': 'Abeille', '@language': 'fr' }],
        modified: [{ '@value': '2010-02-17', '@type': 'xsd:date' }],
      },
    ])
  })

  test('a term with a definition that would change values is not used', async () => {
    const context = {
      listed: { '@id': 'https://example.org/p', '@container': '@list' },
      json: { '@id': 'https://example.org/q', '@type': '@json' },
      back: { '@reverse': 'https://example.org/r' },
    }
    const input = ['p', 'q', 'r'].map(p => about(literal(p), namedNode(`https://example.org/${p}`)))
    const document = await written(input, 'application/ld+json', { context })
    expect(lines(await read(document, 'application/ld+json'))).toEqual(lines(input))
  })

  test('an IRI that a reader would take for a compact one is refused', async () => {
    const error = await refusal(about(namedNode('geo:48.1,-1.7')), 'application/ld+json')
    expect(error.message).toContain('takes <geo:48.1,-1.7> for a compact IRI')
  })

  test.each<[string, RDF.Quad]>([
    ['a class that is a literal', about(literal('x'), namedNode(`${PREFIXES.rdf}type`))],
    ['an rdf:JSON literal', about(literal('{ }', namedNode(`${PREFIXES.rdf}JSON`)))],
  ])('%s is refused', async (_, bad) => {
    expect(await refusal(bad, 'application/ld+json')).toBeInstanceOf(GraphError)
  })
})

describe('RDF/XML', () => {
  test('it is one document with one root', async () => {
    const own = namedNode('https://example.org/def/onto#members')
    const document = await written(
      [about(literal('a', 'fr')), about(literal('5'), own)],
      'application/rdf+xml',
      {
        prefixes: { skos: PREFIXES.skos },
      },
    )
    expect(document.replace(/^ +/gm, ' ')).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF
 xmlns:skos="${PREFIXES.skos}"
 xmlns:rdf="${PREFIXES.rdf}">
 <rdf:Description rdf:about="https://example.org/a#it">
 <skos:prefLabel xml:lang="fr">a</skos:prefLabel>
 </rdf:Description>
 <rdf:Description rdf:about="https://example.org/a#it">
 <p:members xmlns:p="https://example.org/def/onto#">5</p:members>
 </rdf:Description>
</rdf:RDF>
`)
  })

  test.each([
    ['a prefix that rdflib does not take', { ns1: PREFIXES.skos }],
    ['a prefix that XML reserves', { xml1: PREFIXES.skos }],
    ['the empty prefix', { '': PREFIXES.skos }],
    ['two prefixes for a namespace', { a: PREFIXES.skos, b: PREFIXES.skos }],
    ['rdf for something else', { rdf: 'https://example.org/', skos: PREFIXES.skos }],
    ['a namespace that XML has to escape', { q: 'https://example.org/?a&b#', skos: PREFIXES.skos }],
  ])('%s does no harm', async (_, prefixes) => {
    const input = [about(literal('a')), about(literal('b'), namedNode('https://example.org/?a&b#c'))]
    const document = await written(input, 'application/rdf+xml', { prefixes })
    expect(lines(await read(document, 'application/rdf+xml'))).toEqual(lines(input))
  })

  test.each([
    ['https://example.org/', 'cannot be the name of an XML element'],
    ['https://example.org/2010', 'cannot be the name of an XML element'],
    [`${PREFIXES.rdf}li`, 'cannot be the name of an XML element'],
    [`${PREFIXES.rdf}Description`, 'cannot be the name of an XML element'],
    ['http://www.w3.org/2000/xmlns/a', 'cannot be the name of an XML element'],
  ])('the predicate %s is refused', async (predicate, reason) => {
    const error = await refusal(about(literal('x'), namedNode(predicate)), 'application/rdf+xml')
    expect(error).toBeInstanceOf(GraphError)
    expect(error.message).toContain('a statement about <https://example.org/a#it>')
    expect(error.message).toContain(reason)
  })

  test.each([
    ['\u0001', 'U+0001'],
    ['\u001F', 'U+001F'],
    ['\uFFFE', 'U+FFFE'],
  ])('the character %j is refused', async (character, name) => {
    const error = await refusal(about(literal(`a${character}`)), 'application/rdf+xml')
    expect(error).toBeInstanceOf(GraphError)
    expect(error.message).toContain(`<https://example.org/a#it>`)
    expect(error.message).toContain(name)
  })
})
