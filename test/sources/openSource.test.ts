import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SourceError } from '../../src/errors.ts'
import { openSource, type SourceOptions } from '../../src/sources/openSource.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)

async function read(bytes: Uint8Array, options: SourceOptions & { path?: string } = {}) {
  const { path = 'f.csv', ...rest } = options
  const source = await openSource(path, {
    ...rest,
    effects: { readChunks: () => ReadableStream.from([bytes]) },
  })
  const rows = (await Array.fromAsync(source.batches())).flat().map(({ columns, cells, ...row }) => ({
    ...row,
    cells: new Map(cells.flatMap((cell, index) => (cell === undefined ? [] : [[columns[index]!, cell]]))),
  }))
  return { ...source, rows, records: rows.map(row => Object.fromEntries(row.cells)) }
}

describe('encoding', () => {
  test.each([
    ['UTF-8', utf8('a\né'), 'utf-8'],
    ['UTF-8 with a byte order mark', utf8('\ufeffa\né'), 'utf-8'],
    ['Windows-1252', new Uint8Array([0x61, 0x0a, 0xe9]), 'windows-1252'],
    ['UTF-16 with a byte order mark', new Uint8Array([0xff, 0xfe, 0x61, 0, 0x0a, 0, 0xe9, 0]), 'utf-16le'],
  ])('%s is detected', async (_, bytes, encoding) => {
    const source = await read(bytes)
    expect(source.detection.encoding).toBe(encoding)
    expect(source.records).toEqual([{ a: 'é' }])
  })

  test('detection can be overridden', async () => {
    const { records } = await read(utf8('a\né'), { encoding: 'windows-1252' })
    expect(records).toEqual([{ a: 'Ã©' }])
  })

  test('an encoding that does not fit, or that nobody knows, is an error with the file', async () => {
    await expect(read(new Uint8Array([0x61, 0x0a, 0xe9]), { encoding: 'utf-8' })).rejects.toThrow(
      /f\.csv: .*utf-8/,
    )
    await expect(read(utf8('a'), { encoding: 'klingon' })).rejects.toThrow(SourceError)
  })
})

describe('CSV', () => {
  test.each([';', ',', '\t', '|'])('the delimiter %j is detected', async delimiter => {
    const { detection, records } = await read(utf8(`a${delimiter}b\n1${delimiter}2`))
    expect(detection.delimiter).toBe(delimiter)
    expect(records).toEqual([{ a: '1', b: '2' }])
  })

  test('delimiters within quotes do not count', async () => {
    const { detection } = await read(utf8('"a;b;c;d",e\n1,2'))
    expect(detection.delimiter).toBe(',')
  })

  test('each row knows its line, past multi-line cells and empty lines', async () => {
    const { rows } = await read(utf8('a,b\r\n1,"x\r\ny"\r\n\r\n2,z\r\n3,"p\r\nq\r\nr"\r\n4,t\r\n'))
    expect(rows.map(({ line, cells }) => [line, cells.get('a')])).toEqual([
      [2, '1'],
      [5, '2'],
      [6, '3'],
      [9, '4'],
    ])
  })

  test('headers are trimmed; empty and repeated ones are told apart by position', async () => {
    const { columns } = await read(utf8(' a ,,a\n1,2,3'))
    expect(columns).toEqual(['a', '#2', 'a #3'])
  })

  test('no cell of a ragged row is lost', async () => {
    const { rows, records } = await read(utf8('a,b\n1\n1,2,3'))
    expect(records).toEqual([{ a: '1' }, { a: '1', b: '2', '#3': '3' }])
    expect(rows.map(row => row.ragged)).toEqual([
      { found: 1, expected: 2 },
      { found: 3, expected: 2 },
    ])
  })

  test('a quote that is never closed is an error that says where it opens', async () => {
    await expect(read(utf8('a,b\n1,2\n3,"x\ny\nz'))).rejects.toThrow(/f\.csv, line 3: /)
  })

  test('an empty file has no columns and no rows', async () => {
    const { columns, rows } = await read(utf8(''))
    expect([columns, rows]).toEqual([[], []])
  })

  test('any cells come back as they were written', async () => {
    const cell = fc
      .string({ unit: 'binary' })
      .map(text => text.replaceAll('\ufeff', '').replace(/[\ud800-\udfff]/g, ''))
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1 }), async cells => {
        const quote = (text: string) => `"${text.replaceAll('"', '""')}"`
        const text = ['"a";"b"', ...cells.map(row => row.map(quote).join(';'))].join('\r\n')
        const { rows } = await read(utf8(text))
        expect(rows.map(row => [row.cells.get('a'), row.cells.get('b')])).toEqual(cells)
      }),
    )
  })
})

describe('JSON', () => {
  const json = (text: string) => read(utf8(text), { path: 'f.json' })

  test('nested values have paths, and arrays gather', async () => {
    const { records, columns } = await json(
      '[{"a": 1, "b": {"c": true}, "d": [{"e": "x"}, {"e": "y"}], "f": null}]',
    )
    expect(records).toEqual([{ a: '1', 'b.c': 'true', 'd[].e': ['x', 'y'], f: '' }])
    expect(columns).toEqual(['a', 'b.c', 'd[].e', 'f'])
  })

  test('each record knows the line on which it begins', async () => {
    const { rows } = await json('[\n  {"a": "],{[\\"",\n   "b": [1,\n2]},\n\n  {"a": 2}, {"a": 3}\n]')
    expect(rows.map(row => row.line)).toEqual([2, 6, 6])
  })

  test.each([
    ['{"a": 1}', /line 1: .*not a JSON array/],
    ['[{"a": 1},\n{"a": oops}]', /line 2: .*not JSON/],
    ['[{"a": 1},\n2]', /line 2: .*not a JSON object/],
    ['[{"a": 1},\n{"a": 2}', /line 2: .*never ends/],
    ['[{"a": 1}] x', /after the end/],
  ])('%j is refused with its line', async (text, message) => {
    await expect(json(text)).rejects.toThrow(message)
  })

  test('an empty array has no rows', async () => {
    expect((await json(' [ ] ')).rows).toEqual([])
  })
})

test('a file that is not there, or whose format is not known, is an error that says what to do', async () => {
  await expect(openSource('nowhere/at-all.csv')).rejects.toThrow(/nowhere\/at-all\.csv: .*check its path/)
  await expect(read(utf8('a;b'), { path: 'a.xyz' })).rejects.toThrow(/a\.xyz: .*format: csv/)
})
