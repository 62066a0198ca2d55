/** What an expression sees in a term: the operand types of SPARQL 1.1 §17.1. Fits in four bits; 0 is no value. */
export const VALUE = {
  error: 0,
  iri: 1,
  blankNode: 2,
  string: 3,
  languageString: 4,
  boolean: 5,
  integer: 6,
  decimal: 7,
  float: 8,
  double: 9,
  dateTime: 10,
  date: 11,
  /** A number or boolean whose lexical form is none. */
  illFormed: 12,
  /** A literal of a datatype that the operators do not know, or a date whose lexical form is none. */
  other: 13,
} as const
export type ValueType = (typeof VALUE)[keyof typeof VALUE]

/** The scale of a number whose digits a double does not hold exactly. */
export const INEXACT = 15
/** The flag of a date with a time zone, in the place of the scale. */
export const ZONED = 1

export const XSD = 'http://www.w3.org/2001/XMLSchema#'
export const XSD_STRING = `${XSD}string`
export const XSD_BOOLEAN = `${XSD}boolean`
export const XSD_INTEGER = `${XSD}integer`
export const XSD_DECIMAL = `${XSD}decimal`
export const XSD_FLOAT = `${XSD}float`
export const XSD_DOUBLE = `${XSD}double`
export const XSD_DATE_TIME = `${XSD}dateTime`
export const XSD_DATE = `${XSD}date`
export const RDF_LANG_STRING = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#langString'

/** The integer types that SPARQL 1.1 §17.1 counts among the numeric ones. Their ranges are not checked. */
const integers = [
  'integer',
  'nonPositiveInteger',
  'negativeInteger',
  'long',
  'int',
  'short',
  'byte',
  'nonNegativeInteger',
  'unsignedLong',
  'unsignedInt',
  'unsignedShort',
  'unsignedByte',
  'positiveInteger',
]

const types = new Map<string, ValueType>([
  ...integers.map((name): [string, ValueType] => [XSD + name, VALUE.integer]),
  [XSD_BOOLEAN, VALUE.boolean],
  [XSD_DECIMAL, VALUE.decimal],
  [XSD_FLOAT, VALUE.float],
  [XSD_DOUBLE, VALUE.double],
  [XSD_DATE_TIME, VALUE.dateTime],
  [`${XSD}dateTimeStamp`, VALUE.dateTime],
  [XSD_DATE, VALUE.date],
])

/** The type of a well-formed literal of a datatype, other than a string. */
export function typeOfDatatype(datatype: string): ValueType {
  return types.get(datatype) ?? VALUE.other
}

const datatypes: readonly (string | undefined)[] = [
  undefined,
  undefined,
  undefined,
  XSD_STRING,
  RDF_LANG_STRING,
  XSD_BOOLEAN,
  XSD_INTEGER,
  XSD_DECIMAL,
  XSD_FLOAT,
  XSD_DOUBLE,
  XSD_DATE_TIME,
  XSD_DATE,
]

/** The datatype that a computed value of a type has. */
export function datatypeOfType(type: number): string {
  return datatypes[type]!
}

export function isNumeric(type: number): boolean {
  return type >= VALUE.integer && type <= VALUE.double
}
