import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { typographyFaults } from '../../frenchTypography.ts'
import { sentencesFile, writeExampleSentences } from './exampleSentences.ts'

test('the sentences on the example are those that were read', async () => {
  const sentences = await writeExampleSentences()
  for (const language of ['fr', 'en'] as const) {
    expect(sentences[language]).toBe(await readFile(sentencesFile(language), 'utf8'))
  }
  expect(typographyFaults(sentences.fr)).toEqual([])
})
