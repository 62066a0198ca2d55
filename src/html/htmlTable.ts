import { type Html, type HtmlValue, html } from './html.ts'

/** A table of a page. */
export interface HtmlTable {
  /** Identifier in the page, of letters, digits and hyphens. */
  readonly id: string
  readonly caption: HtmlValue
  readonly columns: readonly HtmlValue[]
  /** A row has a value per column; the first is its heading, and numbers are set to the right. */
  readonly rows: readonly (readonly HtmlValue[])[]
  /** Which columns hold numbers, by index. */
  readonly numeric?: readonly number[]
  /** Said below the table. */
  readonly note?: HtmlValue
}

/** A table with its caption and headings, in a region that scrolls, by keyboard too, where the page is narrow. */
export function htmlTable({ id, caption, columns, rows, numeric = [], note }: HtmlTable): Html {
  const classOf = (index: number) => (numeric.includes(index) ? 'number' : 'text')
  const cells = (row: readonly HtmlValue[]) =>
    row.map((value, index) =>
      index === 0
        ? html`<th scope="row" class="${classOf(0)}">${value}</th>`
        : html`<td class="${classOf(index)}">${value}</td>`,
    )
  return html`<div class="scroll" role="region" aria-labelledby="${id}" tabindex="0">
<table>
<caption id="${id}">${caption}</caption>
<thead><tr>${columns.map((name, index) => html`<th scope="col" class="${classOf(index)}">${name}</th>`)}</tr></thead>
<tbody>
${rows.map(row => html`<tr>${cells(row)}</tr>\n`)}</tbody>
</table>
</div>
${note === undefined ? undefined : html`<p>${note}</p>\n`}`
}
