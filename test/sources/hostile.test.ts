import { expect, test } from 'vitest'
import { SourceError } from '../../src/errors.ts'
import { openSource } from '../../src/sources/openSource.ts'
import { fc } from '../fastCheck.ts'
import { annotateBytes, readBytes, utf8 } from './readBytes.ts'

type Options = NonNullable<Parameters<typeof readBytes>[1]>

/** Whatever a file holds, it gives rows or an error that names it. */
async function expectRowsOrError(bytes: Uint8Array, options: Options): Promise<void> {
  try {
    const { rows, columns } = await readBytes(bytes, options)
    const lines = rows.map(({ line }) => line)
    expect(lines).toEqual(lines.toSorted((a, b) => a - b))
    expect(columns.every(column => column.isWellFormed())).toBe(true)
    expect(new Set(columns).size).toBe(columns.length)
    expect(rows.every(({ cells }) => cells.flat().every(cell => cell?.isWellFormed() ?? true))).toBe(true)
    await annotateBytes(bytes, { headers: ['x'], cellsOf: line => [`${line}`] }, options)
  } catch (error) {
    if (!(error instanceof SourceError)) throw error
    expect(error.location?.file).toBe(options.path)
  }
}

const options = fc.record<Options>(
  {
    path: fc.constantFrom('f.csv', 'f.json', 'f.ndjson', 'f.txt.gz', 'f'),
    pieceLength: fc.integer({ min: 1, max: 64 }),
    headerRows: fc.constantFrom(0, 1, 2),
    encoding: fc.constantFrom('utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'shift_jis', 'gb18030'),
    delimiter: fc.constantFrom(';', '\t', 'a', '\ud800'),
    records: fc.constantFrom('', '$', 'a', 'a.b', '.', '..'),
  },
  { requiredKeys: ['path'], noNullPrototype: true },
)

test('random bytes', async () => {
  const beginning = fc.constantFrom('', '\x1f\x8b\x08', '\xff\xfe', '\xef\xbb\xbf', '[', '{"a":', '"')
  const bytes = fc.tuple(beginning, fc.uint8Array({ maxLength: 300 }))
  await fc.assert(
    fc.asyncProperty(bytes, options, async ([beginning, rest], options) =>
      expectRowsOrError(Buffer.concat([Buffer.from(beginning, 'latin1'), rest]), options),
    ),
    { numRuns: 1000 },
  )
})

test('JSON with characters lost, doubled and changed', async () => {
  const json = fc.jsonValue({ maxDepth: 4, noUnicodeString: false })
  const text = fc.oneof(
    fc.array(json, { maxLength: 3 }).map(values => JSON.stringify(values)),
    fc
      .dictionary(fc.constantFrom('a', 'b', 'c'), json)
      .map(value => JSON.stringify({ a: { b: [value] } }, null, 1)),
    fc.array(json, { maxLength: 3 }).map(values => values.map(value => JSON.stringify(value)).join('\n')),
  )
  const token = fc.constantFrom(
    '',
    '"',
    '\\',
    '[',
    ']',
    '{',
    '}',
    ',',
    ':',
    '\n',
    '1e999',
    '\\ud800',
    'null',
    '\0',
  )
  const change = fc.tuple(fc.nat(), fc.nat(2), token)
  await fc.assert(
    fc.asyncProperty(text, fc.array(change, { maxLength: 3 }), options, async (text, changes, options) => {
      let changed = text
      for (const [position, removed, token] of changes) {
        const at = position % (changed.length + 1)
        changed = changed.slice(0, at) + token + changed.slice(at + removed)
      }
      await expectRowsOrError(utf8(changed), {
        ...options,
        path: options.path === 'f.csv' ? 'f.json' : options.path!,
      })
    }),
    { numRuns: 1000 },
  )
})

const MEGABYTE = 1024 * 1024
const cellOf = (length: number) => 'é"a '.repeat(length / 4)

test.each<[string, () => string, string, number | RegExp]>([
  [
    'a quoted cell of 10 MB',
    () => `a;b\n1;"${cellOf(10 * MEGABYTE).replaceAll('"', '""')}"\n2;3`,
    'f.csv',
    2,
  ],
  ['a cell of 10 MB full of quotes', () => `a;b\n1;"${'x"'.repeat(5 * MEGABYTE)}y";\n`, 'f.csv', 1],
  ['a row of broken quotes', () => `a;b\n${'"a"b;'.repeat(60_000)}\n`, 'f.csv', 1],
  ['rows of broken quotes', () => `a;b\n${'"a\n"b"c;"\n'.repeat(200_000)}`, 'f.csv', 400_000],
  ['10 MB of opening quotes', () => `a;b\n${'"a;'.repeat(3 * MEGABYTE)}`, 'f.csv', /more than 65536 cells/],
  ['10 MB of quotes', () => `a;b\n${'"'.repeat(10 * MEGABYTE)}`, 'f.csv', 1],
  [
    '10 MB of quotes that never close',
    () => `a;b\n"${'"'.repeat(10 * MEGABYTE)}`,
    'f.csv',
    /line 2: .*never ends/,
  ],
  ['10 MB of spaces after quotes', () => `a;b\n"${`"${' '.repeat(1000)}`.repeat(10_000)}`, 'f.csv', 1],
  [
    'a quote that opens 20 MB',
    () => `a;b\n1;"${'x;y\n'.repeat(5 * MEGABYTE)}`,
    'f.csv',
    /line 2: .*never ends/,
  ],
  ['10 MB without a line end', () => `a;b\n${'x'.repeat(10 * MEGABYTE)}`, 'f.csv', 1],
  ['100,000 empty lines', () => `a;b\n${'\n\r\n\r'.repeat(33_334)}1;2`, 'f.csv', 1],
  ['rows of thousands of cells', () => `a;b\n${`${';'.repeat(50_000)}\n`.repeat(20)}`, 'f.csv', 20],
  [
    'a string of 10 MB in JSON',
    () => `[{"a":"${cellOf(10 * MEGABYTE).replaceAll('"', '\\"')}"}]`,
    'f.json',
    1,
  ],
  ['10 MB of backslashes', () => `[{"a":"${'\\'.repeat(10 * MEGABYTE)}"}]`, 'f.json', 1],
  ['10 MB of digits', () => `[{"a":${'1'.repeat(10 * MEGABYTE)}}]`, 'f.json', 1],
  ['10 MB of brackets', () => '['.repeat(10 * MEGABYTE), 'f.json', /more than 64 deep/],
  ['a million scalars', () => `[{"a":[${'1,'.repeat(MEGABYTE)}1]}]`, 'f.json', 1],
  ['100,000 empty JSON lines', () => `${'\n'.repeat(100_000)}{"a":1}`, 'f.ndjson', 1],
])('%s take little time', { timeout: 60_000 }, async (_, text, path, expected) => {
  const reading = readBytes(utf8(text()), { path, pieceLength: 64 * 1024 })
  if (typeof expected === 'number') expect((await reading).rows).toHaveLength(expected)
  else await expect(reading).rejects.toThrow(expected)
})

test.each([
  ['f.csv', 'a;b\n1;"', 'x;y\n', /f\.csv, line 2: .*64 million/],
  ['f.json', '[\n{"a": "', 'x', /f\.json, line 2: .*64 million/],
  ['f.ndjson', '\n{"a": "', 'x', /f\.ndjson, line 2: .*64 million/],
])(
  'a record that does not end in %s does not fill the memory',
  { timeout: 60_000 },
  async (path, ...rest) => {
    const [beginning, more, message] = rest
    let given = 0
    const readChunks = async function* () {
      yield utf8(beginning)
      for (const piece = utf8(more.repeat(MEGABYTE / more.length)); ; given += 1) yield piece
    }
    const options = { encoding: 'utf-8', effects: { readChunks } }
    const read = async () => Array.fromAsync((await openSource(path, options)).batches())
    await expect(read()).rejects.toThrow(message)
    expect(given).toBeLessThan(300)
  },
)
