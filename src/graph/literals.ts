import type * as RDF from '@rdfjs/types'
import { DataFactory } from 'n3'
import type { FieldDatatype } from '../actor/ownField.ts'
import { PREFIXES } from '../vocabulary/namespaces.ts'

const CRS84 = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84'

/** A literal of an XSD datatype, by its local name. */
export function typedLiteral(value: string | number | boolean, datatype: FieldDatatype): RDF.Literal {
  const lexical = typeof value === 'number' ? decimalText(value) : String(value)
  return DataFactory.literal(lexical, DataFactory.namedNode(PREFIXES.xsd + datatype)) as RDF.Literal
}

/** The value of such a literal, as the record holds it. */
export function literalValue(lexical: string, datatype: FieldDatatype): string | number | boolean {
  if (datatype === 'integer' || datatype === 'decimal') return Number(lexical)
  return datatype === 'boolean' ? lexical === 'true' : lexical
}

/** A position as a GeoSPARQL WKT literal: its CRS named, longitude before latitude (GeoSPARQL 1.1, Req 15 and 17). */
export function pointLiteral({ latitude, longitude }: { latitude: number; longitude: number }): RDF.Literal {
  const wkt = `<${CRS84}> POINT(${decimalText(longitude)} ${decimalText(latitude)})`
  return DataFactory.literal(wkt, DataFactory.namedNode(`${PREFIXES.geo}wktLiteral`)) as RDF.Literal
}

/** The position in such a literal; `undefined` where it is no point. */
export function pointValue(wkt: string): { latitude: number; longitude: number } | undefined {
  const match = /^(?:<[^>]*>\s*)?POINT\s*\((\S+)\s+(\S+)\)$/.exec(wkt)
  return match ? { longitude: Number(match[1]), latitude: Number(match[2]) } : undefined
}

/** A number in decimal notation, without the exponent that xsd:decimal and WKT readers may not know. */
function decimalText(value: number): string {
  const [mantissa, exponent] = String(value).split('e')
  if (exponent === undefined) return mantissa!
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(mantissa!) ?? []
  const point = whole.length + Number(exponent)
  const digits = whole + fraction
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0')
  const cut = Math.max(point, 1)
  const rest = padded.slice(cut)
  return sign + padded.slice(0, cut) + (rest ? `.${rest}` : '')
}
