import { gunzipSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { SourceError } from '../../src/errors.ts'
import type { Addition } from '../../src/sources/row.ts'
import { fc } from '../fastCheck.ts'
import { annotateBytes, readBytes, utf8 } from './readBytes.ts'

/** Says of each record on which line it is. */
const lines = { headers: ['problèmes', 'ligne'], cellsOf: (line: number) => ['-', `${line}`] }
const added = (...cells: string[]): Addition => ({ headers: ['x'], cellsOf: () => cells })

async function annotate(
  text: string,
  addition = added('y'),
  options: Parameters<typeof annotateBytes>[2] = {},
) {
  return (await annotateBytes(utf8(text), addition, options)).toString()
}

describe('CSV', () => {
  test.each<[string, string, string]>([
    ['as it was', '"a";b\r\n"1" ;"x""\ny"\n\n2;z', '"a";b;x\r\n"1" ;"x""\ny";y\n\n2;z;y'],
    ['with other line ends', 'a\tb\r1\t2\r', 'a\tb\tx\r1\t2\ty\r'],
    ['filled up where cells lack', 'a,b,c\n1\n1,2,3,4\n', 'a,b,c,x\n1,,,y\n1,2,3,4,y\n'],
    ['of one column', 'a\nb\n', 'a,x\nb,y\n'],
    ['without anything', '', ''],
  ])('%s', async (_, text, expected) => {
    expect(await annotate(text)).toBe(expected)
  })

  test('names stand in the last of the header rows, or nowhere', async () => {
    expect(await annotate('a;;\nb;c;d\n1;2;3', added('y'), { headerRows: 2 })).toBe('a;;;\nb;c;d;x\n1;2;3;y')
    expect(await annotate('1;2\n3;4', added('y'), { headerRows: 0 })).toBe('1;2;y\n3;4;y')
  })

  test('each record is known by its line and its place; of one nothing may be said', async () => {
    const text = 'a;b\n"1\n1";2\n\n3;4'
    expect(await annotate(text, lines)).toBe(
      'a;b;problèmes;ligne\n"1\n1";2;-;2\n\n3;4;-;5'.replaceAll(';-', ";'-"),
    )
    const seen: unknown[] = []
    const cellsOf = (line: number, index?: number) => {
      seen.push([line, index])
      return undefined
    }
    expect(await annotate(text, { headers: ['x', 'y'], cellsOf })).toBe('a;b;x;y\n"1\n1";2;;\n\n3;4;;')
    expect(seen).toEqual([
      [2, 0],
      [5, 1],
    ])
  })

  test.each([
    ['a;b', '"a;b"'],
    ['say "b"', '"say ""b"""'],
    ['two\nlines', '"two\nlines"'],
    [' b ', '" b "'],
    ['=1+1', "'=1+1"],
    ['+33 1', "'+33 1"],
    ['-1', "'-1"],
    ['@a;"b"', `"'@a;""b"""`],
    ['\tb', "'\tb"],
    ['\rb', `"'\rb"`],
  ])('the cell %j is no formula, and quoted where it must be', async (cell, expected) => {
    expect(await annotate('a;b\n1;2', added(cell))).toBe(`a;b;x\n1;2;${expected}`)
  })
})

describe('JSON', () => {
  test.each<[string, string, string]>([
    ['compact', '[{"a":1},{}]', '[{"a":1,"x":"y"},{"x":"y"}]'],
    ['spaced', ' [ { "a": "}" } , { } ] ', ' [ { "a": "}", "x": "y" } , {"x": "y" } ] '],
    ['on several lines', '[\n {\n  "a": {}\n }\n]\n', '[\n {\n  "a": {}, "x": "y"\n }\n]\n'],
    ['keyed', '{"k\\n" : {"a":1}}', '{"k\\n" : {"a":1,"x":"y"}}'],
    ['nested', '{"n":1,"b":[{"a":1}],"c":[2]} ', '{"n":1,"b":[{"a":1,"x":"y"}],"c":[2]} '],
    [
      'in lines',
      '{"a":1}\r\n\n{"b":"\\""}\n{"c":1}',
      '{"a":1,"x":"y"}\r\n\n{"b":"\\"","x":"y"}\n{"c":1,"x":"y"}',
    ],
  ])('%s', async (_, text, expected) => {
    const options = { path: 'f.json' }
    expect(await annotate(text, added('y'), options)).toBe(expected)
    expect(await annotate(text, added('y'), { ...options, pieceLength: 1 })).toBe(expected)
    const nothing = { headers: ['x'], cellsOf: () => undefined }
    expect(await annotate(text, nothing, options)).toBe(expected.replaceAll('"y"', '""'))
  })

  test('a formula is none in JSON', async () => {
    expect(await annotate('[{}]', added('="1"'), { path: 'f.json' })).toBe('[{"x":"=\\"1\\""}]')
  })
})

describe('encodings', () => {
  const text = 'nom;œuvre\r\né;’\r\n'
  const expected = "nom;œuvre;problèmes;ligne\r\né;’;'-;2\r\n"

  test('with a byte order mark', async () => {
    expect(await annotate(`\ufeff${text}`, lines)).toBe(`\ufeff${expected}`)
  })

  test.each(['', '\ufeff'])('UTF-16, after %j', async mark => {
    const write = (text: string) => Buffer.from(mark + text, 'utf16le')
    const padded = `${text}${'a;b\r\n'.repeat(5)}`
    const annotated = await annotateBytes(write(padded), added('y'))
    expect(annotated).toEqual(write(padded.replaceAll('\r\n', ';y\r\n').replace('y', 'x')))
    expect(await annotateBytes(write(padded).swap16(), added('y'))).toEqual(Buffer.from(annotated).swap16())
  })

  test('Windows-1252, where what it lacks becomes a question mark', async () => {
    const write = (text: string) => Buffer.from(text.replace('œ', '\x9c').replace('’', '\x92'), 'latin1')
    expect(await annotateBytes(write(text), lines)).toEqual(write(expected))
    const [, cell] = (await annotateBytes(write('a;b\né;'), added('≠ é 😀')))
      .toString('latin1')
      .split('\né;;')
    expect(cell).toBe('? é ?')
  })

  test('all of its bytes come back', async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte)
    expect(await annotateBytes(bytes, { headers: [], cellsOf: () => [] }, { delimiter: '~' })).toEqual(
      Buffer.from(bytes),
    )
  })

  test('one in which nothing can be written is refused', async () => {
    await expect(annotateBytes(utf8('a\nb'), lines, { encoding: 'shift_jis' })).rejects.toThrow(
      /save the file in UTF-8/,
    )
  })

  test('what was compressed is compressed again', async () => {
    expect(gunzipSync(await annotateBytes(gzipSync(text), lines)).toString()).toBe(expected)
  })
})

test('whatever is read comes back byte for byte where nothing is added', async () => {
  const csv = fc.array(fc.constantFrom('"', '""', ';', '\n', '\r', '\r\n', ' ', 'a', 'é', '\0'), {
    maxLength: 40,
  })
  const json = fc.array(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 })), { maxLength: 5 })
  const cases = fc.oneof(
    fc.record({ path: fc.constant('f.csv'), bytes: csv.map(parts => utf8(parts.join(''))) }),
    fc.record({ path: fc.constant('f.csv'), bytes: fc.uint8Array() }),
    fc.record({
      path: fc.constant('f.json'),
      bytes: json.map(value => utf8(JSON.stringify(value, null, 1))),
    }),
  )
  const nothing = { headers: [], cellsOf: () => [] }
  await fc.assert(
    fc.asyncProperty(cases, fc.integer({ min: 1, max: 100 }), async ({ path, bytes }, pieceLength) => {
      const options = { path, pieceLength, headerRows: 0 as const, delimiter: ';' }
      const read = await readBytes(bytes, options).catch(error => error)
      if (read instanceof SourceError) return
      const annotated = await annotateBytes(bytes, nothing, options)
      // Only the filling up of short records changes anything.
      if (!('rows' in read) || read.rows.some(({ ragged }: { ragged?: object }) => ragged)) return
      expect(annotated).toEqual(Buffer.from(bytes))
    }),
    { numRuns: 500 },
  )
})

test('an annotated file reads as before, with the added cells beside', async () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ';', '\n', ' ', '='), maxLength: 5 })
  const row = fc.tuple(cell, cell)
  await fc.assert(
    fc.asyncProperty(fc.array(row), fc.array(row, { minLength: 1 }), async (rows, notes) => {
      const quote = (text: string) => `"${text.replaceAll('"', '""')}"`
      const text = [['a', 'b'], ...rows].map(row => row.map(quote).join(';')).join('\n')
      const noteOf = (index: number) => notes[index % notes.length]!
      const bytes = await annotateBytes(utf8(text), {
        headers: ['c', 'd'],
        cellsOf: (_, index) => noteOf(index!),
      })
      const { rows: annotated } = await readBytes(bytes)
      const safe = (text: string) => (text.startsWith('=') ? `'${text}` : text)
      expect(annotated.map(({ cells }) => cells)).toEqual(
        rows.map((row, index) => [...row, ...noteOf(index).map(safe)]),
      )
    }),
  )
})
