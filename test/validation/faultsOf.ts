import type { Fault } from './plant.ts'

/** Faults of a property whose values are concepts. */
export function concept(property: string): Record<string, Fault> {
  return reference(property, 'skos:Concept')
}

/** Faults of a property whose values are IRIs of a class; `drop` makes room where there is one value at most. */
export function reference(
  property: string,
  type: string,
  subject = '<#it>',
  drop: string[] = [],
): Record<string, Fault> {
  const dropped =
    drop.length > 0 ? { drop: drop.map(statement => `${subject} ${statement} .`).join(' ') } : {}
  const label = 'skos:prefLabel "X"@fr ; foaf:name "X"@fr'
  const wkt = 'geo:asWKT "<http://www.opengis.net/def/crs/OGC/1.3/CRS84> POINT(0 0)"^^geo:wktLiteral'
  const number = 'skos:notation "732829320" ; adms:schemeAgency "Insee"@fr'
  return {
    Class: { ...dropped, add: `${subject} ${property} <#other> .` },
    NodeKind: {
      ...dropped,
      add: `${subject} ${property} _:b . _:b a ${type} ; ${label} ; ${wkt} ; ${number} .`,
    },
  }
}

/** Faults of a text of the address. */
export function text(property: string): Record<string, Fault> {
  return {
    Datatype: { add: `<#address> ${property} "sans langue" .` },
    UniqueLang: { add: `<#address> ${property} "Un autre"@fr .` },
  }
}

/** The position of the seat, as Turtle. */
export function wkt(point: string, datatype = 'geo:wktLiteral'): string {
  return `<#geometry> geo:asWKT "<http://www.opengis.net/def/crs/OGC/1.3/CRS84> ${point}"^^${datatype} .`
}
