import { normaliseLabel } from '../../vocabulary/label.ts'
import { parseTerritoryIri } from '../../vocabulary/territories.ts'
import type { Actor } from '../actor.ts'
import type { Position } from './distance.ts'
import { addressWordsOf, isMistyped } from './tokens.ts'

/** Where the seat of an actor is, as it is compared. What is not known is absent. */
export interface Place {
  /** As the record says it. */
  readonly value: string
  /** Its commune, in whichever way it is known; places with the same one are the same. */
  readonly key?: string
  readonly commune?: string
  readonly postcode?: string
  readonly locality?: string
  readonly department?: string
  /** Words of the name of the commune. */
  readonly words: readonly string[]
  /** Words of street and number; absent where they tell nothing within the commune (`Le Bourg`). */
  readonly line?: readonly string[]
  /** The line, as the record says it. */
  readonly lineValue?: string
  readonly location?: Position
}

/** The communes of which the arrondissements have codes of their own (code officiel géographique). */
const CITIES: readonly (readonly [RegExp, string])[] = [
  [/^751\d\d$/, '75056'],
  [/^6938\d$/, '69123'],
  [/^132[01]\d$/, '13055'],
]

/** Reads where the seat of an actor is. */
export function placeOf({ address = {}, location }: Actor): Place {
  const { postcode: written, fullAddress, street } = address
  const territory = address.commune === undefined ? undefined : parseTerritoryIri(address.commune)
  const code = territory?.code ?? address.commune
  const commune = CITIES.find(([pattern]) => code !== undefined && pattern.test(code))?.[1] ?? code
  const postcode = written === undefined || written.trim() === '' ? undefined : written.replace(/\s/g, '')
  const words = localityWords(address.locality ?? '')
  const locality = words.length > 0 ? words.join(' ') : undefined
  const department = departmentOf(address.department, commune, postcode)
  const lineValue = street ?? fullAddress
  const line = lineOf((lineValue ?? '').slice(0, 500), postcode, street === undefined ? words : [])
  const key = commune ?? (locality === undefined ? postcode : `${department ?? ''} ${locality}`)
  return {
    value: [postcode, address.locality ?? commune].filter(part => part !== undefined).join(' '),
    words,
    ...(key === undefined ? {} : { key }),
    ...(commune === undefined ? {} : { commune }),
    ...(postcode === undefined ? {} : { postcode }),
    ...(locality === undefined ? {} : { locality }),
    ...(department === undefined ? {} : { department }),
    ...(line.length < 2 ? {} : { line, lineValue: lineValue! }),
    ...(location && isPosition(location) ? { location } : {}),
  }
}

/** How the communes of two seats compare; `neighbouring` ones have one postcode. */
export type PlaceComparison = 'same' | 'neighbouring' | 'different' | 'unknown'

/** Whether two seats are in one commune; `unknown` where too little is known of one of them. */
export function comparePlaces(a: Place, b: Place): PlaceComparison {
  if (a.commune !== undefined && b.commune !== undefined)
    return a.commune === b.commune ? 'same' : 'different'
  const localities = compareLocalities(a, b)
  const departments = compare(a.department, b.department)
  if (localities === 'same') return departments === 'different' ? 'different' : 'same'
  // One postcode has several communes.
  if (compare(a.postcode, b.postcode) === 'same') return localities === 'unknown' ? 'same' : 'neighbouring'
  return localities === 'different' || departments === 'different' ? 'different' : 'unknown'
}

/** Names of one commune: the same, one within the other (`Nouvion`, `Le Nouvion-en-Thiérache`), or mistyped. */
function compareLocalities(a: Place, b: Place): 'same' | 'different' | 'unknown' {
  if (a.locality === undefined || b.locality === undefined) return 'unknown'
  if (a.locality === b.locality) return 'same'
  if (a.postcode === undefined || a.postcode !== b.postcode) return 'different'
  const within = (short: Place, long: Place) => short.words.every(word => long.words.includes(word))
  return within(a, b) || within(b, a) || isMistyped(a.locality, b.locality) ? 'same' : 'different'
}

function compare(a: string | undefined, b: string | undefined): 'same' | 'different' | 'unknown' {
  if (a === undefined || b === undefined) return 'unknown'
  return a === b ? 'same' : 'different'
}

/** The words of a commune's name, without `Cedex 9` and the number of an arrondissement. */
function localityWords(text: string): string[] {
  const name = normaliseLabel(text.slice(0, 200))
    .replace(/ cedex\b.*$/, '')
    .replace(/ \d+( ?(er?|e|eme))?( arrondissement)?$/, '')
  return name === '' ? [] : addressWordsOf(name)
}

function lineOf(text: string, postcode: string | undefined, locality: readonly string[]): string[] {
  // “14bis” and “14 bis” are one number.
  const words = addressWordsOf(text.replace(/(\d)(\p{L})/gu, '$1 $2')).filter(word => word !== postcode)
  return [...new Set(words.filter(word => !locality.includes(word)))]
}

/** Two characters, overseas three. Corsica has one département here: its postcodes do not tell 2A from 2B. */
function departmentOf(
  department: string | undefined,
  commune: string | undefined,
  postcode: string | undefined,
): string | undefined {
  const territory = department === undefined ? undefined : parseTerritoryIri(department)
  const code = territory?.code ?? department ?? commune ?? postcode
  if (code === undefined || code === '') return undefined
  const prefix = territory || department !== undefined ? code : code.slice(0, /^9[78]/.test(code) ? 3 : 2)
  return prefix === '2A' || prefix === '2B' ? '20' : prefix
}

/** 0, 0 is what an empty cell becomes. */
function isPosition({ latitude, longitude }: Position): boolean {
  return Number.isFinite(latitude) && Number.isFinite(longitude) && !(latitude === 0 && longitude === 0)
}
