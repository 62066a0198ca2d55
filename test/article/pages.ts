import { HtmlValidate } from 'html-validate'
import { marked } from 'marked'

const VALIDATOR = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // Matters of taste; styles within charts hold for the chart alone.
    'doctype-style': 'off',
    'long-title': 'off',
    'no-inline-style': 'off',
    'prefer-native-element': 'off',
  },
})

/** What is wrong with a page: its HTML, identifiers, headings, landmarks, captions. */
export async function htmlFaults(page: string): Promise<string[]> {
  const { results } = await VALIDATOR.validateString(page)
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, line, message }) => `${line}: ${ruleId}: ${message}`),
  )
}

/** The text of a page, without its style, its charts and what is to be typed. */
export function textOfPage(page: string): string {
  return page
    .replace(/<(style|svg|pre)\b.*?<\/\1>/gs, ' ')
    .replace(/<\/?(?:a|bdi|span|strong)\b[^>]*>/g, '')
    .replace(/<[^>]*>/g, '\n')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/ *\n[ \n]*/g, '\n')
}

/** Where the links of a page lead, but for those within it. */
export function linksOf(page: string): string[] {
  return [...page.matchAll(/<a href="([^"#]+)"/g)].map(([, href]) => href!)
}

/** Markdown as its readers see it: CommonMark and the tables of GitHub. */
export async function renderMarkdown(text: string): Promise<string> {
  return marked.parse(text, { gfm: true })
}
