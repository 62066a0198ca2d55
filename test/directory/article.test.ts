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
  expect(withAll).toContain('25.0% are public interest groupings (1 of 4), against 50.0% (4 of 8): 25.0')
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

test('a section may show rates of response, whom they set beside whom, and a comparison without its statistic', async () => {
  const survey = COMPARED.slice(CONFIGURATION.length)
  const configuration = `${CONFIGURATION.replace(
    'columns: { Usage: usage }',
    'columns: { Acteur: { field: respondent, reference: acteurs }, Usage: usage }',
  )}    invited: all
    responseBy: legalForm
${survey}article:
  sections:
    - title: { fr: Qui a répondu, en: Who answered }
      statistics: [enquete-response-legalForm]
      sentences: [{ statistic: enquete-response, text: { fr: "{share} ({n} sur {base}).", en: "{share} ({n} of {base})." } }]
    - { title: { fr: Formes, en: Legal forms }, statistics: [formes] }
    - { title: { fr: Avec tous, en: With all }, statistics: [formes.compare.tous], show: [table] }
    - { title: { fr: Avant, en: Before }, statistics: [formes.compare.avant] }
`
  const folder = await writeFolder({
    ...FILES,
    'reponses.csv': 'Réponse;Acteur;Usage\nr1;a1;Oui\nr2;a2;Non\nr3;a4;Oui\n',
    'annuaire.yaml': configuration,
  })
  const out = await temporaryFolder()
  const paths = await (await openDirectory(folder)).writeArticle(out, { language: 'en' })
  const text = (await readFile(`${out}/article.md`, 'utf8')).replaceAll(/\]\(<[^>]*>\)|\[/g, '')
  const [, who, forms, all, before] = text.split(/^## /m)
  expect(who).toMatch(/^Who answered\n\n37\.5% \(3 of 8\)\.\n\n### Response rate by legal form\n/)
  expect(who).toMatch(/^\| Association *\| 50\.0% \(2\) *\| 4 *\|$/m)
  expect(who).toContain('### Respondents and non-respondents: Legal form')
  expect(forms).toContain('### Drawn')
  expect(forms).not.toMatch(/With all|Before/)
  expect(all).toMatch(/^With all\n\n\| Legal form \|/)
  expect(all).toContain('+25.0')
  expect(before).toMatch(/^Before\n\nThe comparison “Before” is made with the previous release/)
  expect(paths.map(path => path.slice(out.length + 1))).toContain('queries/formes.compare.tous.rq')
})

test('without a definition, it has a section per statistic, then one per survey with all that is known of it', async () => {
  const survey = `    invited: 12
    published:
      budget:
        title: { fr: Budget, en: Budget }
        shareOf: { fr: organismes, en: bodies }
        shares: { stable: { share: 70, label: Stable } }
        source: { title: Une étude }
`
  const configuration = CONFIGURATION.replace(
    'date: 2020-01-15',
    'date: 2020-01-15\n    description: { fr: Une enquête par courriel., en: A survey by e-mail. }',
  )
  const headings = (await articleOf(configuration + survey + COMPARED.slice(CONFIGURATION.length), 'fr'))
    .split('\n')
    .filter(line => /^#|^Une enquête/.test(line))
  expect(headings).toEqual([
    '# Premiers résultats\u00a0: Annuaire d’essai',
    '## Formes',
    '### Avec tous',
    '### Tirés',
    '## Enquête d’essai',
    'Une enquête par courriel.',
    '### Taux de réponse',
    '### Usage',
    '### Budget',
    '## Comment lire ces chiffres',
    '## Sources et licence',
  ])
})
