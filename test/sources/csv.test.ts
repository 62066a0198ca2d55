import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { SourceError } from '../../src/errors.ts'
import { fc } from '../fastCheck.ts'
import { readBytes, utf8 } from './readBytes.ts'

const read = (text: string, options: Parameters<typeof readBytes>[1] = {}) => readBytes(utf8(text), options)
const cells = async (text: string, options: Parameters<typeof readBytes>[1] = {}) =>
  (await read(text, { headerRows: 0, delimiter: ';', ...options })).rows.map(row => row.cells)

describe('delimiter', () => {
  test.each([';', ',', '\t', '|'])('%j is detected', async delimiter => {
    const { detection, records } = await read(`a${delimiter}b\n1${delimiter}2`)
    expect(detection.delimiter).toBe(delimiter)
    expect(records).toEqual([{ a: '1', b: '2' }])
  })

  test.each([
    ['within quotes others do not count', '"a;b;c;d",e\n1,2', ','],
    ['decimal commas do not count', 'nom;lat;lon\nx;48,1;-1,5\ny;47,2;-1,4', ';'],
    ['a header with commas does not mislead', 'Nom, prénom, titre;Ville\na;b\nc;d', ';'],
    ['lists in cells do not mislead', 'nom,types\na,x;y;z\nb,x;y\nc,"x;y"', ','],
    ['a ragged row does not mislead', 'a;b;c\n1;2;3\n1,5;2\n1;2;3', ';'],
    ['of one column is one that cuts nothing', 'Nom\nDupont, Jean\nDurand, Zoé', ';'],
    ['of nothing is a comma', '', ','],
  ])('%s', async (_, text, delimiter) => {
    expect((await read(text)).detection.delimiter).toBe(delimiter)
  })

  test.each(['~', ' ', '\u0001', '¤'])('any other character may be given: %j', async delimiter => {
    const { records } = await read(`a${delimiter}b\n"1${delimiter}"${delimiter}2`, { delimiter })
    expect(records).toEqual([{ a: `1${delimiter}`, b: '2' }])
  })

  test.each(['', '::', '"', '\n', '\ud800', '😀'])('%j is none', async delimiter => {
    await expect(read('a;b', { delimiter })).rejects.toThrow(/cannot be a delimiter/)
  })
})

describe('lines', () => {
  test('each row knows its line, past multi-line cells and empty lines', async () => {
    const { rows, lines } = await read('a,b\r\n1,"x\r\ny"\r\n\r\n2,z\r\n3,"p\r\nq\r\nr"\r\n4,t\r\n')
    expect(rows.map(row => [row.line, row.cells[0]])).toEqual([
      [2, '1'],
      [5, '2'],
      [6, '3'],
      [9, '4'],
    ])
    expect(lines).toEqual([2, 5, 6, 9])
  })

  test('CR LF, LF and CR end lines, mixed too', async () => {
    const { lines, records } = await read('a;b\r1;"x\ry"\r\n2;z\n\r\r3;"\r\n"\r4;t')
    expect(records).toEqual([
      { a: '1', b: 'x\ry' },
      { a: '2', b: 'z' },
      { a: '3', b: '\r\n' },
      { a: '4', b: 't' },
    ])
    expect(lines).toEqual([2, 4, 7, 9])
  })

  test('lines without anything are skipped, lines of empty cells are not', async () => {
    const { lines } = await read('\n\na;b\n\n;\n""\n')
    expect(lines).toEqual([5, 6])
  })
})

describe('header', () => {
  test('names are trimmed; empty and repeated ones are told apart by position', async () => {
    expect((await read(' a ,,a\n1,2,3')).columns).toEqual(['a', '#2', 'a #3'])
  })

  test('there may be none', async () => {
    const { columns, records, lines } = await read('1;2\n3;4;5', { headerRows: 0 })
    expect(columns).toEqual(['#1', '#2', '#3'])
    expect(records[1]).toEqual({ '#1': '3', '#2': '4', '#3': '5' })
    expect(lines).toEqual([1, 2])
  })

  test('there may be two rows of it', async () => {
    const { columns, records, lines } = await read('Nom;Adresse;\n;Rue;Ville\nx;y;z', { headerRows: 2 })
    expect(columns).toEqual(['Nom', 'Adresse / Rue', 'Adresse / Ville'])
    expect(records).toEqual([{ Nom: 'x', 'Adresse / Rue': 'y', 'Adresse / Ville': 'z' }])
    expect(lines).toEqual([3])
  })

  test('no cell of a ragged row is lost', async () => {
    const { rows, records } = await read('a,b\n1\n1,2,3')
    expect(records).toEqual([{ a: '1' }, { a: '1', b: '2', '#3': '3' }])
    expect(rows.map(row => row.ragged)).toEqual([
      { found: 1, expected: 2 },
      { found: 3, expected: 2 },
    ])
  })

  test('an empty file has no columns and no rows', async () => {
    const { columns, rows } = await read('')
    expect([columns, rows]).toEqual([[], []])
  })
})

describe('quotes', () => {
  test.each<[string, string, string[][]]>([
    ['doubled', '"a ""b"" c";d', [['a "b" c', 'd']]],
    ['alone in a cell', '"""";""', [['"', '']]],
    ['with spaces after them', '"a" ;"b"\t\nc', [['a', 'b'], ['c']]],
    ['in a cell that is not quoted', 'Le "Grand" Café;5" 1/4', [['Le "Grand" Café', '5" 1/4']]],
    ['not doubled in a quoted cell', '"Le "Grand" Café";b', [['Le "Grand" Café', 'b']]],
    ['not doubled, before a delimiter', '"Le "Grand; petit" Café";b', [['Le "Grand; petit" Café', 'b']]],
    [
      'around the first words only',
      '"Grand" Café;b\nc;d',
      [
        ['"Grand" Café', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'around the first words only, before a quoted cell',
      '"Grand" Café;"b"\nc',
      [['"Grand" Café', 'b'], ['c']],
    ],
    [
      'whose second is lost',
      '"a;b\n"c";d\n',
      [
        ['"a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['of a multi-line cell', '"a\n""b""\nc";d', [['a\n"b"\nc', 'd']]],
    ['with NUL beside them', '"a\0";\0b\0', [['a\0', '\0b\0']]],
  ])('%s', async (_, text, expected) => {
    expect(await cells(text)).toEqual(expected)
  })

  test('one that is never closed is an error that says where it opens', async () => {
    await expect(read('a,b\n1,2\n3,"x\ny\nz')).rejects.toThrow(/f\.csv, line 3: /)
    await expect(read('a,b\n"1\n2","x\ny\nz')).rejects.toThrow(/f\.csv, line 3: /)
    await expect(read('a,b\n1,2\n"x\n', { pieceLength: 2 })).rejects.toThrow(/f\.csv, line 3: /)
  })
})

test('any cells come back as they were written, with any delimiter', async () => {
  const cell = fc.string({ unit: 'binary', maxLength: 8 }).map(text => text.toWellFormed())
  const rows = fc.array(fc.tuple(cell, cell), { minLength: 1 })
  const delimiter = fc.constantFrom(';', ',', '\t', '|', '~', 'é')
  const lineEnd = fc.constantFrom('\n', '\r\n', '\r')
  await fc.assert(
    fc.asyncProperty(rows, delimiter, lineEnd, fc.integer({ min: 1, max: 64 }), async (rows, ...how) => {
      const [delimiter, lineEnd, pieceLength] = how
      const quote = (text: string) => `"${text.replaceAll('"', '""')}"`
      const text = rows.map(row => row.map(quote).join(delimiter)).join(lineEnd)
      expect(await cells(text, { delimiter, pieceLength })).toEqual(rows)
    }),
  )
})

const fragment = fc.constantFrom('"', '""', '"a"', ';', '";"', '\n', '\r', '\r\n', '"\n', ' ', '\t', 'a', 'é')
const fragments = fc.array(fragment, { maxLength: 40 }).map(parts => parts.join(''))

test('whatever the quotes, the records do not depend on the pieces in which the text comes', async () => {
  const outcome = (text: string, pieceLength: number) =>
    read(text, { headerRows: 0, delimiter: ';', pieceLength }).then(
      ({ rows }) => rows.map(({ line, cells }) => ({ line, cells })),
      (error: unknown) => {
        if (error instanceof SourceError) return error.message
        throw error
      },
    )
  await fc.assert(
    fc.asyncProperty(fragments, fc.integer({ min: 1, max: 7 }), async (text, pieceLength) => {
      expect(await outcome(text, pieceLength)).toEqual(await outcome(text, 1000))
    }),
    { numRuns: 1000 },
  )
})

test('what is written as CSV by others is read as others read it', async () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ';', ' ', '\n', '\r', '\t'), maxLength: 5 })
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 })), async rows => {
      const text = Papa.unparse(rows, { delimiter: ';', newline: '\r\n' })
      expect(await cells(text)).toEqual(
        Papa.parse(text, { delimiter: ';', newline: '\r\n', skipEmptyLines: true }).data,
      )
      expect(await cells(text)).toEqual(rows.filter(row => row.length > 0))
    }),
  )
})

test('rows above the header are no records, and lines are counted from the top of the file', async () => {
  const { columns, rows } = await read('Liste 2024;;\n\nNom;Ville\nA;Rennes\n', { skipRows: 1 })
  expect(columns).toEqual(['Nom', 'Ville'])
  expect(rows.map(({ line, cells }) => [line, cells])).toEqual([[4, ['A', 'Rennes']]])
})
