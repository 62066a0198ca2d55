import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { CONFIGURATION, GOOD } from '../directory/writeDirectory.ts'
import { annuaire, folderOf } from './run.ts'

test('the actors behind a figure are listed as CSV, and what they are on stderr', async () => {
  const { out, err, code } = await annuaire(
    ['stats', '.', 'natures', '--at', 'legalForm=asso'],
    await folderOf(GOOD),
  )
  expect(err).toBe('Natures – Association\u00a0: n = 1\n')
  const [header, ...rows] = out.trimEnd().split('\r\n')
  expect(header).toBe('actor,name')
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatch(/^https:\/\/annuaire\.example\.org\/id\/acteur\/[a-z2-7]{16}#it,/)
  expect(code).toBe(0)
})

test('those of its base and those who did not answer', async () => {
  const folder = await folderOf(GOOD)
  const list = (which: string) =>
    annuaire(['stats', '.', 'adherents', '--at', 'members=12', '--which', which], folder)
  const [n, base, missing] = [await list('n'), await list('base'), await list('missing')]
  expect([n, base, missing].map(({ out }) => out.trimEnd().split('\r\n').length - 1)).toEqual([1, 1, 1])
  expect(base.out).toBe(n.out)
  expect(missing.out).not.toBe(n.out)
})

test('the query of a figure gives the same', async () => {
  const folder = await folderOf(GOOD)
  const at = ['stats', '.', 'natures', '--at', 'legalForm=ville']
  const { out: text } = await annuaire([...at, '--query'], folder)
  const { out } = await annuaire(['query', '-', '--format', 'csv'], folder, text)
  expect(out).toBe((await annuaire(at, folder)).out)
})

test('a figure of a release is opened with nothing but the release', async () => {
  const folder = await folderOf(GOOD)
  await annuaire(['publish'], folder)
  const release = join(folder, 'public', 'releases', 'latest')
  const query = (text: string) => annuaire(['query', '-', '--format', 'csv', '--source', '.'], release, text)
  const text = await readFile(join(release, 'statistics', 'natures.actors.rq'), 'utf8')
  expect((await query(text)).out.trimEnd().split('\r\n')).toHaveLength(3)
  const kind = '<https://annuaire.example.org/def/natures/asso>'
  const { out } = await query(`${text}VALUES ?legalForm { ${kind} }`)
  expect(out.trimEnd().split('\r\n')).toHaveLength(2)
})

test.each([
  [['--at', 'legalForm=foo'], /has no row for legalForm "foo"; legalForm is one of asso, ville/],
  [['--at', 'size=petite'], /a cell of the statistic "natures" is told by legalForm, not by size/],
  [[], /--at and --which are of one statistic/],
  [['--which', 'base'], /"natures" has a cell for each legalForm: say which one \(--at legalForm=CODE\)/],
  [['--at', 'legalForm=missing'], /legalForm is one of asso, ville\. Those who .* \(--which missing\)/],
  [['--at', 'legalForm=asso', '--format', 'json-stat'], /are listed as CSV/],
  [['--at', 'legalForm=asso', '--language', 'en'], /--format and --language are for tables/],
  [['--at', 'legalForm'], /--at takes DIMENSION=CODE, not "legalForm"/],
  [['--at', 'legalForm=asso', '--at', 'legalForm=ville'], /--at names legalForm twice/],
  [['--at', 'legalForm=asso', '--which', 'all'], /--which is one of n, base, missing, not "all"/],
])('%j is told', async (words, message) => {
  const named = words.length > 0 ? ['natures', ...words] : ['natures', 'tailles', '--which', 'n']
  const { err, code } = await annuaire(['stats', '.', ...named], await folderOf(GOOD))
  expect(err).toMatch(message)
  expect(code).toBe(2)
})

test('figures that are kept back are not opened', async () => {
  const suppressing = CONFIGURATION.replace(
    'dimensions: [legalForm]',
    'dimensions: [legalForm], suppressBelow: 5',
  )
  const folder = await folderOf(GOOD, suppressing)
  const { err, code } = await annuaire(['stats', '.', 'natures', '--at', 'legalForm=asso'], folder)
  expect(err).toContain('are kept back; whom they count is too')
  expect(code).toBe(2)
})

const SURVEYS = `surveys:
  essai:
    title: Essai
    date: 2020-01-15
    invited: 4
    questions: { usage: { label: Usage, type: single, options: { oui: Oui, non: Non } } }
    sources: { reponses: { file: acteurs.csv, key: Numéro, columns: { Taille: usage } } }
  autre:
    title: Autre
    date: 2010-01-15
    published:
      usages: { title: Usages, shareOf: Envois, shares: { a: { share: 70, label: A } } }
`

test.each([
  [
    'essai-response',
    /"essai-response" is a rate of response.*what can be opened are natures, .*essai-usage$/m,
  ],
  ['autre-usages', /"autre-usages" are results that others published.*what can be opened are natures, /],
])('%s is a table that is not opened, which is told', async (id, message) => {
  const { err, code } = await annuaire(
    ['stats', '.', id, '--at', 'hasAnswered=yes'],
    await folderOf(GOOD, CONFIGURATION + SURVEYS),
  )
  expect(err).toMatch(message)
  expect(code).toBe(2)
})
