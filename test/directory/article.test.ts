import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { openDirectory } from '../../src/index.ts'
import { temporaryFolder } from '../temporaryFolder.ts'
import { writeFolder } from './writeDirectory.ts'

const CONFIGURATION = `title: { fr: Annuaire d’essai, en: Test directory }
publisher: { name: Une association }
licence: https://spdx.org/licenses/etalab-2.0
base: https://annuaire.example.org
language: fr
date: 2020-01-31
sources:
  acteurs: { file: acteurs.csv, key: Numéro, columns: { Nom: name, Nature: legalForm, Région: address.region } }
surveys:
  enquete:
    title: { fr: Enquête d’essai, en: Test survey }
    date: 2020-01-15
    questions:
      usage: { label: { fr: Usage, en: Use }, type: single, options: { oui: { fr: Oui, en: Yes }, non: { fr: Non, en: No } } }
    sources:
      reponses: { file: reponses.csv, key: Réponse, columns: { Usage: usage } }
`

const FILES = {
  'acteurs.csv': `Numéro;Nom;Nature;Région
a1;Une;Association;Bretagne
a2;Deux;Association;Bretagne
a3;Trois;Association;Bretagne
a4;Quatre;GIP;Bretagne
a5;Cinq;Association;Alsace
a6;Six;GIP;Alsace
a7;Sept;GIP;Alsace
a8;Huit;GIP;Alsace
`,
  'reponses.csv': 'Réponse;Usage\nr1;Oui\nr2;Non\nr3;Oui\n',
}

/** The article on a directory, as Markdown. */
async function articleOf(configuration: string, language: 'fr' | 'en' = 'en'): Promise<string> {
  const folder = await writeFolder({ ...FILES, 'annuaire.yaml': configuration })
  const out = await temporaryFolder()
  const paths = await (await openDirectory(folder)).writeArticle(out, { language })
  return readFile(paths.find(path => path.endsWith('.md'))!, 'utf8')
}

test('files of surveys are among those that were read', async () => {
  const text = await articleOf(CONFIGURATION)
  expect(text).toMatch(/acteurs\.csv *\| *8 *\| *8 *\| *0/)
  expect(text).toMatch(/reponses\.csv *\| *3 *\| *3 *\| *0/)
})
