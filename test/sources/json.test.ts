import { describe, expect, test } from 'vitest'
import { fc } from '../fastCheck.ts'
import { readBytes, utf8 } from './readBytes.ts'

const json = (text: string, options: Parameters<typeof readBytes>[1] = {}) =>
  readBytes(utf8(text), { path: 'f.json', ...options })
const ndjson = (text: string) => json(text, { path: 'f.ndjson' })

describe('columns', () => {
  test('nested values have paths, and arrays gather', async () => {
    const { records, columns } = await json(
      '[{"a": 1, "b": {"c": true}, "d": [{"e": "x"}, {"e": "y"}], "f": null, "g": [], "h": [[1], [2, 3]]}]',
    )
    expect(records).toEqual([{ a: '1', 'b.c': 'true', 'd[].e': ['x', 'y'], f: '', 'h[][]': ['1', '2\n3'] }])
    expect(columns).toEqual(['a', 'b.c', 'd[].e', 'f', 'h[][]'])
  })

  test('they grow as paths occur, and are composed', async () => {
    const { records, columns } = await json('[{"a": 1}, {"Re\u0301gion": 2}, {"R\u00e9gion": [3], "a": 4}]')
    expect(columns).toEqual(['a', 'R\u00e9gion', 'R\u00e9gion[]'])
    expect(records).toEqual([{ a: '1' }, { 'R\u00e9gion': '2' }, { 'R\u00e9gion[]': ['3'], a: '4' }])
  })

  test('lists of one array are in step', async () => {
    const { records } = await json('[{"a": [{"b": 1}, {"c": 2}, {"b": 3}]}]')
    expect(records).toEqual([{ 'a[].b': ['1', '', '3'], 'a[].c': ['', '2'] }])
  })

  test('names that objects have anyway are names as others', async () => {
    const { columns, rows } = await json('[{"__proto__": 1, "constructor": {"toString": 2}}]')
    expect(columns).toEqual(['__proto__', 'constructor.toString'])
    expect(rows[0]!.cells).toEqual(['1', '2'])
  })
})

describe('numbers', () => {
  test.each([
    ['33000', '33000'],
    ['1.50', '1.5'],
    ['-0.53959184', '-0.53959184'],
    ['1e3', '1000'],
    ['12345678901234567890', '12345678901234567890'],
    ['9007199254740993', '9007199254740993'],
    ['48.12345678901234567', '48.12345678901234567'],
    ['1e400', '1e400'],
    ['-1E-400', '-1E-400'],
    ['0e0', '0'],
  ])('%s is read as %s', async (written, read) => {
    const { records } = await json(
      `[{"s": "2e étage \\"12345678901234567890\\"", "n": ${written}, "t": true}]`,
    )
    expect(records).toEqual([{ s: '2e étage "12345678901234567890"', n: read, t: 'true' }])
  })
})

describe('lines', () => {
  test('each record knows the line on which it begins', async () => {
    const { lines } = await json('[\n  {"a": "],{[\\"",\n   "b": [1,\n2]},\n\n  {"a": 2}, {"a": 3}\n]')
    expect(lines).toEqual([2, 6, 6])
  })

  test('blank lines between JSON lines are counted', async () => {
    const { lines, records } = await ndjson('\n{"a": 1}\r\n \n{"a": 2}')
    expect(lines).toEqual([2, 4])
    expect(records).toEqual([{ a: '1' }, { a: '2' }])
  })
})

describe('where the records are', () => {
  test('in an object of records, whose names become a column', async () => {
    const { records, columns, lines } = await json('{\n"x": {"a": 1},\n"\\u0079": {"a": 2}}')
    expect(columns).toEqual(['@key', 'a'])
    expect(records).toEqual([
      { '@key': 'x', a: '1' },
      { '@key': 'y', a: '2' },
    ])
    expect(lines).toEqual([2, 3])
  })

  test('in the only array of objects', async () => {
    const { detection, records } = await json(
      '{"n": 1, "tags": ["x"], "items": [{"a": 1}], "rest": {"b": 2}}',
    )
    expect(detection.records).toBe('items')
    expect(records).toEqual([{ a: '1' }])
  })

  test('in an empty array where there is no other', async () => {
    const { detection, rows } = await json('{"total": 0, "items": []}')
    expect([detection.records, rows]).toEqual(['items', []])
  })

  test.each<[string, string, object[]]>([
    ['a.b', '{"z": {"b": [{"a": 0}]}, "a": {"c": "]", "b": [{"a": 1}], "d": 1}, "e": [2]}', [{ a: '1' }]],
    ['a', '{"a": {"k": {"a": 1}}}', [{ '@key': 'k', a: '1' }]],
    ['a.csv.b', '{"a": 1, "a.csv": {"b": [{"a": 1}]}}', [{ a: '1' }]],
    ['', '{"k": {"x": [{"a": 1}]}}', [{ '@key': 'k', 'x[].a': ['1'] }]],
    ['$', ' {"a": 1, "b": [{"c": 2}]} ', [{ a: '1', 'b[].c': ['2'] }]],
  ])('where the path %j leads', async (records, text, expected) => {
    const source = await json(text, { records })
    expect(source.records).toEqual(expected)
  })

  test('an empty array or object has no rows', async () => {
    expect((await json(' [ ] ')).rows).toEqual([])
    expect((await json(' { } ')).rows).toEqual([])
  })

  test.each<[string, RegExp, string?]>([
    ['{"a": 1}', /line 1: .*not a JSON array/],
    ['"a"', /line 1: .*not a JSON array/],
    ['', /line 1: .*not a JSON array/],
    ['{"a": [{}], "b": [{}]}', /several of its members are; .*"a", "b"/],
    ['{"a": {}}', /no member "a\.b"/, 'a.b'],
    ['{"a": 1}', /"a" does not lead to an array or object/, 'a'],
    ['[{"a": 1}]', /"a" does not lead to an array or object/, 'a'],
    ['[]', /"\$" does not lead to/, '$'],
  ])('%j is refused, saying what to do', async (text, message, records) => {
    await expect(json(text, records === undefined ? {} : { records })).rejects.toThrow(message)
  })
})

describe('what is broken is refused with its line', () => {
  const deep = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`

  test.each([
    ['[{"a": 1},\n{"a": oops}]', /line 2: .*not JSON/],
    ['[{"a": 1},\n2]', /line 2: .*not a JSON object/],
    ['[{"a": 1},\n{"a": 2}', /line 2: .*never ends/],
    ['[{"a": 1},\n{"a": "2}', /line 2: .*never ends/],
    ['[{"a": 1},\n{"a": "2\\', /line 2: .*never ends/],
    ['[{"a": 1}\n{"a": 2}]', /line 2: .*a comma or ]/],
    ['[{"a": 1},\n]', /line 2: .*between the comma/],
    ['[,\n{"a": 1}]', /line 1: .*not JSON/],
    ['[{"a": 1}] x', /after the end/],
    ['{"a": {}, b: {}}', /a name in quotes/],
    ['{"a" {}}', /a colon/],
    ['{"\\x": {}}', /name is not JSON/],
    ['[{"a": 1,\n"b": {"a": 2, "\\u0061": 3}}]', /line 1: .*two members "a"/],
    ['[\n{"a": {"b": 1}, "a.b": 2}]', /line 2: .*two values at "a\.b"/],
    [`[\n{"a": ${deep(64)}}]`, /line 2: .*more than 64 deep/],
    [`{"a": ${deep(1_000_000)}}`, /more than 64 deep/],
  ])('%j', async (text, message) => {
    await expect(json(text)).rejects.toThrow(message)
    await expect(json(text, { pieceLength: 1 + (text.length >> 4) })).rejects.toThrow(message)
  })

  test.each([
    ['{"a": 1}\n{"a": ', /line 2: .*not JSON/],
    ['{"a": 1}\n\n[]', /line 3: .*not a JSON object/],
    ['{"a": 1, "a": 2}', /line 1: .*two members "a"/],
    [`{"a": ${deep(100_000)}}`, /line 1: .*more than 64 deep/],
  ])('%j of JSON lines', async (text, message) => {
    await expect(ndjson(text)).rejects.toThrow(message)
  })

  test('an array whose elements have nothing in common', async () => {
    const elements = Array.from({ length: 2000 }, (_, index) => `{"k${index}": 1}`)
    await expect(json(`[{"a": [${elements.join(',')}]}]`)).rejects.toThrow(/line 1: .*too many empty/)
  })

  test('an object that should be an array of records', async () => {
    const members = Array.from({ length: 70_000 }, (_, index) => `"k${index}": 1`)
    await expect(json(`[{"a": {${members.join(',')}}}]`)).rejects.toThrow(/more than 65536 different paths/)
  })
})

test('half a surrogate pair becomes U+FFFD', async () => {
  const { records } = await json('[{"\\ud800": "a\\udc00b"}]')
  expect(records).toEqual([{ '\ufffd': 'a\ufffdb' }])
})

test('any records come back, whatever the pieces, as an array, an object and lines', async () => {
  const text = fc.string({ unit: 'binary', maxLength: 6 }).map(text => text.toWellFormed())
  const name = text.map(text => text.normalize('NFC').replace(/[.[\]@]/g, '-'))
  const record = fc.dictionary(name, text, { noNullPrototype: true })
  const records = fc.array(record, { minLength: 2, maxLength: 6 })
  const space = fc.constantFrom(undefined, 1, '\n\t')
  await fc.assert(
    fc.asyncProperty(records, space, fc.integer({ min: 1, max: 50 }), async (records, space, pieceLength) => {
      const read = async (text: string, path = 'f.json', found?: string) => {
        const options = found === undefined ? {} : { records: found }
        const { rows } = await json(text, { path, pieceLength, ...options })
        return rows.map(({ cells, columns }) =>
          cells.flatMap((cell, index) => (cell === undefined ? [] : [[columns[index]!, cell]])).sort(),
        )
      }
      const expected = records.map(record => Object.entries(record).sort())
      expect(await read(JSON.stringify(records, null, space))).toEqual(expected)
      expect(await read(records.map(record => JSON.stringify(record)).join('\n'), 'f.jsonl')).toEqual(
        expected,
      )
      expect(await read(JSON.stringify({ a: 1, b: { c: records } }, null, space), 'f.json', 'b.c')).toEqual(
        expected,
      )
      const keyed = Object.fromEntries(records.map((record, index) => [`k${index}`, record]))
      expect(await read(JSON.stringify(keyed, null, space), 'f.json', '')).toEqual(
        expected.map((entries, index) => [...entries, ['@key', `k${index}`]].sort()),
      )
    }),
  )
})
