import type { ArticleWords } from './words.ts'

/** To how many decimals, where that is said without a number. */
const PLACES: Readonly<Record<string, string>> = { 0: 'to whole numbers', 1: 'to one decimal' }

/** The words of an article in English. */
export const ENGLISH_WORDS: ArticleWords = {
  title: directory => `First results: ${directory}`,
  about: publisher => `This directory is published by ${publisher}.`,
  size: (counted, day) => `The directory has ${counted}, as of ${day}.`,
  one: noun => `one ${noun}`,
  skip: 'Skip to content',
  contents: 'Contents',
  kept: 'not published',
  answered: (share, base, whole) => `Answer known: ${share} (${base} of ${whole}).`,
  queries: 'Queries: ',
  queryOf: { base: 'base', missing: 'no answer', table: 'table' },
  moreRows: (shown, all) => `The first ${shown} rows of ${all}; the query of the table gives all of them.`,
  noFigures: title => `The table “${title}” has no row.`,
  keptRows: (count, names) =>
    `${count} rows, of which nothing is published (statistical confidentiality): ${names}.`,
  keptAll: 'Nothing of it is published (statistical confidentiality).',
  keptMore: count => `; and ${count} more`,
  chartOf: title => `Chart: ${title}`,
  chartFile: 'This chart as SVG',
  of: (n, base) => `${n} of ${base}`,

  method: 'How to read these figures',
  methodBase: others =>
    `${others ? 'Except in the tables named below, shares' : 'Shares'} are of those who answered: their base counts each of them once, and is never the sum of the answers.`,
  methodCrossed:
    'A table that crosses two dimensions has a base for each value of one of them, which is named below the table: the number of those who have this value and a known one of the other dimension.',
  methodPopulation: tables =>
    tables === undefined
      ? 'Shares are of the whole population: those who did not answer count in their base, each once.'
      : `In the following tables shares are of the whole population, and those who did not answer count in their base: ${tables}.`,
  methodTotals: 'The share of a population is of the whole directory or, for a survey, of all responses.',
  methodRates:
    'A response rate is a share of those to whom the survey was sent, whether they answered or not.',
  methodMissing: 'The number of those who did not answer is given where there are some (“no answer”).',
  methodRounding: ({ decimals, truncates, tables, others }) => {
    const places = PLACES[decimals] ?? `to ${decimals} decimals`
    const how = truncates ? `truncated ${places}` : `rounded ${places}, halves up`
    return tables === undefined
      ? `${others ? 'Except in the tables named below, shares' : 'Shares'} are ${how}, from the counts where these are known.`
      : `In the following tables they are ${how}: ${tables}.`
  },
  methodSeveral:
    'Where several answers are possible, an actor counts once in each of its own: the shares may sum past 100%.',
  methodSuppressed:
    'Figures that are too small to be shown without pointing at somebody, and those that would give them away, are not published; they are marked as such.',
  methodWeighted:
    'Where counts are weighted, they are sums of weights and no numbers of actors; the query of a figure gives the actors and their weights.',
  methodQueries:
    'In the page, each number that is a link leads to a SPARQL query that lists whom it counts, one a row: no more, and no fewer. No server is needed. From the folder of this page:',
  methodQueriesOf:
    'In the page, each number that is a link leads to a SPARQL query that lists whom it counts, one a row: no more, and no fewer. No server is needed. From the folder of this page, where DIRECTORY is that of the directory or of one of its releases:',
  methodTableQueries: 'The query of a whole table, to which zeros lead too, is run in the same way.',
  methodResponses:
    'The responses to surveys are not published: their numbers lead to the query of the table, which tells how they were counted, and which only those who hold them can run.',
  methodShares:
    'A table of shares without counts holds results that others aggregated: nobody can count them anew here, and their base is not known. Its numbers lead to the query of the table, which asks the cube of its shares.',
  methodCube: 'For example:',
  methodCubeElsewhere:
    'This cube is in each release of the directory, in the folder “statistics”, named after the table.',
  placeholder: 'DIRECTORY',

  sources: 'Sources and licence',
  sourcesRead: 'Files read',
  source: 'Source',
  file: 'File',
  rows: 'Rows read',
  accepted: 'Used',
  rejected: 'Left out',
  merged: records => `Duplicate records joined to another one: ${records}.`,
  nothingLeftOut: 'No row was left out.',
  leftOut: rows =>
    `Rows left out, because an error makes them unusable or an actor asked for its withdrawal: ${rows}. They count in no figure.`,
  licence: 'Licence: ',
  publisher: 'Published by: ',
  colophon: day => `Data as of ${day}. Page written by annuaire-lod from the tables of the directory alone.`,

  comparedShare: (side, isClause) => (isClause ? `Share of those ${side}` : `Share (${side})`),
  comparedDifference: 'Difference, in percentage points',
  comparedRatio: 'Ratio',
  comparedInterval: 'Difference, 95% interval',
  comparedBounds: (lower, upper) => `${lower} to ${upper}`,
  comparedByChance: 'No difference is greater than what the chance of the draw may explain (95% intervals).',
  withoutIntervals: {
    weighted: 'The differences have no interval: counts are weighted.',
    'no-counts': 'The differences have no interval: counts are not known.',
    overlapping:
      'The differences have no interval: the same are counted on both sides, which so are not independent.',
  },
  comparedQueries: (side, isClause) => (isClause ? `share of those ${side}` : `share (${side})`),
  comparedRows: (shown, all) => `The first ${shown} rows of ${all}.`,
  comparedInReleases: title =>
    `The comparison “${title}” is made with the previous release: it is in each release that has one before it.`,

  published: 'Figures published elsewhere',
  publishedSource: 'Source of the published figures: ',
  publishedBy: (title, author, day) =>
    `${title}${author === undefined ? '' : `, ${author}`}${day === undefined ? '' : `, ${day}`}`,
  publishedCaption: 'Each published figure, beside that of this directory',
  figure: 'Figure',
  printed: 'Published',
  here: 'Here',
  comparison: 'Difference and reason',
  quote: text => `“${text}”`,
  measures: {
    share: 'share',
    n: 'count',
    base: 'base',
    missing: 'no answer',
    rank: 'rank',
    values: 'number of values',
  },
  same: 'The same.',
  truncated: (published, exact) => `Truncated: ${published} for ${exact}.`,
  rounded: (published, exact) => `Rounded: ${published} for ${exact}.`,
  truncatedOrRounded: (published, exact) =>
    `Truncated or rounded, which is the same here: ${published} for ${exact}.`,
  approximate: difference => `Approximate wording: ${difference}.`,
  explained: difference => `Difference: ${difference}.`,
  unexplained: difference => `Difference without a known reason: ${difference}.`,
  unknown: 'Nothing to hold it against: this figure is not in the table, or is not published.',
  points: (difference, magnitude) => `${difference}\u00a0percentage point${magnitude === 1 ? '' : 's'}`,
  tally: {
    same: 'The same',
    digits: 'The same but for truncation or rounding',
    approximate: 'Approximate, and near',
    explained: 'Different, with the reason',
    unexplained: 'Different, without a known reason',
    unknown: 'With nothing to hold them against',
  },
  tallyOf: (figures, count) => `Of ${figures} published ${count === 1 ? 'figure' : 'figures'}:`,
  truncates: shares =>
    `The source truncates its shares: truncation alone explains ${shares} of them, and rounding alone none.`,
  rounds: shares =>
    `The source rounds its shares: rounding alone explains ${shares} of them, and truncation alone none.`,
}
