import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { openDirectory } from '../../../src/directory.ts'
import type { Language } from '../../../src/errors.ts'
import { toSentence } from '../../../src/statistics/words/sentence.ts'

const EXAMPLE = fileURLToPath(new URL('../../../examples/oten-2010', import.meta.url))

/** File of the sentences that were read. */
export function sentencesFile(language: Language): string {
  return fileURLToPath(new URL(`oten-2010.${language}.txt`, import.meta.url))
}

/** A sentence on each figure of the example, table by table. */
export async function writeExampleSentences(): Promise<Record<Language, string>> {
  const directory = await openDirectory(EXAMPLE)
  const tables = await directory.statistics()
  const write = (language: Language) =>
    tables
      .map(table => {
        const sentences = table.observations.map(one =>
          toSentence(table, one, { ...directory.sentenceOptions, language }),
        )
        return [`# ${table.id}`, ...sentences, ''].join('\n')
      })
      .join('\n')
  return { fr: write('fr'), en: write('en') }
}

// Run by itself, it writes the files anew: read what has changed before it is committed.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const sentences = await writeExampleSentences()
  for (const language of ['fr', 'en'] as const) await writeFile(sentencesFile(language), sentences[language])
}
