import type { ArticleDocument, Block, Line, Section, TableBlock } from './document.ts'
import { withoutOverrides } from './withoutOverrides.ts'

/**
 * An article as Markdown: CommonMark with the tables of GitHub Flavored Markdown. Whatever is text there is text here:
 * no label of the data starts a list, a link or an element of HTML.
 */
export function toMarkdown({ title, introduction, sections, colophon }: ArticleDocument): string {
  return `${[`# ${escapeText(title)}`, ...introduction.map(writeBlock), ...sections.flatMap(writeSection), '---', writeLine(colophon)].join('\n\n')}\n`
}

function writeSection({ heading, blocks }: Section): string[] {
  return [`## ${escapeText(heading)}`, ...blocks.map(writeBlock)]
}

function writeBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return writeLine(block.content)
    case 'list':
      return block.items.map(item => `- ${writeLine(item)}`).join('\n')
    case 'code':
      return block.text
        .split('\n')
        .map(line => `    ${visible(line)}`)
        .join('\n')
    case 'heading':
      return `### ${escapeText(block.text)}`
    case 'chart':
      return `![${escapeText(block.title)}](${writeDestination(block.path)})`
    case 'table':
      return writeTable(block)
  }
}

/** GFM §4.10: a table has a head, and its cells no line ends. */
function writeTable({ caption, isUnderHeading, columns, rows, notes, queries }: TableBlock): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    ...(isUnderHeading ? [] : [`**${escapeText(caption)}**`]),
    [
      row(columns.map(({ label }) => escapeText(label))),
      row(columns.map(({ isNumeric }) => (isNumeric ? '--:' : ':--'))),
      ...rows.map(cells => row(cells.map(writeLine))),
    ].join('\n'),
    ...notes.map(writeLine),
    ...(queries ? [writeLine(queries)] : []),
  ].join('\n\n')
}

function writeLine(line: Line): string {
  return line
    .map(({ text, href, kind }) => {
      const written = kind === 'code' ? writeCode(text) : escapeText(text)
      const styled = kind === 'strong' ? `**${written}**` : written
      return href === undefined ? styled : `[${styled}](${writeDestination(href)})`
    })
    .join('')
}

/** CommonMark §6.1: a code span is delimited by more backticks than any run within it; in a table `|` is escaped. */
function writeCode(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  const padding = text.startsWith('`') || text.endsWith('`') ? ' ' : ''
  return `${fence}${padding}${visible(text).replaceAll('|', '\\|')}${padding}${fence}`
}

/** CommonMark §2.4: ASCII punctuation after a backslash is that character. Line ends become spaces. */
function escapeText(text: string): string {
  return visible(text)
    .replace(/[\\`*_{}[\]<>|#~&$^@]/g, '\\$&')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/\b(www)\./gi, '$1\\.')
    .replace(/^(\s*)([-+=])(?=[-+=\s]|$)/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])(?=\s|$)/, '$1\\$2')
}

/** One line; characters that no document has show as U+FFFD. */
function visible(text: string): string {
  return withoutOverrides(text)
    .toWellFormed()
    .replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ')
    .replace(/[^\P{Cc}\t]/gu, '\uFFFD')
}

/** CommonMark §6.3: a link destination between `<` and `>` has neither of them, nor line ends. */
function writeDestination(href: string): string {
  return `<${href.replace(/[\s<>\\|`]/g, character => encodeURIComponent(character))}>`
}
