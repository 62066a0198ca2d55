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

const COMPARED = `${CONFIGURATION}populations:
  bretagne: { label: { fr: de Bretagne, en: of Brittany }, where: { seatRegion: ["53"] } }
statistics:
  formes:
    title: { fr: Formes, en: Forms }
    dimensions: [legalForm]
    population: bretagne
    compare:
      tous: { title: { fr: Avec tous, en: With all }, with: directory }
      tires: { title: { fr: Tirés, en: Drawn }, with: directory, samples: this }
      avant: { title: { fr: Avant, en: Before }, with: previous }
`

test('comparisons stand in the section of their statistic, with their titles, sentences, rows and queries', async () => {
  const text = await articleOf(COMPARED)
  const withAll = text.slice(text.indexOf('### With all'), text.indexOf('### Drawn'))
  expect(withAll).toContain('75.0% of the actors of Brittany')
  expect(withAll).toContain('against 50.0% of those of the directory')
  expect(withAll).toContain('25.0 percentage points more')
  expect(withAll.replaceAll(/\]\(<[^>]*>\)|\[/g, '')).toMatch(
    /Association *\| 75\.0% \(3 of 4\) *\| 50\.0% \(4 of 8\) *\| \+25\.0 *\| 1\.5 *\|/,
  )
  expect(withAll).toContain('queries/formes.compare.tous.rq')
  const drawn = text.slice(text.indexOf('### Drawn'))
  expect(drawn).toContain('No difference is greater than what the chance of the draw may explain')
  expect(drawn).toMatch(/\| −\d+\.\d to \+\d+\.\d \|/)
  expect(text).toContain('The comparison “Before” is made with the previous release')
})

test('in French, they are in French', async () => {
  const text = await articleOf(COMPARED, 'fr')
  expect(text).toContain('contre 50,0\u00a0% de ceux de l’annuaire')
  expect(text).toContain('| Écart, en points | Rapport |')
})

test('a release tells what its article was to say of rows that there are not', async () => {
  const configuration = `${COMPARED}article:\n  sections: [{ title: Formes, statistics: [formes], sentences: [{ statistic: formes, at: { legalForm: scic } }] }]\n`
  const folder = await writeFolder({ ...FILES, 'annuaire.yaml': configuration })
  const { unsaid } = await (await openDirectory(folder)).publish()
  expect(unsaid.map(({ code, value, source }) => [code, value, source])).toEqual([
    ['article-without-row', 'legalForm scic', { file: 'annuaire.yaml' }],
  ])
})

test('a release has them too, and the query of each other side', async () => {
  const folder = await writeFolder({ ...FILES, 'annuaire.yaml': COMPARED })
  const { path, files } = await (await openDirectory(folder)).publish()
  const page = await readFile(`${path}/results.md`, 'utf8')
  for (const [, to] of page.matchAll(/\]\(<(statistics\/[^>]*)>\)/g))
    expect(
      files.map(file => file.path),
      to,
    ).toContain(to)
  expect(page).toContain('(<statistics/formes.compare.tous.rq>)')
})
