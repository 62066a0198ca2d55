import type { Language } from '../errors.ts'

/** A run of text. */
export interface Inline {
  readonly text: string
  /** Where it leads: a path from the article, or an absolute IRI. */
  readonly href?: string
  /** `label`: from the data, maybe in another script; `code`: to be typed. Default: prose. */
  readonly kind?: 'label' | 'code' | 'strong'
  /** Default: that of the article. */
  readonly language?: Language
}

/** Text in a line, in runs. */
export type Line = readonly Inline[]

/** A table of the article; the first cell of a row is its heading. */
export interface TableBlock {
  readonly kind: 'table'
  readonly caption: string
  /** Whether the heading above it says the same as the caption, so that only assistive technology needs that. */
  readonly isUnderHeading?: boolean
  readonly columns: readonly { readonly label: string; readonly isNumeric?: boolean }[]
  readonly rows: readonly (readonly Line[])[]
  /** Said below the table, a line each. */
  readonly notes: readonly Line[]
  /** Where its figures lead to, said below its notes: nothing on paper. */
  readonly queries?: Line
}

/** A chart. */
export interface ChartBlock {
  readonly kind: 'chart'
  readonly title: string
  /** Path of its file from the article. */
  readonly path: string
  /** An element `svg`, well-formed and escaped, whose identifiers no other chart has. */
  readonly svg: string
}

/** A paragraph. */
export interface ParagraphBlock {
  readonly kind: 'paragraph'
  readonly content: Line
  /** Whether it only leads somewhere, and is nothing on paper. Default: false. */
  readonly isOnScreenOnly?: boolean
}

/** A part of a section. */
export type Block =
  | ParagraphBlock
  | { readonly kind: 'list'; readonly items: readonly Line[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | ChartBlock
  | TableBlock

/** A part of the article under a heading. */
export interface Section {
  readonly heading: string
  readonly blocks: readonly Block[]
}

/** An article, before it is written as HTML or Markdown. */
export interface ArticleDocument {
  readonly language: Language
  readonly title: string
  readonly introduction: readonly Block[]
  readonly sections: readonly Section[]
  /** Said at the foot of the page. */
  readonly colophon: Line
}

/** A table; one without rows is only what is said below it. */
export function shownTable(table: TableBlock): Block[] {
  if (table.rows.length > 0) return [table]
  const { notes, queries } = table
  return [
    ...notes.map((content): Block => ({ kind: 'paragraph', content })),
    ...(queries ? [{ kind: 'paragraph', content: queries, isOnScreenOnly: true } as const] : []),
  ]
}

/** A paragraph of one run. */
export function paragraph(text: string): Block {
  return { kind: 'paragraph', content: [{ text }] }
}

/** The paragraphs of a text that are parted by empty lines. */
export function paragraphs(text: string): Block[] {
  return text
    .split(/\n\s*\n/)
    .map(part => part.replace(/\s*\n\s*/g, ' ').trim())
    .filter(part => part !== '')
    .map(paragraph)
}
