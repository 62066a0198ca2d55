import { expect, test } from 'vitest'
import { VocabularyError } from '../../src/errors.ts'
import { loadVocabulary, parseTurtle, readVocabularyFile } from '../../src/vocabulary/vocabulary.ts'

test('a broken file is an error that names it and its line', () => {
  const parse = () => parseTurtle('@prefix a: <https://example.org/> .\na:a a:b a:c .\na:d a:e ; .', 'x.ttl')
  expect(parse).toThrow(VocabularyError)
  expect(parse).toThrow('vocab/x.ttl, line 3: this is not Turtle')
})

test('what is no Turtle, though N3, is one too', () => {
  expect(() => parseTurtle('{ <a> <b> <c> } => { <d> <e> <f> } .', 'x.ttl')).toThrow(VocabularyError)
})

test('a file that is not there is an error that names it', async () => {
  await expect(readVocabularyFile('nothing.ttl')).rejects.toThrow(VocabularyError)
  await expect(readVocabularyFile('nothing.ttl')).rejects.toThrow('vocab/nothing.ttl')
})

test.each(['shapes.ttl', 'context.jsonld', 'schemas/actor.schema.json', 'schemas/annuaire.schema.json'])(
  'the package has %s',
  async name => {
    expect(await readVocabularyFile(name)).not.toBe('')
  },
)

test('the vocabulary is read once, into the default graph', async () => {
  const vocabulary = await loadVocabulary()
  expect(await loadVocabulary()).toBe(vocabulary)
  expect([...vocabulary.schemes.keys()]).toEqual([
    'legal-forms',
    'cj',
    'missions',
    'audiences',
    'regions-2010',
    'regions-2016',
    'departements',
    'collectivites',
  ])
  expect(vocabulary.quads.every(({ graph }) => graph.termType === 'DefaultGraph')).toBe(true)
})
