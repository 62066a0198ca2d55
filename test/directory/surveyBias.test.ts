import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { type Directory, openDirectory, type Table } from '../../src/index.ts'
import { seeded } from '../bench/random.ts'
import { temporaryFolder } from '../temporaryFolder.ts'

const EXAMPLE = fileURLToPath(new URL('../../examples/oten-2010', import.meta.url))
const ASSOCIATION = 'association'

/** What an actor thinks, and whether it answers when it is asked. */
interface Opinion {
  readonly isFor: boolean
  readonly answers: boolean
}

/** A survey of all actors, in favour of something as associations mostly are. */
interface Survey {
  readonly sample: string
  /** How probable it is that an association answers, and another one. */
  readonly answering: readonly [associations: number, others: number]
}

const surveyOf = ({ sample }: Survey, weight: string, questions: string) => `
  avis:
    title: { fr: Enquête simulée, en: Simulated survey }
    date: 2010-12-19
    sample: ${sample}
${weight}${questions}`

const QUESTIONS = `    questions:
      opinion: { label: Opinion, type: single, options: { pour: Pour, contre: Contre } }
    sources:
      reponses:
        file: reponses.csv
        key: Réponse
        columns: { Acteur: { field: respondent, reference: acteurs }, Avis: opinion }
    statistics:
      opinion-par-forme: { title: Par forme, dimensions: [legalForm, opinion], within: legalForm }
`

/** The example with such a survey: drawn with the command's function, answered by those who would. */
async function run(survey: Survey) {
  const folder = join(await temporaryFolder(), 'oten-2010')
  await cp(EXAMPLE, folder, { recursive: true, filter: path => !/\/(?:public|private)$/.test(path) })
  const yaml = await readFile(join(folder, 'annuaire.yaml'), 'utf8')
  const configure = (weight: string, questions = QUESTIONS) =>
    writeFile(
      join(folder, 'annuaire.yaml'),
      yaml.replace('\nsurveys:\n', `\nsurveys:${surveyOf(survey, weight, questions)}`),
    )
  await configure('', '')
  const directory = await openDirectory(folder)
  const opinions = await opinionsOf(directory, survey)
  const { sample } = await directory.drawSample('avis')
  const answered = sample.units.filter(({ key }) => opinions.get(key)!.answers)
  const rows = answered.map(({ key }) => `${key};${key};${opinions.get(key)!.isFor ? 'pour' : 'contre'}`)
  await writeFile(join(folder, 'reponses.csv'), ['Réponse;Acteur;Avis', ...rows].join('\n'))
  const tables = async (weight: string) => {
    await configure(weight)
    const statistics = await (await openDirectory(folder)).statistics()
    return (id: string) => statistics.find(table => table.id === id)!
  }
  const all = [...opinions.values()]
  return {
    truth: (100 * all.filter(({ isFor }) => isFor).length) / all.length,
    sample,
    /** Of each stratum its frame, who was drawn, who answered, and how many of these are in favour. */
    strata: sample.strata.map(({ code, frameSize, sampleSize }) => {
      const here = answered.filter(({ stratum }) => (stratum ?? null) === code)
      const inFavour = here.filter(({ key }) => opinions.get(key)!.isFor).length
      return { code, frameSize, sampleSize, answered: here.length, inFavour }
    }),
    unweighted: await tables(''),
    design: await tables('    weight: design\n'),
    response: await tables('    weight: response\n'),
  }
}

async function opinionsOf(directory: Directory, { answering }: Survey): Promise<Map<string, Opinion>> {
  const random = seeded(2010)
  const opinions = new Map<string, Opinion>()
  for await (const { key, legalForm } of directory.actors()) {
    const isAssociation = legalForm?.endsWith(`/${ASSOCIATION}`) ?? false
    const [associations, others] = answering
    const isFor = random() < (isAssociation ? 0.8 : 0.2)
    opinions.set(key, { isFor, answers: random() < (isAssociation ? associations : others) })
  }
  return opinions
}

const shareFor = (table: Table) => table.observations.find(({ values }) => values[0]!.code === 'pour')!.share!

type Stratum = Awaited<ReturnType<typeof run>>['strata'][number]

/** The weighted share of those in favour, in whole numbers: Σ N·(in favour) ÷ d over Σ N·(answered) ÷ d. */
function plainShare(strata: readonly Stratum[], divisor: (stratum: Stratum) => number): number {
  const heard = strata.filter(({ answered }) => answered > 0)
  const common = heard.reduce((product, stratum) => product * BigInt(divisor(stratum)), 1n)
  const sum = (count: (stratum: Stratum) => number) =>
    heard.reduce(
      (total, stratum) =>
        total + (BigInt(stratum.frameSize * count(stratum)) * common) / BigInt(divisor(stratum)),
      0n,
    )
  const [inFavour, all] = [sum(one => one.inFavour), sum(one => one.answered)]
  return Number((2n * 1_000_000n * inFavour + all) / (2n * all)) / 10_000
}

test('those who answer more are not heard more: weights by response come nearer to the truth', async () => {
  const { truth, strata, unweighted, design, response } = await run({
    sample: '{ size: 240, seed: 2010, stratifyBy: legalForm }',
    answering: [0.9, 0.35],
  })
  const [plain, byDesign, byResponse] = [unweighted, design, response].map(of => shareFor(of('avis-opinion')))
  expect(byResponse).toBe(plainShare(strata, one => one.answered))
  expect(byDesign).toBe(plainShare(strata, one => one.sampleSize))
  expect(Math.abs(plain! - truth)).toBeGreaterThan(8)
  expect(Math.abs(byResponse! - truth)).toBeLessThan(Math.abs(plain! - truth) / 2)
  // Each stratum stands for its whole frame, and all for all but those that nobody answered for, in whole numbers.
  const heard = strata.filter(({ answered }) => answered > 0)
  const known = heard.filter(({ code }) => code !== null)
  const bases = response('avis-opinion-par-forme').observations.map(({ values, base }) => [
    values[0]!.code,
    base,
  ])
  expect(Object.fromEntries(bases)).toEqual(
    Object.fromEntries(known.map(({ code, frameSize }) => [code, frameSize])),
  )
  const all = heard.reduce((sum, { frameSize }) => sum + frameSize, 0)
  expect(response('avis-opinion').observations[0]!.base).toBe(all)
  expect(known.length).toBeGreaterThan(10)
  expect(all).toBeGreaterThan(350)
})

test('those who were drawn more are not heard more: weights by design add up to all', async () => {
  const { truth, strata, unweighted, design, response } = await run({
    sample: '{ size: 200, seed: 7, stratifyBy: legalForm, allocation: equal }',
    answering: [1, 1],
  })
  const [plain, byDesign, byResponse] = [unweighted, design, response].map(of => shareFor(of('avis-opinion')))
  expect(byDesign).toBe(plainShare(strata, one => one.sampleSize))
  expect(byResponse).toBe(byDesign)
  expect(design('avis-opinion').observations[0]!.base).toBe(400)
  expect(Math.abs(plain! - truth)).toBeGreaterThan(8)
  expect(Math.abs(byDesign! - truth)).toBeLessThan(Math.abs(plain! - truth) / 2)
})
