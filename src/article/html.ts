import { Html, type HtmlValue, html } from '../html/html.ts'
import { htmlPage } from '../html/htmlPage.ts'
import { htmlTable } from '../html/htmlTable.ts'
import type { ArticleDocument, Block, ChartBlock, Inline, Line, Section, TableBlock } from './document.ts'
import { ARTICLE_STYLE } from './style.ts'
import { withoutOverrides } from './withoutOverrides.ts'
import { ARTICLE_WORDS, type ArticleWords } from './words.ts'

/**
 * An article as a page: one file, without script and without anything to load. It has landmarks, a link past the
 * contents, headings in order, and beside each chart its table (WCAG 2.2: 1.1.1, 1.3.1, 1.4.10, 2.4.1).
 */
export function toHtml(document: ArticleDocument): string {
  const { language, title, introduction, sections, colophon } = document
  const words = ARTICLE_WORDS[language]
  const page = createPage(words)
  const contents = sections.map(
    ({ heading }, index) => html`<li><a href="#section-${index + 1}">${heading}</a></li>\n`,
  )
  const body = html`<a class="skip" href="#content">${words.skip}</a>
<header>
<h1>${title}</h1>
</header>
<main id="content" tabindex="-1">
${introduction.map(block => page.block(block))}<nav aria-labelledby="contents">
<h2 id="contents">${words.contents}</h2>
<ol>
${contents}</ol>
</nav>
${sections.map((section, index) => page.section(section, index + 1))}</main>
<footer>
<p>${writeLine(colophon)}</p>
</footer>
`
  return htmlPage({ language, title, style: ARTICLE_STYLE, body })
}

/** Writes the parts of one page, each table and chart with an identifier of its own. */
function createPage(words: ArticleWords) {
  let tables = 0
  const block = (one: Block): Html => {
    switch (one.kind) {
      case 'paragraph':
        return one.isOnScreenOnly
          ? html`<p class="on-screen">${writeLine(one.content)}</p>\n`
          : html`<p>${writeLine(one.content)}</p>\n`
      case 'list':
        return html`<ul>\n${one.items.map(item => html`<li>${writeLine(item)}</li>\n`)}</ul>\n`
      case 'code':
        return html`<pre tabindex="0"><code>${one.text}</code></pre>\n`
      case 'heading':
        return html`<h3>${one.text}</h3>\n`
      case 'chart':
        return writeChart(one, words)
      case 'table':
        tables += 1
        return writeTable(one, `table-${tables}`)
    }
  }
  const section = ({ heading, blocks }: Section, number: number) =>
    html`<section>
<h2 id="section-${number}">${heading}</h2>
${blocks.map(block)}</section>
`
  return { block, section }
}

function writeTable(
  { caption, isUnderHeading, columns, rows, notes, queries }: TableBlock,
  id: string,
): Html {
  const table = htmlTable({
    id,
    caption: isUnderHeading ? html`<span class="unseen">${caption}</span>` : caption,
    columns: columns.map(({ label }) => html`<bdi>${label}</bdi>`),
    rows: rows.map(cells => cells.map(writeLine)),
    numeric: columns.flatMap(({ isNumeric }, index) => (isNumeric ? [index] : [])),
  })
  return html`${table}${notes.map(note => html`<p class="note">${writeLine(note)}</p>\n`)}${
    queries ? html`<p class="note on-screen">${writeLine(queries)}</p>\n` : undefined
  }`
}

function writeChart({ title, path, svg }: ChartBlock, words: ArticleWords): Html {
  return html`<figure>
<div class="scroll chart" role="group" aria-label="${words.chartOf(title)}" tabindex="0">
${new Html(svg)}
</div>
<figcaption class="on-screen"><a href="${hrefOf(path)}">${words.chartFile}<span class="unseen"> (${title})</span></a></figcaption>
</figure>
`
}

function writeLine(line: Line): HtmlValue {
  return line.map(({ text, href, kind, language }) => {
    const plain = withoutOverrides(text)
    const spoken = language === undefined ? plain : html`<span lang="${language}">${plain}</span>`
    const written = kind === undefined ? spoken : ELEMENTS[kind](spoken)
    return href === undefined ? written : html`<a href="${hrefOf(href)}">${written}</a>`
  })
}

const ELEMENTS: Readonly<Record<NonNullable<Inline['kind']>, (content: HtmlValue) => Html>> = {
  label: content => html`<bdi>${content}</bdi>`,
  code: content => html`<code>${content}</code>`,
  strong: content => html`<strong>${content}</strong>`,
}

/** The dot keeps any path relative: none can name a scheme or another host. */
function hrefOf(href: string): string {
  return /^https?:\/\//.test(href) ? href : `./${href}`
}
