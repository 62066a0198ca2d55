import { describe, expect, test } from 'vitest'
import type { Language } from '../../src/errors.ts'
import { html } from '../../src/html/html.ts'
import type { PublicationReport } from '../../src/release/report.ts'
import { LISTED_LINES, reportToHtml } from '../../src/release/reportHtml.ts'
import { reportToJson } from '../../src/release/reportJson.ts'
import { REPORT_WORDS } from '../../src/release/reportWords.ts'
import { reportOf, type ValidationResult } from '../../src/validation/report.ts'

const HOSTILE = `</td></script><script>alert("1")</script>'&amp;" onclick='x`
const finding = (line: number, severity: ValidationResult['severity'] = 'violation'): ValidationResult => ({
  severity,
  code: severity === 'violation' ? 'siren-check-digit' : 'missing-column',
  path: 'siren',
  value: `value-${line}`,
  message: { fr: `message français ${line}`, en: `English message ${line}` },
  source: { file: 'actors.csv', line, column: 'SIREN' },
})

const REPORT: PublicationReport = {
  title: { fr: 'Annuaire', en: 'Directory' },
  date: '2010-02-17',
  actors: 1234,
  sources: [
    {
      name: 'oten',
      file: 'actors.csv',
      format: 'csv',
      encoding: 'windows-1252',
      delimiter: '\t',
      rows: 1236,
      accepted: 1234,
      rejectedRows: 2,
      columns: [
        {
          column: 'Nom',
          fields: ['name'],
          mapped: 1000,
          repaired: 234,
          rejected: 2,
          ignored: 0,
          empty: 0,
          unmapped: 0,
        },
        {
          column: 'Note',
          fields: [],
          reason: 'a reason',
          mapped: 0,
          repaired: 0,
          rejected: 0,
          ignored: 1236,
          empty: 0,
          unmapped: 0,
        },
        {
          column: 'Autre',
          fields: [],
          mapped: 0,
          repaired: 0,
          rejected: 0,
          ignored: 0,
          empty: 36,
          unmapped: 1200,
        },
      ],
    },
  ],
  repairs: [
    { source: 'oten', column: 'Nom', rule: 'trim', count: 234, example: { raw: ' A ', result: 'A' } },
  ],
  unmatched: [
    {
      source: 'oten',
      column: 'Statut',
      field: 'legalForm',
      value: 'Asociation',
      count: 3,
      nearest: [{ notation: 'association', label: 'Association' }],
    },
  ],
  validation: reportOf([finding(3), finding(7), finding(1, 'warning')]),
  tables: [
    { title: { fr: 'Formes', en: 'Forms' }, path: 'statistics/forms.csv', query: 'statistics/forms.rq' },
  ],
}
const EMPTY: PublicationReport = {
  ...REPORT,
  sources: [],
  repairs: [],
  unmatched: [],
  validation: reportOf([]),
  tables: [],
}

/** The same report with a hostile text in the place of every text. */
function poisoned<T>(value: T): T {
  if (typeof value === 'string') return HOSTILE as T
  if (Array.isArray(value)) return value.map(poisoned) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      ['severity', 'rule', 'reason'].includes(key) ? item : poisoned(item),
    ]),
  ) as T
}

const text = (page: string) =>
  page
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/[ \n]+/g, ' ')

describe('html', () => {
  test('escapes all that is interpolated, and only that', () => {
    expect(html`<p title="${HOSTILE}">${[html`<b>${'<'}</b>`, '&', 5, undefined]}</p>`.toString()).toBe(
      '<p title="&lt;/td&gt;&lt;/script&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39;&amp;amp;&quot; onclick=&#39;x">' +
        '<b>&lt;</b>&amp;5</p>',
    )
  })

  test('shows characters that HTML lacks', () => {
    expect(html`${'a\0\u0085\uD83Db\t\n'}`.toString()).toBe('a\uFFFD\uFFFD\uFFFDb\t\n')
  })

  test('an object that looks like HTML is not taken for it', () => {
    const fake = { toString: () => '<script>' }
    expect(() => html`${fake as never}`).toThrow()
  })
})

describe.each<Language>(['fr', 'en'])('the page in %s', language => {
  const page = reportToHtml(REPORT, language)

  test('is one well-formed document in that language, with nothing to run or to load', () => {
    expect(page).toMatch(new RegExp(`^<!doctype html>\n<html lang="${language}">\n`))
    expect(page).not.toMatch(/<script|<link|<img|src=|https?:|@import|url\(/)
    const open: string[] = []
    for (const [, slash, name] of page.matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^>]*>/g)) {
      if (name === 'meta') continue
      if (slash === '') open.push(name!)
      else expect(open.pop()).toBe(name)
    }
    expect(open).toEqual([])
  })

  test('every table has a caption that names its region, and headings with a scope', () => {
    const captions = [...page.matchAll(/<caption id="([^"]+)">/g)].map(([, id]) => id)
    expect(captions).toEqual(['errors', 'warnings', 'unmatched', 'columns-1', 'repairs', 'findings'])
    const regions = [...page.matchAll(/role="region" aria-labelledby="([^"]+)" tabindex="0"/g)].map(
      ([, id]) => id,
    )
    expect(regions).toEqual(captions)
    expect(page.match(/<table>/g)).toHaveLength(6)
    expect(page.match(/<th(?! scope="(?:col|row)")\b/g)).toBeNull()
    expect([...page.matchAll(/<h([1-6])/g)].map(([, level]) => level).join('')).toBe('122223222')
  })

  test('the cells of a column add up to its rows', () => {
    for (const [, row] of page.matchAll(
      /<tr>(<th scope="row" class="text"><bdi>(?:Nom|Note|Autre)<.*?)<\/tr>/g,
    )) {
      const cells = [...row!.matchAll(/class="number">([^<]*)</g)].map(([, cell]) =>
        Number(cell!.replace(/\D/g, '')),
      )
      if (cells.length !== 7) continue
      expect(cells.slice(0, 6).reduce((a, b) => a + b)).toBe(cells[6])
      expect(cells[6]).toBe(1236)
    }
    expect(page.match(/>1.236<\/td><\/tr>/g)).toHaveLength(3)
  })

  test('it tells where each error is, what was not matched and what was repaired', () => {
    const message = language === 'fr' ? 'message français' : 'English message'
    const words = REPORT_WORDS[language]
    expect(text(page)).toContain(`actors.csv 3 SIREN value-3 ${message} 3`)
    expect(text(page)).toContain(`siren-check-digit ${words.severities.violation} 2 ${message} 3`)
    expect(text(page)).toContain('Asociation 3 oten Statut Association')
    expect(text(page)).toContain(
      language === 'fr' ? 'espaces autour de la valeur retirées 234' : 'spaces around the value removed 234',
    )
    expect(text(page)).toContain(words.ignoredBecause('a reason'))
    expect(page).toContain('<a href="./statistics/forms.csv">')
    expect(page).toContain(words.fails)
  })

  test('hostile text is text', () => {
    const hostile = reportToHtml(poisoned(REPORT), language)
    expect(hostile).not.toContain('<script')
    const tags = (document: string) => [...document.matchAll(/<\/?[a-z][a-z0-9]*/g)].map(([tag]) => tag)
    expect(tags(hostile)).toEqual(tags(page))
    expect(hostile.match(/ onclick='/g)).toBeNull()
  })

  test('a link cannot leave the release', () => {
    const tables = [{ title: { fr: 'x', en: 'x' }, path: 'javascript:alert(1)' }]
    expect(reportToHtml({ ...REPORT, tables }, language)).toContain('href="./javascript:alert(1)"')
  })

  test('what there is none of is said', () => {
    const words = REPORT_WORDS[language]
    const empty = text(reportToHtml(EMPTY, language))
    for (const name of [
      'noErrors',
      'noUnmatched',
      'noSources',
      'noRepairs',
      'noFindings',
      'noTables',
    ] as const) {
      expect(empty).toContain(words[name])
    }
    expect(empty).toContain(words.conforms)
  })

  test('a long list is cut, and the page says by how much', () => {
    const results = Array.from({ length: LISTED_LINES + 5 }, (_, i) => finding(i + 1))
    const long = reportToHtml({ ...REPORT, validation: reportOf(results) }, language)
    expect(long).toContain(`value-${LISTED_LINES}<`)
    expect(long).not.toContain(`value-${LISTED_LINES + 1}<`)
    expect(long).toContain(REPORT_WORDS[language].more('5'))
  })
})

test('French punctuation has its no-break spaces', () => {
  const french = text(reportToHtml(REPORT, 'fr'))
  expect(french).toContain('Rapport de publication\u00a0: Annuaire')
  const words =
    JSON.stringify(REPORT_WORDS.fr) +
    [
      REPORT_WORDS.fr.heading('x'),
      REPORT_WORDS.fr.sourceLine('x'),
      REPORT_WORDS.fr.more('1'),
      REPORT_WORDS.fr.ignoredBecause('x'),
      REPORT_WORDS.fr.columnsOf('x'),
    ].join()
  expect(words.replaceAll('":"', '').replaceAll('":{"', '')).not.toMatch(/[^\u00a0][:;!?»%]|«[^\u00a0]/)
})

test('the report as JSON is all of it', () => {
  expect(JSON.parse(reportToJson(REPORT))).toEqual(REPORT)
  expect(reportToJson(REPORT).endsWith('}\n')).toBe(true)
})
