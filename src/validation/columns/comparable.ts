import { iri, PREFIXES } from '../../vocabulary/namespaces.ts'
import { KIND } from './dataGraph.ts'
import type { Nodes } from './nodes.ts'

/** A literal's place in the order of a value space. Those of different spaces cannot be compared. */
export interface Comparable {
  readonly space: string
  readonly value: number | string
}

const NUMERIC = new Set(
  [
    ...['decimal', 'double', 'float', 'integer', 'long', 'int', 'short', 'byte', 'nonNegativeInteger'],
    ...['positiveInteger', 'nonPositiveInteger', 'negativeInteger'],
    ...['unsignedLong', 'unsignedInt', 'unsignedShort', 'unsignedByte'],
  ].map(name => PREFIXES.xsd + name),
)
const NUMERAL = /^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/
const SPECIAL: ReadonlyMap<string, number> = new Map([
  ['INF', Infinity],
  ['-INF', -Infinity],
  ['NaN', Number.NaN],
])
const BOOLEANS: ReadonlyMap<string, number> = new Map([
  ['false', 0],
  ['0', 0],
  ['true', 1],
  ['1', 1],
])

/** Which parts the temporal datatypes have: date, time, or both. */
const TEMPORAL: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    dateTime:
      /^(?<year>-?[0-9]{4,6})-(?<month>[0-9]{2})-(?<day>[0-9]{2})T(?<time>[^Z+-]+)(?<zone>Z|[+-].+)?$/,
    date: /^(?<year>-?[0-9]{4,6})-(?<month>[0-9]{2})-(?<day>[0-9]{2})(?<zone>Z|[+-].+)?$/,
    gYearMonth: /^(?<year>-?[0-9]{4,6})-(?<month>[0-9]{2})(?<zone>Z|[+-].+)?$/,
    gYear: /^(?<year>-?[0-9]{4,6})(?<zone>Z|[+-].+)?$/,
    time: /^(?<time>[^Z+-]+)(?<zone>Z|[+-].+)?$/,
  }).map(([name, pattern]) => [PREFIXES.xsd + name, pattern]),
)
const TIME = /^([0-9]{2}):([0-9]{2}):([0-9]{2}(?:\.[0-9]+)?)$/
const ZONE = /^([+-])([0-9]{2}):([0-9]{2})$/

/**
 * What `<` of SPARQL 1.1 (§17.3) compares: numbers (as doubles), strings by code point, booleans and times; and, as
 * engines have it, the parts of times, each with its own kind. `undefined` where the node is none of these.
 */
export function comparableOf(id: number, nodes: Nodes): Comparable | undefined {
  const kind = nodes.kindOf(id)
  if (kind === KIND.string) return { space: 'string', value: nodes.valueOf(id) }
  if (kind !== KIND.typed) return undefined
  const [datatype, lexical] = [nodes.datatypeOf(id), nodes.valueOf(id)]
  if (NUMERIC.has(datatype)) {
    const value = NUMERAL.test(lexical) ? Number(lexical) : SPECIAL.get(lexical)
    return value === undefined ? undefined : { space: 'number', value }
  }
  if (datatype === iri('xsd:boolean')) {
    const value = BOOLEANS.get(lexical)
    return value === undefined ? undefined : { space: 'boolean', value }
  }
  return instantOf(datatype, TEMPORAL.get(datatype)?.exec(lexical)?.groups)
}

/** Times with a zone and those without cannot be compared (SHACL §4.3). */
function instantOf(datatype: string, parts: Record<string, string> | undefined): Comparable | undefined {
  if (!parts) return undefined
  const { year = '1970', month = '01', day = '01', time = '00:00:00', zone } = parts
  const date = new Date(0).setUTCFullYear(Number(year), Number(month) - 1, Number(day))
  const clock = TIME.exec(time)
  const offset = zone === undefined || zone === 'Z' ? ['', '+', '00', '00'] : ZONE.exec(zone)
  if (!clock || !offset || !isDayOf(date, Number(month), Number(day))) return undefined
  const [, hours, minutes, seconds] = clock.map(Number) as [number, number, number, number]
  if (hours * 60 + minutes > 24 * 60 || minutes > 59 || seconds >= 60) return undefined
  const shift = (Number(offset[2]) * 60 + Number(offset[3])) * (offset[1] === '-' ? -1 : 1)
  const value = date + (hours * 60 + minutes - shift) * 60_000 + seconds * 1000
  return { space: `${datatype} ${zone === undefined ? 'without' : 'with'} zone`, value }
}

/** Days that a month does not have run over into the next. */
function isDayOf(date: number, month: number, day: number): boolean {
  const found = new Date(date)
  return found.getUTCMonth() + 1 === month && found.getUTCDate() === day
}

/** Negative, 0 or positive; `undefined` where the two cannot be compared, as NaN cannot. */
export function compare(a: Comparable | undefined, b: Comparable | undefined): number | undefined {
  if (!a || !b || a.space !== b.space || Number.isNaN(a.value) || Number.isNaN(b.value)) return undefined
  if (typeof a.value === 'string') return compareCodePoints(a.value, String(b.value))
  return a.value === b.value ? 0 : a.value < Number(b.value) ? -1 : 1
}

/** UTF-16 order, put right where one has a surrogate and the other has not. */
function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let index = 0; index < length; index += 1) {
    const [left, right] = [a.charCodeAt(index), b.charCodeAt(index)]
    if (left !== right)
      return isSurrogate(left) === isSurrogate(right) ? left - right : isSurrogate(left) ? 1 : -1
  }
  return a.length - b.length
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff
}
