import type { Language } from '../errors.ts'
import { type Html, html } from './html.ts'

/** What a page is made of. */
export interface HtmlPage {
  readonly language: Language
  readonly title: string
  /** The element that holds its style. */
  readonly style: Html
  /** What stands within the body. */
  readonly body: Html
}

/** A page of one file, which has no script and loads nothing; its policy forbids both. */
export function htmlPage({ language, title, style, body }: HtmlPage): string {
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
${style}
</head>
<body>
${body}</body>
</html>
`.toString()
}
