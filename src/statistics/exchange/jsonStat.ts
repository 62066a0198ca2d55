import { type Language, type LocalizedText, StatisticsError } from '../../errors.ts'
import { knownLanguage } from '../language.ts'
import type { DimensionValue, Measure, Table } from '../statistic.ts'
import { toTableNotes } from '../words/note.ts'
import type { SentenceOptions } from '../words/voice.ts'
import { WORDING, type Wording } from '../words/wording.ts'
import { type Cells, cellsOf } from './cells.ts'
import { type DescribedDimension, type DimensionDescriptions, describeDimension } from './dimensions.ts'
import { describeMeasure, figureOf, isWhole, measureLabel, measuresWithFigures } from './measures.ts'

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

type Status = 'c' | 'e' | 'z'
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
   * By place: `c` where a figure is kept back, `z` where there is none, `e` where it is only known as about so much, as
   * the codes of SDMX and Eurostat have it.
   */
  readonly status?: Readonly<Record<string, Status>>
  readonly extension: {
    /** What the statuses that occur mean. */
    readonly status?: { readonly label: Readonly<Record<string, string>> }
    /** Per dimension, which categories are no values of it: `missing` or `other`. */
    readonly role?: Readonly<Record<string, Readonly<Record<string, Role>>>>
    /** SPARQL text that gives the figures. */
    readonly query: string
  }
}

const MEASURES: LocalizedText = { fr: 'Mesure', en: 'Measure' }
const RESPONSES: LocalizedText = { fr: 'réponses', en: 'responses' }
const WEIGHTS: Readonly<Record<Language, (field: string) => string>> = {
  fr: field => `poids\u00a0: ${field}`,
  en: field => `weight: ${field}`,
}
const STATUSES: Readonly<Record<Status, LocalizedText>> = {
  c: { fr: 'secret statistique', en: 'confidential' },
  e: { fr: 'valeur approchée', en: 'approximate' },
  z: { fr: 'sans objet', en: 'not applicable' },
}

/**
 * A table as a JSON-stat 2.0 dataset. The measures are a dimension with the role `metric`, the last one; those without
 * any figure are left out.
 *
 * @param language of what people read in it
 * @throws {StatisticsError} where the language is neither French nor English, a cell stands twice, or the table spans more
 *   cells than can be numbered
 */
export function toJsonStat(
  table: Table,
  language: Language,
  { source, updated, href, dimensions: descriptions, wording }: JsonStatOptions = {},
): JsonStatDataset {
  knownLanguage(language)
  const cells = cellsOf(table)
  const dimensions = table.dimensions.map(name => describeDimension(name, descriptions))
  const measures = measuresWithFigures(table)
  const metric = distinctName('measure', new Set(table.dimensions))
  const categoryIds = cells.categories.map(identify)
  const size = [...categoryIds.map(ids => ids.length), measures.length]
  const { value, status, statuses } = fill(table, cells, measures, size)
  const spoken = {
    language,
    ...(descriptions && { dimensions: descriptions }),
    ...(wording && { wording }),
  }
  const notes = toTableNotes(table, spoken)
  const geo = dimensions.filter(({ isTerritory }) => isTerritory).map(({ name }) => name)
  const roles = rolesOf(dimensions, cells, categoryIds)
  return {
    version: '2.0',
    class: 'dataset',
    label: table.title[language],
    ...(href !== undefined && { href }),
    ...(source !== undefined && { source }),
    ...(updated !== undefined && { updated }),
    ...(notes.length > 0 && { note: notes }),
    id: [...table.dimensions, metric],
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
      [metric, describeMetric(table, measures, spoken)],
    ]),
    value,
    ...(statuses.length > 0 && { status }),
    extension: {
      ...(statuses.length > 0 && {
        status: { label: Object.fromEntries(statuses.map(code => [code, STATUSES[code][language]])) },
      }),
      ...(roles.length > 0 && { role: Object.fromEntries(roles) }),
      query: table.query,
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

function describeMetric(
  table: Table,
  measures: readonly Measure[],
  spoken: SentenceOptions & { readonly language: Language },
): JsonStatDimension {
  const { language, dimensions } = spoken
  const descriptions = measures.map(measure => [measure, describeMeasure(measure)] as const)
  const units = descriptions.flatMap(([measure, { kind }]): [string, JsonStatUnit][] => {
    if (kind === 'percentage') return [[measure, { decimals: 4, symbol: '%', position: 'end' }]]
    if (kind === 'count') {
      const label = unitOf(table, measure, spoken)
      return [[measure, { ...(isWhole(table, measure) && { decimals: 0 }), label }]]
    }
    return isWhole(table, measure) ? [[measure, { decimals: 0 }]] : []
  })
  return {
    label: MEASURES[language],
    category: {
      index: measures,
      label: Object.fromEntries(
        measures.map(measure => [measure, measureLabel(measure, table, dimensions)[language]]),
      ),
      ...(units.length > 0 && { unit: Object.fromEntries(units) }),
    },
  }
}

function fill(
  { id, observations }: Table,
  { positions }: Cells,
  measures: readonly Measure[],
  size: readonly number[],
) {
  const total = size.reduce((product, length) => product * length, 1)
  if (!Number.isSafeInteger(total)) {
    throw new StatisticsError(`the table "${id}" spans ${size.join(' × ')} cells, more than can be numbered`)
  }
  const figures: [number, number][] = []
  const status: Record<string, Status> = {}
  for (const [index, observation] of observations.entries()) {
    const cell = positions[index]!.reduce((place, position, axis) => place * size[axis]! + position, 0)
    for (const [axis, measure] of measures.entries()) {
      const place = cell * measures.length + axis
      const figure = figureOf(observation, measure)
      if (figure !== null) {
        figures.push([place, figure])
        if (observation.isApproximate) status[place] = 'e'
      } else status[place] = observation.isSuppressed ? 'c' : 'z'
    }
  }
  const present = new Set(Object.values(status))
  const statuses = (['c', 'e', 'z'] as const).filter(code => present.has(code))
  const isDense = total <= 2 * figures.length
  const value: JsonStatDataset['value'] = isDense ? dense(figures, total) : Object.fromEntries(figures)
  return { value, status, statuses }
}

function dense(figures: readonly (readonly [number, number])[], total: number): (number | null)[] {
  const value = new Array<number | null>(total).fill(null)
  for (const [place, figure] of figures) value[place] = figure
  return value
}

/** What counts are numbers of. Those who gave a number are not weighed. */
function unitOf(
  { unit, weight, counted }: Table,
  measure: Measure,
  { language, dimensions, wording = WORDING }: SentenceOptions & { readonly language: Language },
): string {
  if (unit) return unit[language]
  if (weight !== undefined && measure !== 'valid')
    return WEIGHTS[language](describeDimension(weight, dimensions).label[language])
  return counted === 'responses' ? RESPONSES[language] : wording[language].actors.many
}
