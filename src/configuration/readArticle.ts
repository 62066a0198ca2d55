import {
  type ArticleDefinition,
  type ArticleSection,
  type ArticleSentence,
  PLACEHOLDERS,
  type PublishedFigure,
  type PublishedFigures,
} from '../article/article.ts'
import type { GivenText } from '../errors.ts'
import { PARTICIPATION } from '../statistics/sample/participation.ts'
import type { ArticleNames } from './articleNames.ts'
import { checkKnown } from './checkSource.ts'
import type { Problem } from './problem.ts'
import type { RawArticle, RawLocalized } from './rawConfiguration.ts'

type Localize = (text: RawLocalized) => GivenText

/** The `article:` of a configuration. */
export function readArticle(raw: RawArticle, localize: Localize): ArticleDefinition {
  const { title, introduction, sections, published } = raw
  return {
    ...localized({ title, introduction }, localize),
    ...(sections === undefined ? {} : { sections: sections.map(section => readSection(section, localize)) }),
    ...(published === undefined ? {} : { published: readPublished(published, localize) }),
  }
}

function readSection(
  { title, text, sentences, ...rest }: NonNullable<RawArticle['sections']>[number],
  localize: Localize,
): ArticleSection {
  return {
    ...rest,
    title: localize(title),
    ...localized({ text }, localize),
    ...(sentences === undefined
      ? {}
      : {
          sentences: sentences.map(
            ({ text, ...cell }): ArticleSentence => ({ ...cell, ...localized({ text }, localize) }),
          ),
        }),
  }
}

function readPublished(
  { source, figures }: NonNullable<RawArticle['published']>,
  localize: Localize,
): PublishedFigures {
  const { title, licence, ...rest } = source
  return {
    source: { ...rest, title: localize(title), ...localized({ licence }, localize) },
    figures: figures.map(
      ({ reason, approximate, ...figure }): PublishedFigure => ({
        ...figure,
        ...(approximate === undefined ? {} : { isApproximate: approximate }),
        ...localized({ reason }, localize),
      }),
    ),
  }
}

/** Those of some texts that are given. */
function localized<Name extends string>(
  texts: Readonly<Record<Name, RawLocalized | undefined>>,
  localize: Localize,
): Partial<Record<Name, GivenText>> {
  const given = Object.entries<RawLocalized | undefined>(texts).flatMap(([name, text]) =>
    text === undefined ? [] : [[name, localize(text)]],
  )
  return Object.fromEntries(given) as Partial<Record<Name, GivenText>>
}

/** Holds the names that an article uses against what there is. */
export function checkArticle(
  { sections = [], published }: RawArticle,
  { tables, comparisons }: ArticleNames,
): Problem[] {
  const problems: Problem[] = []
  const check = (known: readonly string[], name: string, path: readonly string[], what: string) =>
    problems.push(...checkKnown(known, name, path, what))
  const ids = [...tables.keys()]
  const shown = [...ids, ...comparisons.keys()]
  /** A cell has a code for each dimension of its table that has several values, and for no other. */
  const checkCell = ({ statistic, at = {} }: RawCell, path: readonly string[]) => {
    const dimensions = tables.get(statistic)
    if (!dimensions) {
      check(ids, statistic, [...path, 'statistic'], 'statistic')
      return
    }
    for (const name of Object.keys(at))
      check(dimensions, name, [...path, 'at', name], 'dimension of this statistic')
    const lacking = dimensions.filter(name => name !== PARTICIPATION && !Object.hasOwn(at, name))
    if (lacking.length > 0) {
      problems.push({
        path,
        message: `"at" has to say which ${lacking.join(' and ')}: a figure is that of one cell of "${statistic}"`,
      })
    }
  }
  for (const [index, { text, statistics = [], at = {}, sentences = [] }] of sections.entries()) {
    const path = ['article', 'sections', String(index)]
    if (text === undefined && statistics.length === 0 && sentences.length === 0)
      problems.push({
        path,
        message: 'there is nothing in this section; give it a "text", "statistics" or "sentences"',
      })
    for (const [place, id] of statistics.entries())
      check(shown, id, [...path, 'statistics', String(place)], 'statistic')
    const dimensions = statistics.flatMap(id => tables.get(id) ?? comparisons.get(id)?.dimensions ?? [])
    for (const name of Object.keys(at))
      check(dimensions, name, [...path, 'at', name], 'dimension of these statistics')
    for (const [place, sentence] of sentences.entries()) {
      const here = [...path, 'sentences', String(place)]
      checkCell(sentence, here)
      problems.push(...checkPlaceholders(sentence.text, [...here, 'text']))
    }
  }
  for (const [index, figure] of (published?.figures ?? []).entries()) {
    const path = ['article', 'published', 'figures', String(index)]
    if (figure.measure === 'values') check(ids, figure.statistic, [...path, 'statistic'], 'statistic')
    else checkCell(figure, path)
  }
  return problems
}

type RawCell = Readonly<{ statistic: string; at?: Readonly<Record<string, string>> }>

function checkPlaceholders(text: RawLocalized | undefined, path: readonly string[]): Problem[] {
  const texts = typeof text === 'string' ? [text] : Object.values(text ?? {})
  const names = texts.flatMap(one => [...one.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name!))
  return names.flatMap(name => checkKnown(PLACEHOLDERS, name, path, 'figure'))
}
