import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openDirectory, type Table } from '../../src/index.ts'
import { CONFIGURATION, HEADER, SURVEY, writeFolder } from './writeDirectory.ts'

/** Twelve actors: four municipalities, seven associations, one of which nothing is known. */
const KINDS = ['Commune', 'Association', 'Association']
const ROWS = Array.from({ length: 12 }, (_, index) => {
  const kind = index === 11 ? '' : KINDS[index % 3]
  return `r${index};Structure ${index};${kind};;;;;;;;Canari Privé ${index};2019-05-01`
})

/** Who answered: three municipalities, three associations, the one that is unknown. */
const ANSWERED = ['r0', 'r3', 'r6', 'r1', 'r2', 'r4', 'r11']

const responsesOf = (keys: readonly string[]) =>
  ['Réponse;Acteur;Avis', ...keys.map((key, index) => `n${index};${key};bon`)].join('\n')

async function folderOf(survey: string, keys: readonly string[] = ANSWERED) {
  return writeFolder({
    'annuaire.yaml': CONFIGURATION + survey,
    'acteurs.csv': [HEADER, ...ROWS].join('\r\n'),
    'reponses.csv': responsesOf(keys),
  })
}

/** By table: per row its code, who answered and who was asked. */
function ratesOf(tables: readonly Table[]) {
  const rates = tables.filter(({ id }) => id.startsWith('essai-response'))
  return Object.fromEntries(
    rates.map(({ id, observations }) => [
      id,
      observations.map(({ values, n, base }) => [values[0]!.role ?? values[0]!.code, n, base]),
    ]),
  )
}

describe('the rate of response', () => {
  test('of all actors, and by a dimension', async () => {
    const directory = await openDirectory(
      await folderOf(`${SURVEY}    invited: all\n    responseBy: legalForm\n`),
    )
    const tables = await directory.statistics()
    expect(ratesOf(tables)).toEqual({
      'essai-response': [['yes', 7, 12]],
      'essai-response-legalForm': [
        ['asso', 3, 7],
        ['ville', 3, 4],
        ['missing', 1, 1],
      ],
    })
    expect(directory.statisticIds).toEqual(tables.map(({ id }) => id))
  })

  test('of a population, and what is not in it', async () => {
    const invited = '    invited: { population: { legalForm: [ville] } }\n'
    const tables = await (
      await openDirectory(await folderOf(SURVEY + invited, [...ANSWERED, '']))
    ).statistics()
    expect(ratesOf(tables)).toEqual({ 'essai-response': [['yes', 3, 4]] })
    expect(tables.find(({ id }) => id === 'essai-response')!.notes!.map(({ fr }) => fr)).toEqual([
      '4\u00a0acteurs ont répondu sans avoir été interrogés\u00a0: ils ne sont pas comptés ici.',
      'Une réponse ne dit pas quel acteur l’a donnée\u00a0: elle n’est pas comptée ici.',
    ])
  })

  test('of a number', async () => {
    const directory = await openDirectory(await folderOf(`${SURVEY}    invited: 20\n`, ['', '', '']))
    expect(ratesOf(await directory.statistics())).toEqual({ 'essai-response': [['yes', 3, 20]] })
    const fewer = await openDirectory(await folderOf(`${SURVEY}    invited: 2\n`, ['', '', '']))
    await expect(fewer.statistics()).rejects.toThrow('has 3 responses, but 2 were asked; check "invited"')
  })

  test('of actors, where no response says whose it is', async () => {
    const survey = SURVEY.replace('Acteur: { field: respondent, reference: acteurs }, ', '')
    const directory = await openDirectory(await folderOf(`${survey}    invited: all\n`))
    expect(ratesOf(await directory.statistics())).toEqual({ 'essai-response': [['yes', 7, 12]] })
  })

  test('of the sample that was drawn; where it is not here, nobody knows', async () => {
    const folder = await folderOf(`${SURVEY}    sample: { size: 6, seed: 3, stratifyBy: legalForm }\n`)
    await expect((await openDirectory(folder)).statistics()).rejects.toThrow(
      'the sample of the survey "essai" is not here, so nobody knows who was asked; draw it',
    )
    const { sample, path } = await (await openDirectory(folder)).drawSample('essai')
    const keys = sample.units.map(({ key }) => key)
    const answered = keys.filter(key => ANSWERED.includes(key)).length
    const { 'essai-response': all, 'essai-response-legalForm': byForm } = ratesOf(
      await (await openDirectory(folder)).statistics(),
    )
    expect(all).toEqual([['yes', answered, 6]])
    expect(byForm!.reduce((sum, [, , base]) => sum + (base as number), 0)).toBe(6)
    const [first] = keys
    const rows = ROWS.filter(row => !row.startsWith(`${first};`))
    await writeFile(join(folder, 'acteurs.csv'), [HEADER, ...rows].join('\r\n'))
    const later = (await (await openDirectory(folder)).statistics()).find(
      ({ id }) => id === 'essai-response',
    )!
    expect(later.observations[0]!.base).toBe(5)
    expect(later.notes!.map(({ fr }) => fr)).toContain(
      'Un acteur interrogé n’est plus dans l’annuaire\u00a0: il n’est pas compté ici.',
    )
    await rm(path, { recursive: true })
    await expect((await openDirectory(folder)).statistics()).rejects.toThrow('is not here')
  })

  test('is not told where nothing says who was asked', async () => {
    expect(ratesOf(await (await openDirectory(await folderOf(SURVEY))).statistics())).toEqual({})
  })

  test('keeps back what would tell who answered, in the comparison too', async () => {
    const more = '    invited: all\n    responseBy: legalForm\n    suppressBelow: 3\n'
    const folder = await folderOf(SURVEY + more)
    const directory = await openDirectory(folder)
    expect(ratesOf(await directory.statistics())['essai-response-legalForm']).toEqual([
      ['asso', 3, 7],
      ['ville', null, null],
      ['missing', null, null],
    ])
    const { path } = await directory.publish()
    const rates = join(path, 'statistics', 'essai-response-legalForm')
    expect((await readFile(`${rates}.csv`, 'utf8')).split('\r\n')[2]).toMatch(/^ville,.*,,,,,suppressed$/)
    expect(await readFile(`${rates}.ttl`, 'utf8')).not.toContain('/legalForm=ville')
    const csv = await readFile(
      join(path, 'statistics', 'essai-response-legalForm.compare.respondents.csv'),
      'utf8',
    )
    const [header, asso, ville] = csv.split('\r\n')
    expect(header).toMatch(/^legalForm,/)
    // Six of the seven who answered have a known form: with that, what is kept back of the seventh would be told.
    for (const line of [asso, ville]) {
      expect(line).toMatch(/^(asso|ville),.*suppressed/)
      expect(line).not.toMatch(/,\d/)
    }
  })
})

test('a release has the rates and the comparison, and says of nobody whether it was asked or answered', async () => {
  const folder = await folderOf(`${SURVEY}    sample: { size: 6, seed: 3, stratifyBy: legalForm }\n`)
  await (await openDirectory(folder)).drawSample('essai')
  const { path } = await (await openDirectory(folder)).publish()
  const names = await readdir(join(path, 'statistics'))
  expect(names).toContain('essai-response.csv')
  expect(names).toContain('essai-response-legalForm.ttl')
  expect(names).toContain('essai-response-legalForm.compare.respondents.csv')
  const vocabulary = await readFile(join(path, 'dumps', 'vocabulary.ttl'), 'utf8')
  expect(vocabulary).toContain('"a répondu à l’enquête"@fr')
  const files = (await readdir(path, { recursive: true, withFileTypes: true })).filter(entry =>
    entry.isFile(),
  )
  for (const { parentPath, name } of files) {
    const text = await readFile(join(parentPath, name), 'utf8')
    expect(text, name).not.toContain('Canari')
    // The property is named by queries; nobody has it.
    for (const line of text.split('\n')) {
      if (line.includes('essai-answered')) expect(line, name).not.toContain('/id/acteur/')
    }
    expect(text, name).not.toMatch(/essai-answered>? (?:true|false|"true"|"false")/)
  }
})

test.each([
  ['    invited: 20\n    responseBy: legalForm\n', 'the rate of response by dimensions needs whom was asked'],
  ['    responseBy: legalForm\n', 'the rate of response by dimensions needs whom was asked'],
  ['    invited: all\n    responseBy: nature\n', 'there is no dimension "nature"'],
  [
    '    invited: all\n    statistics:\n      response: { title: x, dimensions: [] }\n',
    '"essai-response" is the table of its rate of response; rename the other one',
  ],
])('%j is told to be wrong', async (more, message) => {
  await expect(openDirectory(await folderOf(SURVEY + more))).rejects.toThrow(message)
})

test('a field that has the name of its dimension is told', async () => {
  const field = 'fields:\n  hasAnswered: { label: Réponse, datatype: boolean, public: true }\n'
  const folder = await writeFolder({
    'annuaire.yaml': CONFIGURATION.replace('fields:\n', field) + SURVEY,
    'acteurs.csv': HEADER,
    'reponses.csv': '',
  })
  await expect(openDirectory(folder)).rejects.toThrow('"hasAnswered" is the dimension of rates of response')
})
