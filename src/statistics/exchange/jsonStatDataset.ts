import { type Language, type LocalizedText, StatisticsError } from '../../errors.ts'
import { knownLanguage } from '../language.ts'
import type { DimensionValue } from '../statistic.ts'
import type { Wording } from '../words/wording.ts'
import type { Cells } from './cells.ts'
import { type DescribedDimension, type DimensionDescriptions, describeDimension } from './dimensions.ts'

/** What a table does not say of itself. */
export interface JsonStatOptions {
  /** Who made the figures. Default: not said. */
  readonly source?: string
  /** Day of the figures, `YYYY-MM-DD`. Default: not said. */
  readonly updated?: string
  /** Address of the dataset. Default: not said. */
  readonly href?: string
  /** Default: those of the built-in dimensions. */
  readonly dimensions?: DimensionDescriptions
  /** Of the notes, and of what is counted. Default: the shipped one. */
  readonly wording?: Wording
}

/** Why there is no figure, or what it is: codes of SDMX and Eurostat. */
export type JsonStatStatus = 'c' | 'e' | 'k' | 'o' | 'z'
type Role = NonNullable<DimensionValue['role']>

/** The unit of a measure (https://json-stat.org/full/#unit). */
export interface JsonStatUnit {
  /** Digits after the decimal point. */
  readonly decimals?: number
  readonly label?: string
  readonly symbol?: string
  readonly position?: 'start' | 'end'
}

/** A dimension, and its values in their order (https://json-stat.org/full/#dimension). */
export interface JsonStatDimension {
  readonly label: string
  readonly category: {
    readonly index: readonly string[]
    readonly label: Readonly<Record<string, string>>
    readonly unit?: Readonly<Record<string, JsonStatUnit>>
  }
  readonly note?: readonly string[]
}

/** A dataset (https://json-stat.org/full/), as plain JSON. */
export interface JsonStatDataset {
  readonly version: '2.0'
  readonly class: 'dataset'
  readonly label: string
  readonly href?: string
  readonly source?: string
  readonly updated?: string
  readonly note?: readonly string[]
  /** The dimensions of the table, then that of its measures. */
  readonly id: readonly string[]
  readonly size: readonly number[]
  readonly role: { readonly metric: readonly string[]; readonly geo?: readonly string[] }
  readonly dimension: Readonly<Record<string, JsonStatDimension>>
  /** All cells, the last dimension running first; where most are empty, those that are not, by their places. */
  readonly value: readonly (number | null)[] | Readonly<Record<string, number>>
  /**
   * By place: `c` where a figure is kept back, `k` where it is told together with others, `o` where it is not known, `z`
   * where there is none, `e` where it is only known as about so much, as the codes of SDMX and Eurostat have it.
   */
  readonly status?: Readonly<Record<string, JsonStatStatus>>
  readonly extension: {
    /** What the statuses that occur mean. */
    readonly status?: { readonly label: Readonly<Record<string, string>> }
    /** Per dimension, which categories are no values of it: `missing` or `other`. */
    readonly role?: Readonly<Record<string, Readonly<Record<string, Role>>>>
    /** SPARQL text that gives the figures; of a comparison, those of its own side. */
    readonly query: string
    /** Of a comparison, the text that gives the figures of its other side. */
    readonly otherQuery?: string
  }
}

/** A measure as a category of the dimension of measures. */
export interface JsonStatMeasure {
  readonly id: string
  readonly label: string
  readonly unit?: JsonStatUnit | undefined
}

/** A figure of a cell, and what is to be known of it: one of them, or both. */
export interface JsonStatFigure {
  readonly figure: number | null
  readonly status?: JsonStatStatus | undefined
}

/** What a dataset is made of. */
export interface JsonStatContents extends Omit<JsonStatOptions, 'dimensions' | 'wording'> {
  /** As errors name it. */
  readonly id: string
  readonly language: Language
  readonly title: LocalizedText
  readonly notes: readonly string[]
  readonly dimensions: readonly string[]
  readonly descriptions: DimensionDescriptions | undefined
  readonly cells: Cells
  readonly measures: readonly JsonStatMeasure[]
  /** The figure of a cell, by their places. */
  readonly read: (cell: number, measure: number) => JsonStatFigure
  readonly queries: Pick<JsonStatDataset['extension'], 'query' | 'otherQuery'>
}

const MEASURES: LocalizedText = { fr: 'Mesure', en: 'Measure' }
const STATUSES: Readonly<Record<JsonStatStatus, LocalizedText>> = {
  c: { fr: 'secret statistique', en: 'confidential' },
  e: { fr: 'valeur approchée', en: 'approximate' },
  k: { fr: 'compris dans une autre catégorie', en: 'included in another category' },
  o: { fr: 'inconnu', en: 'not known' },
  z: { fr: 'sans objet', en: 'not applicable' },
}
const CODES = Object.keys(STATUSES) as JsonStatStatus[]

/**
 * A dataset of cells and their measures; these are a dimension with the role `metric`, the last one.
 *
 * @throws {StatisticsError} where the language is neither French nor English, or more cells are spanned than can be
 *   numbered
 */
export function jsonStatDataset(contents: JsonStatContents): JsonStatDataset {
  const { language, title, href, source, updated, notes, cells, measures, queries } = contents
  knownLanguage(language)
  const dimensions = contents.dimensions.map(name => describeDimension(name, contents.descriptions))
  const metric = distinctName('measure', new Set(contents.dimensions))
  const categoryIds = cells.categories.map(identify)
  const size = [...categoryIds.map(ids => ids.length), measures.length]
  const { value, status, statuses } = fill(contents, size)
  const geo = dimensions.filter(({ isTerritory }) => isTerritory).map(({ name }) => name)
  const roles = rolesOf(dimensions, cells, categoryIds)
  return {
    version: '2.0',
    class: 'dataset',
    label: title[language],
    ...(href !== undefined && { href }),
    ...(source !== undefined && { source }),
    ...(updated !== undefined && { updated }),
    ...(notes.length > 0 && { note: notes }),
    id: [...contents.dimensions, metric],
    size,
    role: { metric: [metric], ...(geo.length > 0 && { geo }) },
    // Whatever its name is, a property made so is one of the object’s own.
    dimension: Object.fromEntries([
      ...dimensions.map(({ name, label }, index) => [
        name,
        {
          label: label[language],
          category: {
            index: categoryIds[index]!,
            label: labelsOf(categoryIds[index]!, cells.categories[index]!),
          },
        },
      ]),
      [metric, describeMetric(measures, language)],
    ]),
    value,
    ...(statuses.length > 0 && { status }),
    extension: {
      ...(statuses.length > 0 && {
        status: { label: Object.fromEntries(statuses.map(code => [code, STATUSES[code][language]])) },
      }),
      ...(roles.length > 0 && { role: Object.fromEntries(roles) }),
      ...queries,
    },
  }
}

/** An identifier per value: its code. What is no value gives way where a value has the code that it would have. */
function identify(values: readonly DimensionValue[]): readonly string[] {
  const taken = new Set(values.flatMap(({ role, code }) => (role ? [] : [code])))
  return values.map(({ role, code }) => {
    if (!role) return code
    const id = distinctName(code, taken)
    taken.add(id)
    return id
  })
}

function distinctName(name: string, taken: ReadonlySet<string>): string {
  let distinct = name
  while (taken.has(distinct)) distinct += '_'
  return distinct
}

function labelsOf(ids: readonly string[], values: readonly DimensionValue[]): Record<string, string> {
  return Object.fromEntries(ids.map((id, index) => [id, values[index]!.label]))
}

function rolesOf(
  dimensions: readonly DescribedDimension[],
  { categories }: Cells,
  ids: readonly (readonly string[])[],
): [string, Record<string, Role>][] {
  return dimensions.flatMap(({ name }, index) => {
    const roles = categories[index]!.flatMap(({ role }, place): [string, Role][] =>
      role ? [[ids[index]![place]!, role]] : [],
    )
    return roles.length > 0 ? [[name, Object.fromEntries(roles)] as [string, Record<string, Role>]] : []
  })
}

function describeMetric(measures: readonly JsonStatMeasure[], language: Language): JsonStatDimension {
  const units = measures.flatMap(({ id, unit }) => (unit ? [[id, unit] as const] : []))
  return {
    label: MEASURES[language],
    category: {
      index: measures.map(({ id }) => id),
      label: Object.fromEntries(measures.map(({ id, label }) => [id, label])),
      ...(units.length > 0 && { unit: Object.fromEntries(units) }),
    },
  }
}

function fill(
  { id, cells: { positions }, measures, read }: JsonStatContents,
  size: readonly number[],
): Pick<JsonStatDataset, 'value'> & {
  readonly status: Record<string, JsonStatStatus>
  readonly statuses: readonly JsonStatStatus[]
} {
  const total = size.reduce((product, length) => product * length, 1)
  if (!Number.isSafeInteger(total)) {
    throw new StatisticsError(`the table "${id}" spans ${size.join(' × ')} cells, more than can be numbered`)
  }
  const figures: [number, number][] = []
  const statusOf: Record<string, JsonStatStatus> = {}
  for (const [index, position] of positions.entries()) {
    const cell = position.reduce((place, position, axis) => place * size[axis]! + position, 0)
    for (const axis of measures.keys()) {
      const place = cell * measures.length + axis
      const { figure, status } = read(index, axis)
      if (figure !== null) figures.push([place, figure])
      if (status !== undefined) statusOf[place] = status
    }
  }
  const present = new Set(Object.values(statusOf))
  const isDense = total <= 2 * figures.length
  return {
    value: isDense ? dense(figures, total) : Object.fromEntries(figures),
    status: statusOf,
    statuses: CODES.filter(code => present.has(code)),
  }
}

function dense(figures: readonly (readonly [number, number])[], total: number): (number | null)[] {
  const value = new Array<number | null>(total).fill(null)
  for (const [place, figure] of figures) value[place] = figure
  return value
}
