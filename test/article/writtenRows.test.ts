import { describe, expect, test } from 'vitest'
import { drawnTable } from '../../src/article/drawnTable.ts'
import { licenceName } from '../../src/article/licenceName.ts'
import type { Observation } from '../../src/statistics/statistic.ts'
import { filesOf, inputOf, row, TABLE, tableOf } from './articleInput.ts'
import { textOfPage } from './pages.ts'

const kept = (code: string): Observation => ({ ...row(code, null, null), isSuppressed: true })
const keptRows = (count: number) => Array.from({ length: count }, (_, index) => kept(`kept ${index}`))
const many = (count: number, from = 1) =>
  Array.from({ length: count }, (_, index) => row(`v${index}`, from + index, 9999))

const textOf = async (...args: Parameters<typeof filesOf>) =>
  textOfPage((await filesOf(...args)).get('article.html')!)

describe('rows of which nothing is published', () => {
  test('are shown where they are few, and named in a line where they would hide the others', async () => {
    const few = await textOf({}, inputOf([tableOf([row('a', 5, 9), ...keptRows(3)])]))
    expect(few).toContain('kept 0\nnot published')
    const lots = await textOf({}, inputOf([tableOf([row('a', 5, 9), ...keptRows(4)])]))
    expect(lots).not.toContain('not published\n')
    expect(lots).toContain(
      '4 rows, of which nothing is published (statistical confidentiality): kept 0; kept 1; kept 2; kept 3.',
    )
    expect(lots).toContain('a\n5\n55.6%')
  })

  test('are counted where they are too many to be named', async () => {
    const text = await textOf({}, inputOf([tableOf([row('a', 5, 9), ...keptRows(1041)])], { language: 'fr' }))
    expect(text).toContain(
      '1\u202f041 lignes, dont rien n’est publié (secret statistique)\u00a0: kept 0\u00a0; kept 1',
    )
    expect(text).toContain('kept 39\u00a0; et 1\u202f001 de plus.')
  })

  test('leave no table where there are no others', async () => {
    const files = await filesOf({}, inputOf([tableOf(keptRows(5))]))
    expect(textOfPage(files.get('article.html')!)).toContain('Nothing of it is published')
    expect(files.get('article.html')!.match(/<table/g)).toHaveLength(1)
  })

  test('of a value that gives the bases are named by it, and not where its base is published', async () => {
    const cell = (form: string, more: Partial<Observation>) => ({
      ...kept(form),
      ...more,
      values: [
        { code: form, label: form },
        { code: 'm', label: 'M' },
      ],
    })
    const blocks = ['a', 'b', 'c', 'd'].map(form => cell(form, {}))
    const table = tableOf(
      [
        ...blocks,
        cell('told', { base: 7, missing: 0 }),
        cell('e', { n: 5, base: 9, missing: 0, share: 55.6, isSuppressed: false }),
      ],
      { dimensions: ['legalForm', 'mission'], within: 'legalForm' },
    )
    const text = await textOf({}, inputOf([table]))
    expect(text).toContain('4 rows, of which nothing is published (statistical confidentiality): a; b; c; d.')
    expect(text).toContain('told\nnot published\n7')
  })
})

describe('what a page draws', () => {
  const drawn = (...args: Parameters<typeof tableOf>) => drawnTable(tableOf(...args), {})

  test('is no single bar, no chart that is not asked for, nothing that is kept back', () => {
    expect(drawn([row('a', 5, 9)]).table.observations).toEqual([])
    expect(drawn(many(5), { chart: { kind: 'none' } }).table.observations).toEqual([])
    expect(drawn([...many(2), ...keptRows(9)]).table.observations).toHaveLength(2)
    expect(drawn([row('a', 5, 9), ...keptRows(9)]).table.observations).toEqual([])
  })

  test('is in the order of the table, or the greatest of many values, those that are none last', () => {
    expect(drawn(many(40)).table.observations).toEqual(many(40))
    const other: Observation = {
      ...row('other', 5000, 9999),
      values: [{ code: 'other', label: 'Other', role: 'other' }],
    }
    const { table, limit } = drawn([other, ...many(50)])
    expect(limit).toBe(40)
    expect(table.observations.map(({ n }) => n).slice(0, 3)).toEqual([50, 49, 48])
    expect(table.observations.at(-1)).toEqual(other)
  })

  test('of years and numbers keeps their order, and too many of them are drawn on demand only', () => {
    const years = (count: number) => ({ dimensions: ['foundingYear'], observations: many(count) })
    expect(drawn(many(60), years(60)).table.observations).toEqual(many(60))
    expect(drawn(many(61), years(61)).table.observations).toEqual([])
    expect(drawn(many(61), { ...years(61), chart: { kind: 'bars' } }).table.observations).toHaveLength(61)
    const field = { datatype: 'integer' as const }
    expect(
      drawnTable(tableOf(many(61), { dimensions: ['size'] }), { size: field }).table.observations,
    ).toEqual([])
  })

  test('has panels of the greatest bases', () => {
    const cells = Array.from({ length: 15 }, (_, index) =>
      ['x', 'y'].map(code => ({
        ...row(code, 1, 10 + index),
        values: [
          { code: `f${index}`, label: `F${index}` },
          { code, label: code },
        ],
      })),
    ).flat()
    const { table, limit } = drawn(cells, {
      dimensions: ['legalForm', 'audience'],
      within: 'legalForm',
      isMultiValued: true,
    })
    expect(limit).toBe(12)
    expect(table.observations[0]!.base).toBe(24)
    expect(table.observations).toHaveLength(30)
  })

  test('says in the page what is drawn there only in part', async () => {
    const page = (await filesOf({}, inputOf([tableOf(many(50))]))).get('article.html')!
    expect(page).toContain('Not drawn, but in the table: 10 more rows.')
  })
})

test('a population is told where it is first met, and again where its label stands for another one', async () => {
  const named = (id: string, label: string, who: string) =>
    tableOf([row('a', 5, 9)], {
      id,
      title: { fr: id, en: id },
      populationLabel: { fr: label, en: label },
      notes: [
        { fr: `Population\u00a0: ${who}.`, en: `Population: ${who}.` },
        { fr: 'À savoir.', en: 'To be known.' },
      ],
    })
  const text = await textOf(
    {},
    inputOf([
      named('one', 'of Brittany', '53'),
      named('two', 'of Brittany', '53'),
      named('three', 'studied', '1'),
      named('four', 'studied', '2'),
      named('five', 'studied', '1'),
    ]),
  )
  expect(text.match(/Population: \w+/g)).toEqual([
    'Population: 53',
    'Population: 1',
    'Population: 2',
    'Population: 1',
  ])
  expect(text.match(/To be known\./g)).toHaveLength(5)
})

test('nobody who did not answer has neither a column nor a query', async () => {
  const cell = (form: string, missing: number) => ({
    ...row(form, 5, 9),
    missing,
    values: [
      { code: form, label: form },
      { code: 'm', label: 'M' },
    ],
  })
  const crossed = (missing: number) =>
    tableOf([cell('a', missing), cell('b', 0)], { dimensions: ['legalForm', 'mission'], within: 'legalForm' })
  expect(await textOf({}, inputOf([crossed(0)]))).toContain('Legal form\nM\nBase\na\n')
  expect(await textOf({}, inputOf([crossed(2)]))).toContain('Legal form\nM\nBase\nNo answer\na\n')
  const answered = tableOf([
    { ...row('a', 5, 9), missing: 0 },
    { ...row('b', 4, 9), missing: 0 },
  ])
  expect(await textOf({}, inputOf([answered]))).toContain('Queries: base (9), table.')
})

test('a directory without statistics has an article without empty sections', async () => {
  const text = await textOf({}, inputOf([]))
  expect(text).not.toContain('How to read')
  expect(text).toContain('Sources and licence')
})

test('files that lie elsewhere are named without their folders', async () => {
  const input = inputOf([TABLE])
  const source = { rows: 1, accepted: 1, rejectedRows: 0 }
  const files = ['data/a.csv', '../../home/b.csv', '/srv/c.csv', 'C:\\\\data\\\\d.csv']
  const sources = files.map((file, index) => ({ ...source, name: `s${index}`, file }))
  const text = await textOf({}, { ...input, directory: { ...input.directory, sources } })
  expect(text).toContain('s0\ndata/a.csv\n')
  for (const name of ['b.csv', 'c.csv', 'd.csv']) expect(text).toMatch(new RegExp(`\\ns\\d\\n${name}\\n`))
})

test.each([
  ['https://spdx.org/licenses/etalab-2.0', 'Licence Ouverte 2.0 (Etalab)'],
  ['https://spdx.org/licenses/ODbL-1.0.html', 'ODbL-1.0'],
  ['https://creativecommons.org/licenses/by-sa/4.0/', 'CC BY-SA 4.0'],
  ['http://creativecommons.org/publicdomain/zero/1.0/deed.fr', 'CC0 1.0'],
  ['https://spdx.org/licenses/constructor', 'constructor'],
  ['https://example.org/licenses/by/4.0/', 'https://example.org/licenses/by/4.0/'],
])('the licence %s is called %s', (iri, name) => {
  expect(licenceName(iri)).toBe(name)
})

test('that several answers are possible is said once: below the rows, or in the sentences that stand alone', async () => {
  const table = tableOf([row('a', 5, 9), row('b', 8, 9)], { isMultiValued: true })
  const section = { title: { en: 'Forms' }, statistics: ['forms'] }
  for (const more of [{}, { show: ['sentences' as const] }]) {
    const text = await textOf({ sections: [{ ...section, ...more }] }, inputOf([table]))
    expect(
      text.match(/Several answers possible: shares are of the respondents, and their sum exceeds 100%/g),
    ).toHaveLength(1)
  }
})

test('labels and titles of the data are set in print, and a title that is one has no second heading', async () => {
  const title = "Où l'acteur agit-il ?"
  const table = tableOf([row('06', 5, 9, "Côte d'Azur"), row('x', 4, 9, "'X' : autre")], {
    title: { fr: title, en: "The actor's place" },
  })
  const definition = { sections: [{ title: { fr: title, en: "The actor's place" }, statistics: ['forms'] }] }
  const page = (language: 'fr' | 'en') =>
    filesOf(definition, inputOf([table], { language })).then(files => files.get('article.html')!)
  expect(textOfPage(await page('fr'))).toContain('Côte d’Azur\n5')
  expect(textOfPage(await page('fr'))).toContain("'X'\u00a0: autre\n4")
  expect((await page('fr')).match(/>Où l’acteur agit-il\u00a0\?<\/h[1-6]>/g)).toHaveLength(1)
  expect((await page('fr')).match(/<h3/g)).toBeNull()
  expect(textOfPage(await page('en'))).toContain("'X' : autre\n4")
  expect((await page('en')).match(/>The actor’s place<\/h[1-6]>/g)).toHaveLength(1)
})
