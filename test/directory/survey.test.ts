import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { buildGraph, checkCube, type Directory, openDirectory, type Table, toCube } from '../../src/index.ts'
import { typographyFaults } from '../frenchTypography.ts'
import { writeFolder } from './writeDirectory.ts'

/** Words that are in responses only, and may be in no byte of a release. */
const CANARIES = [
  'Canari',
  'pigeon',
  'vélocipède',
  'Peut-être',
  'canari@secret.example',
  'rep-',
  'inconnu-zz',
]

const ACTORS = `Numéro;Nom;Nature
a1;Association Une;Association
a2;Association Deux;Association
a3;Association Trois;Association
v1;Ville Une;Commune
v2;Ville Deux;Commune
`

/** Two header rows: a question, then its options. */
const RESPONSES = `Réponse;Structure;Usage;Outils;;;;Satisfaction;Remarques;Suggestions;Poids
;;;Lettre;Agenda;Presse;Autre;;;;
rep-1;a1;Oui;x;x;;;8;Zoé Canari pense;Plus de jours;1
rep-2;a2;oui;non;x;;pigeon voyageur;6,5;;Écrire à canari@secret.example;2
rep-3;v1;Non;;;;;;;;1
rep-4;v2;Oui;oui;;;Agende;10;;Plus de jours;0,5
rep-5;inconnu-zz;Oui;x;;;;7;;;1
rep-6;;Non;x;;x;;;;;1
rep-7;a3;;;;;;;;;
rep-8;v1;Peut-être;;;;;4;;;-1
rep-9;;Oui;;;;;vélocipède;;=1+1;1
rep-10;;Oui;;;;;11;;;1
`

const CONFIGURATION = `title: { fr: Annuaire d’essai, en: Test directory }
publisher: { name: Une association }
licence: https://spdx.org/licenses/etalab-2.0
base: https://annuaire.example.org
language: fr
date: 2020-01-31
codeLists: { legalForm: natures }
schemes:
  natures:
    title: { fr: Natures, en: Kinds }
    concepts:
      asso: { label: { fr: Association, en: Association } }
      ville: { label: { fr: Commune, en: Municipality } }
sources:
  acteurs: { file: acteurs.csv, key: Numéro, columns: { Nom: name, Nature: legalForm } }
surveys:
  enquete:
    title: { fr: Enquête d’essai, en: Test survey }
    date: 2020-01-15
    questions:
      usage:
        label: { fr: Usage du courriel, en: Use of e-mail }
        type: single
        options: { oui: { fr: Oui, en: Yes }, non: { fr: Non, en: No } }
      outils:
        label: { fr: Outils, en: Tools }
        type: multiple
        options: { lettre: Lettre, agenda: Agenda, presse: Presse }
        other: true
        askedIf: { usage: oui }
      satisfaction: { label: Satisfaction, type: numeric, minimum: 0, maximum: 10, askedIf: { usage: oui } }
      remarques: { label: Remarques, type: text }
      suggestions: { label: Suggestions, type: text, public: true }
    sources:
      reponses:
        file: reponses.csv
        headerRows: 2
        key: Réponse
        columns:
          Structure: { field: respondent, reference: acteurs }
          Usage: usage
          Satisfaction: satisfaction
          Remarques: remarques
          Suggestions: suggestions
          "Outils / Autre": outils
          Poids: weight
        derive:
          outils:
            options: { "Outils / Lettre": lettre, "Outils / Agenda": agenda, "Outils / Presse": presse }
    statistics:
      usage-par-nature: { title: Usage par nature, dimensions: [legalForm, usage], within: legalForm }
      outils-par-nature: { title: Outils par nature, dimensions: [legalForm, outils], within: legalForm }
      outils-du-courriel: { title: Outils des associations, dimensions: [outils], population: { legalForm: [asso] } }
`

async function open(configuration = CONFIGURATION): Promise<Directory> {
  return openDirectory(
    await writeFolder({
      'annuaire.yaml': configuration,
      'acteurs.csv': ACTORS,
      'reponses.csv': RESPONSES,
    }),
  )
}

/** The cells of a table: codes, then n, base and missing. */
function cellsOf({ observations }: Table): unknown[] {
  return observations.map(({ values, n, base, missing }) => [
    ...values.map(({ code }) => code),
    n,
    base,
    missing,
  ])
}

async function tablesOf(directory: Directory): Promise<Map<string, Table>> {
  return new Map((await directory.statistics()).map(table => [table.id, table]))
}

const WITHOUT_WEIGHTS = CONFIGURATION.replace(/ *Poids: weight\n/, '')

describe('what is counted', () => {
  test.each([
    // r8 says what is in no list, r7 nothing: both are missing.
    [
      'enquete-usage',
      [
        ['oui', 6, 8, 2],
        ['non', 2, 8, 2],
      ],
    ],
    // Those who said yes were asked; two of the six gave no answer.
    [
      'enquete-outils',
      [
        ['lettre', 3, 4, 2],
        ['agenda', 2, 4, 2],
        ['other-answer', 2, 4, 2],
        ['presse', 0, 4, 2],
      ],
    ],
    // Of the six that were asked, two gave no number that can be.
    ['enquete-satisfaction', [[4, 6, 0]]],
    [
      'enquete-usage-par-nature',
      [
        ['asso', 'oui', 2, 2, 1],
        ['asso', 'non', 0, 2, 1],
        ['ville', 'non', 1, 2, 1],
        ['ville', 'oui', 1, 2, 1],
      ],
    ],
    [
      'enquete-outils-par-nature',
      [
        ['asso', 'agenda', 2, 2, 0],
        ['asso', 'lettre', 1, 2, 0],
        ['asso', 'other-answer', 1, 2, 0],
        ['asso', 'presse', 0, 2, 0],
        ['ville', 'lettre', 1, 1, 0],
        ['ville', 'other-answer', 1, 1, 0],
        ['ville', 'agenda', 0, 1, 0],
        ['ville', 'presse', 0, 1, 0],
      ],
    ],
    [
      'enquete-outils-du-courriel',
      [
        ['agenda', 2, 2, 0],
        ['lettre', 1, 2, 0],
        ['other-answer', 1, 2, 0],
        ['presse', 0, 2, 0],
      ],
    ],
  ])('%s', async (id, cells) => {
    const table = (await tablesOf(await open(WITHOUT_WEIGHTS))).get(id)!
    expect(cellsOf(table)).toEqual(cells)
    expect(table.counted).toBe('responses')
    expect(table.isMultiValued ?? false).toBe(id.includes('outils'))
  })

  test('numbers have their mean and quartiles', async () => {
    const table = (await tablesOf(await open(WITHOUT_WEIGHTS))).get('enquete-satisfaction')
    expect(table?.observations[0]?.further).toEqual({
      valid: 4,
      mean: 7.875,
      q25: 6.875,
      median: 7.5,
      q75: 8.5,
    })
  })

  test('weighs answers and numbers', async () => {
    const tables = await tablesOf(await open())
    // Without a weight, or with one below 0, a response is in no weighted table.
    expect(cellsOf(tables.get('enquete-usage')!)).toEqual([
      ['oui', 6.5, 8.5, 0],
      ['non', 2, 8.5, 0],
    ])
    expect(tables.get('enquete-usage')).toMatchObject({ weight: 'weight' })
    expect(tables.get('enquete-usage')?.notes).toEqual([
      { fr: 'Réponses pondérées\u00a0: 8.', en: 'Weighted responses: 8.' },
      {
        fr: 'Sans poids connu ou de poids négatif, et donc hors de tous les effectifs\u00a0: 2\u00a0réponses.',
        en: 'Without a known weight or with one below 0, and therefore in none of the counts: 2 responses.',
      },
    ])
    // The numbers 6.5, 7, 8 and 10 have the weights 2, 1, 1 and 0.5.
    const numbers = tables.get('enquete-satisfaction')!
    expect(cellsOf(numbers)).toEqual([[4.5, 6.5, 0]])
    expect(numbers.observations[0]!.further).toEqual({
      valid: 4.5,
      mean: 7.3333,
      q25: 6.5,
      median: 7,
      q75: 8,
    })
    expect(numbers.notes?.map(({ en }) => en)).toContain(
      'Weighted measures: mean, 25% quantile, median, 75% quantile, from the values of 4 responses.',
    )
  })

  test('says where a table is not weighted, for it has an interval', async () => {
    const bounds = '      usage: { title: Usage, dimensions: [usage], measures: [lower, upper] }\n'
    const table = (await tablesOf(await open(CONFIGURATION + bounds))).get('enquete-usage')!
    expect(table).not.toHaveProperty('weight')
    expect(table.notes?.at(-1)?.en).toBe('Responses are not weighted in this table.')
  })

  test('who was asked is said in words', async () => {
    const tables = await tablesOf(await open(WITHOUT_WEIGHTS))
    const tools = tables.get('enquete-outils')!
    expect(tools.populationLabel?.en).toBe('who were asked the question')
    expect(tools.notes).toEqual([
      {
        fr: 'La question «\u00a0Outils\u00a0» n’a été posée qu’à ceux qui ont répondu «\u00a0Oui\u00a0» à «\u00a0Usage du courriel\u00a0»\u00a0; les autres ne sont ni dans la base ni parmi les sans réponse.',
        en: 'The question “Tools” was only asked of those who answered “Yes” to “Use of e-mail”; others are neither in the base nor missing.',
      },
    ])
    expect(tables.get('enquete-satisfaction')?.populationLabel?.en).toBe('who gave a number')
    for (const { notes = [], populationLabel } of tables.values()) {
      for (const { fr } of [...notes, ...(populationLabel ? [populationLabel] : [])])
        expect(typographyFaults(fr)).toEqual([])
    }
    expect(tables.get('enquete-usage')).not.toHaveProperty('populationLabel')
  })

  test('small counts are kept back where the survey wants it', async () => {
    const configuration = WITHOUT_WEIGHTS.replace(
      '    date: 2020-01-15',
      '    date: 2020-01-15\n    suppressBelow: 3',
    )
    const table = (await tablesOf(await open(configuration))).get('enquete-usage-par-nature')!
    expect(table.observations.filter(({ isSuppressed }) => isSuppressed).length).toBeGreaterThan(0)
  })

  test('each table is a cube without fault, and its query gives its cells', async () => {
    const directory = await open()
    const [survey] = await directory.surveys()
    for (const table of (await tablesOf(directory)).values()) {
      const cube = await buildGraph(
        toCube(table, { base: 'https://annuaire.example.org', date: '2020-01-31' }),
      )
      expect(checkCube(cube).results).toEqual([])
      expect(table.query).toContain(survey!.survey.iri)
      expect(table.query).not.toContain('?actor')
    }
  })
})

test('every figure can be opened: by the keys of the responses behind it, for those who keep them', async () => {
  const directory = await open()
  for (const table of (await tablesOf(directory)).values()) {
    for (const { values, n } of table.observations) {
      const at = Object.fromEntries(values.map(({ code }, index) => [table.dimensions[index]!, code]))
      const { answer } = await directory.openCell(table.id, at)
      const rows = answer.type === 'bindings' ? await Array.fromAsync(answer.bindings) : []
      const size = rows.reduce((sum, { weight }) => sum + Number(weight?.value ?? 1), 0)
      expect([table.id, at, size]).toEqual([table.id, at, n])
      for (const { name } of rows) expect(name?.value).toMatch(/^rep-\d+$/)
    }
  }
})

describe('where all options are said no to', () => {
  const file = RESPONSES.replace('rep-10;;Oui;;;;;11;', 'rep-10;;Oui;non;0;;;11;').replace(
    'rep-9;;Oui;;;;;vélo',
    'rep-9;;Oui;non;;;Cerf-volant;vélo',
  )
  const outils = async (configuration: string) => {
    const folder = await writeFolder({
      'annuaire.yaml': configuration,
      'acteurs.csv': ACTORS,
      'reponses.csv': file,
    })
    return cellsOf((await tablesOf(await openDirectory(folder))).get('enquete-outils')!)
  }

  test('nothing is answered, as a rule', async () => {
    expect(await outils(WITHOUT_WEIGHTS)).toEqual([
      ['lettre', 3, 5, 1],
      ['other-answer', 3, 5, 1],
      ['agenda', 2, 5, 1],
      ['presse', 0, 5, 1],
    ])
  })

  test('“none” is an answer where the crosswalk says so, unless there is another one', async () => {
    const configuration = WITHOUT_WEIGHTS.replace(
      'presse: Presse }',
      'presse: Presse, aucun: Aucun }',
    ).replace('presse }\n    statistics', 'presse }\n            none: aucun\n    statistics')
    expect(await outils(configuration)).toEqual([
      ['lettre', 3, 6, 0],
      ['other-answer', 3, 6, 0],
      ['agenda', 2, 6, 0],
      ['aucun', 1, 6, 0],
      ['presse', 0, 6, 0],
    ])
  })
})

describe('who answered', () => {
  test('is an actor of the directory, or nobody known', async () => {
    const [survey] = await (await open()).surveys()
    const actors = new Map((await Array.fromAsync((await open()).actors())).map(({ id, key }) => [id, key]))
    expect(survey!.responses.map(({ key, respondent }) => [key, actors.get(respondent ?? '')])).toEqual([
      ['rep-1', 'a1'],
      ['rep-2', 'a2'],
      ['rep-3', 'v1'],
      ['rep-4', 'v2'],
      ['rep-5', undefined],
      ['rep-6', undefined],
      ['rep-7', 'a3'],
      ['rep-8', 'v1'],
      ['rep-9', undefined],
      ['rep-10', undefined],
    ])
    expect([...survey!.respondents].map(id => actors.get(id)).sort()).toEqual(['a1', 'a2', 'a3', 'v1', 'v2'])
  })

  test('a merged record answers as the one that is kept', async () => {
    const folder = await writeFolder({
      'annuaire.yaml': CONFIGURATION.replace('surveys:', 'duplicates: doublons.csv\nsurveys:'),
      'acteurs.csv': `${ACTORS}a4;Association Une;Association\n`,
      'doublons.csv': 'a;b;decision\nacteurs/a1;acteurs/a4;doublon\n',
      'reponses.csv': RESPONSES.replace('rep-5;inconnu-zz', 'rep-5;a4'),
    })
    const [survey] = await (await openDirectory(folder)).surveys()
    const respondentOf = (key: string) => survey?.responses.find(one => one.key === key)?.respondent
    expect(respondentOf('rep-5')).toBeDefined()
    expect(respondentOf('rep-5')).toBe(respondentOf('rep-1'))
  })
})

describe('what is found', () => {
  test('is told with its place; the response stays', async () => {
    const { results } = await (await open()).check()
    expect(
      results.map(({ code, path, value, source }) => [code, path, source?.line, source?.column, value]),
    ).toEqual([
      ['not-asked', 'fields.outils', 8, 'Outils / Lettre', expect.any(String)],
      ['missing-weight', 'fields.weight', 9, undefined, undefined],
      ['unmatched-value', 'usage', 10, 'Usage', 'Peut-être'],
      ['not-asked', 'fields.satisfaction', 10, 'Satisfaction', '4'],
      ['negative-weight', 'fields.weight', 10, 'Poids', '-1'],
      ['unreadable-value', 'satisfaction', 11, 'Satisfaction', 'vélocipède'],
      ['out-of-range', 'fields.satisfaction', 12, 'Satisfaction', '11'],
      ['unknown-respondent', 'respondent', 7, 'Structure', 'inconnu-zz'],
      ['answered-twice', 'respondent', 10, 'Structure', 'v1'],
      ['survey-disclosure', 'enquete', undefined, undefined, undefined],
    ])
    for (const { message } of results) expect(typographyFaults(message.fr)).toEqual([])
  })

  test('every cell is accounted for', async () => {
    const source = (await (await open()).sources()).find(({ name }) => name === 'enquete/reponses')!
    expect(source).toMatchObject({ rows: 10, accepted: 10, rejectedRows: 0 })
    const counts = Object.fromEntries(
      source.columns.map(({ column, mapped, repaired, rejected, ignored, empty, unmapped }) => [
        column,
        [mapped, repaired, rejected, ignored, empty, unmapped],
      ]),
    )
    expect(counts).toEqual({
      Réponse: [10, 0, 0, 0, 0, 0],
      Structure: [6, 0, 1, 0, 3, 0],
      Usage: [8, 0, 1, 0, 1, 0],
      // Both option columns of somebody who was not asked.
      'Outils / Lettre': [4, 0, 1, 0, 5, 0],
      'Outils / Agenda': [2, 0, 0, 0, 8, 0],
      'Outils / Presse': [0, 0, 1, 0, 9, 0],
      'Outils / Autre': [2, 0, 0, 0, 8, 0],
      Satisfaction: [4, 0, 3, 0, 3, 0],
      Remarques: [0, 0, 0, 1, 9, 0],
      Suggestions: [4, 0, 0, 0, 6, 0],
      Poids: [8, 0, 1, 0, 1, 0],
    })
  })

  test('files go back to those who keep them, with what is wrong beside the rows', async () => {
    const directory = await open()
    const written = await directory.review(await writeFolder({}))
    expect(written.map(path => basename(path))).toEqual(['acteurs.csv', 'reponses.csv', 'repairs.ndjson'])
    expect(await readFile(written[1]!, 'utf8')).toMatch(/^rep-8;.*«\u00a0Peut-être\u00a0»/m)
  })

  test('words in no list count as “other”, and are told with what is near', async () => {
    const unmatched = await (await open()).unmatched()
    expect(unmatched.map(({ field, value, nearest, count }) => [field, value, nearest, count])).toEqual([
      ['outils', 'pigeon voyageur', [], 1],
      ['outils', 'Agende', [{ notation: 'agenda', label: 'Agenda' }], 1],
      ['usage', 'Peut-être', [], 1],
    ])
  })
})

describe('a release', () => {
  async function readRelease(directory: Directory): Promise<Map<string, string>> {
    const { path } = await directory.publish()
    const files = await readdir(path, { recursive: true, withFileTypes: true })
    return new Map(
      await Promise.all(
        files
          .filter(file => file.isFile())
          .map(async ({ parentPath, name }) => {
            const file = join(parentPath, name)
            return [file.slice(path.length + 1), await readFile(file, 'utf8')] as const
          }),
      ),
    )
  }

  test('has no word of a response, no key, and no response', async () => {
    const files = await readRelease(await open())
    const everything = [...files].map(([name, content]) => `${name}\n${content}`).join('\n')
    for (const canary of CANARIES) expect(everything).not.toContain(canary)
    expect(everything).not.toContain('/id/reponse/')
    expect(
      files
        .keys()
        .filter(name => name.startsWith('statistics/enquete-'))
        .toArray().length,
    ).toBeGreaterThan(6)
  })

  test('has the answers to a public question: masked, no formulas, in alphabetical order', async () => {
    const files = await readRelease(await open())
    expect(files.get('surveys/enquete/suggestions.csv')).toBe(
      "text,n\r\n'=1+1,1\r\nPlus de jours,2\r\nÉcrire à […],1\r\n",
    )
    expect(files.has('surveys/enquete/remarques.csv')).toBe(false)
  })

  test('has the questions and their options', async () => {
    const vocabulary = (await readRelease(await open())).get('dumps/vocabulary.ttl')
    expect(vocabulary).toContain('<https://annuaire.example.org/def/enquete-outils> a skos:ConceptScheme')
    expect(vocabulary).toContain('discovery#questionText> "Usage du courriel"@fr, "Use of e-mail"@en')
  })

  test('tells in its report what became of the responses, in counts', async () => {
    const files = await readRelease(await open())
    const { surveys, sources, validation } = JSON.parse(files.get('report.json')!)
    expect(surveys).toMatchObject([{ id: 'enquete', responses: 10, respondents: 5 }])
    expect(surveys[0].findings).toContainEqual({
      source: 'reponses.csv',
      column: 'Satisfaction',
      severity: 'warning',
      code: 'out-of-range',
      count: 1,
    })
    expect(sources.map(({ name }: { name: string }) => name)).toEqual(['acteurs'])
    expect(validation.results).toEqual([])
    const page = files.get('report.html')!
    expect(page).toContain('Enquête d’essai')
    expect(page).toContain('Acteurs de l’annuaire qui ont répondu\u00a0: 5.')
  })

  test('is the same each time', async () => {
    const first = await readRelease(await open())
    expect(await readRelease(await open())).toEqual(first)
  })
})
