import { formatNumber } from '../statistics/words/numbers.ts'
import type { ArticleContext } from './context.ts'
import type { DirectorySummary } from './directorySummary.ts'
import { type Line, paragraph, type Section } from './document.ts'
import { licenceName } from './licenceName.ts'

/** What was read, what was left out, whose it is and how it may be used. */
export function sourcesSection(
  { sources, merged, licence, publisher }: DirectorySummary,
  { words, language }: ArticleContext,
): Section {
  const number = (count: number) => formatNumber(count, language)
  const leftOut = sources.reduce((sum, { rejectedRows }) => sum + rejectedRows, 0)
  const rows = sources.map(({ name, file, ...counts }): Line[] => [
    [{ text: name, kind: 'label' }],
    [{ text: fileName(file), kind: 'label' }],
    ...[counts.rows, counts.accepted, counts.rejectedRows].map((count): Line => [{ text: number(count) }]),
  ])
  const { name, homepage } = publisher
  return {
    heading: words.sources,
    blocks: [
      {
        kind: 'table',
        caption: words.sourcesRead,
        columns: [
          { label: words.source },
          { label: words.file },
          ...[words.rows, words.accepted, words.rejected].map(label => ({ label, isNumeric: true })),
        ],
        rows,
        notes: [],
      },
      paragraph(leftOut === 0 ? words.nothingLeftOut : words.leftOut(number(leftOut))),
      ...(merged === 0 ? [] : [paragraph(words.merged(number(merged)))]),
      {
        kind: 'paragraph',
        content: [
          { text: words.publisher },
          { text: name, ...(homepage === undefined ? {} : { href: homepage }) },
        ],
      },
      {
        kind: 'paragraph',
        content: [{ text: words.licence }, { text: licenceName(licence), href: licence }],
      },
    ],
  }
}

/** A file as it is named to readers: of one that lies outside the folder of the directory, its name alone. */
function fileName(path: string): string {
  return /^(?:\.\.?[\\/]|[\\/]|[A-Za-z]:)/.test(path) ? path.replace(/^.*[\\/]/, '') : path
}
