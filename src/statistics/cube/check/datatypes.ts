import { parseDate, parseDateTime } from '../../../query/evaluator/terms/dateTime.ts'
import { isDecimalForm } from '../../../query/evaluator/terms/decimal.ts'
import { isIntegerForm, parseDouble } from '../../../query/evaluator/terms/numericForms.ts'
import { PREFIXES } from '../../../vocabulary/namespaces.ts'

/** A built-in datatype of XML Schema (XSD 1.1 Part 2, §3). */
export interface Datatype {
  /** IRI of the primitive datatype that its values are of: they are never equal to those of another one. */
  readonly primitive: string
  /** Whether a text is one of its lexical forms. Of the datatypes of texts, binaries and durations, every text is. */
  isForm(text: string): boolean
}

/** Integer datatypes, and the least and the greatest value of each. */
const INTEGERS: readonly (readonly [name: string, least?: bigint | undefined, greatest?: bigint])[] = [
  ['integer'],
  ['nonNegativeInteger', 0n],
  ['positiveInteger', 1n],
  ['nonPositiveInteger', undefined, 0n],
  ['negativeInteger', undefined, -1n],
  ['long', -(2n ** 63n), 2n ** 63n - 1n],
  ['int', -(2n ** 31n), 2n ** 31n - 1n],
  ['short', -(2n ** 15n), 2n ** 15n - 1n],
  ['byte', -128n, 127n],
  ['unsignedLong', 0n, 2n ** 64n - 1n],
  ['unsignedInt', 0n, 2n ** 32n - 1n],
  ['unsignedShort', 0n, 2n ** 16n - 1n],
  ['unsignedByte', 0n, 255n],
]

const TEXTS = ['normalizedString', 'token', 'language', 'NMTOKEN', 'Name', 'NCName', 'ID', 'IDREF', 'ENTITY']
const DURATIONS = ['yearMonthDuration', 'dayTimeDuration']
const OTHERS = ['string', 'duration', 'gMonthDay', 'gDay', 'gMonth', 'hexBinary', 'base64Binary', 'anyURI']

const isAny = () => true

const DATATYPES: ReadonlyMap<string, Datatype> = new Map(
  [
    ...INTEGERS.map(([name, least, greatest]) =>
      datatype(name, text => isIntegerForm(text) && isBetween(text, least, greatest), 'decimal'),
    ),
    datatype('decimal', isDecimalForm),
    datatype('double', text => parseDouble(text) !== undefined),
    datatype('float', text => parseDouble(text) !== undefined),
    datatype('boolean', text => /^(?:true|false|0|1)$/.test(text)),
    datatype('dateTime', text => parseDateTime(text) !== undefined),
    datatype('dateTimeStamp', text => parseDateTime(text)?.offset !== undefined, 'dateTime'),
    datatype('date', text => parseDate(text) !== undefined),
    datatype('time', text => parseDateTime(`2000-01-01T${text}`) !== undefined),
    // A year or a month is written as its first day is, without this.
    datatype('gYear', text => parseDate(text.replace(/^-?\d+/, '$&-01-01')) !== undefined),
    datatype('gYearMonth', text => parseDate(text.replace(/^-?\d+-\d\d/, '$&-01')) !== undefined),
    ...TEXTS.map(name => datatype(name, isAny, 'string')),
    ...DURATIONS.map(name => datatype(name, isAny, 'duration')),
    ...OTHERS.map(name => datatype(name, isAny)),
  ].map(([name, known]) => [PREFIXES.xsd + name, known]),
)

/** The datatype of an IRI; `undefined` where it is none that XML Schema has built in. */
export function datatypeOf(iri: string): Datatype | undefined {
  return DATATYPES.get(iri)
}

function datatype(
  name: string,
  isForm: (text: string) => boolean,
  primitive: string = name,
): readonly [string, Datatype] {
  return [name, { primitive: PREFIXES.xsd + primitive, isForm }]
}

/** The digits of the longest integer that has bounds, and some. */
const MOST_DIGITS = 20

/** Whether an integer is within bounds. However long it is, only as many digits are read as these have. */
function isBetween(text: string, least: bigint | undefined, greatest: bigint | undefined): boolean {
  if (least === undefined && greatest === undefined) return true
  const digits = text.replace(/^[+-]?0*/, '')
  const isNegative = text.startsWith('-')
  if (digits.length > MOST_DIGITS) return (isNegative ? least : greatest) === undefined
  const value = isNegative ? -BigInt(digits) : BigInt(digits)
  return (least === undefined || value >= least) && (greatest === undefined || value <= greatest)
}
