import { html } from '../html/html.ts'

/** The style of the page: for the dark, for narrow screens and for paper too. Contrasts are 4.5 to 1 at least. */
export const ARTICLE_STYLE = html`<style>
:root { color-scheme: light dark; --text: #1a1a1a; --page: #fff; --link: #0b5394; --line: #767676; --head: #f0f0f0; --quiet: #4a4a4a }
@media (prefers-color-scheme: dark) { :root { --text: #e8e8e8; --page: #16181b; --link: #8ab4f8; --line: #8a8a8a; --head: #2a2d31; --quiet: #c0c0c0 } }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 58rem; padding: 1rem; font: 1.0625rem/1.6 system-ui, sans-serif; color: var(--text); background: var(--page); overflow-wrap: break-word }
h1, h2, h3 { line-height: 1.25; text-wrap: balance }
h1 { font-size: 1.9rem; margin: .5rem 0 }
h2 { font-size: 1.4rem; margin: 2.5rem 0 .75rem }
h3 { font-size: 1.15rem; margin: 2rem 0 .5rem }
p, ul, ol { max-width: 44rem }
a { color: var(--link); text-underline-offset: .15em }
a:focus-visible, .scroll:focus-visible, pre:focus-visible { outline: 3px solid var(--link); outline-offset: 2px }
main:focus { outline: none }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
.skip { position: absolute; left: -200vw }
.skip:focus { position: static }
nav { border: 1px solid var(--line); padding: 0 1rem; margin: 1.5rem 0 }
nav h2 { font-size: 1.1rem; margin: .75rem 0 0 }
nav ol { margin: .5rem 0 .75rem; padding-inline-start: 1.5rem }
.scroll { overflow-x: auto; margin: 1rem 0 .5rem }
table { border-collapse: collapse; min-width: 100%; font-size: .9375rem; line-height: 1.4 }
caption { text-align: start; font-weight: bold; padding: .25rem 0 }
th, td { border: 1px solid var(--line); padding: .25rem .5rem; text-align: start; vertical-align: top; overflow-wrap: normal }
thead th { background: var(--head) }
tbody th { font-weight: normal; min-width: 9rem }
.number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap }
thead .number { white-space: normal }
.note { font-size: .9375rem; color: var(--quiet); margin: .25rem 0 }
figure { margin: 1.5rem 0 }
figcaption { font-size: .9375rem; color: var(--quiet) }
.chart { background: #fff; color: #1a1a1a; padding: .5rem }
.chart svg { display: block; min-width: 40rem }
pre { overflow-x: auto; padding: .5rem; border: 1px solid var(--line); font-size: .875rem }
footer { border-top: 1px solid var(--line); margin-top: 3rem; font-size: .9375rem; color: var(--quiet) }
@media (max-width: 40rem) { body { padding: .75rem; font-size: 1rem } h1 { font-size: 1.5rem } h2 { font-size: 1.25rem } tbody th { min-width: 7rem } }
@media print {
:root { color-scheme: light; --text: #000; --page: #fff; --link: #000; --line: #767676; --head: #f0f0f0; --quiet: #333; font-size: 10pt }
@page { size: A4; margin: 18mm 16mm 20mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt system-ui, sans-serif } }
body { max-width: none; padding: 0; font-size: 10pt; line-height: 1.45; print-color-adjust: exact }
p, ul, ol { max-width: none; orphans: 3; widows: 3 }
h2 { margin-top: 2rem }
h3 { margin-top: 1.25rem }
h1, h2, h3, caption, thead { break-after: avoid }
a { color: inherit; text-decoration: none }
a[href^="http"] { text-decoration: underline }
nav, .skip, .on-screen { display: none }
.scroll, pre { overflow: visible }
pre { white-space: pre-wrap }
figure { margin: 1rem 0; break-inside: avoid }
.chart { padding: 0 }
.chart svg { min-width: 0; margin: 0 auto; max-height: 235mm; max-width: 165mm }
table { font-size: 9pt }
table:not(:has(tbody tr:nth-child(9))) { break-inside: avoid }
table:has(thead th:nth-child(8)) { font-size: 7pt }
table:has(thead th:nth-child(8)) :is(th, td) { padding: .15rem .25rem; white-space: normal }
table:has(thead th:nth-child(8)) thead th { min-width: 11mm; overflow-wrap: anywhere; hyphens: auto }
thead { display: table-header-group }
tr, .note { break-inside: avoid }
tbody tr:nth-child(-n+2) { break-after: avoid }
tbody tr:nth-last-child(-n+2) { break-before: avoid }
tbody th { min-width: 0 }
.note { break-before: avoid }
}
</style>`
