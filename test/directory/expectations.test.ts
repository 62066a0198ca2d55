import { readdir, readFile, readlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { ExpectationError, openDirectory, type PublishOptions, ReleaseError } from '../../src/index.ts'
import { typographyFaults } from '../frenchTypography.ts'
import { CONFIGURATION, HEADER, writeFolder } from './writeDirectory.ts'

/** Twenty associations and ten municipalities, of whom one in five says its size. */
const ROWS = Array.from({ length: 30 }, (_, index) => {
  const kind = index < 20 ? 'Association' : 'Commune'
  return `k${index};Acteur ${index};${kind};;;;;;${index % 5 === 0 ? 'Petite' : ''};;;`
})

const WHOLE = [HEADER, ...ROWS].join('\n')
/** A file whose end is missing: half of the associations, and all municipalities. */
const TRUNCATED = [HEADER, ...ROWS.slice(0, 10)].join('\n')

const KINDS = 'natures: { title: { fr: Natures, en: Kinds }, dimensions: [legalForm]'

/** The configuration of a day, its statistic of kinds with something more. */
function configured(date: string, more: string): string {
  expect(CONFIGURATION).toContain(`${KINDS} }`)
  return CONFIGURATION.replace('2020-01-31', date).replace(`${KINDS} }`, `${KINDS}, ${more} }`)
}

const EXPECTED = 'expect: [{ at: { legalForm: ville }, min: 5 }, { measure: base, change: 20 }]'

const CHANGE = 'expect: [{ measure: base, change: 20 }]'

/** Publishes what a folder holds. */
async function publish(
  folder: string,
  files: Readonly<Record<string, string>>,
  options: PublishOptions = {},
) {
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content)
  return (await openDirectory(folder)).publish(undefined, options)
}

/** A folder with a release of January. */
async function published(more = EXPECTED): Promise<string> {
  const folder = await writeFolder({
    'annuaire.yaml': configured('2020-01-31', more),
    'acteurs.csv': WHOLE,
  })
  await publish(folder, {})
  return folder
}

async function filesOf(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
  const files = paths.map(async path => [path, await readFile(path, 'latin1')])
  return Object.fromEntries(await Promise.all(files))
}

const JUNE = { 'annuaire.yaml': configured('2020-06-30', EXPECTED), 'acteurs.csv': TRUNCATED }

/** Why it was refused. */
async function refusal(publication: Promise<unknown>): Promise<ExpectationError> {
  const error: unknown = await publication.catch(error => error)
  if (error instanceof ExpectationError) return error
  throw new Error('it was published, or failed otherwise', { cause: error })
}

describe('a truncated file', () => {
  test('is not published, the old release stays whole, and it is told why in both languages', async () => {
    const folder = await published()
    const before = await filesOf(join(folder, 'public'))
    const error = await refusal(publish(folder, JUNE))
    expect(error).toBeInstanceOf(ReleaseError)
    expect(error.message).toContain('"Commune", count: 0; expected: at least 5')
    expect(error.message).toContain('base: 10, after 30 in the previous release (−66.7%)')
    expect(error.message).toContain('--ignore-expectations')
    expect(
      error.results.map(({ severity, code, path, value, source }) => [severity, code, path, value, source]),
    ).toEqual([
      ['violation', 'expectation-range', 'natures', '0', { file: 'annuaire.yaml' }],
      ['violation', 'expectation-change', 'natures', '10', { file: 'annuaire.yaml' }],
    ])
    for (const { message } of error.results) {
      expect(message.fr).toContain(
        'Une chute soudaine vient presque toujours d’un fichier abîmé ou incomplet',
      )
      expect(typographyFaults(message.fr)).toEqual([])
    }
    expect(await filesOf(join(folder, 'public'))).toEqual(before)
    expect(await readdir(join(folder, 'public/releases'))).toEqual(['2020-01-31', 'latest'])
    expect(await readlink(join(folder, 'public/releases/latest'))).toBe('2020-01-31')
  })

  test('is published on request, and its report says so', async () => {
    const folder = await published()
    const { path, expectations } = await publish(folder, JUNE, { ignoreExpectations: true })
    expect(expectations.map(({ severity, code }) => `${severity} ${code}`)).toEqual([
      'warning expectation-range',
      'warning expectation-change',
    ])
    const { validation } = JSON.parse(await readFile(join(path, 'report.json'), 'utf8'))
    expect(validation.conforms).toBe(true)
    const told = validation.results.filter(({ path }: { path?: string }) => path === 'natures')
    expect(told).toEqual(expectations)
    expect(told[0].message.fr).toContain('Publié malgré cela, sur demande.')
    const next = {
      'annuaire.yaml': JUNE['annuaire.yaml']
        .replace('2020-06-30', '2020-07-31')
        .replace('legalForm: ville', 'legalForm: asso'),
    }
    expect((await publish(folder, next)).status).toBe('new')
  })

  test('under the date of the release is held against the one before that, not against itself', async () => {
    const folder = await published()
    await publish(folder, { ...JUNE, 'acteurs.csv': WHOLE })
    await refusal(publish(folder, { 'acteurs.csv': TRUNCATED }, { replace: true }))
    await publish(folder, { 'acteurs.csv': TRUNCATED }, { replace: true, ignoreExpectations: true })
    await refusal(publish(folder, {}, { replace: true }))
  })

  test('does not take the place of the only release unasked', async () => {
    const folder = await published()
    const before = await filesOf(join(folder, 'public'))
    const truncated = { 'annuaire.yaml': configured('2020-01-31', CHANGE), 'acteurs.csv': TRUNCATED }
    const { results } = await refusal(publish(folder, truncated, { replace: true }))
    expect(results.map(({ code, value }) => [code, value])).toEqual([['expectation-change', '10']])
    expect(await filesOf(join(folder, 'public'))).toEqual(before)
    const ignoring = { replace: true, ignoreExpectations: true }
    expect((await publish(folder, {}, ignoring)).status).toBe('replaced')
  })

  test('what is published again unchanged is the same, comparisons too', async () => {
    const more = `${CHANGE}, compare: { last: { title: Avant, with: previous } }`
    const folder = await published(more)
    const before = await filesOf(join(folder, 'public'))
    expect((await publish(folder, {}, { replace: true })).status).toBe('unchanged')
    expect(await filesOf(join(folder, 'public'))).toEqual(before)
  })
})

test('what is as expected is published, the first time without anything to be held against', async () => {
  const folder = await writeFolder({
    'annuaire.yaml': configured('2020-01-31', EXPECTED),
    'acteurs.csv': WHOLE,
  })
  const first = await publish(folder, {})
  expect(first.expectations.map(({ severity, code }) => [severity, code])).toEqual([
    ['info', 'expectation-not-checked'],
  ])
  const second = await publish(folder, { ...JUNE, 'acteurs.csv': WHOLE })
  expect([second.status, second.expectations]).toEqual(['new', []])
})

test('checking tells of what needs no last release, and of nothing where nobody can be counted', async () => {
  const files = { 'annuaire.yaml': configured('2020-01-31', EXPECTED), 'acteurs.csv': TRUNCATED }
  const checkIn = async (changed: Partial<typeof files>) =>
    (await openDirectory(await writeFolder({ ...files, ...changed }))).check()
  const report = await checkIn({})
  expect(report.conforms).toBe(false)
  expect(report.results.map(({ code }) => code)).toEqual(['expectation-range'])
  expect((await checkIn({ 'acteurs.csv': WHOLE })).results).toEqual([])
  const undated = files['annuaire.yaml'].replace('date: 2020-01-31\n', '')
  const nobody = await checkIn({ 'annuaire.yaml': undated, 'acteurs.csv': `${HEADER}\nk1;;;;;;;;;;;` })
  expect(nobody.results.map(({ code }) => code)).not.toContain('expectation-range')
  expect(nobody.conforms).toBe(false)
})

test.each([
  ['expect: [{ at: { legalForm: assoc }, change: 20 }]', 'names the legalForm "assoc", which it has not'],
  ['population: { legalForm: [assoc] }', 'names the legalForm "assoc", which'],
])('%s: a code that there is not is told when the directory is checked', async (misspelt, message) => {
  const folder = await writeFolder({
    'annuaire.yaml': configured('2020-01-31', misspelt),
    'acteurs.csv': WHOLE,
  })
  const { conforms, results } = await (await openDirectory(folder)).check()
  expect(conforms).toBe(false)
  expect(results.map(({ severity, code, path }) => [severity, code, path])).toEqual([
    ['violation', 'statistic-undefined', 'natures'],
  ])
  expect(results[0]!.message.en).toContain(message)
  expect(results[0]!.message.fr).toContain('elle ne peut être calculée')
  await expect(publish(folder, {})).rejects.toThrow(message)
})

describe('a table of the last release', () => {
  test.each<[string, (csv: string) => string]>([
    ['of another shape', csv => csv.replace('legalForm,', 'mission,')],
    ['that is broken', csv => csv.slice(0, -3)],
    ['that is empty', () => ''],
  ])('%s is no reference, which is told', async (_, spoil) => {
    const folder = await published()
    const path = join(folder, 'public/releases/2020-01-31/statistics/natures.csv')
    await writeFile(path, spoil(await readFile(path, 'utf8')))
    const { status, expectations } = await publish(folder, { ...JUNE, 'acteurs.csv': WHOLE })
    expect(status).toBe('new')
    expect(expectations.map(({ severity, code }) => [severity, code])).toEqual([
      ['info', 'previous-table-unreadable'],
      ['info', 'expectation-not-checked'],
    ])
    const french = expectations[0]!.message.fr.replace(/\(.*\)/, '')
    expect(typographyFaults(french)).toEqual([])
  })

  test('that another query gave is one, and this is told', async () => {
    const folder = await published()
    const population = `population: { legalForm: [asso] }, expect: [{ measure: base, change: 20 }]`
    const changed = { ...JUNE, 'annuaire.yaml': configured('2020-06-30', population) }
    const { results } = await refusal(publish(folder, changed))
    expect(results.map(({ code }) => code)).toEqual(['expectation-change'])
    const { expectations } = await publish(folder, changed, { ignoreExpectations: true })
    expect(expectations.map(({ code }) => code)).toEqual(['expectation-change', 'previous-query-differs'])
  })
})

describe('comparisons', () => {
  const COMPARED = [
    'population: { size: [petite] }, compare: {',
    'all: { title: { fr: Tous, en: All }, with: directory, samples: this },',
    'last: { title: { fr: Avant, en: Before }, with: previous } }',
  ].join(' ')

  test('are files of a release: with another population, and with the last release once there is one', async () => {
    const folder = await published(COMPARED)
    const statistics = (date: string) => join(folder, 'public/releases', date, 'statistics')
    expect((await readdir(statistics('2020-01-31'))).filter(name => name.includes('compare'))).toEqual([
      'natures.compare.all.csv',
      'natures.compare.all.csv-metadata.json',
      'natures.compare.all.json',
      'natures.compare.all.own.rq',
      'natures.compare.all.rq',
      'natures.compare.all.svg',
      'natures.compare.all.ttl',
      'natures.compare.all.txt',
    ])
    await publish(folder, { 'annuaire.yaml': configured('2020-06-30', COMPARED), 'acteurs.csv': TRUNCATED })
    const read = async (name: string) =>
      parse(await readFile(join(statistics('2020-06-30'), name), 'utf8'), { columns: true }) as Record<
        string,
        string
      >[]
    const [all] = await read('natures.compare.all.csv')
    expect(all).toMatchObject({ legalForm: 'asso', ownN: '2', ownBase: '2', otherN: '10', otherBase: '10' })
    expect(all).toMatchObject({ difference: '0.0000', ownLower: expect.stringMatching(/^34\.2/) })
    const last = await read('natures.compare.last.csv')
    expect(
      last.map(({ legalForm, ownN, ownStatus, otherN, difference }) => [
        legalForm,
        ownStatus,
        ownN,
        otherN,
        difference,
      ]),
    ).toEqual([
      ['asso', 'told', '2', '4', '33.3333'],
      ['ville', 'absent', '0', '2', '-33.3333'],
    ])
  })
})

test('surveys expect and compare as the directory does', async () => {
  const survey = `surveys:
  essai:
    title: Enquête d’essai
    date: 2020-01-15
    questions:
      usage: { label: Usage, type: single, options: { oui: Oui, non: Non } }
    sources:
      reponses:
        file: reponses.csv
        key: Réponse
        columns: { Réponse: { field: respondent, reference: acteurs }, Usage: usage }
    statistics:
      usages:
        title: Usages des associations
        dimensions: [usage]
        population: { legalForm: [asso] }
        expect: [{ measure: base, min: MIN }]
        compare: { villes: { title: Villes, with: { legalForm: [ville] }, samples: both } }
`
  const answers = ROWS.map((_, index) => `k${index},${index % 4 === 0 ? 'non' : 'oui'}`)
  const folder = await writeFolder({
    'acteurs.csv': WHOLE,
    'reponses.csv': ['Réponse,Usage', ...answers].join('\n'),
    'annuaire.yaml': CONFIGURATION + survey.replace('MIN', '21'),
  })
  const { results } = await refusal(publish(folder, {}))
  expect(results.map(({ path, value }) => [path, value])).toEqual([['essai-usages', '20']])
  const { path } = await publish(folder, { 'annuaire.yaml': CONFIGURATION + survey.replace('MIN', '20') })
  const csv = await readFile(join(path, 'statistics/essai-usages.compare.villes.csv'), 'utf8')
  const rows = parse(csv, { columns: true }) as Record<string, string>[]
  expect(
    rows.map(({ usage, ownN, ownBase, otherN, otherBase }) => [usage, ownN, ownBase, otherN, otherBase]),
  ).toEqual([
    ['oui', '15', '20', '7', '10'],
    ['non', '5', '20', '3', '10'],
  ])
  const [low, high] = [rows[0]!.differenceLower, rows[0]!.differenceUpper].map(Number)
  expect(low! < 5 && 5 < high!).toBe(true)
})
