import { describe, expect, test } from 'vitest'
import { ARTICLE_STYLE } from '../../src/article/style.ts'
import type { ArticleInput } from '../../src/article/writeArticle.ts'
import type { Language } from '../../src/errors.ts'
import { compareTables } from '../../src/statistics/comparison/compareTables.ts'
import { filesOf, inputOf, row, TABLE, tableOf } from './articleInput.ts'

const cross = (form: string, audience: string, n: number) => ({
  ...row(form, n, 10),
  values: [
    { code: form, label: form },
    { code: audience, label: audience },
  ],
})

/** Tables of each kind that a page may have: with a chart, crossed, kept back, of shares alone, without rows. */
const TABLES = [
  TABLE,
  tableOf([cross('a', 'x', 9), cross('a', 'y', 2), cross('b', 'x', 1), cross('b', 'y', 4)], {
    id: 'crossed',
    title: { fr: 'Croisé', en: 'Crossed' },
    dimensions: ['legalForm', 'audience'],
    within: 'legalForm',
    isMultiValued: true,
  }),
  tableOf([{ ...row('small', null, null), isSuppressed: true }, row('large', 40, 60)], {
    id: 'kept',
    title: { fr: 'Masqué', en: 'Kept back' },
  }),
  tableOf([{ ...row('events', null, null), share: 13.5 }], {
    id: 'shares',
    title: { fr: 'Parts', en: 'Shares' },
    unit: { fr: 'e-mails envoyés', en: 'e-mails sent' },
    measures: ['share'],
  }),
  tableOf([], { id: 'none', title: { fr: 'Rien', en: 'Nothing' } }),
]

const OTHERS = tableOf([row('association', 20, 40, 'Association'), row('sem', 9, 40, 'SEM')])

const COMPARISON = compareTables(TABLE, OTHERS, {
  id: 'others',
  title: { fr: 'Et les autres', en: 'And others' },
  labels: {
    own: { fr: 'de l’annuaire', en: 'of the directory' },
    other: { fr: 'qui ont répondu', en: 'who answered' },
  },
})

const DEFINITION = {
  published: {
    source: { title: { en: 'A study' }, language: 'fr' as const },
    figures: [{ statistic: 'forms', at: { legalForm: 'association' }, value: 56, quote: '56 %' }],
  },
}

async function pageOf(language: Language, more: Partial<ArticleInput> = {}): Promise<string> {
  const comparisons = { made: [COMPARISON], inReleases: [] }
  const files = await filesOf(DEFINITION, inputOf(TABLES, { language, comparisons, ...more }))
  return files.get('article.html')!
}

const all = (page: string, pattern: RegExp) => [...page.matchAll(pattern)].map(match => match[1]!)

const plain = (text: string) => text.replace(/<[^>]*>/g, '').trim()

describe.each<Language>(['fr', 'en'])('the page in %s', language => {
  test('has one heading of the first level, and skips none', async () => {
    const levels = all(await pageOf(language), /<h([1-6])\b/g).map(Number)
    expect(levels.filter(level => level === 1)).toHaveLength(1)
    for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThan(2)
  })

  test('has tables with a caption each, no two alike, and headings with their scope', async () => {
    const page = await pageOf(language)
    const tables = all(page, /<table>(.*?)<\/table>/gs)
    expect(tables).toHaveLength(7)
    const captions = tables.map(table => plain(all(table, /<caption[^>]*>(.*?)<\/caption>/g)[0]!))
    expect(captions.every(caption => /\p{L}/u.test(caption))).toBe(true)
    expect(new Set(captions).size).toBe(captions.length)
    for (const table of tables) {
      expect(all(table, /<(th)\b/g).length).toBe(all(table, /<th (scope="(?:col|row)")/g).length)
      for (const line of all(table, /<tbody>(.*?)<\/tbody>/gs).flatMap(body => all(body, /<tr>(.*?)<\/tr>/g)))
        expect(line).toMatch(/^<th scope="row"/)
    }
  })

  test('says a title once: the heading above a chart and its table is their title', async () => {
    const visible = (await pageOf(language)).replace(
      /<svg\b.*?<\/svg>|<span class="unseen">.*?<\/span>/gs,
      '',
    )
    const title = language === 'fr' ? 'Formes' : 'Forms'
    // Beside the heading, the list of contents names it.
    expect(all(visible, new RegExp(`>(${title})<`, 'g'))).toHaveLength(2)
  })

  test('has charts with a role, a title and a description in its language', async () => {
    const page = await pageOf(language)
    const charts = all(page, /(<svg\b.*?<\/svg>)/gs)
    expect(charts.length).toBeGreaterThan(1)
    for (const chart of charts) {
      const [, title, description] = /aria-labelledby="(\S+) (\S+)"/.exec(chart)!
      expect(chart).toMatch(new RegExp(`^<svg [^>]*lang="${language}"[^>]*role="img"`))
      expect(all(chart, new RegExp(`<title id="${title}">(.+?)</title>`, 'g'))).toHaveLength(1)
      expect(all(chart, new RegExp(`<desc id="${description}">(.+?)</desc>`, 'gs'))).toHaveLength(1)
    }
    const ids = all(page, /\bid="([^"]+)"/g)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('has links with words or figures, and quotes in their own language', async () => {
    const page = await pageOf(language)
    const links = all(page, /<a\b[^>]*>(.*?)<\/a>/gs).map(plain)
    for (const link of links) expect(link).toMatch(/[\p{L}\d]/u)
    const charts = links.filter(link => link.includes('SVG'))
    expect(new Set(charts).size).toBe(charts.length)
    expect(page).toContain('<span lang="fr">56 %</span>')
  })

  test('has regions that scroll by keyboard too, each with a name of its own', async () => {
    const page = await pageOf(language)
    const regions = all(page, /<div class="scroll[^"]*" ([^>]*)>/g)
    expect(regions.every(attributes => attributes.includes('tabindex="0"'))).toBe(true)
    const names = regions.map(attributes => /aria-label(?:ledby)?="([^"]*)"/.exec(attributes)?.[1])
    expect(names).not.toContain(undefined)
    expect(new Set(names).size).toBe(names.length)
  })
})

/** Relative luminance (WCAG 2.2). */
function luminance(colour: string): number {
  const digits =
    colour.length === 4 ? [...colour.slice(1)].map(digit => digit + digit).join('') : colour.slice(1)
  const [red, green, blue] = [0, 2, 4]
    .map(at => Number.parseInt(digits.slice(at, at + 2), 16) / 255)
    .map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}

function contrast(a: string, b: string): number {
  const [darker, lighter] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (lighter! + 0.05) / (darker! + 0.05)
}

const SCHEMES = all(ARTICLE_STYLE.toString(), /:root \{([^}]*)\}/g).map(text =>
  Object.fromEntries([...text.matchAll(/--(\w+): (#\w+)/g)].map(([, name, colour]) => [name, colour!])),
)

test('the style has colours for light, dark and paper', () => {
  expect(SCHEMES).toHaveLength(3)
})

test.each(SCHEMES)('text can be read on its ground (WCAG 2.2, 1.4.3 and 1.4.11)', colours => {
  const { page = '', head = '', text = '', link = '', quiet = '', line = '' } = colours
  for (const ground of [page, head])
    for (const ink of [text, link, quiet]) expect(contrast(ink, ground)).toBeGreaterThanOrEqual(4.5)
  expect(contrast(line, page)).toBeGreaterThanOrEqual(3)
})

test('on paper there is nothing that can only be followed on a screen, and all figures', async () => {
  const page = await pageOf('en')
  const paper = /@media print \{(.*)\}\n<\/style>/s.exec(page)![1]!
  expect(all(paper, /\n([^\n{]*) \{ display: none \}/g)).toEqual(['nav, .skip, .on-screen'])
  const hidden = all(page, /<(?:p|figcaption) class="[^"]*on-screen">(.*?)<\/(?:p|figcaption)>/gs).map(plain)
  for (const text of hidden) expect(text).toMatch(/^(?:Queries: |This chart as SVG)/)
})
