import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { temporaryFolder } from '../temporaryFolder.ts'
import { annuaire } from './run.ts'

const DUMP = `<urn:x:a> <urn:x:name> "Un"@fr .
<urn:x:b> <urn:x:name> "Deux"@fr .
<urn:x:b> <urn:x:word> "${'a'.repeat(60)}b" .
`
const NAMES = 'SELECT ?name { ?s <urn:x:name> ?name } ORDER BY ?name'

let folder: string
let dump: string
beforeEach(async () => {
  folder = await temporaryFolder()
  dump = join(folder, 'dump.nt')
  await writeFile(dump, DUMP)
})

test('a query is answered, with limits and without', async () => {
  const free = await annuaire(['query', NAMES, '--source', dump, '--format', 'csv'])
  expect(free).toEqual({ out: 'name\r\nDeux\r\nUn\r\n', err: '', code: 0 })
  const limited = ['query', NAMES, '--source', dump, '--format', 'csv', '--timeout', '60', '--memory', '100']
  expect(await annuaire(limited)).toEqual(free)
})

test('a query may stand in a file', async () => {
  await writeFile(join(folder, 'names.rq'), `# of a release\n${NAMES}\n`)
  const answer = await annuaire(['query', 'names.rq', '--source', 'dump.nt', '--format', 'csv'], folder)
  expect(answer).toEqual({ out: 'name\r\nDeux\r\nUn\r\n', err: '', code: 0 })
  const missing = await annuaire(['query', 'nothing.rq', '--source', 'dump.nt'], folder)
  expect(missing).toMatchObject({
    err: 'annuaire: there is no file "nothing.rq"; see annuaire --help\n',
    code: 2,
  })
})

test('a broken query is shown with its place, and nothing after it', async () => {
  const { err, code } = await annuaire(['query', 'SELECT ?x\n{ ?x prefLabel ?y }', '--source', dump])
  expect(code).toBe(2)
  expect(err).toMatch(
    /^annuaire: .* at line 2, column 6: "prefLabel" .*\n {2}\{ \?x prefLabel \?y \}\n {7}\^\n$/,
  )
})

test('where there is no answer, it is told which names nothing has', async () => {
  const asked = 'SELECT ?s { ?s <urn:x:nam> ?name FILTER(xsd:string(?name) != "x"^^xsd:string) }'
  const absent = await annuaire(['query', asked, '--source', dump, '--format', 'csv'])
  expect(absent).toMatchObject({ out: 's\r\n', code: 0 })
  expect(absent.err).toMatch(/^annuaire: nothing that is queried has <urn:x:nam>; check/)
  const none = 'SELECT ?s { ?s <urn:x:name> "Trois" }'
  expect((await annuaire(['query', none, '--source', dump])).err).toBe('')
})

test('a query that never ends ends at its limit', async () => {
  const stuck = 'ASK { ?s <urn:x:word> ?word FILTER(REGEX(?word, "^(a+)+$")) }'
  const { out, err, code } = await annuaire(['query', stuck, '--source', dump, '--timeout', '4'])
  expect([out, code]).toEqual(['', 2])
  expect(err).toMatch(/^annuaire: the query took longer than the 4 s/)
})

test('it is explained who evaluates', async () => {
  const { out, err, code } = await annuaire(['query', NAMES, '--source', dump, '--explain'])
  expect([err, code]).toEqual(['', 0])
  expect(out).toMatch(/^evaluated on columns: 2 rows in [\d.]+ ms\n\n\w.*2 rows/)
})

test.each([
  [['--timeout', '0'], /--timeout takes a number above 0, not "0"/],
  [['--memory', 'much'], /--memory takes a number above 0, not "much"/],
  [['--format', 'xls'], /--format is one of table, csv/],
])('%j is refused', async (options, message) => {
  const { err, code } = await annuaire(['query', NAMES, '--source', dump, ...options])
  expect(code).toBe(2)
  expect(err).toMatch(message)
})

describe('a snapshot', () => {
  test('is written, and answers as what it was made of', async () => {
    const file = join(folder, 'dump.columns')
    const written = await annuaire(['snapshot', dump, file])
    expect(written).toEqual({ out: `${file}: 3 quads\n`, err: '', code: 0 })
    const again = join(folder, 'again.columns')
    await annuaire(['snapshot', file, again])
    expect((await readFile(again)).equals(await readFile(file))).toBe(true)
    const answer = await annuaire(['query', NAMES, '--source', file, '--format', 'csv', '--timeout', '60'])
    expect(answer).toEqual({ out: 'name\r\nDeux\r\nUn\r\n', err: '', code: 0 })
  })

  test('that is damaged is told', async () => {
    const file = join(folder, 'damaged.columns')
    await annuaire(['snapshot', dump, file])
    const bytes = await readFile(file)
    bytes[bytes.length - 20]! ^= 1
    await writeFile(file, bytes)
    const { err, code } = await annuaire(['query', NAMES, '--source', file])
    expect(code).toBe(2)
    expect(err).toMatch(/^annuaire: .*damaged\.columns: it is damaged/)
  })

  test.each([
    [['dump.nt'], /takes a source and a file/],
    [['dump.nt', 'dump.bin'], /ends in \.columns, unlike "dump\.bin"/],
    [['missing.nt', 'dump.columns'], /there is no file or folder "missing\.nt"/],
    [['https://example.org/sparql', 'far.columns'], /an endpoint keeps its graph to itself/],
  ])('of %j is refused', async (args, message) => {
    const { err, code } = await annuaire(['snapshot', ...args], folder)
    expect(code).toBe(2)
    expect(err).toMatch(message)
  })
})
