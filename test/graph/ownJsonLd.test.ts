import { DataFactory } from 'n3'
import { expect, test } from 'vitest'
import { parseQuads, serialize } from '../../src/index.ts'

const { namedNode, literal, quad } = DataFactory

async function* chunks(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text)
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size)
}

/** A dump whose types come after other properties, as quads may. */
async function dump(): Promise<string> {
  const quads = ['a', 'b'].flatMap(name => {
    const subject = namedNode(`https://example.org/${name}`)
    return [
      quad(subject, namedNode('http://www.w3.org/2004/02/skos/core#prefLabel'), literal(name, 'fr')),
      quad(
        subject,
        namedNode('http://www.w3.org/1999/02/22-rdf-syntax-ns#type'),
        namedNode('http://www.w3.org/ns/org#Organization'),
      ),
    ]
  })
  return (await Array.fromAsync(serialize(quads as never, 'application/ld+json'))).join('')
}

test.each([1, 7, 4096, 1_000_000])('a dump of our own is read in pieces of %i bytes', async size => {
  const read = await Array.fromAsync(parseQuads(chunks(await dump(), size), 'application/ld+json'))
  expect(read.map(({ subject }) => subject.value).sort()).toEqual(
    ['a', 'a', 'b', 'b'].map(name => `https://example.org/${name}`),
  )
})

test('a document whose contexts come late is read as the standard says', async () => {
  const late = `{ "@graph": [{ "@id": "https://example.org/a", "name": "A",
    "@context": { "name": "http://xmlns.com/foaf/0.1/name" } }] }`
  const read = await Array.fromAsync(parseQuads(chunks(late, 16), 'application/ld+json'))
  expect(read.map(({ predicate }) => predicate.value)).toEqual(['http://xmlns.com/foaf/0.1/name'])
})

test('a cut dump of our own is an error, not fewer quads', async () => {
  const text = await dump()
  for (const length of [10, text.length >> 1, text.length - 4]) {
    await expect(
      Array.fromAsync(parseQuads(chunks(text.slice(0, length), 512), 'application/ld+json')),
    ).rejects.toThrow()
  }
})
