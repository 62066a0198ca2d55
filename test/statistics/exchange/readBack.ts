import type * as RDF from '@rdfjs/types'
import { parse } from 'csv-parse/sync'
import type { CsvwTable } from '../../../src/statistics/exchange/csvwTable.ts'
import type { JsonStatDataset } from '../../../src/statistics/exchange/jsonStatDataset.ts'
import type { DimensionValue, Table } from '../../../src/statistics/statistic.ts'
import { iri } from '../../../src/vocabulary/namespaces.ts'

/** Figures by cell and measure, as any format has them: `cell → measure → figure`. */
export type Figures = Readonly<Record<string, Readonly<Record<string, number | null>>>>

/** What has measures, by their names. */
interface Measured {
  readonly measures: readonly string[]
}

/** A value as it is told apart from others. */
export function cellOf(values: readonly Pick<DimensionValue, 'code' | 'role'>[]): string {
  return JSON.stringify(values.map(({ code, role }) => (role === undefined ? code : { role })))
}

/** Of the table itself. Suppressed cells have no figures. */
export function figuresOfTable({ observations, measures }: Table): Figures {
  return Object.fromEntries(
    observations.map(observation => [
      cellOf(observation.values),
      Object.fromEntries(
        measures.map(measure => [
          measure,
          { ...observation, ...observation.further }[measure as 'n'] ?? null,
        ]),
      ),
    ]),
  )
}

/** Rows of a CSV, each field read as its column’s metadata says. */
export function rowsOf(
  csv: string,
  { tableSchema, dialect }: CsvwTable,
): Record<string, string | number | null>[] {
  const [header, ...rows] = parse(csv, {
    delimiter: dialect.delimiter as string,
    recordDelimiter: dialect.lineTerminators as string[],
    quote: dialect.quoteChar as string,
    relaxColumnCount: false,
  }) as string[][]
  if (header!.join() !== tableSchema.columns.map(({ titles }) => titles.und).join())
    throw new Error(`${header}`)
  return rows.map(row =>
    Object.fromEntries(
      tableSchema.columns.map(({ name, datatype, required }, index) => {
        const field = row[index]!
        if (field === '' && required) throw new Error(`${name} is required`)
        return [name, field === '' ? null : readField(field, datatype)]
      }),
    ),
  )
}

/** The datatypes that the metadata uses, by their lexical spaces (XSD 1.1 Part 2). */
function readField(
  field: string,
  datatype: CsvwTable['tableSchema']['columns'][number]['datatype'],
): string | number {
  const { base, format, minimum } = (typeof datatype === 'string' ? { base: datatype } : datatype) as {
    base: string
    format?: string
    minimum?: number
  }
  if (format !== undefined && !new RegExp(`^(?:${format})$`).test(field))
    throw new Error(`${field}: ${format}`)
  if (base === 'string') return field
  if (base === 'anyURI') return new URL(field).href
  const pattern = { nonNegativeInteger: /^\d+$/, decimal: /^-?\d+(\.\d+)?$/ }[base]
  if (!pattern?.test(field)) throw new Error(`${field} is no ${base}`)
  if (minimum !== undefined && Number(field) < minimum) throw new Error(`${field} is less than ${minimum}`)
  return Number(field)
}

/** Of its CSV, by the metadata of it. */
export function figuresOfCsv(
  csv: string,
  metadata: CsvwTable,
  { dimensions, measures }: Pick<Table, 'dimensions'> & Measured,
): Figures {
  return Object.fromEntries(
    rowsOf(csv, metadata).map(row => [
      cellOf(
        dimensions.map(name => ({
          code: String(row[name]),
          ...(row[`${name}Role`] != null && { role: row[`${name}Role`] as 'missing' }),
        })),
      ),
      Object.fromEntries(measures.map(measure => [measure, row[measure] as number | null])),
    ]),
  )
}

/** Of its JSON-stat, after it was text. Measures that it has not are null. */
export function figuresOfJsonStat(text: string, { measures }: Measured): Figures {
  const { id, size, dimension, value, status = {}, extension } = JSON.parse(text) as JsonStatDataset
  const figures: Record<string, Record<string, number | null>> = {}
  const metric = id.at(-1)!
  const own = dimension[metric]!.category.index
  const total = size.reduce((product, length) => product * length, 1)
  for (let cell = 0; cell < total / own.length; cell++) {
    let rest = cell
    const values = id.slice(0, -1).map(() => ({ code: '' }) as { code: string; role?: 'missing' | 'other' })
    for (let axis = id.length - 2; axis >= 0; axis--) {
      const category = dimension[id[axis]!]!.category.index[rest % size[axis]!]!
      rest = Math.floor(rest / size[axis]!)
      const roles = extension.role?.[id[axis]!]
      const role = roles && Object.hasOwn(roles, category) ? roles[category] : undefined
      values[axis] = { code: category, ...(role && { role }) }
    }
    const places = own.map((measure, index) => [measure, cell * own.length + index] as const)
    const read = (place: number) => (value as Record<number, number | null>)[place] ?? null
    if (places.every(([, place]) => read(place) === null && !(place in status))) continue
    figures[cellOf(values)] = Object.fromEntries([
      ...measures.map(measure => [measure, null] as const),
      ...places.map(([measure, place]) => [measure, read(place)] as const),
    ])
  }
  return figures
}

/** Of its cube. Suppressed cells are not in it. */
export function figuresOfCube(quads: Iterable<RDF.Quad>, { measures }: Measured): Figures {
  const bySubject = new Map<string, RDF.Quad[]>()
  for (const quad of quads) {
    const known = bySubject.get(quad.subject.value)
    if (known) known.push(quad)
    else bySubject.set(quad.subject.value, [quad])
  }
  const all = (subject: string, predicate: string) =>
    (bySubject.get(subject) ?? [])
      .filter(quad => quad.predicate.value === predicate)
      .map(({ object }) => object)
  const one = (subject: string, predicate: string) => {
    const [object, ...others] = all(subject, predicate)
    if (!object || others.length > 0) throw new Error(`${subject} has ${others.length + 1} ${predicate}`)
    return object
  }
  const ofType = (type: string) =>
    [...bySubject.keys()].filter(subject => all(subject, iri('rdf:type')).some(({ value }) => value === type))
  const [structure] = ofType(iri('qb:DataStructureDefinition'))
  const components = all(structure!, iri('qb:component')).map(({ value }) => value)
  const order = (component: string) => Number(all(component, iri('qb:order'))[0]?.value)
  const propertiesOf = (kind: string) =>
    components
      .filter(component => all(component, kind).length > 0)
      .sort((a, b) => order(a) - order(b))
      .map(component => one(component, kind).value)
  const readValue = (term: RDF.Term): Pick<DimensionValue, 'code' | 'role'> => {
    if (term.termType === 'Literal') {
      const isNone = term.datatype.value === iri('annuaire:noValue')
      return isNone ? { code: '', role: term.value as 'missing' } : { code: term.value }
    }
    if (term.value === iri('annuaire:missingValue')) return { code: '', role: 'missing' }
    if (term.value === iri('annuaire:otherValues')) return { code: '', role: 'other' }
    return { code: one(term.value, iri('skos:notation')).value }
  }
  const readFigure = (term: RDF.Term) => {
    if (term.termType !== 'Literal') throw new Error(term.value)
    return term.datatype.value === iri('annuaire:noValue') ? null : Number(term.value)
  }
  const own = propertiesOf(iri('qb:measure')).map(property => [property, property.split('#')[1]!] as const)
  return Object.fromEntries(
    ofType(iri('qb:Observation')).map(observation => [
      cellOf(propertiesOf(iri('qb:dimension')).map(property => readValue(one(observation, property)))),
      Object.fromEntries([
        ...measures.map(measure => [measure, null] as const),
        ...own.map(([property, measure]) => [measure, readFigure(one(observation, property))] as const),
      ]),
    ]),
  )
}
