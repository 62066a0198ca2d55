import type { CellStatus } from '../crosswalk/crosswalk.ts'
import { REPAIR_RULES } from '../crosswalk/repairRules.ts'
import type { Language } from '../errors.ts'
import { type Html, type HtmlValue, html } from '../html/html.ts'
import { htmlPage } from '../html/htmlPage.ts'
import { type HtmlTable, htmlTable } from '../html/htmlTable.ts'
import type { ValidationResult } from '../validation/report.ts'
import type { PublicationReport, SourceSummary } from './report.ts'
import { REPORT_WORDS, type ReportWords } from './reportWords.ts'

/** Lines of a list on the page, at most; `report.json` has all of them. */
export const LISTED_LINES = 200

const STATUSES = [
  'mapped',
  'repaired',
  'rejected',
  'ignored',
  'empty',
  'unmapped',
] as const satisfies CellStatus[]

/**
 * The report as a page for those who keep the directory: one file, without script and without anything to load.
 * Lists show their first {@link LISTED_LINES} lines and say how many more there are.
 */
export function reportToHtml(report: PublicationReport, language: Language): string {
  const page = { words: REPORT_WORDS[language], language, number: new Intl.NumberFormat(language) }
  const title = page.words.heading(report.title[language])
  const body = html`<header>
<h1>${title}</h1>
${summary(report, page)}
</header>
<main>
${errors(report, page)}${warnings(report, page)}${unmatched(report, page)}${sources(report, page)}${repairs(report, page)}${findings(report, page)}${surveys(report, page)}${tables(report, page)}</main>
`
  return htmlPage({ language, title, style: STYLE, body })
}

interface Page {
  readonly words: ReportWords
  readonly language: Language
  readonly number: Intl.NumberFormat
}

const STYLE = html`<style>
:root { color-scheme: light }
body { margin: 0 auto; max-width: 70rem; padding: 1rem; font: 1rem/1.5 system-ui, sans-serif; color: #1a1a1a; background: #fff }
h1, h2, h3 { line-height: 1.25 }
.scroll { overflow-x: auto; margin: 1rem 0 }
.scroll:focus-visible, a:focus-visible { outline: 3px solid #0b5394; outline-offset: 2px }
table { border-collapse: collapse; min-width: 100% }
caption { text-align: start; font-weight: bold; padding: .25rem 0 }
th, td { border: 1px solid #767676; padding: .25rem .5rem; text-align: start; vertical-align: top }
thead th { background: #f0f0f0 }
tbody th { font-weight: normal }
.number { text-align: end; font-variant-numeric: tabular-nums }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem }
dd { margin: 0 }
bdi { white-space: pre-wrap; overflow-wrap: break-word }
a { color: #0b5394 }
@media print { body { max-width: none; padding: 0 } .scroll { overflow: visible } thead { display: table-header-group } tr { break-inside: avoid } }
</style>`

function summary({ date, actors, sources, validation }: PublicationReport, { words, number }: Page): Html {
  const sum = (count: (source: SourceSummary) => number) =>
    number.format(sources.reduce((total, source) => total + count(source), 0))
  return html`<p>${words.summary(
    date,
    number.format(actors),
    sum(({ rows }) => rows),
    sum(({ rejectedRows }) => rejectedRows),
  )}</p>
<p><strong>${validation.conforms ? words.conforms : words.fails}</strong></p>`
}

function errors(report: PublicationReport, page: Page): Html {
  return listing('errors', 'violation', page.words.errors, page.words.noErrors, report, page)
}

function warnings(report: PublicationReport, page: Page): Html {
  return listing('warnings', 'warning', page.words.warnings, page.words.noWarnings, report, page)
}

/** The results of a severity, each with its place and value. */
function listing(
  id: string,
  severity: ValidationResult['severity'],
  heading: string,
  empty: string,
  { validation }: PublicationReport,
  page: Page,
): Html {
  const { words } = page
  const results = validation.results.filter(result => result.severity === severity)
  const rows = results.map(({ source, focusNode, path, value, message }: ValidationResult) => [
    quoted(source?.file ?? focusNode),
    source?.line === undefined ? undefined : page.number.format(source.line),
    quoted(source?.column ?? path),
    quoted(value),
    message[page.language],
  ])
  const columns = [words.file, words.line, words.column, words.value, words.message]
  return section(id, heading, empty, { columns, rows, numeric: [1] }, page)
}

function unmatched({ unmatched }: PublicationReport, page: Page): Html {
  const { words, number } = page
  const rows = unmatched.map(({ value, count, source, column, nearest, paste }) => [
    quoted(value),
    number.format(count),
    quoted(source),
    quoted(column),
    nearest.length === 0 ? words.none : nearest.map(({ label }) => label).join(' · '),
    paste === undefined ? undefined : html`<code>${paste}</code>`,
  ])
  const columns = [words.value, words.count, words.source, words.column, words.nearest, words.paste]
  return section('unmatched', words.unmatched, words.noUnmatched, { columns, rows, numeric: [1] }, page)
}

function repairs({ repairs }: PublicationReport, page: Page): Html {
  const { words, language, number } = page
  const rows = repairs.map(({ source, column, rule, count, example }) => [
    quoted(column),
    quoted(source),
    REPAIR_RULES[rule][language],
    number.format(count),
    quoted(example.raw),
    quoted(example.result),
  ])
  const columns = [words.column, words.source, words.rule, words.count, words.before, words.after]
  return section('repairs', words.repairs, words.noRepairs, { columns, rows, numeric: [3] }, page)
}

function findings({ validation }: PublicationReport, page: Page): Html {
  const { words, language, number } = page
  const groups = Map.groupBy(validation.results, ({ severity, code }) => `${severity} ${code}`)
  const rows = [...groups.values()]
    .sort((a, b) => b.length - a.length)
    .map(([first, ...others]) => [
      quoted(first!.code),
      words.severities[first!.severity],
      number.format(others.length + 1),
      first!.message[language],
    ])
  const columns = [words.rule, words.severity, words.count, words.example]
  return section('findings', words.findings, words.noFindings, { columns, rows, numeric: [2] }, page)
}

function sources({ sources }: PublicationReport, page: Page): Html {
  const { words } = page
  const items = sources.map((source, index) => sourceSection(source, index, page))
  return html`<section>
<h2>${words.sources}</h2>
${sources.length === 0 ? html`<p>${words.noSources}</p>\n` : items}</section>
`
}

/** Surveys by counts only: what somebody answered is on no page. */
function surveys({ surveys = [], sources }: PublicationReport, page: Page): Html | undefined {
  const { words, number, language } = page
  if (surveys.length === 0) return undefined
  const counted = { ...page, words: { ...words, accepted: words.counted } }
  let index = sources.length
  const items = surveys.map(({ title, date, responses, respondents, sources, findings }) => {
    const rows = findings.map(({ source, column, code, severity, count }) => [
      quoted(source),
      quoted(column),
      quoted(code),
      words.severities[severity],
      number.format(count),
    ])
    const columns = [words.source, words.column, words.rule, words.severity, words.count]
    const tables = sources.map(source => sourceSection(source, index++, counted))
    const found = { columns, rows, numeric: [4], id: `survey-${index}`, caption: words.surveyFindings }
    return html`<h3>${title[language]}</h3>
<p>${words.surveySummary(date, number.format(responses), number.format(respondents))}</p>
${tables}${rows.length === 0 ? undefined : htmlTable(found)}`
  })
  return html`<section>
<h2>${words.surveys}</h2>
<p>${words.surveyPrivacy}</p>
${items}</section>
`
}

function sourceSection(source: SourceSummary, index: number, { words, number }: Page): Html {
  const delimiter = source.delimiter === '\t' ? words.tab : source.delimiter
  const facts: [string, string | undefined][] = [
    [words.file, source.file],
    [words.format, source.format],
    [words.encoding, source.encoding],
    [words.delimiter, delimiter],
    [words.rows, number.format(source.rows)],
    [words.accepted, number.format(source.accepted)],
    [words.rejectedRows, number.format(source.rejectedRows)],
  ]
  const rows = source.columns.map(account => [
    quoted(account.column),
    account.fields.length > 0
      ? account.fields.join(', ')
      : account.reason === undefined
        ? words.notMapped
        : words.ignoredBecause(account.reason),
    ...STATUSES.map(status => number.format(account[status])),
    number.format(STATUSES.reduce((sum, status) => sum + account[status], 0)),
  ])
  return html`<h3>${words.sourceLine(source.name)}</h3>
<dl>
${facts.map(([name, value]) => (value === undefined ? undefined : html`<dt>${name}</dt><dd>${quoted(value)}</dd>\n`))}</dl>
${htmlTable({
  id: `columns-${index + 1}`,
  caption: words.columnsOf(source.name),
  columns: [words.column, words.field, ...STATUSES.map(status => words.status[status]), words.total],
  rows,
  numeric: [2, 3, 4, 5, 6, 7, 8],
})}`
}

function tables({ tables }: PublicationReport, { words, language }: Page): Html {
  // The dot keeps any path relative: none can name a scheme or another host.
  const item = ({ title, path, query }: PublicationReport['tables'][number]) =>
    html`<li><a href="./${path}">${title[language]}</a>${
      query === undefined ? undefined : html` (<a href="./${query}">${words.query} – ${title[language]}</a>)`
    }</li>\n`
  return html`<section>
<h2>${words.tables}</h2>
${tables.length === 0 ? html`<p>${words.noTables}</p>` : html`<ul>\n${tables.map(item)}</ul>`}
</section>
`
}

function section(
  id: string,
  heading: string,
  empty: string,
  { rows, ...table }: Omit<HtmlTable, 'id' | 'caption' | 'note'>,
  { words, number }: Page,
): Html {
  const more = rows.length - LISTED_LINES
  const note = more > 0 ? { note: words.more(number.format(more)) } : {}
  const body =
    rows.length === 0
      ? html`<p>${empty}</p>\n`
      : htmlTable({
          id,
          caption: `${heading} (${number.format(rows.length)})`,
          ...table,
          rows: rows.slice(0, LISTED_LINES),
          ...note,
        })
  return html`<section>
<h2>${heading}</h2>
${body}</section>
`
}

/** Text of the producer's, kept from turning the direction of what stands around it. */
function quoted(value: string | undefined): HtmlValue {
  return value === undefined ? undefined : html`<bdi>${value}</bdi>`
}
