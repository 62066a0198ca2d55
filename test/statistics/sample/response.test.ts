import { DataFactory } from 'n3'
import { describe, expect, test } from 'vitest'
import { buildGraph } from '../../../src/graph/buildGraph.ts'
import { checkCube } from '../../../src/statistics/cube/checkCube.ts'
import { toCube } from '../../../src/statistics/cube/toCube.ts'
import { shareOf } from '../../../src/statistics/rows.ts'
import { compareRespondents } from '../../../src/statistics/sample/compareRespondents.ts'
import {
  participationField,
  participationQuads,
  unaskedRespondents,
} from '../../../src/statistics/sample/participation.ts'
import { responseTable } from '../../../src/statistics/sample/responseTable.ts'
import { toSentence } from '../../../src/statistics/words/sentence.ts'
import { fc } from '../../fastCheck.ts'
import { CONTEXT, readGraph, VOCABULARY } from '../directoryGraph.ts'

const BASE = 'https://directory.example'
const PLACE = { base: BASE, date: '2010-12-19' }
const PARTICIPATION = participationField('emailing-2010', BASE)

interface Member {
  readonly form?: 'association' | 'gip'
  readonly missions: readonly string[]
  readonly isAsked: boolean
  readonly hasAnswered: boolean
}

const iriOf = (index: number) => `${BASE}/id/acteur/a${index}`

/** The private graph of a survey among these actors. */
async function graphOf(members: readonly Member[]) {
  const turtle = members.map(
    ({ form, missions }, index) =>
      `<${iriOf(index)}> a annuaire:Actor ; ${form ? `rov:orgType form:${form} ;` : ''} ${missions
        .map(mission => `org:purpose mission:${mission} ;`)
        .join(' ')} dcterms:identifier "${index}" .`,
  )
  const pick = (test: (member: Member) => boolean) =>
    members.flatMap((member, index) => (test(member) ? [iriOf(index)] : []))
  const invited = pick(({ isAsked }) => isAsked)
  const respondents = new Set(pick(({ hasAnswered }) => hasAnswered))
  const graph = await readGraph(VOCABULARY, ...turtle)
  return buildGraph([...graph, ...participationQuads(PARTICIPATION, invited, respondents)])
}

const SMALL: readonly Member[] = [
  { form: 'association', missions: ['veille'], isAsked: true, hasAnswered: true },
  { form: 'association', missions: ['veille', 'conseil'], isAsked: true, hasAnswered: true },
  { form: 'association', missions: ['conseil'], isAsked: true, hasAnswered: false },
  { form: 'gip', missions: [], isAsked: true, hasAnswered: false },
  { missions: ['veille'], isAsked: true, hasAnswered: true },
  { form: 'gip', missions: [], isAsked: false, hasAnswered: true },
  { form: 'gip', missions: ['conseil'], isAsked: false, hasAnswered: false },
]

/** Code, answered, asked, rate. */
async function ratesOf(members: readonly Member[], dimension?: string) {
  const table = await responseTable(
    await graphOf(members),
    { id: 'emailing-response', participation: PARTICIPATION, ...(dimension && { dimension }) },
    CONTEXT,
  )
  expect(checkCube(toCube(table, PLACE)).results).toEqual([])
  return table.observations.map(({ values, n, base, share, missing }) => {
    expect(missing).toBe(0)
    // Who is in it may well have answered.
    if (values[0]?.role === 'missing') expect(values[0].label).toMatch(/^(?:Non connu|Not known)$/)
    return [values[0]?.role ?? values[0]?.code, n, base, share]
  })
}

describe('a rate of response', () => {
  test('is of those who were asked, whoever else answered', async () => {
    expect(await ratesOf(SMALL)).toEqual([['yes', 3, 5, 60]])
  })

  test('by stratum, with a row for those whose stratum is not known', async () => {
    expect(await ratesOf(SMALL, 'legalForm')).toEqual([
      ['association', 2, 3, 66.6667],
      ['gip', 0, 1, 0],
      ['missing', 1, 1, 100],
    ])
  })

  test('where everybody’s stratum is known, there is no such row', async () => {
    expect(await ratesOf(SMALL.slice(0, 4), 'legalForm')).toEqual([
      ['association', 2, 3, 66.6667],
      ['gip', 0, 1, 0],
    ])
  })

  test('of nobody there is none', async () => {
    expect(await ratesOf([])).toEqual([['yes', 0, 0, null]])
    expect(await ratesOf([], 'legalForm')).toEqual([])
  })

  test('is what counting gives', async () => {
    const member = fc.record(
      {
        form: fc.constantFrom('association' as const, 'gip' as const),
        missions: fc.subarray(['veille', 'conseil']),
        isAsked: fc.boolean(),
        hasAnswered: fc.boolean(),
      },
      { requiredKeys: ['missions', 'isAsked', 'hasAnswered'] },
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(member, { maxLength: 25 }),
        fc.constantFrom('legalForm', 'mission'),
        async (members, dimension) => {
          const codesOf = ({ form, missions }: Member) => {
            const codes = dimension === 'mission' ? missions : form === undefined ? [] : [form]
            return codes.length === 0 ? ['missing'] : codes
          }
          const asked = members.filter(({ isAsked }) => isAsked)
          const expected = [...new Set(asked.flatMap(codesOf))].map(code => {
            const stratum = asked.filter(one => codesOf(one).includes(code))
            const n = stratum.filter(({ hasAnswered }) => hasAnswered).length
            return [code, n, stratum.length, shareOf(n, stratum.length)]
          })
          const found = await ratesOf(members, dimension)
          expect(found.toSorted()).toEqual(expected.toSorted())
        },
      ),
      { numRuns: 40, seed: 7 },
    )
  })

  test('is named after its dimension, and says of what it is a rate', async () => {
    const graph = await graphOf(SMALL)
    const options = { id: 'x', participation: PARTICIPATION, dimension: 'seatRegion' }
    const { title, populationLabel, within } = await responseTable(graph, options, CONTEXT)
    expect(title).toEqual({
      fr: 'Taux de réponse par région du siège',
      en: 'Response rate by region of the seat',
    })
    expect(populationLabel).toEqual({
      fr: 'à qui l’enquête a été adressée',
      en: 'to whom the survey was sent',
    })
    expect(within).toBe('seatRegion')
  })

  test('is told in sentences', async () => {
    const graph = await graphOf(SMALL)
    for (const [language, ofAll, ofForm] of [
      ['fr', '60,0\u00a0% des acteurs interrogés ont répondu (3 sur 5)', 'à qui l’enquête a été adressée'],
      ['en', '60.0% of the actors asked have answered (3 of 5)', 'to whom the survey was sent'],
    ] as const) {
      const context = { ...CONTEXT, language }
      const all = await responseTable(graph, { id: 'x', participation: PARTICIPATION }, context)
      expect(toSentence(all, all.observations[0]!, { language })).toBe(ofAll)
      const options = { id: 'x', participation: PARTICIPATION, dimension: 'legalForm' }
      const table = await responseTable(graph, options, context)
      const sentence = toSentence(table, table.observations[0]!, { language })
      expect(sentence).toContain(ofForm)
      expect(sentence).toContain(language === 'fr' ? 'ont répondu (2 sur 3)' : 'have answered (2 of 3)')
    }
  })

  test('tells nobody who was asked', async () => {
    const options = { id: 'x', participation: PARTICIPATION, dimension: 'legalForm' }
    const table = await responseTable(await graphOf(SMALL), options, CONTEXT)
    expect(JSON.stringify(table)).not.toContain('/id/acteur/')
  })
})

test('respondents stand beside those who were asked and did not answer', async () => {
  const comparison = await compareRespondents(
    await graphOf(SMALL),
    {
      id: 'respondents',
      statistic: 'x',
      participation: PARTICIPATION,
      dimension: 'legalForm',
      areSampled: true,
    },
    CONTEXT,
  )
  expect(comparison.labels.own.fr).toBe('qui ont répondu')
  expect(
    comparison.observations.map(({ values, own, other }) => [
      values[0]!.code,
      own.n,
      own.base,
      other.n,
      other.base,
    ]),
  ).toEqual([
    ['association', 2, 2, 1, 2],
    ['gip', 0, 2, 1, 2],
  ])
  for (const { interval } of comparison.observations) expect(interval).toBeDefined()
})

test('strata whose rate is kept back are kept back on both sides, all of them where the unknown one is', async () => {
  const graph = await graphOf(SMALL)
  const statusesOf = async (hidden: readonly string[]) => {
    const options = { id: 'x', statistic: 'x', participation: PARTICIPATION, dimension: 'legalForm' }
    const { observations } = await compareRespondents(graph, { ...options, hidden: new Set(hidden) }, CONTEXT)
    return observations.map(({ own, other }) => [own.status, own.n, other.status, other.n, other.base])
  }
  expect(await statusesOf([])).toEqual([
    ['told', 2, 'told', 1, 2],
    ['absent', 0, 'told', 1, 2],
  ])
  expect(await statusesOf(['=association'])).toEqual([
    ['suppressed', null, 'suppressed', null, null],
    ['absent', null, 'told', 1, 2],
  ])
  expect(await statusesOf(['missing'])).toEqual([
    ['suppressed', null, 'suppressed', null, null],
    ['absent', null, 'suppressed', null, null],
  ])
})

test('who answered unasked is told', () => {
  const asked = ['urn:a', 'urn:b']
  expect(unaskedRespondents(asked, new Set(['urn:c', 'urn:a', 'urn:d']))).toEqual(['urn:c', 'urn:d'])
})

test('whoever was asked twice is said to have been asked once', () => {
  const quads = [...participationQuads(PARTICIPATION, ['urn:a', 'urn:a'], new Set())]
  expect(quads).toHaveLength(1)
  expect(
    quads[0]!.object.equals(
      DataFactory.literal(
        'false',
        quads[0]!.object.termType === 'Literal' ? (quads[0]!.object.datatype as never) : undefined,
      ),
    ),
  ).toBe(true)
  expect(PARTICIPATION.name).toBe('emailing2010Answered')
})
