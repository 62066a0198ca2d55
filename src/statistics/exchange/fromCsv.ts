import { StatisticsError } from '../../errors.ts'
import { type CsvRecord, CsvScanner } from '../../sources/csvScanner.ts'
import type { DimensionValue, FurtherMeasure, Measure, Observation, Table } from '../statistic.ts'
import { cellKey } from './cells.ts'
import { STATUSES } from './csvColumns.ts'

/** What the CSV of a table does not say. */
export interface TableShape extends Omit<Table, 'measures' | 'observations'> {
  /** As errors name the CSV. Default: its id with `.csv`. */
  readonly file?: string
}

const COUNTS = ['n', 'base', 'missing', 'share'] as const
const MEASURE =
  /^(?:n|base|missing|share|cumulativeShare|lower|upper|valid|mean|median|sum|min|max|q[1-9][0-9]?)$/
const FIGURE = /^-?\d+(?:\.\d+)?$/

/**
 * Reads a table as {@link tableToCsv} writes it: the columns of its dimensions in their order, the measures, then
 * perhaps a status. What is no such thing is refused, for a figure that was read wrong would be believed.
 *
 * @param shape what the table is called, its dimensions, and what else it is to have
 * @throws {StatisticsError} naming the line and the column, where the header is that of another table, a row has too few
 *   or too many fields, a figure is none, a role or status is not known, a cell stands twice, or the last line has no end
 * @throws {SourceError} on a quoted field that never ends, with its line
 */
export function tableFromCsv(text: string, shape: TableShape): Table {
  const { file = `${shape.id}.csv`, ...rest } = shape
  const [header, ...records] = readRecords(text.replace(/^\uFEFF/, ''), file)
  const columns = readHeader(header, shape.dimensions, file)
  const lines = new Map<string, number>()
  const observations = records.map(record => {
    const observation = readObservation(record, columns, file)
    const key = cellKey(observation.values)
    const first = lines.get(key)
    if (first !== undefined) {
      const cell = observation.values.map(({ code }) => code).join(', ') || 'of the total'
      throw new StatisticsError(`the cell ${cell} stands on line ${first} already`, {
        location: { file, line: record.line },
      })
    }
    lines.set(key, record.line)
    return observation
  })
  if (!/[\r\n]$/.test(text)) {
    const line = records.at(-1)?.line ?? header!.line
    throw new StatisticsError('the last line has no end; the file may be cut off', {
      location: { file, line },
    })
  }
  return { ...rest, measures: columns.measures, observations }
}

/** Where the fields of a row are. */
interface Columns {
  readonly header: readonly string[]
  /** Per dimension the place of its code and, where it has one, of its role; label and IRI follow the code. */
  readonly dimensions: readonly { readonly code: number; readonly role?: number }[]
  readonly measures: readonly Measure[]
  /** Place of the first measure. */
  readonly firstMeasure: number
  readonly hasStatus: boolean
}

function readRecords(text: string, file: string): CsvRecord[] {
  const scanner = new CsvScanner(',', file)
  scanner.load(text, true)
  const records: CsvRecord[] = []
  for (;;) {
    const some = scanner.read()
    if (some.length === 0) return records
    for (const record of some) records.push(record)
  }
}

function readHeader(record: CsvRecord | undefined, names: readonly string[], file: string): Columns {
  if (!record)
    throw new StatisticsError('the table is empty; it has not even a header', { location: { file } })
  const { cells: header, line } = record
  const refuse = (place: number, expected: string) =>
    new StatisticsError(
      `column ${place + 1} is ${header[place] === undefined ? 'missing' : `"${header[place]}"`}; it should be ${expected}`,
      { location: { file, line } },
    )
  let place = 0
  const dimensions = names.map(name => {
    const code = place
    for (const expected of [name, `${name}Label`, `${name}Iri`]) {
      if (header[place] !== expected) throw refuse(place, `"${expected}"`)
      place += 1
    }
    // Another dimension may have the name that the roles of this one have.
    const hasRole = header[place] === `${name}Role` && header[place + 1] !== `${name}RoleLabel`
    return hasRole ? { code, role: place++ } : { code }
  })
  const firstMeasure = place
  const hasStatus = header.at(-1) === 'status'
  const measures = header.slice(firstMeasure, hasStatus ? -1 : undefined)
  for (const [index, measure] of measures.entries()) {
    if (!MEASURE.test(measure)) throw refuse(firstMeasure + index, 'the name of a measure')
    if (measures.indexOf(measure) < index) throw refuse(firstMeasure + index, 'another measure')
  }
  if (measures.length === 0) throw refuse(firstMeasure, 'the name of a measure')
  return { header, dimensions, measures: measures as Measure[], firstMeasure, hasStatus }
}

function readObservation(record: CsvRecord, columns: Columns, file: string): Observation {
  const { cells, line } = record
  const { header, measures, firstMeasure, hasStatus } = columns
  const refuse = (place: number, message: string) =>
    new StatisticsError(message, { location: { file, line, column: header[place]! } })
  if (cells.length !== header.length) {
    throw new StatisticsError(`the row has ${cells.length} fields, the header ${header.length}`, {
      location: { file, line },
    })
  }
  const figures = measures.map((measure, index) => {
    const field = cells[firstMeasure + index]!
    if (field === '') return null
    const isCount = measure === 'n' || measure === 'base' || measure === 'missing'
    const figure = FIGURE.test(field) ? Number(field) : Number.NaN
    if (Number.isFinite(figure) && !(isCount && figure < 0)) return figure
    throw refuse(firstMeasure + index, `"${field}" is no ${isCount ? 'count' : 'number'}`)
  })
  const figure = (measure: Measure) => figures[measures.indexOf(measure)] ?? null
  const further = measures.flatMap((measure, index) =>
    COUNTS.some(one => one === measure) ? [] : [[measure as FurtherMeasure, figures[index]] as const],
  )
  const statusPlace = header.length - 1
  const status = hasStatus ? cells[statusPlace]! : ''
  if (!['', ...Object.values(STATUSES)].includes(status)) {
    throw refuse(
      statusPlace,
      `the status "${status}" is none; known are ${Object.values(STATUSES).join(', ')}`,
    )
  }
  const isSuppressed = status === STATUSES.suppressed
  const [n, share] = [figure('n'), figure('share')]
  if (isSuppressed && (n !== null || share !== null)) {
    throw refuse(statusPlace, 'the row is suppressed, and has a count or a share nevertheless')
  }
  return {
    values: columns.dimensions.map(({ code, role }): DimensionValue => {
      const [value, label, iri] = cells.slice(code, code + 3)
      const given = role === undefined ? '' : cells[role]!
      if (given !== '' && given !== 'missing' && given !== 'other')
        throw refuse(role!, `the role "${given}" is none; known are missing, other`)
      return {
        code: value!,
        label: label!,
        ...(iri === '' ? {} : { iri: iri! }),
        ...(given === '' ? {} : { role: given }),
      }
    }),
    n,
    base: figure('base'),
    missing: figure('missing'),
    share,
    ...(further.length === 0 ? {} : { further: Object.fromEntries(further) }),
    ...(isSuppressed ? { isSuppressed } : {}),
    ...(status === STATUSES.approximate ? { isApproximate: true } : {}),
  }
}
