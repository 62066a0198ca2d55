import { describe, expect, test } from 'vitest'
import { StatisticsError } from '../../../src/errors.ts'
import { checkExpectations } from '../../../src/statistics/expectation/checkExpectations.ts'
import { roleValue, shareOf } from '../../../src/statistics/rows.ts'
import type { Expectation, Observation, Table } from '../../../src/statistics/statistic.ts'

const LABELS: Readonly<Record<string, string>> = { asso: 'Association', epci: 'Intercommunalité', gip: 'GIP' }

const value = (code: string) =>
  code === 'other' || code === 'missing'
    ? roleValue(code, 'fr')
    : { code, label: LABELS[code] ?? code, iri: `https://example.org/${code}` }

/** A table by the counts of its cells (codes with a comma between them), `null` where they are kept back. */
function tableOf(
  cells: Readonly<Record<string, number | null>>,
  base: number,
  rest: Partial<Table> = {},
): Table {
  return {
    id: 'forms',
    title: { fr: 'Formes juridiques', en: 'Legal forms' },
    dimensions: ['legalForm'],
    measures: ['n', 'base', 'missing', 'share', 'mean'],
    observations: Object.entries(cells).map(
      ([codes, n]): Observation => ({
        values: codes === '' ? [] : codes.split(',').map(value),
        n,
        base,
        missing: 3,
        share: n === null ? null : shareOf(n, base),
        further: { mean: n === 1 ? null : 2.5 },
        ...(n === null && { isSuppressed: true }),
      }),
    ),
    query: 'SELECT * {}',
    ...rest,
  }
}

/** What is found, each as its code and what comes before the cause. */
function found(expect: Expectation | readonly Expectation[], table: Table, previous?: Table): string[] {
  return checkExpectations(table, { expect: [expect].flat() }, previous).map(
    ({ code, message }) => `${code.replace('expectation-', '')}: ${message.en.replace(/\. A sudden.*/, '')}`,
  )
}

const NOW = tableOf({ asso: 12, epci: 97 }, 109)
const BEFORE = tableOf({ asso: 128, epci: 97, gip: 3 }, 228)

describe('a range', () => {
  test('of a cell, told in both languages with its cause and what to do', () => {
    const expectation = { at: { legalForm: 'asso' }, min: 100 }
    expect(checkExpectations(NOW, { expect: [expectation] })).toEqual([
      {
        severity: 'violation',
        code: 'expectation-range',
        path: 'forms',
        value: '12',
        message: {
          fr: 'Statistique «\u00a0Formes juridiques\u00a0» (forms), «\u00a0Association\u00a0», effectif\u00a0: 12\u00a0; attendu\u00a0: 100 au moins. Une chute soudaine vient presque toujours d’un fichier abîmé ou incomplet\u00a0: réparez-le, ou changez «\u00a0expect\u00a0» si le chiffre est juste.',
          en: 'Statistic "Legal forms" (forms), "Association", count: 12; expected: at least 100. A sudden fall nearly always comes from a broken or incomplete file: mend it, or change "expect" if the figure is right.',
        },
      },
    ])
    expect(found({ ...expectation, min: 12 }, NOW)).toEqual([])
  })

  test('has two ends, which belong to it; too much has another cause', () => {
    expect(found({ min: 12, max: 97 }, NOW)).toEqual([])
    expect(found({ min: 13, max: 96 }, NOW)).toEqual([
      'range: Statistic "Legal forms" (forms), "Association", count: 12; expected: from 13 to 96',
      'range: Statistic "Legal forms" (forms), "Intercommunalité", count: 97; expected: from 13 to 96',
    ])
    const [rise] = checkExpectations(NOW, { expect: [{ at: { legalForm: 'epci' }, max: 50 }] })
    expect(rise?.message.fr).toContain('97\u00a0; attendu\u00a0: 50 au plus. Une hausse soudaine')
  })

  test('of a category that is gone: nobody has it', () => {
    const gone = { at: { legalForm: 'gip' }, min: 1 }
    expect(found(gone, NOW)).toEqual([
      'range: Statistic "Legal forms" (forms), "gip", count: 0; expected: at least 1',
    ])
    expect(found(gone, NOW, BEFORE)).toEqual([
      'range: Statistic "Legal forms" (forms), "GIP", count: 0; expected: at least 1',
    ])
    expect(found({ ...gone, measure: 'share', min: 0.5 }, NOW)).toEqual([
      'range: Statistic "Legal forms" (forms), "gip", share: 0%; expected: at least 0.5%',
    ])
    expect(found({ min: 1 }, tableOf({}, 0))).toEqual([
      'range: Statistic "Legal forms" (forms), count: 0; expected: at least 1',
    ])
  })

  test('of the base and of those who did not answer, once', () => {
    expect(found({ measure: 'base', min: 200 }, NOW)).toEqual([
      'range: Statistic "Legal forms" (forms), base: 109; expected: at least 200',
    ])
    expect(found({ measure: 'missing', max: 2 }, NOW)).toEqual([
      'range: Statistic "Legal forms" (forms), no answer: 3; expected: at most 2',
    ])
    expect(found({ measure: 'base', at: { legalForm: 'gip' }, min: 109 }, NOW)).toEqual([])
    expect(found({ measure: 'base', min: 1 }, tableOf({}, 0))).toHaveLength(1)
    expect(found({ measure: 'missing', max: 1 }, tableOf({}, 0))).toEqual([])
  })

  test('of two dimensions: a cell, the cells of a value, a base', () => {
    const crossed = tableOf({ 'r,asso': 3, 'r,gip': 1, 's,asso': 0 }, 4, {
      dimensions: ['region', 'legalForm'],
      within: 'region',
    })
    const count = (at: Record<string, string> | undefined, rest: Expectation) =>
      found(at === undefined ? rest : { at, ...rest }, crossed)
    expect(count({ region: 'r', legalForm: 'gip' }, { min: 2 })).toEqual([
      'range: Statistic "Legal forms" (forms), "r – GIP", count: 1; expected: at least 2',
    ])
    expect(count({ legalForm: 'asso' }, { min: 1 })).toEqual([
      'range: Statistic "Legal forms" (forms), "s – Association", count: 0; expected: at least 1',
    ])
    expect(count({ region: 't' }, { min: 1 })).toEqual([
      'range: Statistic "Legal forms" (forms), "t", count: 0; expected: at least 1',
    ])
    expect(count(undefined, { measure: 'base', min: 5 })).toEqual([
      'range: Statistic "Legal forms" (forms), "r", base: 4; expected: at least 5',
      'range: Statistic "Legal forms" (forms), "s", base: 4; expected: at least 5',
    ])
    expect(count({ region: 't' }, { measure: 'base', min: 1 })).toEqual([
      'range: Statistic "Legal forms" (forms), "t", base: 0; expected: at least 1',
    ])
  })

  test('of a total, a share, a mean; a mean of nobody is not enough', () => {
    const total = tableOf({ '': 350 }, 400, { dimensions: [] })
    expect(found({ min: 400 }, total)).toEqual([
      'range: Statistic "Legal forms" (forms), count: 350; expected: at least 400',
    ])
    expect(found({ measure: 'share', at: { legalForm: 'asso' }, min: 50 }, NOW)).toEqual([
      'range: Statistic "Legal forms" (forms), "Association", share: 11.0092%; expected: at least 50%',
    ])
    expect(found({ measure: 'mean', min: 2, max: 2.4 }, tableOf({ asso: 3, gip: 1 }, 4))).toEqual([
      'range: Statistic "Legal forms" (forms), "Association", mean: 2.5; expected: from 2 to 2.4',
      'range: Statistic "Legal forms" (forms), "GIP", mean: no value; expected: from 2 to 2.4',
    ])
  })

  test('is not of rows that stand for no value, unless they are named', () => {
    const table = tableOf({ asso: 12, other: 1, missing: 2 }, 13)
    expect(found({ min: 5 }, table)).toEqual([])
    expect(found({ at: { legalForm: 'missing' }, max: 1 }, table)).toEqual([
      'range: Statistic "Legal forms" (forms), "Sans réponse", count: 2; expected: at most 1',
    ])
  })
})

test('a value may have the code that those who did not answer have', () => {
  const [answered] = tableOf({ asso: 4 }, 10).observations
  const table = tableOf({ missing: 6 }, 10)
  const value = { code: 'missing', label: 'Disparue', iri: 'https://example.org/missing' }
  const observations = [...table.observations, { ...answered!, values: [value] }]
  expect(found({ at: { legalForm: 'missing' }, max: 1 }, { ...table, observations })).toEqual([
    'range: Statistic "Legal forms" (forms), "Disparue", count: 4; expected: at most 1',
  ])
})

describe('a change', () => {
  test('of a figure that fell or rose too much, with what it was', () => {
    expect(found({ change: 10 }, NOW, BEFORE)).toEqual([
      'change: Statistic "Legal forms" (forms), "Association", count: 12, after 128 in the previous release (−90.6%); expected: a change of 10% at most',
      'change: Statistic "Legal forms" (forms), "GIP", count: 0, after 3 in the previous release (−100%); expected: a change of 10% at most',
    ])
    const [fall] = checkExpectations(NOW, { expect: [{ change: 10 }] }, BEFORE)
    expect(fall?.message.fr).toBe(
      'Statistique «\u00a0Formes juridiques\u00a0» (forms), «\u00a0Association\u00a0», effectif\u00a0: 12, contre 128 dans la version précédente (−90,6\u00a0%)\u00a0; attendu\u00a0: un écart de 10\u00a0% au plus. Une chute soudaine vient presque toujours d’un fichier abîmé ou incomplet\u00a0: réparez-le, ou changez «\u00a0expect\u00a0» si le chiffre est juste.',
    )
    const [rise] = checkExpectations(BEFORE, { expect: [{ at: { legalForm: 'asso' }, change: 10 }] }, NOW)
    expect(rise?.message.en).toContain('(+966.7%); expected: a change of 10% at most. A sudden rise')
  })

  test('of just so much is allowed', () => {
    const at = { legalForm: 'asso' }
    const [hundred, ninety] = [tableOf({ asso: 100 }, 100), tableOf({ asso: 90 }, 100)]
    expect(found({ at, change: 10 }, ninety, hundred)).toEqual([])
    expect(found({ at, change: 9.9999 }, ninety, hundred)).toHaveLength(1)
    // 0.57 × 10 000 is not quite 5 700.
    expect(found({ at, change: 0.57 }, tableOf({ asso: 9943 }, 1), tableOf({ asso: 10_000 }, 1))).toEqual([])
  })

  test('of the base, which falls with the file', () => {
    expect(found({ measure: 'base', change: 5 }, NOW, BEFORE)).toEqual([
      'change: Statistic "Legal forms" (forms), base: 109, after 228 in the previous release (−52.2%); expected: a change of 5% at most',
    ])
  })

  test('is not checked where it cannot be: this is told', () => {
    const at = { legalForm: 'asso' }
    expect(found({ change: 10 }, NOW)).toEqual([
      'not-checked: Statistic "Legal forms" (forms), count: this expectation was not checked, for no previous release has this table.',
    ])
    expect(checkExpectations(NOW, { expect: [{ change: 10 }] })[0]?.severity).toBe('info')
    const reasons = [
      [NOW, tableOf({ asso: null, epci: 97 }, 109)],
      [tableOf({ asso: null }, 109), BEFORE],
      [BEFORE, tableOf({ epci: 97 }, 97)],
      [tableOf({ epci: 97, other: 12 }, 109), BEFORE],
    ].map(([now, before]) => found({ at, change: 10 }, now!, before)[0]?.replace(/.*, for /, ''))
    expect(reasons).toEqual([
      'this figure is kept back.',
      'this figure is kept back.',
      'this figure was 0 in the previous release, of which there is no percentage.',
      'this value stands together with others in one of the two releases.',
    ])
    expect(found({ measure: 'mean', at, change: 10 }, NOW, tableOf({ asso: 1 }, 1))).toEqual([
      'not-checked: Statistic "Legal forms" (forms), "Association", mean: this expectation was not checked, for the previous release does not have this figure.',
    ])
  })

  test('of a mean that there is none of any more', () => {
    const at = { legalForm: 'asso' }
    expect(found({ measure: 'mean', at, change: 10 }, tableOf({ asso: 1 }, 1), NOW)).toEqual([
      'change: Statistic "Legal forms" (forms), "Association", mean: no value, after 2.5 in the previous release; expected: a change of 10% at most',
    ])
  })

  test('and a range are two expectations of a cell', () => {
    expect(
      found({ at: { legalForm: 'asso' }, min: 100, change: 10 }, NOW, BEFORE).map(text => text.split(':')[0]),
    ).toEqual(['range', 'change'])
  })
})

test('what is suppressed is not told, and not checked', () => {
  expect(found({ min: 50 }, tableOf({ asso: null }, 109))).toEqual([
    'not-checked: Statistic "Legal forms" (forms), "Association", count: this expectation was not checked, for this figure is kept back.',
  ])
})

test('a dimension that the statistic has not is refused', () => {
  expect(() => checkExpectations(NOW, { expect: [{ at: { mission: 'veille' }, min: 1 }] })).toThrow(
    StatisticsError,
  )
})

test('a statistic that expects nothing is right', () => {
  expect(checkExpectations(NOW, {}, BEFORE)).toEqual([])
})
