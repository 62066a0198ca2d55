import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import type * as RDF from '@rdfjs/types'
import { Parser, Store } from 'n3'
import { isomorphic } from 'rdf-isomorphic'
import { expect, test } from 'vitest'
import { GraphError } from '../../src/errors.ts'
import { RDF_MEDIA_TYPES, type RdfMediaType } from '../../src/graph/mediaTypes.ts'
import { read, written } from '../graph/gather.ts'
import { describeWith, shared } from './shared.ts'

const FOLDER = 'suites/w3c/rdf/rdf11/rdf-turtle/'
const BASE = 'https://w3c.github.io/rdf-tests/rdf/rdf11/rdf-turtle/'
const MF = 'http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#'
const RDFT = 'http://www.w3.org/ns/rdftest#'
const MEDIA_TYPES = Object.keys(RDF_MEDIA_TYPES) as RdfMediaType[]
/** How rapper calls the formats; it knows no JSON-LD. */
const RAPPER = [
  ['turtle', 'text/turtle'],
  ['ntriples', 'application/n-triples'],
  ['rdfxml', 'application/rdf+xml'],
] as const

interface Case {
  readonly name: string
  readonly action: string
  readonly result: string | undefined
}

const text = (file: string) => readFileSync(shared(FOLDER + file), 'utf8')

function casesOf(...types: string[]): Case[] {
  if (!existsSync(shared(FOLDER))) return []
  const manifest = new Store(new Parser({ baseIRI: `${BASE}manifest.ttl` }).parse(text('manifest.ttl')))
  const file = (id: RDF.Term, property: string) =>
    manifest.getObjects(id.value, MF + property, null)[0]?.value.slice(BASE.length)
  return types
    .flatMap(type =>
      manifest.getSubjects('http://www.w3.org/1999/02/22-rdf-syntax-ns#type', RDFT + type, null),
    )
    .map(id => ({ name: id.value.split('#')[1]!, action: file(id, 'action')!, result: file(id, 'result') }))
}

const readCase = ({ action }: Case) => read(text(action), 'text/turtle', { baseIRI: BASE + action })

/** The quads of the cases that can be written in this format, and why the others cannot. */
async function writable(cases: readonly Case[], mediaType: RdfMediaType) {
  const documents: { name: string; quads: RDF.Quad[]; document: string }[] = []
  const refused: Record<string, string> = {}
  for (const testCase of cases) {
    const quads = await readCase(testCase)
    await written(quads, mediaType).then(
      document => documents.push({ name: testCase.name, quads, document }),
      (error: GraphError) => {
        refused[testCase.name] =
          /character U\+\w+|name of an XML element/.exec(error.message)?.[0] ?? `${error}`
      },
    )
  }
  return { documents, refused }
}

describeWith(FOLDER, 'the W3C suite for Turtle', () => {
  const positive = casesOf('TestTurtleEval', 'TestTurtlePositiveSyntax')
  const negative = casesOf('TestTurtleNegativeSyntax', 'TestTurtleNegativeEval')

  test('it is all there', () => {
    expect([positive.length, negative.length]).toEqual([219, 94])
  })

  test.each(positive)('$name is read', async testCase => {
    const quads = await readCase(testCase)
    if (testCase.result === undefined) return
    expect(isomorphic(quads, await read(text(testCase.result), 'application/n-triples'))).toBe(true)
  })

  test.each(negative)('$name is refused', async testCase => {
    await expect(readCase(testCase)).rejects.toThrow(GraphError)
  })

  test.each(MEDIA_TYPES)(
    'each is written as %s and read back, or refused for a known reason',
    async mediaType => {
      const { documents, refused } = await writable(positive, mediaType)
      const different: string[] = []
      for (const { name, quads, document } of documents) {
        const same = await read(document, mediaType).then(
          again => isomorphic(again, quads),
          () => false,
        )
        if (!same) different.push(name)
      }
      expect(different).toEqual([])
      expect(refused).toEqual(mediaType === 'application/rdf+xml' ? XML_CANNOT : {})
    },
  )

  const rapper = spawnSync('rapper', ['--version']).status === 0
  const missing = rapper || process.env.CI === 'true' ? '' : ' (skipped: rapper is not installed)'
  test.skipIf(missing !== '').each(RAPPER)(
    `rapper reads the %s of each${missing}`,
    async (format, mediaType) => {
      const { documents } = await writable(positive, mediaType)
      const wrong: string[] = []
      for (const { name, quads, document } of documents) {
        const { stderr } = spawnSync('rapper', ['-c', '-i', format, '-', BASE], {
          input: document,
          encoding: 'utf8',
        })
        const clean = stderr
          .split('\n')
          .filter(line => line !== '' && !line.startsWith('rapper: Parsing file'))
        const plural = quads.length === 1 ? '' : 's'
        if (clean.join() !== `rapper: Parsing returned ${quads.length} triple${plural}`)
          wrong.push(`${name}: ${clean.join()}`)
      }
      expect(wrong).toEqual([])
    },
  )
})

/** Each character that XML 1.0 lacks, and each property without a name at its end. */
const XML_CANNOT = {
  LITERAL1_all_controls: 'character U+0000',
  LITERAL1_ascii_boundaries: 'character U+0000',
  LITERAL2_ascii_boundaries: 'character U+0000',
  LITERAL_LONG1_ascii_boundaries: 'character U+0000',
  LITERAL_LONG2_ascii_boundaries: 'character U+0000',
  literal_with_BACKSPACE: 'character U+0008',
  literal_with_FORM_FEED: 'character U+000C',
  literal_with_escaped_BACKSPACE: 'character U+0008',
  literal_with_escaped_FORM_FEED: 'character U+000C',
  'turtle-syntax-ln-colons': 'name of an XML element',
  'turtle-syntax-pname-esc-03': 'name of an XML element',
  'turtle-syntax-prefix-05': 'name of an XML element',
  'turtle-syntax-prefix-09': 'name of an XML element',
}
