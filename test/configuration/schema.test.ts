import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import { readVocabularyFile } from '../../src/vocabulary/vocabulary.ts'

test('the schema of configurations is a JSON Schema', async () => {
  const ajv = new Ajv()
  const schema = JSON.parse(await readVocabularyFile('schemas/annuaire.schema.json'))
  expect(ajv.validateSchema(schema), ajv.errorsText()).toBe(true)
  expect(ajv.validateSchema({ ...schema, type: 'objet' })).toBe(false)
})
