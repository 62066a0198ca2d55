import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { CONFIGURATION, GOOD } from '../directory/writeDirectory.ts'
import { annuaire, folderOf } from './run.ts'

const SURVEY = `surveys:
  essai:
    title: { fr: Enquête d’essai, en: Test survey }
    date: 2020-01-31
    sample: { size: 1, seed: 7, stratifyBy: legalForm }
`

test('survey sample draws into a private folder, and says who speaks for nobody', async () => {
  const folder = await folderOf(GOOD, CONFIGURATION + SURVEY)
  const { code, out, err } = await annuaire(['survey', 'sample', 'essai', folder])
  expect(err).toBe(
    '1 acteur tiré sur 2.\nPersonne ne représente\u00a0: Commune.\nCe dossier est privé\u00a0: ne le publiez pas.\n',
  )
  expect([code, out]).toEqual([0, `${join(folder, 'private', 'essai')}\n`])
  const again = await annuaire(['survey', 'sample', 'essai'], folder)
  expect(again.err).toContain('1 acteur tiré sur 2 (échantillon inchangé).')
  expect((await readdir(join(folder, 'private', 'essai'))).toSorted()).toEqual([
    '.gitignore',
    'LISEZMOI.txt',
    'contacts.csv',
    'sample.json',
  ])
})

test.each([
  [['survey'], 'survey takes "sample" and the name of a survey'],
  [['survey', 'sample'], 'survey sample takes the name of a survey'],
  [['survey', 'sample', 'a', 'b', 'c'], 'survey sample takes the name of a survey'],
  [['survey', 'sample', 'autre', '.'], 'there is no survey "autre"; known are essai'],
  [['survey', 'sample', 'essai', '.', '--out', 'public'], 'this folder is published'],
])('%j is told what it should be', async (args, message) => {
  const folder = await folderOf(GOOD, CONFIGURATION + SURVEY)
  const { code, err } = await annuaire(args, folder)
  expect(code).toBe(2)
  expect(err).toContain(message)
})
