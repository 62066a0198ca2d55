import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { type Decision, undecidedPairs } from '../../../src/actor/duplicates/decision.ts'
import { readDecisions, writeDecisions } from '../../../src/actor/duplicates/decisionsFile.ts'
import type { DuplicatePair } from '../../../src/actor/duplicates/pair.ts'
import { typographyFaults } from '../../frenchTypography.ts'
import { record } from './actors.ts'

const reference = (key: string, name: string) => {
  const { id, source } = record(key)
  return { id, source, key, name }
}
const pair = (a: string, b: string, name = 'Amia'): DuplicatePair => ({
  a: reference(a, name),
  b: reference(b, name),
  verdict: 'uncertain',
  score: 0.875,
  reasons: [
    { code: 'same-name', values: [name, name], weight: 5, message: { fr: 'Même nom.', en: 'Same name.' } },
  ],
})
const decision = (decided: Decision['decision'], a: string, b: string): Decision => ({
  a: { source: 's', key: a },
  b: { source: 's', key: b },
  decision: decided,
})
const parse = (csv: string) =>
  Papa.parse<Record<string, string>>(csv.replace('\uFEFF', ''), { header: true, skipEmptyLines: true }).data

test('in French, for a spreadsheet in French', () => {
  expect(writeDecisions([pair('1', '2')], [decision('duplicate', '2', '1')], 'fr')).toBe(
    '\uFEFFa;b;nom_a;nom_b;verdict;score;raisons;decision\r\n' +
      's/1;s/2;Amia;Amia;incertain;0,88;Même nom.;doublon\r\n',
  )
})

test('in English, for a spreadsheet in English', () => {
  expect(writeDecisions([pair('1', '2')], [], 'en')).toBe(
    '\uFEFFa,b,name_a,name_b,verdict,score,reasons,decision\r\ns/1,s/2,Amia,Amia,uncertain,0.88,Same name.,\r\n',
  )
})

test('decisions on pairs that are no longer found are kept, with the names that the file gave', () => {
  const decisions = [
    { ...decision('distinct', '8', '9'), a: { source: 's', key: '8', name: 'Huit' } },
    decision('duplicate', '1', '2'),
  ]
  const csv = writeDecisions([pair('1', '2')], decisions, 'fr')
  expect(csv.split('\r\n')[2]).toBe('s/8;s/9;Huit;;;;;distinct')
  const read = readDecisions(parse(csv))
  expect(read.problems).toEqual([])
  expect(read.decisions).toEqual([
    {
      a: { source: 's', key: '1', name: 'Amia' },
      b: { source: 's', key: '2', name: 'Amia' },
      decision: 'duplicate',
    },
    decisions[0],
  ])
  expect(writeDecisions([pair('1', '2')], read.decisions, 'fr')).toBe(csv)
})

test.each(['=HYPERLINK("https://evil.example")', '+33', '-1', '@SUM(A1)', '\t=1', "'=1", "''-1"])(
  '%j is no formula in a spreadsheet, and is read back',
  name => {
    const csv = writeDecisions([pair('1', '2', name)], [decision('distinct', '1', '2')], 'en')
    const [cells] = parse(csv)
    expect(cells!.name_a).toBe(`'${name}`)
    expect(readDecisions([cells!]).decisions[0]!.a.name).toBe(name)
  },
)

test('keys with slashes, separators, quotes and line breaks are read back', () => {
  const key = 'a/b;c,d"e\nf'
  const csv = writeDecisions([pair(key, '2')], [decision('distinct', key, '2')], 'fr')
  expect(readDecisions(parse(csv)).decisions[0]!.a.key).toBe(key)
})

describe('what people make of the file', () => {
  const read = (...rows: Record<string, string>[]) => readDecisions(rows)

  test.each([
    ['doublon', 'duplicate'],
    [' DOUBLON ', 'duplicate'],
    ['Duplicate', 'duplicate'],
    ['distincts', 'distinct'],
    ['Distinct', 'distinct'],
  ])('%j is a decision', (word, expected) => {
    expect(read({ ' A': 's/1', B: 's/2', Décision: word }).decisions).toEqual([
      decision(expected as Decision['decision'], '1', '2'),
    ])
  })

  test('an empty cell leaves the pair undecided', () => {
    const row = { a: 's/1', b: 's/2', decision: ' ' }
    expect(read(row)).toEqual({ decisions: [], problems: [] })
    expect(undecidedPairs([pair('1', '2'), pair('1', '3')], [decision('distinct', '3', '1')])).toEqual([
      pair('1', '2'),
    ])
  })

  test.each<[string, Record<string, string>[]]>([
    [
      'missing-column',
      [
        { a: 's/1', b: 's/2' },
        { a: 's/3', b: 's/4' },
      ],
    ],
    ['unreadable-decision', [{ a: 's/1', b: 's/2', decision: 'peut-être' }]],
    ['unreadable-decision', [{ a: 's/1', b: 's/2', decision: 'constructor' }]],
    ['unreadable-reference', [{ a: '1', b: 's/2', decision: 'doublon' }]],
    ['unreadable-reference', [{ a: 's/1', b: 's/', decision: 'doublon' }]],
    ['same-record', [{ a: 's/1', b: 's/1', decision: 'doublon' }]],
    [
      'contradiction',
      [
        { a: 's/1', b: 's/2', decision: 'doublon' },
        { a: 's/2', b: 's/1', decision: 'distinct' },
      ],
    ],
  ])('%s', (code, rows) => {
    const { decisions, problems } = read(...rows)
    expect(decisions).toEqual([])
    expect(problems.map(problem => problem.code)).toEqual([code])
    expect(typographyFaults(problems[0]!.message.fr)).toEqual([])
  })

  test('one decision said twice is one', () => {
    const row = { a: 's/1', b: 's/2', decision: 'doublon' }
    expect(read(row, { ...row, a: 's/2', b: 's/1' })).toEqual({
      decisions: [decision('duplicate', '1', '2')],
      problems: [],
    })
  })
})
