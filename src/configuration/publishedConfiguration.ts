import type { GivenText } from '../errors.ts'
import type { PublishedShares } from '../statistics/published/publishedShares.ts'
import type { ChartDefinition } from '../statistics/statistic.ts'
import type { OwnSchemeDefinition } from './configuration.ts'
import type { Problem } from './problem.ts'
import type { RawLocalized } from './rawConfiguration.ts'

/** Results that others aggregated, as they stand in the file. */
export interface RawPublished {
  readonly title: RawLocalized
  readonly label?: RawLocalized
  readonly shareOf: RawLocalized
  readonly shares: Readonly<Record<string, RawShare>>
  readonly multiple?: boolean
  readonly source?: { readonly title: RawLocalized; readonly url?: string }
  readonly note?: RawLocalized
  readonly chart?: ChartDefinition
}

interface RawShare {
  readonly label: RawLocalized
  readonly share: number
  readonly approximate?: boolean
  readonly wording?: string
}

/** What such results are read of: the table of a survey by its name. */
type RawTables = Readonly<Record<string, RawPublished>> | undefined

type Localize = (text: RawLocalized) => GivenText

/** The published results of a survey; each is a table, named after the survey and itself. */
export function readPublished(
  survey: string,
  tables: RawTables,
  base: string,
  localize: Localize,
): PublishedShares[] {
  return Object.entries(tables ?? {}).map(([name, raw]) => {
    const id = tableId(survey, name)
    return {
      id,
      title: localize(raw.title),
      dimension: {
        name: dimensionName(id),
        ...(raw.label === undefined ? {} : { label: localize(raw.label) }),
        scheme: `${base}/def/${id}`,
      },
      shareOf: localize(raw.shareOf),
      shares: Object.entries(raw.shares).map(([code, { label, share, approximate, wording }]) => ({
        code,
        label: localize(label),
        share,
        ...(approximate ? { isApproximate: true } : {}),
        ...(wording === undefined ? {} : { wording }),
      })),
      ...(raw.multiple === undefined ? {} : { isMultiValued: raw.multiple }),
      ...(raw.source === undefined ? {} : { source: { ...raw.source, title: localize(raw.source.title) } }),
      ...(raw.note === undefined ? {} : { note: localize(raw.note) }),
      ...(raw.chart === undefined ? {} : { chart: raw.chart }),
    }
  })
}

/** The schemes of the values that published results have shares of. */
export function readPublishedSchemes(
  survey: string,
  tables: RawTables,
  localize: Localize,
): OwnSchemeDefinition[] {
  return Object.entries(tables ?? {}).map(([name, { title, label, shares }]) => ({
    name: tableId(survey, name),
    title: localize(label ?? title),
    concepts: Object.entries(shares).map(([notation, share]) => ({
      notation,
      label: localize(share.label),
      alternatives: [],
      organisationClasses: [],
    })),
  }))
}

/**
 * Holds the names of published results against those of what else there is: tables are files, schemes have an IRI, and
 * dimensions a property.
 *
 * @param taken ids of other tables, names of schemes and of dimensions
 */
export function checkPublished(
  survey: string,
  published: readonly PublishedShares[],
  taken: {
    readonly tables: readonly string[]
    readonly schemes: readonly string[]
    readonly dimensions: readonly string[]
  },
): Problem[] {
  const dimensions = new Set(taken.dimensions)
  return published.flatMap(({ id, dimension, shares }) => {
    const path = ['surveys', survey, 'published', id.slice(survey.length + 1)]
    const long = shares.find(({ share }) => Number(share.toFixed(4)) !== share)
    if (long) {
      const message = `the share ${long.share} has more than four decimals; give it as it was published`
      return [{ path: [...path, 'shares', long.code, 'share'], message }]
    }
    const say = (what: string) => [
      { path, message: `it would be ${what}, which there is already; rename one of the two` },
    ]
    if (taken.tables.includes(id)) return say(`the table "${id}"`)
    if (taken.schemes.filter(name => name === id).length > 1) return say(`the scheme "${id}"`)
    if (dimensions.has(dimension.name)) return say(`the dimension "${dimension.name}"`)
    dimensions.add(dimension.name)
    return []
  })
}

function tableId(survey: string, name: string): string {
  return `${survey}-${name}`
}

/** `emailing-2010-uses` → `emailing2010Uses`: a variable of SPARQL, and the name of a property. */
function dimensionName(id: string): string {
  return id.replace(/-+([a-z0-9]?)/g, (_, next: string) => next.toUpperCase())
}
