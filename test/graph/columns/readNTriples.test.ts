import type * as RDF from '@rdfjs/types'
import { describe, expect, it } from 'vitest'
import { GraphError } from '../../../src/errors.ts'
import { loadGraph } from '../../../src/graph/loadGraph.ts'
import { parseQuads } from '../../../src/graph/parse.ts'
import { serialize } from '../../../src/graph/serialize.ts'
import { fc } from '../../fastCheck.ts'
import { quads as statements } from '../quadArbitrary.ts'
import { sorted } from './quadText.ts'

const MEDIA_TYPES = { triples: 'application/n-triples', quads: 'application/n-quads' } as const
type Format = keyof typeof MEDIA_TYPES

function load(document: string | Uint8Array, format: Format = 'triples', cut?: number) {
  const bytes = typeof document === 'string' ? new TextEncoder().encode(document) : document
  const size = cut ?? bytes.length
  const chunks: Uint8Array[] = []
  for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.slice(at, at + size))
  return loadGraph(chunks, MEDIA_TYPES[format])
}

async function parsed(document: string, format: Format = 'triples'): Promise<RDF.Quad[]> {
  return Array.fromAsync(parseQuads([document], MEDIA_TYPES[format]))
}

const ACCEPTED: readonly [name: string, document: string, format?: Format][] = [
  ['nothing', ''],
  ['empty lines and comments', '\n\r\n  # <a> é\n\t\n#'],
  ['no end of line', '<urn:a> <urn:p> <urn:b> .'],
  ['no spaces', '<urn:a><urn:p><urn:b>.'],
  ['tabs and a comment', '\t<urn:a>\t<urn:p>\t"x"@fr-CA-x1\t.\t# why\n<urn:a> <urn:p> "y" .'],
  [
    'carriage returns',
    '<urn:a> <urn:p> <urn:b> .\r\n<urn:a> <urn:p> <urn:c> .\r<urn:a> <urn:p> <urn:d> .\r\n',
  ],
  ['escapes', String.raw`<urn:\u00e9\U0001F600> <urn:p> "\t\b\n\r\f\"\'\\ \u00E9\U0001F600"@fr .`],
  ['an escaped datatype', String.raw`<urn:a> <urn:p> "1"^^<urn:\u00e9> .`],
  ['spaces around a type', '<urn:a> <urn:p> "1" ^^ <urn:d> . \n <urn:a> <urn:p> "1" @fr .'],
  [
    'xsd:string',
    '<urn:a> <urn:p> "1"^^<http://www.w3.org/2001/XMLSchema#string>, "1" .'.replace(', "1"', ''),
  ],
  ['blank nodes', '_:a <urn:p> _:b.c.\n_:1 <urn:p> _:é-2·_ .\n_:a <urn:q> _:a .\n_:ab <urn:q> _:a.'],
  ['a byte order mark', '\uFEFF<urn:a> <urn:p> "\uFEFF" .'],
  ['control characters', '<urn:a> <urn:p> "\u0000\u0007\u007F\t\u0085\u2028" .'],
  [
    'a subject that is a part of the next',
    '<urn:a> <urn:p> "1" .\n<urn:ab> <urn:p> "1" .\n<urn:a> <urn:p> "2" .',
  ],
  [
    'named graphs',
    '<urn:a> <urn:p> "1" <urn:g> .\n<urn:a> <urn:p> "1" _:g .\n<urn:a> <urn:p> "1" .',
    'quads',
  ],
]

const REFUSED: readonly [name: string, document: string, format?: Format][] = [
  ['a relative IRI', '<a> <urn:p> <urn:b> .'],
  ['an empty IRI', '<urn:a> <urn:p> <> .'],
  ['a relative datatype', '<urn:a> <urn:p> "1"^^<int> .'],
  ['a space in an IRI', '<urn:a b> <urn:p> <urn:b> .'],
  ['a space in an IRI, escaped', String.raw`<urn:a\u0020b> <urn:p> <urn:b> .`],
  ['a space in a datatype, escaped', String.raw`<urn:a> <urn:p> "1"^^<urn:a\u0020b> .`],
  ['a quote in an IRI', '<urn:a"b> <urn:p> <urn:b> .'],
  ['\\n in an IRI', String.raw`<urn:a\nb> <urn:p> <urn:b> .`],
  ['an unknown escape', String.raw`<urn:a> <urn:p> "\x" .`],
  ['an escape cut off', String.raw`<urn:a> <urn:p> "\u00e" .`],
  ['half of a surrogate pair', String.raw`<urn:a> <urn:p> "\uD83D" .`],
  ['a surrogate pair', String.raw`<urn:a> <urn:p> "\uD83D\uDE00" .`],
  ['no such code point', String.raw`<urn:a> <urn:p> "\U00110000" .`],
  ['an unknown prefix of a number', String.raw`<urn:a> <urn:p> "\u+123" .`],
  ['a literal over two lines', '<urn:a> <urn:p> "x\ny" .'],
  ['a literal that does not end', '<urn:a> <urn:p> "x'],
  ['a literal that ends with a backslash', '<urn:a> <urn:p> "x\\'],
  ['an IRI that does not end', '<urn:a> <urn:p> <urn:b'],
  ['no full stop', '<urn:a> <urn:p> <urn:b>\n<urn:a> <urn:p> <urn:b> .'],
  ['no full stop at the end', '<urn:a> <urn:p> <urn:b>'],
  ['no object', '<urn:a> <urn:p> .'],
  ['no predicate', '<urn:a> .'],
  ['something after the full stop', '<urn:a> <urn:p> <urn:b> .x'],
  ['single quotes', "<urn:a> <urn:p> 'x' ."],
  ['a literal subject', '"x" <urn:p> <urn:b> .'],
  ['a blank predicate', '<urn:a> _:p <urn:b> .'],
  ['a', '<urn:a> a <urn:b> .'],
  ['a number', '<urn:a> <urn:p> 1 .'],
  ['a prefix', '@prefix a: <urn:a> .'],
  ['a digit in a language', '<urn:a> <urn:p> "x"@f1 .'],
  ['a language that ends with a hyphen', '<urn:a> <urn:p> "x"@fr- .'],
  ['no language', '<urn:a> <urn:p> "x"@ .'],
  ['half a datatype', '<urn:a> <urn:p> "x"^<urn:d> .'],
  ['no datatype', '<urn:a> <urn:p> "x"^^ .'],
  [
    'rdf:langString without a language',
    '<urn:a> <urn:p> "x"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#langString> .',
  ],
  ['a label with a colon', '_::a <urn:p> <urn:b> .'],
  ['an empty label', '_: <urn:p> <urn:b> .'],
  ['a label that begins with a hyphen', '_:-a <urn:p> <urn:b> .'],
  ['half a blank node', '_a <urn:p> <urn:b> .'],
  ['a fourth term', '<urn:a> <urn:p> <urn:b> <urn:g> .'],
  ['a literal graph', '<urn:a> <urn:p> <urn:b> "g" .', 'quads'],
  ['a fifth term', '<urn:a> <urn:p> <urn:b> <urn:g> <urn:h> .', 'quads'],
]

describe('N-Triples and N-Quads', () => {
  it.each(ACCEPTED)('are read as the parser reads them: %s', async (_, document, format) => {
    const expected = sorted(await parsed(document, format)).map(text => text.toLowerCase())
    for (const cut of [undefined, 1, 7]) {
      const graph = await load(document, format, cut)
      expect(sorted(graph).map(text => text.toLowerCase())).toEqual(expected)
    }
  })

  it.each(REFUSED)('are refused as the parser refuses them: %s', async (_, document, format) => {
    await expect(parsed(document, format)).rejects.toThrow(GraphError)
    for (const cut of [undefined, 1, 7]) await expect(load(document, format, cut)).rejects.toThrow(GraphError)
  })

  it.each([
    ['two statements in a line', '<urn:a> <urn:p> <urn:b> . <urn:a> <urn:p> <urn:c> .'],
    ['a statement over two lines', '<urn:a> <urn:p>\n<urn:b> .'],
    ['a triple term', '<urn:a> <urn:p> <<( <urn:a> <urn:b> <urn:c> )>> .'],
    ['a base direction', '<urn:a> <urn:p> "x"@en--ltr .'],
  ])('are refused where the parser is lenient: %s', async (_, document) => {
    await expect(load(document)).rejects.toThrow(GraphError)
  })

  it('keep language tags as they are written', async () => {
    const [quad] = await load('<urn:a> <urn:p> "x"@fr-CA .')
    expect(quad?.object).toMatchObject({ language: 'fr-CA' })
  })

  it('tell the line', async () => {
    const document = '<urn:a> <urn:p> "1" .\r\n# comment\r\r\n\n<urn:a> <urn:p> "2" .\n<urn:a> <urn:p>\n'
    const load = loadGraph([new TextEncoder().encode(document)], 'application/n-triples', { file: 'a.nt' })
    await expect(load).rejects.toThrow(/^a\.nt, line 6: it is malformed: an object is expected/)
  })

  it.each([
    ['a byte that never comes', [0xff]],
    ['an overlong form', [0xc0, 0xaf]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
    ['a sequence cut off', [0xe2, 0x82]],
    ['beyond the last code point', [0xf4, 0x90, 0x80, 0x80]],
    ['a continuation alone', [0x80]],
  ])('are UTF-8: %s', async (_, bytes) => {
    for (const text of ['<urn:a> <urn:p> "|" .', '<urn:|> <urn:p> "" .', '_:a| <urn:p> "" .', '# |']) {
      const [before = '', after = ''] = text.split('|')
      const encode = (part: string) => new TextEncoder().encode(part)
      const document = Uint8Array.from([...encode(before), ...bytes, ...encode(after)])
      await expect(load(document)).rejects.toThrow('it is not UTF-8')
    }
  })

  it('are read as they were written', async () => {
    await fc.assert(
      fc.asyncProperty(statements, fc.integer({ min: 1, max: 100 }), async (quads, cut) => {
        const document = (await Array.fromAsync(serialize(quads, 'application/n-triples'))).join('')
        expect(sorted(await load(document, 'triples', cut))).toEqual(sorted(quads))
      }),
    )
  })

  it('never break the reader, whatever is broken in them', async () => {
    const line = `${String.raw`<urn:a> <urn:p> "x\u00e9é"@fr . # _:b^^`}\n`
    const piece = fc.oneof(
      fc.constantFrom(
        '<',
        '>',
        '"',
        '\\',
        '.',
        '@',
        '^^',
        '_:',
        ' ',
        '\n',
        '\r',
        'é',
        '#',
        '-',
        ':',
        '\u0000',
      ),
      fc.nat(line.length).map(end => line.slice(0, end)),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 8 }), fc.boolean(), async (pieces, isQuads) => {
        const format = isQuads ? 'quads' : 'triples'
        const outcome = await load(pieces.join(''), format).catch((error: unknown) => error)
        if (outcome instanceof Error) {
          expect(outcome).toBeInstanceOf(GraphError)
          return
        }
        const expected = sorted(await parsed(pieces.join(''), format))
        expect(sorted(outcome as Iterable<RDF.Quad>)).toEqual(expected)
      }),
      { numRuns: 2000 },
    )
  })
})
