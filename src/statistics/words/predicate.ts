import { parseTerritoryIri } from '../../vocabulary/territories.ts'
import type { DimensionValue } from '../statistic.ts'
import type { Denial } from './grammar.ts'
import { type Agreement, ANY, fill, type Slots, textOf } from './template.ts'
import { dimensionLabel, quotable, type Voice, wordingOf } from './voice.ts'
import type { DimensionWording, Noun, Template, ValueWording } from './wording.ts'

/** What is said of those who have a value. */
export interface Predicate {
  /** `{est|sont} …`; and the words for it where nobody is, not yet denied. */
  readonly is: Template
  readonly isNot: Template
  readonly slots: Slots
  /** What they are called, where there is a word for it. */
  readonly noun?: Noun
  /** Whether anything but its label says what the value means. */
  readonly isWorded: boolean
}

/**
 * What is said of those who have a value of a dimension.
 *
 * @param isInFull whether it has to say of which dimension the value is
 */
export function predicateOf(
  voice: Voice,
  dimension: string,
  value: DimensionValue,
  isInFull: boolean,
): Predicate {
  const wording = wordingOf(voice, dimension)
  const label = labelOf(voice, dimension, value)
  const slots = { label, dimension: dimensionLabel(voice, dimension), place: placeOf(voice, value, label) }
  if (value.role) {
    const is = value.role === 'missing' ? wording.unknown : wording.other
    return { is, isNot: is, slots, isWorded: true }
  }
  const own = ownWording(wording, value)
  const is = own?.is ?? (own?.noun && voice.grammar.be(own.noun))
  if (is !== undefined) {
    return { is, isNot: own?.isNot ?? is, slots, isWorded: true, ...(own?.noun && { noun: own.noun }) }
  }
  const has = isInFull ? wording.hasInFull : wording.has
  return { is: has, isNot: wording.hasNot ?? has, slots, isWorded: wording.isWorded }
}

/** A predicate as text. */
export function say({ is, slots }: Predicate, agreement: Agreement): string {
  return textOf(fill(is, slots, agreement))
}

/** A predicate that is denied, as text. */
export function deny(
  voice: Voice,
  { isNot, slots }: Predicate,
  denial: Denial,
  agreement: Agreement,
): string {
  return textOf(fill(voice.grammar.deny(isNot, denial), slots, agreement))
}

/** The label of a value, ready to be quoted; of truth values and of rows that are no value in the language spoken. */
export function labelOf(voice: Voice, dimension: string, { code, label, role }: DimensionValue): string {
  const { roles, booleans } = voice.phrases
  if (role) return roles[role]
  const { descriptions } = voice
  const isTruth = Object.hasOwn(descriptions, dimension) && descriptions[dimension]?.datatype === 'boolean'
  if (isTruth && (code === 'true' || code === 'false')) return booleans[code]
  return quotable(voice, label)
}

/** A place with its preposition. */
function placeOf(
  { words: { places }, grammar }: Voice,
  { iri = '', code }: DimensionValue,
  label: string,
): string {
  const level = parseTerritoryIri(iri)?.level
  const keys = level === undefined ? [] : [`${level}-${code} ${label}`, `${level}-${code}`, level]
  const key = keys.find(one => Object.hasOwn(places, one))
  return key === undefined ? grammar.inPlace(label) : textOf(fill(places[key]!, { label }, ANY))
}

function ownWording(
  { values = {} }: DimensionWording,
  { code, iri }: DimensionValue,
): ValueWording | undefined {
  const key = [code, iri].find(one => one !== undefined && Object.hasOwn(values, one))
  const own = key === undefined ? undefined : values[key]
  return typeof own === 'string' ? { is: own } : own
}
