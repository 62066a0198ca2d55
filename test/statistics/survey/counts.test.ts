import { beforeAll, describe, expect, test } from 'vitest'
import type { OwnField } from '../../../src/actor/ownField.ts'
import { StatisticsError } from '../../../src/errors.ts'
import { buildGraph } from '../../../src/graph/buildGraph.ts'
import type { Graph } from '../../../src/graph/graph.ts'
import { compileStatistic } from '../../../src/statistics/compile.ts'
import { computeStatistic } from '../../../src/statistics/compute.ts'
import type { StatisticContext } from '../../../src/statistics/context.ts'
import type { Statistic } from '../../../src/statistics/statistic.ts'
import { responsesToQuads, WEIGHT_PROPERTY } from '../../../src/statistics/survey/responseQuads.ts'
import type { Question, Response, Survey } from '../../../src/statistics/survey/survey.ts'
import { seeded } from '../../bench/random.ts'
import { readGraph, VOCABULARY } from '../directoryGraph.ts'

const BASE = 'https://directory.example'
const FORMS = ['association', 'gip', 'epci'] as const
const REGIONS = { 69123: '84', 69266: '84', 63113: '84' } as const
const COMMUNES = ['69123', '69266', '63113'] as const
const MISSIONS = ['veille', 'conseil'] as const

/** Whom the directory knows, in plain values. */
interface Actor {
  readonly id: string
  readonly legalForm: readonly string[]
  readonly mission: readonly string[]
  readonly seatRegion: readonly string[]
}

/** What was answered, in plain values: the codes of a response by dimension, a weight, a number. */
interface Answered {
  readonly codes: Readonly<Record<string, readonly string[]>>
  readonly weight: number | undefined
  readonly note: number | undefined
}

const question = (name: string, rest: Partial<Question>): Question => ({
  name,
  label: { fr: name },
  type: 'single',
  property: `${BASE}/def/onto#s-${name}`,
  public: false,
  ...rest,
})
const closed = (name: string, rest: Partial<Question> = {}) =>
  question(name, { scheme: { name: `s-${name}`, iri: `${BASE}/def/s-${name}` }, ...rest })

const QUESTIONS = [
  closed('usage'),
  closed('tools', { type: 'multiple', askedIf: { usage: ['yes'] } }),
  closed('reason', {
    askedIf: { tools: ['letter', 'press'] },
    scheme: { name: 's-reason', iri: `${BASE}/def/s-reason`, isOwn: true },
  }),
  question('note', { type: 'numeric', askedIf: { usage: ['yes'] } }),
]
const OPTIONS: Readonly<Record<string, readonly string[]>> = {
  usage: ['yes', 'no', 'soon'],
  tools: ['letter', 'press', 'agenda'],
  reason: ['cost', 'time', 'never'],
}
const SURVEY: Survey = {
  id: 's',
  iri: `${BASE}/id/enquete/s#it`,
  title: { fr: 'S' },
  date: '2020-01-01',
  questions: QUESTIONS,
  published: [],
  statistics: [],
} as Survey
const CONTEXT: StatisticContext = {
  schemes: {
    legalForm: `${BASE}/def/forms`,
    mission: `${BASE}/def/missions`,
    audience: `${BASE}/def/audiences`,
    legalCategory: `${BASE}/def/cj`,
  },
  fields: [] as readonly OwnField[],
  date: '2020-01-01',
  responses: {
    survey: SURVEY.iri,
    questions: QUESTIONS,
    numbers: [
      { name: 'note', property: `${BASE}/def/onto#s-note` },
      { name: 'weight', property: WEIGHT_PROPERTY },
    ],
  },
}

const random = seeded(5)
const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!
const some = <T>(values: readonly T[]): T[] => values.filter(() => random() < 0.4)

/** Actors, and responses of which some are of them; filters hold, as the gate sees to it. */
function generate(): { actors: Actor[]; answered: Answered[]; responses: Response[]; turtle: string } {
  const actors = Array.from({ length: 40 }, (_, index) => {
    const commune = pick(COMMUNES)
    return {
      id: `${BASE}/id/acteur/a${index}`,
      commune,
      legalForm: random() < 0.8 ? [pick(FORMS)] : [],
      mission: some(MISSIONS),
      seatRegion: random() < 0.7 ? [REGIONS[commune]] : [],
    }
  })
  const answered: Answered[] = []
  const responses = Array.from({ length: 300 }, (_, index): Response => {
    const actor = random() < 0.7 ? pick(actors) : undefined
    const usage = random() < 0.9 ? [pick(OPTIONS.usage!)] : []
    const tools = usage.includes('yes') ? some(OPTIONS.tools!) : []
    const leads = tools.includes('letter') || tools.includes('press')
    const reason = leads && random() < 0.8 ? [pick(['cost', 'time'])] : []
    const note = usage.includes('yes') && random() < 0.8 ? Math.floor(random() * 11) : undefined
    const weight = random() < 0.9 ? Math.floor(random() * 8) / 4 : undefined
    const { legalForm = [], mission = [], seatRegion = [] } = actor ?? {}
    answered.push({
      codes: {
        usage,
        tools,
        reason,
        legalForm,
        mission,
        seatRegion,
        note: note === undefined ? [] : [String(note)],
      },
      weight,
      note,
    })
    const iris = (name: string, codes: readonly string[]) =>
      codes.map(code => `${BASE}/def/s-${name}/${code}`)
    return {
      id: `${BASE}/id/reponse/r${index}#it`,
      source: 's/r',
      key: String(index),
      ...(actor ? { respondent: actor.id } : {}),
      ...(weight === undefined ? {} : { weight }),
      answers: {
        ...(usage.length > 0 ? { usage: iris('usage', usage)[0]! } : {}),
        ...(tools.length > 0 ? { tools: iris('tools', tools) } : {}),
        ...(reason.length > 0 ? { reason: iris('reason', reason)[0]! } : {}),
        ...(note === undefined ? {} : { note }),
      },
    }
  })
  const lines = actors.map(
    ({ id, commune, legalForm, mission, seatRegion }) => `<${id}> a annuaire:Actor .
${legalForm.map(code => `<${id}> rov:orgType <${BASE}/def/forms/${code}> .`).join('\n')}
${mission.map(code => `<${id}> org:purpose <${BASE}/def/missions/${code}> .`).join('\n')}
${seatRegion.length > 0 ? `<${id}> locn:address <${id}-address> . <${id}-address> cv:adminUnit place:commune-${commune} .` : ''}`,
  )
  const lists = {
    forms: FORMS,
    missions: MISSIONS,
    's-usage': OPTIONS.usage!,
    's-tools': OPTIONS.tools!,
    's-reason': OPTIONS.reason!,
  }
  const concepts = Object.entries(lists).flatMap(([scheme, codes]) =>
    codes.map(
      code =>
        `<${BASE}/def/${scheme}/${code}> skos:inScheme <${BASE}/def/${scheme}> ; skos:notation "${code}" .`,
    ),
  )
  return { actors, answered, responses, turtle: [...lines, ...concepts].join('\n') }
}

const WORLD = generate()
let graph: Graph

beforeAll(async () => {
  const directory = await readGraph(VOCABULARY, WORLD.turtle)
  graph = await buildGraph([...directory, ...responsesToQuads(SURVEY, WORLD.responses)])
})

const has = ({ codes }: Answered, name: string, among: readonly string[]) =>
  (codes[name] ?? []).some(code => among.includes(code))

/** Those who were asked all of these questions, and are of the population. */
function population({ dimensions, population = {} }: Statistic): Answered[] {
  const filters = dimensions.flatMap(name =>
    Object.entries(QUESTIONS.find(one => one.name === name)?.askedIf ?? {}),
  )
  return WORLD.answered.filter(response =>
    [...filters, ...Object.entries(population)].every(([name, codes]) => has(response, name, codes)),
  )
}

/** The cells of a statistic, counted one by one: codes, n, base, missing. */
function countPlainly(statistic: Statistic): Map<string, readonly number[]> {
  const { dimensions, within, weight } = statistic
  const inner = dimensions.find(name => name !== within)!
  const size = (responses: readonly Answered[]) =>
    weight === undefined
      ? responses.length
      : responses.reduce((sum, response) => sum + (response.weight ?? 0), 0)
  const counted = (responses: readonly Answered[]) =>
    weight === undefined ? responses : responses.filter(response => response.weight !== undefined)
  const everyone = counted(population(statistic))
  const codesOf = (name: string) => [...new Set(everyone.flatMap(({ codes }) => codes[name] ?? []))]
  // A value that only those without a weight have is no row.
  const present = codesOf(inner)
  const isListed = QUESTIONS.find(({ name }) => name === inner)?.scheme?.isOwn
  const inners = isListed ? OPTIONS[inner]! : present
  const cells = new Map<string, readonly number[]>()
  const blocks = within === undefined ? [undefined] : codesOf(within)
  for (const outer of blocks) {
    const asked = outer === undefined ? everyone : everyone.filter(one => has(one, within!, [outer]))
    const base = asked.filter(({ codes }) => (codes[inner] ?? []).length > 0)
    for (const code of inners) {
      const n = size(base.filter(one => has(one, inner, [code])))
      const values = within === undefined ? [code] : dimensions.map(name => (name === within ? outer! : code))
      cells.set(values.join(' '), [n, size(base), size(asked) - size(base)])
    }
  }
  return cells
}

async function compute(statistic: Statistic): Promise<Map<string, readonly number[]>> {
  const { observations } = await computeStatistic(graph, statistic, CONTEXT)
  return new Map(
    observations.map(({ values, n, base, missing }) => [
      values.map(({ code }) => code).join(' '),
      [n!, base!, missing!],
    ]),
  )
}

const NAMES = ['usage', 'tools', 'reason', 'note', 'legalForm', 'mission', 'seatRegion']
const POPULATIONS: readonly Statistic['population'][] = [
  undefined,
  { usage: ['yes', 'soon'] },
  { mission: ['veille'] },
  { legalForm: ['association', 'gip'], tools: ['letter'] },
]
const DEFINITIONS: Statistic[] = [
  ...NAMES.map(name => [name]),
  ...NAMES.flatMap(a => NAMES.filter(b => b !== a).map(b => [a, b])),
].flatMap((dimensions, place) =>
  POPULATIONS.map((population, index) => ({
    id: `${dimensions.join('-')}-${index}`,
    title: { fr: 'T' },
    dimensions,
    ...(dimensions.length === 2 ? { within: dimensions[0]! } : {}),
    ...(population ? { population } : {}),
    // Every other one is weighted.
    ...((place + index) % 2 === 0 ? {} : { weight: 'weight' }),
  })),
)

describe('responses are counted as one counts them by hand', () => {
  test(`in ${DEFINITIONS.length} tables of questions, of actors, and of both`, async () => {
    let cells = 0
    for (const definition of DEFINITIONS) {
      const counted = await compute(definition)
      expect(counted, JSON.stringify(definition)).toEqual(countPlainly(definition))
      cells += counted.size
    }
    expect(cells).toBeGreaterThan(1_000)
  }, 120_000)

  test('a number without a dimension is of those who gave one, among those who were asked', async () => {
    const statistic: Statistic = {
      id: 'n',
      title: { fr: 'N' },
      dimensions: [],
      of: 'note',
      measures: ['mean'],
    }
    const { observations } = await computeStatistic(graph, statistic, CONTEXT)
    const asked = WORLD.answered.filter(response => has(response, 'usage', ['yes']))
    const notes = asked.flatMap(({ note }) => note ?? [])
    expect(observations).toHaveLength(1)
    expect(observations[0]).toMatchObject({ n: notes.length, base: asked.length })
    expect(observations[0]?.further?.mean).toBeCloseTo(notes.reduce((a, b) => a + b, 0) / notes.length, 3)
  })
})

describe('what cannot be counted of responses', () => {
  const statistic = (rest: Partial<Statistic>): Statistic => ({
    id: 's',
    title: { fr: 'S' },
    dimensions: ['usage'],
    ...rest,
  })

  test('an unknown dimension is told with the questions that there are', () => {
    expect(() => compileStatistic(statistic({ dimensions: ['rien'] }), CONTEXT)).toThrow(
      /no dimension "rien"; known are legalForm.*usage, tools, reason, note/,
    )
  })

  test('words', () => {
    const words = { ...CONTEXT.responses!, questions: [question('words', { type: 'text' })] }
    expect(() =>
      compileStatistic(statistic({ dimensions: ['words'] }), { ...CONTEXT, responses: words }),
    ).toThrow(StatisticsError)
  })

  test('a number of actors in the place of a question’s', () => {
    expect(() => compileStatistic(statistic({ of: 'members', measures: ['mean'] }), CONTEXT)).toThrow(
      /"members".*there is note, weight/,
    )
  })
})
