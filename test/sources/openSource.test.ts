import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { openSource, readRows } from '../../src/sources/openSource.ts'
import { cellsOf, readBytes, utf8 } from './readBytes.ts'

test.each<[string, string, object]>([
  ['a.tsv', 'a\tb\n1\t2', { format: 'csv', delimiter: '\t' }],
  ['a.CSV', 'a;b\n1;2', { format: 'csv', delimiter: ';' }],
  ['a.json', '[{"a": 1}]', { format: 'json' }],
  ['a.json', '{"a": {"b": 1}}\n{"a": {"b": 2}}', { format: 'ndjson' }],
  ['a.jsonl', '{"a": 1}', { format: 'ndjson' }],
  ['a.csv.gz', 'a;b\n1;2', { format: 'csv', delimiter: ';' }],
  ['-', 'a;b\n1;2', { format: 'csv' }],
  ['-', ' [{"a": 1}]', { format: 'json' }],
  ['-', '{"a": 1}\n{"a": 2}\n', { format: 'ndjson' }],
])('the format of %s is detected: %j', async (path, text, detection) => {
  expect((await readBytes(utf8(text), { path })).detection).toMatchObject(detection)
})

test('what is compressed is told by its bytes, not by its name', async () => {
  const { detection, records } = await readBytes(gzipSync('a;b\n1;2'))
  expect(detection).toMatchObject({ gzip: true, delimiter: ';' })
  expect(records).toEqual([{ a: '1', b: '2' }])
  expect((await readBytes(utf8('a;b'), { path: 'a.csv.gz' })).detection).not.toHaveProperty('gzip')
})

test('a format that is given is taken', async () => {
  const { records } = await readBytes(utf8('{"a": 1}\n{"a": 2}'), { path: 'a.txt', format: 'ndjson' })
  expect(records).toEqual([{ a: '1' }, { a: '2' }])
})

test('a stream that can be read but once is detected and read', async () => {
  const stream = (parts: string[]) => ({ readChunks: () => ReadableStream.from(parts.map(utf8)) })
  const source = await openSource('-', { effects: stream(['a;b\n', '1;', '2\n3;4']) })
  const rows = (await Array.fromAsync(source.batches())).flat()
  expect(rows.map(cellsOf)).toEqual([
    { a: '1', b: '2' },
    { a: '3', b: '4' },
  ])
  expect(rows[0]!.file).toBe('standard input')
  await expect(Array.fromAsync(source.batches())).rejects.toThrow(/standard input: it can be read but once/)
})

test('a file can be read twice, and row by row', async () => {
  const path = new URL('openSource.test.ts', import.meta.url).pathname
  const source = await openSource(path, { format: 'csv', delimiter: '|' })
  const first = (await Array.fromAsync(source.batches())).flat().map(cellsOf)
  expect((await Array.fromAsync(source.batches())).flat().map(cellsOf)).toEqual(first)
  const rows = await Array.fromAsync(readRows(path, { format: 'csv', delimiter: '|' }))
  expect(rows.map(cellsOf)).toEqual(first)
  expect(first.length).toBeGreaterThan(40)
})

test('a file that is not there, or whose format is not known, is an error that says what to do', async () => {
  await expect(openSource('nowhere/at-all.csv')).rejects.toThrow(/nowhere\/at-all\.csv: .*check its path/)
  await expect(readBytes(utf8('a;b'), { path: 'a.xyz' })).rejects.toThrow(/a\.xyz: .*format: csv/)
})
