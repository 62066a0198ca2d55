import { type GivenText, type Language, StatisticsError, toLocalizedText } from '../../errors.ts'
import { type CubePlace, checkPlace } from '../cube/cubeIris.ts'
import type { Observation, Table } from '../statistic.ts'
import { notesOf } from './notes.ts'
import { compilePublishedShares } from './publishedQuery.ts'
import type { PublishedShare, PublishedShares } from './publishedShares.ts'

/** Where the table is published, and for whom. */
export interface PublishedTableOptions extends CubePlace {
  /** Of the labels. Default: `fr`. */
  readonly language?: Language
}

/**
 * Published shares as a table, the greatest first: its only figures are shares, of `unit`; counts and bases are not
 * known, and `null`. It is as it was published, so its query asks the cube of the table itself, as the release has it
 * (`statistics/{id}.ttl`).
 *
 * @throws {StatisticsError} where a share is none, a code stands twice, or the cube can have no place
 */
export function publishedTable(published: PublishedShares, options: PublishedTableOptions): Table {
  checkPlace(options)
  const { id, title, dimension, shareOf, shares, source, chart } = published
  const { language = 'fr' } = options
  checkShares(id, shares)
  const total = shares.reduce((sum, { share }) => sum + share, 0)
  const isMultiValued = published.isMultiValued ?? total > 100
  return {
    id,
    title: toLocalizedText(title),
    dimensions: [dimension.name],
    ...(isMultiValued ? { isMultiValued } : {}),
    ...(chart === undefined ? {} : { chart }),
    unit: toLocalizedText(shareOf),
    derivedFrom: source?.url === undefined ? [] : [source.url],
    notes: notesOf(published),
    measures: ['share'],
    observations: [...shares].sort(byShare).map(share => toObservation(share, dimension.scheme, language)),
    query: compilePublishedShares(published, options),
  }
}

/** The label of each concept that published shares have a value for, by its IRI. */
export function publishedLabels({ dimension, shares }: PublishedShares): ReadonlyMap<string, GivenText> {
  return new Map(shares.map(({ code, label }) => [conceptIri(dimension.scheme, code), label]))
}

function toObservation(
  { code, label, share, isApproximate }: PublishedShare,
  scheme: string,
  language: Language,
): Observation {
  return {
    values: [{ code, label: toLocalizedText(label)[language], iri: conceptIri(scheme, code) }],
    n: null,
    base: null,
    missing: null,
    share,
    ...(isApproximate ? { isApproximate } : {}),
  }
}

function conceptIri(scheme: string, code: string): string {
  return `${scheme}/${encodeURIComponent(code.toWellFormed())}`
}

/** As the query orders them. */
function byShare(a: PublishedShare, b: PublishedShare): number {
  return b.share - a.share || (a.code < b.code ? -1 : 1)
}

function checkShares(id: string, shares: readonly PublishedShare[]): void {
  const codes = new Set<string>()
  for (const { code, share } of shares) {
    if (codes.has(code))
      throw new StatisticsError(`the published results "${id}" have the code "${code}" twice`)
    codes.add(code)
    if (!(share >= 0 && share <= 100) || Number(share.toFixed(4)) !== share) {
      throw new StatisticsError(
        `the published results "${id}" give "${code}" the share ${share}; it should be a percentage, with four decimals at most`,
      )
    }
  }
}
