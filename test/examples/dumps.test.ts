import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { mediaTypeOf } from '../../src/graph/mediaTypes.ts'
import {
  buildGraph,
  type Graph,
  openDirectory,
  parseQuads,
  quadsToActors,
  type RdfMediaType,
  type Release,
} from '../../src/index.ts'
import { publishExample } from './release.ts'

const DUMPS = ['actors.ttl', 'actors.nt', 'actors.jsonld', 'actors.rdf'] as const

function readDump(release: Release, name: string): Promise<Graph> {
  const path = join(release.path, 'dumps', name)
  return buildGraph(parseQuads(createReadStream(path), mediaTypeOf(extname(name)) as RdfMediaType))
}

/** Where rapper is absent its tests are skipped, saying so; in continuous integration they run, and fail. */
const isSkipped = spawnSync('rapper', ['--version']).status !== 0 && process.env.CI !== 'true'

describe.each(['oten-2010', 'intercommunalites'])('the dumps of %s', name => {
  let release: Release
  let first: Graph
  beforeAll(async () => {
    release = await publishExample(name)
    first = await readDump(release, 'actors.nt')
  })

  test.each(DUMPS)('%s has the same triples as the others, and no blank nodes', async dump => {
    const graph = await readDump(release, dump)
    expect(graph.size).toBe(first.size)
    for (const quad of graph) {
      // Of equal size, without blank nodes, each in the other: isomorphic.
      if (!first.has(quad)) expect.fail(`${quad.subject.value} ${quad.predicate.value} ${quad.object.value}`)
      expect(quad.subject.termType === 'NamedNode' && quad.object.termType !== 'BlankNode').toBe(true)
    }
  })

  test('the catalogue says their number, sizes, checksums and licence as they are', async () => {
    const catalog = await buildGraph(
      parseQuads(createReadStream(join(release.path, 'catalog.ttl')), 'text/turtle'),
    )
    const values = (predicate: string) =>
      new Map(
        [...catalog]
          .filter(quad => quad.predicate.value.endsWith(predicate))
          .map(quad => [quad.subject.value, quad.object.value]),
      )
    expect([...values('void#triples').values()]).toEqual([String(first.size)])
    const [sizes, checksums, licences] = [
      values('dcat#byteSize'),
      values('checksumValue'),
      values('terms/license'),
    ]
    const described = release.files.filter(
      ({ mediaType }) =>
        mediaType === 'text/csv' ||
        mediaType in
          {
            'text/turtle': 0,
            'application/n-triples': 0,
            'application/ld+json': 0,
            'application/rdf+xml': 0,
          },
    )
    expect(described.length).toBeGreaterThan(10)
    for (const { path } of described.filter(file => file.path !== 'catalog.ttl')) {
      const bytes = readFileSync(join(release.path, path))
      const suffix = `/releases/${release.date}/${path}`
      const of = (map: Map<string, string>, fragment: string) =>
        [...map].find(([subject]) => subject.endsWith(suffix + fragment))?.[1]
      expect(of(sizes, '#distribution'), path).toBe(String(bytes.length))
      expect(of(checksums, '#checksum'), path).toBe(createHash('sha256').update(bytes).digest('hex'))
      expect(of(licences, '#distribution'), path).toMatch(/^https:/)
    }
  })

  test('the actors come back from them without loss', async () => {
    const folder = fileURLToPath(new URL(`../../examples/${name}`, import.meta.url))
    const directory = await openDirectory(folder)
    const { base, language, fields } = directory.configuration
    const back = await Array.fromAsync(quadsToActors(first, { base, language, fields }))
    const byId = new Map(back.map(actor => [actor.id, ordered(actor)]))
    let count = 0
    for await (const actor of directory.actors()) {
      count += 1
      expect(byId.get(actor.id)).toEqual(ordered(actor))
    }
    expect(byId.size).toBe(count)
  })

  test.each([
    ['turtle', 'actors.ttl'],
    ['ntriples', 'actors.nt'],
    ['rdfxml', 'actors.rdf'],
    ['turtle', 'vocabulary.ttl'],
  ])(
    `rapper reads %s %s without a warning, and counts the same triples${isSkipped ? ' (skipped: rapper is not installed)' : ''}`,
    { skip: isSkipped },
    async (syntax, dump) => {
      const path = join(release.path, 'dumps', dump)
      const { stderr, status } = spawnSync('rapper', ['-c', '-i', syntax, path], { encoding: 'utf8' })
      expect(status).toBe(0)
      expect(stderr).not.toMatch(/warning|error/i)
      const counted = /returned (\d+) triples/.exec(stderr)?.[1]
      const expected = dump === 'vocabulary.ttl' ? (await readDump(release, dump)).size : first.size
      expect(Number(counted)).toBe(expected)
    },
  )
})

/** Sets have no order: put them into one. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered).sort()
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => [name, ordered(member)]),
  )
}
