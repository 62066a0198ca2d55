import type { Language } from '../../errors.ts'
import type { DimensionDescriptions } from '../exchange/dimensions.ts'
import type { ChartDefinition, Measure } from '../statistic.ts'
import type { Wording } from '../words/wording.ts'

/** Ways to draw a table. */
export type ChartKind = Exclude<NonNullable<ChartDefinition['kind']>, 'none'>

/** GeoJSON (RFC 7946, §3.3), as far as maps need it: polygons in degrees, WGS 84. */
export interface TerritoryFeatures {
  readonly type: 'FeatureCollection'
  readonly features: readonly {
    readonly properties: Readonly<Record<string, unknown>> | null
    readonly geometry: { readonly type: string } | null
  }[]
}

/** The outlines of territories, for a map. */
export interface ChartGeometry {
  readonly features: TerritoryFeatures
  /** The property of the features that holds the codes of the table’s values. */
  readonly code: string
}

/** How a chart is drawn. */
export interface ChartOptions {
  /** Default: `fr`. */
  readonly language?: Language
  /**
   * Default: what the table asks for. Where it asks for nothing, bars; of two dimensions `stacked` where each actor has
   * one value, else `multiples`.
   */
  readonly kind?: ChartKind
  /** Default: `share`; `n` where there are no shares. */
  readonly measure?: Measure
  /** Of a map. */
  readonly geometry?: ChartGeometry
  /** Pixels, 320 to 4,000. Default: 720. */
  readonly width?: number
  /** Rows and panels drawn at most; the chart says how many are only in the table. Default: 120. */
  readonly limit?: number
  /** How its notes speak. Default: the shipped wording. */
  readonly wording?: Wording
  /** Default: those of the built-in dimensions. */
  readonly dimensions?: DimensionDescriptions
  /** Whether the title is drawn too, where nothing beside the chart says it. Default: true. */
  readonly isTitled?: boolean
  /**
   * Whether it says what has to be known of its table – base, population, where it comes from –, where nothing beside the
   * chart does. What is drawn is said in any case. Default: true.
   */
  readonly isAnnotated?: boolean
  /** What the identifiers in the SVG begin with: a letter, then letters, digits and hyphens. Default: made of the table’s. */
  readonly idPrefix?: string
}
