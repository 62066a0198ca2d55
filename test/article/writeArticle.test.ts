import { describe, expect, test } from 'vitest'
import { articleFindings } from '../../src/article/articleFindings.ts'
import { ARTICLE_PATHS } from '../../src/article/figureLinks.ts'
import { SHOWN_ROWS } from '../../src/article/tableBlock.ts'
import type { Language } from '../../src/errors.ts'
import type { Table } from '../../src/statistics/statistic.ts'
import { typographyFaults } from '../frenchTypography.ts'
import { filesOf, inputOf, row, TABLE, tableOf } from './articleInput.ts'
import { htmlFaults, linksOf, renderMarkdown, textOfPage } from './pages.ts'

/** Characters that mean something to HTML, to Markdown, to paths and to SPARQL. */
const HOSTILE = `</td><script>alert("1")</script>|*_[x](javascript:alert(1))\`{#} 'on=\\ \u0000\u202E\nIRI>`

/** The same with harmless text in the place of the hostile one. */
function harmless<T>(value: T): T {
  if (value === HOSTILE) return 'harmless' as T
  if (Array.isArray(value)) return value.map(harmless) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, harmless(item)])) as T
}

/** As a page shows it: on one line, what cannot be shown replaced. */
function shown(text: string): string {
  return text.replace('\0', '\uFFFD').replace('\u202E', '\uFFFD').replace('\n', ' ')
}

function tagsOf(page: string): string[] {
  return [...page.matchAll(/<\/?[a-z][a-z0-9]*/g)].map(([tag]) => tag)
}

describe.each<Language>(['fr', 'en'])('the article in %s', language => {
  test('has a section per table where nothing else is asked for, its method and its sources', async () => {
    const files = await filesOf({}, inputOf([TABLE], { language }))
    const page = files.get('article.html')!
    expect(await htmlFaults(page)).toEqual([])
    const headings = [...page.matchAll(/<h2[^>]*>([^<]*)</g)].map(([, text]) => text)
    expect(headings).toEqual(
      language === 'fr'
        ? ['Sommaire', 'Formes', 'Comment lire ces chiffres', 'Sources et licence']
        : ['Contents', 'Forms', 'How to read these figures', 'Sources and licence'],
    )
    expect(page).toContain(`<html lang="${language}">`)
    expect(page).not.toMatch(/<script|<link|<img|@import|url\((?!#)/)
    const text = textOfPage(page)
    expect(text).toContain(language === 'fr' ? '1er\u00a0janvier 2026' : '1\u00a0January 2026')
    expect(text).toContain(language === 'fr' ? '128 sur 225' : '128 of 225')
  })

  test('every link leads to a file that was written, and every file is led to', async () => {
    const files = await filesOf({}, inputOf([TABLE], { language }))
    const local = linksOf(files.get('article.html')!).filter(href => !href.startsWith('https:'))
    expect(local.length).toBeGreaterThan(5)
    const led = new Set(local.map(href => href.replace('./', '')))
    expect([...led].sort()).toEqual([...files.keys()].filter(path => !path.startsWith('article.')).sort())
    const markdown = files.get('article.md')!
    for (const [, path] of markdown.matchAll(/\]\(<([^>]*)>\)/g))
      if (!path!.startsWith('https:')) expect(files.has(path!), path).toBe(true)
  })

  test('what is written in both is the same', async () => {
    const files = await filesOf({}, inputOf([TABLE], { language }))
    const page = textOfPage(files.get('article.html')!)
    for (const figure of language === 'fr' ? ['56,9\u00a0%', '4,0\u00a0%'] : ['56.9%', '4.0%']) {
      expect(page).toContain(figure)
      expect(files.get('article.md')).toContain(figure)
    }
  })

  test('hostile text is text, in HTML and in Markdown', async () => {
    const table = tableOf([row(HOSTILE, 5, 9, HOSTILE), row('ok', 4, 9)], {
      title: { fr: HOSTILE, en: HOSTILE },
    })
    const input = inputOf([table], { language })
    const directory = { ...input.directory, title: { en: HOSTILE }, publisher: { name: HOSTILE } }
    const definition = {
      sections: [{ title: { en: HOSTILE }, text: { en: HOSTILE }, statistics: ['forms'] }],
      published: {
        source: { title: { en: HOSTILE }, author: HOSTILE, licence: { en: HOSTILE } },
        figures: [
          {
            statistic: 'forms',
            at: { legalForm: HOSTILE },
            value: 55,
            quote: HOSTILE,
            reason: { en: HOSTILE },
          },
        ],
      },
    }
    const files = await filesOf(definition, { ...input, directory })
    const page = files.get('article.html')!
    expect(await htmlFaults(page)).toEqual([])
    expect(page).not.toContain('<script')
    expect(page).not.toMatch(/href="(?!\.\/|https:|#)/)
    const rendered = await renderMarkdown(files.get('article.md')!)
    expect(rendered).not.toMatch(/<script/)
    expect(rendered).not.toMatch(/href="(?!queries|https:)/)
    expect(tagsOf(rendered)).toEqual(
      tagsOf(
        await renderMarkdown(
          (await filesOf(harmless(definition), harmless({ ...input, directory }))).get('article.md')!,
        ),
      ),
    )
    expect(textOfPage(rendered)).toContain(shown(HOSTILE))
    for (const path of files.keys()) expect(path).toMatch(/^[a-z0-9_./-]+$/)
  })

  test('figures that are kept back are told as such, and lead nowhere', async () => {
    const table = tableOf([{ ...row('small', null, null), isSuppressed: true }, row('large', 40, 60)])
    const files = await filesOf({}, inputOf([table], { language }))
    const text = textOfPage(files.get('article.html')!)
    expect(text.match(language === 'fr' ? /non publié\n/g : /not published\n/g)).toHaveLength(2)
    expect([...files.keys()].some(path => path.includes('small'))).toBe(false)
  })

  test('a table of shares alone says of what they are, and leads to no actors', async () => {
    const table = tableOf([{ ...row('events', null, null), share: 13.5 }], {
      unit: { fr: 'e-mails envoyés', en: 'e-mails sent' },
      measures: ['share'],
    })
    const files = await filesOf({}, inputOf([table], { language }))
    const text = textOfPage(files.get('article.html')!)
    expect(text).toContain(language === 'fr' ? '13,5\u00a0%' : '13.5%')
    expect(text).toContain(table.unit![language])
    expect(files.get('article.html')).toContain('<a href="./queries/forms.rq">13')
    expect(text).toContain(language === 'fr' ? 'dans chaque publication' : 'in each release')
    const paths = { ...ARTICLE_PATHS, cube: (id: string) => `statistics/${id}.ttl` }
    const released = await filesOf({}, inputOf([table], { language }), { paths })
    expect(released.get('article.html')).toContain(
      'annuaire query - --source statistics/forms.ttl &lt; queries/forms.rq',
    )
    expect([...files.keys()].filter(path => path.startsWith('queries/'))).toEqual(['queries/forms.rq'])
  })

  test('tables without rows, without base and of nobody are written', async () => {
    const none = tableOf([row('a', 0, 0)], { id: 'none', title: { fr: 'Rien', en: 'Nothing' } })
    const tables = [tableOf([]), none]
    const page = (await filesOf({}, inputOf(tables, { language }))).get('article.html')!
    expect(await htmlFaults(page)).toEqual([])
    expect(textOfPage(page)).toContain(
      language === 'fr'
        ? 'Le tableau «\u00a0Formes\u00a0» n’a aucune ligne.'
        : 'The table “Forms” has no row.',
    )
  })
})

test('all French texts are well set', async () => {
  const weighted = tableOf([row('a', 5, 9)], {
    id: 'weighted',
    weight: 'members',
    base: 'population',
    isMultiValued: true,
  })
  const kept = tableOf([{ ...row('a', null, null), isSuppressed: true }], { id: 'kept' })
  const responses = tableOf([row('a', 5, 9)], {
    id: 'answers',
    counted: 'responses',
    rounding: { mode: 'truncate' },
  })
  const many = tableOf(
    Array.from({ length: SHOWN_ROWS + 1 }, (_, index) => row(`v${index}`, 1, 200)),
    { id: 'many' },
  )
  const tables = [TABLE, weighted, kept, responses, many, tableOf([], { id: 'empty' })]
  const figures = [56, 57, 4, 40].map(value => ({
    statistic: 'forms',
    at: { legalForm: 'association' },
    value,
  }))
  const definition = {
    published: {
      source: { title: { fr: 'Une étude' }, author: 'Quelqu’un', date: '2010-12-19' },
      figures: [
        ...figures,
        { statistic: 'forms', at: { legalForm: 'association' }, value: 55, isApproximate: true },
        { statistic: 'forms', at: { legalForm: 'autre' }, value: 1 },
        { statistic: 'forms', at: { legalForm: 'sem' }, value: 30, reason: { fr: 'Autre base.' } },
      ],
    },
  }
  const input = inputOf(tables, { language: 'fr' })
  const files = await filesOf(
    definition,
    { ...input, directory: { ...input.directory, merged: 2 } },
    { source: '..' },
  )
  const text = textOfPage(files.get('article.html')!).replaceAll('\n', '')
  for (const line of textOfPage(files.get('article.html')!).split('\n'))
    expect(typographyFaults(line), line).toEqual([])
  expect(text).toContain('Écart sans raison connue\u00a0: +16,9\u00a0points.')
})

test('one table has one chart and one name for each cell, whatever its codes', async () => {
  const codes = [
    '2A',
    '2a',
    'a/b',
    'a b',
    '../../etc/passwd',
    'CON',
    'con',
    'é',
    '-x',
    '',
    '.',
    'x'.repeat(500),
    'x'.repeat(501),
  ]
  const table = tableOf(codes.map(code => row(code, 5, 90)))
  const files = await filesOf({}, inputOf([table]))
  const cells = [...files.keys()].filter(path => path.startsWith('queries/forms/'))
  expect(new Set(cells.map(path => path.toLowerCase())).size).toBe(codes.length + 2)
  for (const path of cells) expect(path).toMatch(/^queries\/forms\/[a-z0-9_-]{1,80}\.rq$/)
})

test('a long table is cut, says so, and only what it shows has queries', async () => {
  const table = tableOf(
    Array.from({ length: SHOWN_ROWS + 500 }, (_, index) => row(`v${index}`, 5, 90)),
    { chart: { kind: 'none' } },
  )
  const files = await filesOf(
    { sections: [{ title: { en: 'Long' }, statistics: ['forms'], show: ['table'] }] },
    inputOf([table]),
  )
  expect(textOfPage(files.get('article.html')!)).toContain(
    `The first ${SHOWN_ROWS} rows of ${SHOWN_ROWS + 500}`,
  )
  expect(files.size).toBe(2 + 1 + SHOWN_ROWS + 2)
})

describe('a section', () => {
  const cross = (form: string, mission: string, n: number, base: number) => ({
    ...row(form, n, base),
    values: [
      { code: form, label: form.toUpperCase(), iri: `https://example.org/${form}` },
      { code: mission, label: `Mission ${mission}`, iri: `https://example.org/${mission}` },
    ],
  })
  const table = tableOf(
    [cross('a', 'x', 9, 10), cross('a', 'y', 2, 10), cross('b', 'x', 1, 4), cross('b', 'y', 4, 4)],
    { dimensions: ['legalForm', 'mission'], within: 'legalForm', isMultiValued: true },
  )
  const section = { title: { en: 'Missions' }, statistics: ['forms'] }

  test('shows two dimensions as a table of both, its bases at the end', async () => {
    const page = (await filesOf({ sections: [section] }, inputOf([table]))).get('article.html')!
    const rows = [...page.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, text]) =>
      text!
        .replace(/<[^>]*>/g, ' ')
        .replace(/ +/g, ' ')
        .trim(),
    )
    expect(rows.slice(0, 3)).toEqual([
      'Legal form Mission x Mission y Base No answer',
      'A 90.0% ( 9 ) 20.0% ( 2 ) 10 3',
      'B 25.0% ( 1 ) 100% ( 4 ) 4 3',
    ])
  })

  test('of those who did not answer has one column, and of a cell without a share its count', async () => {
    const missing = (form: string, n: number, base: number) => ({
      ...cross(form, 'missing', n, base),
      values: [
        cross(form, '', n, base).values[0]!,
        { code: 'missing', label: 'No answer', role: 'missing' as const },
      ],
      share: null,
    })
    const shown = { ...table, observations: [...table.observations.slice(0, 2), missing('a', 3, 10)] }
    const page = (await filesOf({ sections: [section] }, inputOf([shown]))).get('article.html')!
    const rows = [...page.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, text]) =>
      text!
        .replace(/<[^>]*>/g, ' ')
        .replace(/ +/g, ' ')
        .trim(),
    )
    expect(rows.slice(0, 2)).toEqual([
      'Legal form Mission x Mission y No answer Base',
      'A 90.0% ( 9 ) 20.0% ( 2 ) 3 10',
    ])
  })

  test('of a rate of response has no column for those who did not answer', async () => {
    const rate = tableOf([{ ...cross('a', 'yes', 9, 10), missing: 0 }], {
      dimensions: ['legalForm', 'hasAnswered'],
      within: 'legalForm',
    })
    const text = textOfPage((await filesOf({ sections: [section] }, inputOf([rate]))).get('article.html')!)
    expect(text).not.toMatch(/no answer/i)
  })

  test('has as many decimals in all figures of a column', async () => {
    const bounds = tableOf(
      [
        { ...row('a', 5, 9), further: { lower: 28, upper: 34.91 } },
        { ...row('b', 4, 9), further: { lower: 34.91, upper: 100 } },
      ],
      { measures: ['n', 'base', 'missing', 'share', 'lower', 'upper'] },
    )
    const text = textOfPage((await filesOf({}, inputOf([bounds]))).get('article.html')!)
    expect(text).toContain('28.0%\n34.9%')
    expect(text).toContain('34.9%\n100.0%')
  })

  test('tells base and missing once only where they are of the same', async () => {
    const mixed = tableOf(
      Array.from({ length: 13 }, (_, index) => [
        cross('a', `m${index}`, 1, 10),
        cross('b', `m${index}`, 2, 10),
      ]).flat(),
      { dimensions: ['legalForm', 'mission'], within: 'legalForm' },
    )
    const files = await filesOf({ sections: [section] }, inputOf([mixed]))
    const text = textOfPage(files.get('article.html')!)
    expect(text).toContain(
      'Legal form\nMission\nCount\nBase\nNo answer\nShare\nA\nMission m0\n1\n10\n3\n10.0%',
    )
    expect(text).toContain('Queries: table.')
    expect(files.has('queries/forms/a._base.rq') && files.has('queries/forms/b._missing.rq')).toBe(true)
  })

  test('shows the values that it is about, and the base that they have', async () => {
    const files = await filesOf({ sections: [{ ...section, at: { legalForm: 'b' } }] }, inputOf([table]))
    const text = textOfPage(files.get('article.html')!)
    expect(text).toContain('Forms: B')
    expect(text).toContain('Mission y\n4\n100%')
    expect(text).not.toContain('Mission x\n9')
    expect(files.has('charts/forms.b.svg')).toBe(true)
    expect(files.get('queries/forms/b.y.rq')).toContain('# forms "b" "y" n')
    expect(files.get('queries/forms/b._base.rq')).toContain('base')
  })

  test('says what its sentences say, with the figures in their places', async () => {
    const at = { legalForm: 'a', mission: 'x' }
    const sentences = [
      { statistic: 'forms', at, text: { en: 'Of them {share}, {n} of {base}; {missing} are silent.' } },
      { statistic: 'forms', at: { legalForm: 'a', mission: 'gone' } },
    ]
    const page = (
      await filesOf({ sections: [{ ...section, sentences, show: ['table'] }] }, inputOf([table]))
    ).get('article.html')!
    const text = textOfPage(page)
    expect(text).toContain('Of them 90.0%, 9 of 10; 3 are silent.')
    expect(text).not.toContain('gone')
    expect(page).not.toContain('<svg')
  })
})

test('a slice that cannot be drawn as its table is has bars', async () => {
  const cell = (form: string, theme: string, n: number) => ({
    ...row(form, n, 10),
    values: [
      { code: form, label: form },
      { code: theme, label: theme },
    ],
  })
  const dimensions = ['legalForm', 'theme']
  const table = tableOf([cell('a', 'x', 9), cell('b', 'x', 2), cell('a', 'y', 1)], {
    dimensions,
    within: 'theme',
    chart: { kind: 'multiples' },
  })
  const slice = { title: { en: 'Slice' }, statistics: ['forms'], at: { theme: 'x' } }
  const whole = { title: { en: 'Whole' }, statistics: ['forms'] }
  const files = await filesOf({ sections: [slice, whole] }, inputOf([table]))
  expect(files.get('charts/forms.x.svg')).toContain('Bar chart')
  expect(files.get('charts/forms.svg')).not.toContain('Bar chart.')
})

test('rows for no answer and for other values are asked for by their codes, which values have before them', async () => {
  const role = (code: 'missing' | 'other', label: string, n: number) => ({
    ...row(code, n, 20, label),
    values: [{ code, label, role: code }],
    ...(code === 'missing' ? { share: null } : {}),
  })
  const table = tableOf([
    row('other', 4, 20, 'A form called other'),
    row('a', 9, 20, 'A'),
    role('other', 'Others', 7),
    role('missing', 'No answer', 3),
  ])
  const say = (code: string) => ({
    statistic: 'forms',
    at: { legalForm: code },
    text: { en: `${code}: {n}.` },
  })
  const definition = {
    sections: [
      { title: { en: 'Roles' }, sentences: [say('missing'), say('other')] },
      { title: { en: 'Silent' }, statistics: ['forms'], at: { legalForm: 'missing' } },
    ],
  }
  const text = textOfPage((await filesOf(definition, inputOf([table]))).get('article.html')!)
  expect(text).toContain('missing: 3. other: 4.')
  expect(text).toContain('3 of the 23 actors are without a known legal form')
  const others = tableOf([row('a', 9, 20, 'A'), role('other', 'Others', 7)])
  expect(
    textOfPage(
      (await filesOf({ sections: [definition.sections[0]!] }, inputOf([others]))).get('article.html')!,
    ),
  ).toContain('other: 7.')
})

describe('how figures are to be read', () => {
  const methodOf = async (tables: readonly Table[]) => {
    const text = textOfPage((await filesOf({}, inputOf(tables))).get('article.html')!)
    return text.slice(text.lastIndexOf('How to read these figures'), text.lastIndexOf('Sources and licence'))
  }
  const named = (name: string, more: Partial<Table>) =>
    tableOf([row('a', 5, 9)], { id: name.toLowerCase(), title: { fr: name, en: name }, ...more })

  test('where all tables are alike, is said of all of them', async () => {
    const method = await methodOf([TABLE])
    expect(method).toContain('\nShares are of those who answered')
    expect(method).toContain('\nShares are rounded to one decimal, halves up, from the counts')
    expect(method).not.toMatch(/two dimensions|whole population|named below|following tables|response rate/)
    const ofAll = await methodOf([named('All', { base: 'population' })])
    expect(ofAll).toContain('\nShares are of the whole population')
    expect(ofAll).not.toContain('those who answered')
  })

  test('where tables differ, is said of each by its title', async () => {
    const method = await methodOf([
      TABLE,
      named('Second', {}),
      named('All', { base: 'population', rounding: { decimals: 0, mode: 'truncate' } }),
      named('Crossed', {
        dimensions: ['mission', 'legalForm'],
        within: 'legalForm',
        observations: [
          {
            ...row('a', 5, 9),
            values: [
              { code: 'x', label: 'X' },
              { code: 'a', label: 'A' },
            ],
          },
        ],
      }),
    ])
    expect(method).toContain('Except in the tables named below, shares are of those who answered')
    expect(method).toContain('those who did not answer count in their base: “All”.')
    expect(method).toContain('Except in the tables named below, shares are rounded to one decimal')
    expect(method).toContain('they are truncated to whole numbers: “All”.')
    expect(method).toContain('A table that crosses two dimensions has a base for each value of one of them')
  })

  test('of rates and of totals, is not said to be of those who answered', async () => {
    const rate = named('Rate', { dimensions: ['hasAnswered'] })
    const total = tableOf([{ ...row('a', 5, 9), values: [] }], { dimensions: [] })
    const method = await methodOf([rate, total])
    expect(method).not.toContain('of those who answered')
    expect(method).toContain('A response rate is a share of those to whom the survey was sent')
    expect(method).toContain('The share of a population is of the whole directory')
  })
})

test('what there is no row of is told to those who keep the directory, and to nobody else', async () => {
  const sections = [
    {
      title: { en: 'Sentences' },
      sentences: [
        { statistic: 'forms', at: { legalForm: 'association' } },
        { statistic: 'forms', at: { legalForm: 'gone' } },
      ],
    },
    { title: { en: 'Empty' }, statistics: ['forms'], at: { legalForm: 'nobody' } },
    { title: { en: 'Whole' }, statistics: ['forms'] },
  ]
  expect(
    articleFindings({ sections }, [TABLE]).map(({ severity, message }) => [severity, message.en]),
  ).toEqual([
    [
      'warning',
      'The article says nothing of "legalForm gone" in its section "Sentences": the table "Forms" has no such row. Nobody is counted there, or the code has to be corrected.',
    ],
    [
      'warning',
      'The article says nothing of "legalForm nobody" in its section "Empty": the table "Forms" has no such row. Nobody is counted there, or the code has to be corrected.',
    ],
  ])
  for (const { message } of articleFindings({ sections }, [TABLE]))
    expect(typographyFaults(message.fr)).toEqual([])
  const text = textOfPage((await filesOf({ sections }, inputOf([TABLE]))).get('article.html')!)
  expect(text).not.toMatch(/gone|nobody|Empty/)
  expect(text).toContain('56.9% of the actors')
})

test('an article in a release leads to the files that are there', async () => {
  const paths = {
    chart: (id: string) => `results/charts/${id}.svg`,
    query: (id: string) => `statistics/${id}.rq`,
    cell: (id: string, name: string) => `results/queries/${id}/${name}.rq`,
  }
  const options = { name: 'results', paths, source: '.', writesTableQueries: false }
  const files = await filesOf({}, inputOf([TABLE]), options)
  expect([...files.keys()]).toEqual([
    'results.html',
    'results.md',
    'results/charts/forms.svg',
    'results/queries/forms/association.rq',
    'results/queries/forms/_base.rq',
    'results/queries/forms/sem.rq',
    'results/queries/forms/_missing.rq',
  ])
  expect(files.get('results.html')).toContain('href="./statistics/forms.rq"')
  expect(files.get('results.html')).toContain(
    'annuaire query - --source . &lt; results/queries/forms/association.rq',
  )
})

test('the same input gives the same bytes', async () => {
  const write = () => filesOf({}, inputOf([TABLE]))
  expect([...(await write())]).toEqual([...(await write())])
})
