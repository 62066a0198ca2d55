import { isHttpIri } from '../../actor/httpIri.ts'
import { StatisticsError } from '../../errors.ts'
import { PREFIXES } from '../../vocabulary/namespaces.ts'
import { quantileOf } from '../exchange/measures.ts'
import type { DimensionValue, Measure, Table } from '../statistic.ts'

/** Where the cubes of a release live. */
export interface CubePlace {
  /** IRI of the directory, without a final slash. */
  readonly base: string
  /** Day of the release, `YYYY-MM-DD`. */
  readonly date: string
}

/** Measures that the shipped ontology has. */
const SHIPPED: ReadonlySet<Measure> = new Set([
  'n',
  'base',
  'missing',
  'share',
  'cumulativeShare',
  'lower',
  'upper',
  'valid',
  'mean',
  'median',
  'sum',
  'min',
  'max',
] as const)

/** `{base}/id/statistique/{date}/{table}`: what all of a cube’s own IRIs begin with. */
export function cubeRoot({ base, date }: CubePlace, { id }: Pick<Table, 'id'>): string {
  return `${base}/id/statistique/${date}/${encode(id)}`
}

/** `{base}/releases/{date}/statistics/{name}.rq`: the text of a query in a release. */
export function queryIri({ base, date }: CubePlace, name: string): string {
  return `${base}/releases/${date}/statistics/${encodeURIComponent(name)}.rq`
}

/**
 * @throws {StatisticsError} where nothing can live there
 */
export function checkPlace({ base, date }: CubePlace): void {
  if (!isHttpIri(base) || /[/#?]$|#/.test(base)) {
    throw new StatisticsError(`the base of cubes is "${base}"; give an http(s) IRI without a final slash`)
  }
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) {
    throw new StatisticsError(`the date of a cube is "${date}"; write a day as YYYY-MM-DD`)
  }
}

/**
 * The property of a dimension. The cubes of a directory share it, from one release to the next.
 *
 * @throws {StatisticsError} where the name of the dimension cannot be the local name of a property in every RDF format
 */
export function dimensionIri(base: string, dimension: string): string {
  if (!/^[A-Za-z][\w-]*$/.test(dimension)) {
    throw new StatisticsError(
      `the dimension "${dimension}" can be no property: its name should begin with a letter, and have letters and digits`,
    )
  }
  return `${base}/def/statistique#${dimension}`
}

/** The scheme of all values that the cubes of a directory have in a dimension. */
export function codeListIri(base: string, dimension: string): string {
  return `${dimensionIri(base, dimension)}-codes`
}

/** The property of a measure: of the shipped ontology, or, as for quantiles, of the directory’s own. */
export function measureIri(base: string, measure: Measure): string {
  return SHIPPED.has(measure)
    ? PREFIXES.annuaire + measure
    : `${base}/def/statistique#${measure.replace('.', '-')}`
}

/** Whether a measure is a quantile, a subproperty of annuaire:quantile. */
export function isQuantile(measure: Measure): boolean {
  return quantileOf(measure) !== undefined
}

/** `{root}/{dimension}={code};…`: the cell by its values, in the order of the dimensions. */
export function observationIri(
  root: string,
  dimensions: readonly string[],
  values: readonly DimensionValue[],
): string {
  // What is no value has a colon, so that no code is taken for it.
  const parts = values.map(({ role, code }, index) =>
    role === undefined ? `${dimensions[index]}=${encode(code)}` : `${dimensions[index]}:${role}`,
  )
  return `${root}/${parts.join(';') || 'total'}`
}

/**
 * The same as a URI template (RFC 6570).
 *
 * @param variables that hold the codes, by dimension
 */
export function observationTemplate(
  place: CubePlace,
  { id, dimensions }: Pick<Table, 'id' | 'dimensions'>,
  variables: readonly string[],
): string {
  const parts = dimensions.map((name, index) => `${name}={${variables[index]}}`)
  return `${cubeRoot(place, { id })}/${parts.join(';') || 'total'}`
}

/** Percent-encodes all but unreserved characters (RFC 3986 §2.3), as the simple expansion of a URI template does. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /[!'()*]/g,
    character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
