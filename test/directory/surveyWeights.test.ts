import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openDirectory, type Table } from '../../src/index.ts'
import { typographyFaults } from '../frenchTypography.ts'
import { CONFIGURATION, HEADER, writeFolder } from './writeDirectory.ts'

/** Twelve actors: eight municipalities, three associations, one of which nothing is known. */
const KINDS = ['Commune', 'Commune', 'Association', 'Commune']
const ROWS = Array.from({ length: 12 }, (_, index) => {
  const kind = index === 11 ? '' : KINDS[index % 4]
  return `r${index};Structure ${index};${kind};;;;;;;;Canari Privé ${index};2019-05-01`
})

const surveyOf = (weight: string, sample: string) => `surveys:
  essai:
    title: { fr: Enquête d’essai, en: Test survey }
    date: 2020-01-31
    weight: ${weight}
    sample: ${sample}
`
const QUESTIONS = `    questions:
      avis: { label: { fr: Avis, en: Opinion }, type: single, options: { bon: Bon, mauvais: Mauvais } }
      note: { label: { fr: Note, en: Mark }, type: numeric }
    sources:
      reponses:
        file: reponses.csv
        key: Réponse
        columns: { Acteur: { field: respondent, reference: acteurs }, Avis: avis, Note: note }
`
const BY_FORM = '{ seed: 3, stratifyBy: legalForm, allocation: { asso: 3, ville: 4, "": 0 } }'

interface Answer {
  readonly actor: string
  readonly opinion: string
  readonly mark: number
}

/** A folder whose sample was drawn before anybody answered; `answersOf` says who of those drawn did, and how. */
async function surveyed(
  weight: string,
  sample: string,
  answersOf: (drawn: ReadonlyMap<string, readonly string[]>) => readonly Answer[],
) {
  const folder = await writeFolder({
    'annuaire.yaml': CONFIGURATION + surveyOf(weight, sample),
    'acteurs.csv': [HEADER, ...ROWS].join('\r\n'),
  })
  const { path, sample: drawn } = await (await openDirectory(folder)).drawSample('essai')
  const byStratum = Map.groupBy(drawn.units, ({ stratum = '' }) => stratum)
  const keys = new Map([...byStratum].map(([stratum, units]) => [stratum, units.map(({ key }) => key)]))
  const rows = answersOf(keys).map(
    ({ actor, opinion, mark }, index) => `n${index};${actor};${opinion};${mark}`,
  )
  await writeFile(join(folder, 'reponses.csv'), ['Réponse;Acteur;Avis;Note', ...rows].join('\n'))
  await writeFile(join(folder, 'annuaire.yaml'), CONFIGURATION + surveyOf(weight, sample) + QUESTIONS)
  return { folder, path, directory: await openDirectory(folder) }
}

const bon = (actor: string, mark = 1): Answer => ({ actor, opinion: 'bon', mark })
const mauvais = (actor: string, mark = 3): Answer => ({ actor, opinion: 'mauvais', mark })

/** Of four municipalities drawn two answer well; of three associations one, badly. */
const FEW = (drawn: ReadonlyMap<string, readonly string[]>) => [
  bon(drawn.get('ville')![0]!),
  bon(drawn.get('ville')![2]!),
  mauvais(drawn.get('asso')![1]!),
]

async function tableOf(directory: Awaited<ReturnType<typeof openDirectory>>, id: string): Promise<Table> {
  return (await directory.statistics()).find(table => table.id === id)!
}

const cells = ({ observations }: Table) =>
  observations.map(({ values, n, base, share }) => [values[0]?.code, n, base, share])

describe('responses weighted by the sample', () => {
  test('by the inverse of the probability of being drawn', async () => {
    const { directory } = await surveyed('design', BY_FORM, FEW)
    const table = await tableOf(directory, 'essai-avis')
    // Eight municipalities of which four were drawn weigh 2 each, three associations that were all drawn 1.
    expect(cells(table)).toEqual([
      ['bon', 4, 5, 80],
      ['mauvais', 1, 5, 20],
    ])
    expect(table.notes!.map(({ en }) => en)).toEqual([
      'Weighted responses: 3.',
      'Responses are weighted by the inverse of the probability of having been drawn (actors of the sampling frame ÷ actors drawn, stratum by stratum).',
      'Actors that nobody represents, for want of an answer in their stratum: 1 of 12 (not known).',
    ])
  })

  test('corrected for those who did not answer, with numbers', async () => {
    const { directory } = await surveyed('response', BY_FORM, FEW)
    // Two of the eight stand for all of these, one for the three associations.
    expect(cells(await tableOf(directory, 'essai-avis'))).toEqual([
      ['bon', 8, 11, 72.7273],
      ['mauvais', 3, 11, 27.2727],
    ])
    const [marks] = (await tableOf(directory, 'essai-note')).observations
    expect(marks).toMatchObject({ n: 11, further: { valid: 11, mean: 1.5455, median: 1, q75: 3 } })
  })

  test('whom nobody represents, and who was not drawn, is told in both languages', async () => {
    const { directory } = await surveyed('response', BY_FORM, drawn => [
      bon(drawn.get('ville')![0]!),
      mauvais(drawn.get('ville')![0]!),
      mauvais(
        ['r0', 'r1', 'r3', 'r4', 'r5', 'r7', 'r8', 'r9'].find(key => !drawn.get('ville')!.includes(key))!,
      ),
      mauvais('rien'),
      mauvais(''),
    ])
    const { results } = await directory.check()
    const told = results.filter(({ code }) => code !== 'unmapped-column')
    expect(told.map(({ code }) => code)).toEqual([
      'answered-twice',
      'unknown-respondent',
      'not-drawn',
      'missing-weight',
      'missing-weight',
      'unrepresented-stratum',
      'unrepresented-stratum',
    ])
    expect(told.map(({ source }) => source?.line)).toEqual([3, 5, 4, 5, 6, undefined, undefined])
    expect(told.at(-1)!.source).toEqual({ file: 'annuaire.yaml' })
    const messages = told.map(({ message }) => message)
    expect(messages[0]!.en).toContain('both responses are counted and share its weight')
    expect(messages[2]!.fr).toContain('n’a pas été tiré au sort\u00a0; sa réponse n’a pas de poids')
    expect(messages.at(-2)!.fr).toContain(
      'Strate «\u00a0non connue\u00a0»\u00a0: personne n’y a été tiré au sort',
    )
    expect(messages.at(-1)!.en).toContain(
      'Stratum "Association": none of those drawn in it (3) answered; its actors (3) are represented by nobody',
    )
    expect(messages.flatMap(({ fr }) => typographyFaults(fr))).toEqual([])
    const table = await tableOf(directory, 'essai-avis')
    // One municipality stands for eight, in two responses; three responses have no weight.
    expect(cells(table)).toEqual([
      ['bon', 4, 8, 50],
      ['mauvais', 4, 8, 50],
    ])
    expect(table.notes!.flatMap(({ fr }) => typographyFaults(fr))).toEqual([])
    expect(table.notes!.map(({ en }) => en)).toEqual([
      'Weighted responses: 2.',
      'Without a known weight or with one below 0, and therefore in none of the counts: 3 responses.',
      expect.stringContaining('having been drawn and having answered'),
      'All weights are equal (4): shares are those of the responses without weights.',
      'Actors that nobody represents, for want of an answer in their stratum: 4 of 12 (not known, Association).',
    ])
  })

  test('weights of strata with few answers may tell these, unless all are equal', async () => {
    const tellingOf = async (weight: string, sample: string) => {
      const { directory } = await surveyed(weight, sample, drawn =>
        [...drawn.values()].flat().map(key => bon(key)),
      )
      return (await directory.check()).results.filter(({ code }) => code === 'telling-weights')
    }
    const [telling, ...others] = await tellingOf('response', BY_FORM)
    expect(others).toEqual([])
    expect(telling!.message.en).toContain(
      'Strata with fewer than 5 responses (Association, Commune): as hardly',
    )
    expect(typographyFaults(telling!.message.fr)).toEqual([])
    expect(await tellingOf('response', '{ size: 4, seed: 3 }')).toEqual([])
  })

  test('weights of a sample of all are equal, and told to be', async () => {
    const { directory } = await surveyed('design', '{ size: 5, seed: 3 }', drawn =>
      drawn
        .get('')!
        .slice(0, 3)
        .map((key, index) => (index === 0 ? mauvais(key) : bon(key))),
    )
    const table = await tableOf(directory, 'essai-avis')
    expect(cells(table)).toEqual([
      ['bon', 4.8, 7.2, 66.6667],
      ['mauvais', 2.4, 7.2, 33.3333],
    ])
    expect(table.notes!.map(({ fr }) => fr)).toEqual([
      'Réponses pondérées\u00a0: 3.',
      'Les réponses sont pondérées par l’inverse de la probabilité d’avoir été tiré au sort (acteurs de la base de sondage ÷ acteurs tirés).',
      'Tous les poids sont égaux (2,4)\u00a0: les parts sont celles des réponses sans pondération.',
    ])
  })

  test('without the sample they have none, and it is said what to do', async () => {
    const { folder, path } = await surveyed('design', BY_FORM, FEW)
    await rm(path, { recursive: true })
    await expect((await openDirectory(folder)).check()).rejects.toThrow(
      'the sample of the survey "essai" is not here, so its responses cannot be weighted; draw it',
    )
  })

  test.each([
    ['no JSON', () => '{'],
    ['nothing', () => 'null'],
    ['units without strata', (file: string) => file.replace(/"strata": \[[^\]]*\]/, '"strata": 3')],
    ['a size that is no number', (file: string) => file.replace('"frameSize": 8', '"frameSize": "8"')],
    ['more drawn than there are', (file: string) => file.replace('"frameSize": 3', '"frameSize": 2')],
    ['another number drawn', (file: string) => file.replace('"sampleSize": 4', '"sampleSize": 3')],
    ['a unit of no stratum', (file: string) => file.replace('"stratum": "asso"', '"stratum": "sasso"')],
    ['strata that are null', (file: string) => file.replace(/"strata": \[[^\]]*\]/, '"strata": [null]')],
  ])('a sample that was tampered with is no sample: %s', async (_, tamper) => {
    const { folder, path } = await surveyed('design', BY_FORM, FEW)
    const file = join(path, 'sample.json')
    const whole = await readFile(file, 'utf8')
    const broken = tamper(whole)
    expect(broken).not.toBe(whole)
    await writeFile(file, broken)
    await expect((await openDirectory(folder)).statistics()).rejects.toThrow('this is no sample as')
  })
})
