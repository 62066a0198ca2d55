import type { ColumnTarget, Condition, Derivation } from '../crosswalk/crosswalk.ts'
import { linkedColumn } from '../crosswalk/linkedTable.ts'
import type { SourceConfiguration } from './configuration.ts'
import type {
  RawColumn,
  RawCondition,
  RawDerivation,
  RawSource,
  RawTarget,
  RawTexts,
} from './rawConfiguration.ts'

/** A source of `annuaire.yaml`, its short forms resolved. */
export function readSourceConfiguration(name: string, raw: RawSource): SourceConfiguration {
  const {
    key,
    columns = {},
    derive = {},
    parts = [],
    links = {},
    ignore = [],
    nullMarkers = [],
    ...rest
  } = raw
  const tables = Object.entries(links).map(([table, { on, key, one = false, ...file }]) => ({
    ...file,
    name: table,
    on: columnName(on),
    key: columnName(key),
    one,
  }))
  return {
    ...rest,
    name,
    key: columnNames(key),
    nullMarkers,
    columns: new Map(
      Object.entries(columns).map(([column, targets]) => [columnName(column), readTargets(targets)]),
    ),
    derive: Object.entries(derive).flatMap(([field, derivations]) =>
      [derivations].flat().map(derivation => readDerivation(field, derivation as RawDerivation)),
    ),
    parts: parts.map(({ columns, ...part }) => ({
      ...part,
      columns: new Map(Object.entries(columns).map(([column, field]) => [columnName(column), field])),
    })),
    links: tables,
    joinedBy: tables.flatMap(table => [table.on, linkedColumn(table, table.key)]),
    ignore: new Map(
      (Array.isArray(ignore) ? ignore.map(column => [column, undefined]) : Object.entries(ignore)).map(
        ([column, reason]) => [columnName(column), reason],
      ),
    ),
  }
}

/** As the header of a file has it, whichever way the editor composes accents. */
function columnName(name: string): string {
  return name.normalize('NFC')
}

function columnNames(names: RawTexts): string[] {
  return [names].flat().map(columnName)
}

function readTargets(raw: RawColumn): ColumnTarget[] {
  return [raw].flat().map(target => (typeof target === 'string' ? { field: target } : readTarget(target)))
}

function readTarget({ when, where, ...target }: RawTarget): ColumnTarget {
  return {
    ...target,
    ...(when === undefined ? {} : { when: readCondition(when) }),
    ...(where === undefined ? {} : { where: readCondition(where) }),
  }
}

function readCondition({ columns, is, contains, except }: RawCondition): Condition {
  return {
    columns: columnNames(columns),
    ...(is === undefined ? {} : { is: [is].flat() }),
    ...(contains === undefined ? {} : { contains: [contains].flat() }),
    ...(except === undefined ? {} : { except: [except].flat() }),
  }
}

/** Which of its members a derivation has, says what it is; the schema sees to it that it has but one. */
function readDerivation(field: string, raw: RawDerivation): Derivation {
  const {
    constant,
    column,
    join,
    with: between,
    labels,
    first,
    each,
    options,
    none,
    yes,
    no,
    x,
    y,
    crs,
    point,
    order,
    ...rest
  } = raw
  const target = readTarget({ field, ...rest })
  if (constant !== undefined) return { ...target, from: 'constant', constant }
  if (join) {
    const columns = columnNames(join)
    return {
      ...target,
      from: 'join',
      columns,
      ...(between === undefined ? {} : { with: between }),
      ...(labels === undefined ? {} : { labels }),
    }
  }
  if (each !== undefined) return { ...target, from: 'each', columns: columnNames(each) }
  if (options) {
    return {
      ...target,
      from: 'options',
      options: Object.fromEntries(Object.entries(options).map(([name, value]) => [columnName(name), value])),
      ...(none === undefined ? {} : { none }),
      ...(yes === undefined ? {} : { yes: [yes].flat() }),
      ...(no === undefined ? {} : { no: [no].flat() }),
    }
  }
  if (x !== undefined && y !== undefined) {
    return {
      ...target,
      from: 'coordinates',
      x: columnName(x),
      y: columnName(y),
      ...(crs === undefined ? {} : { crs }),
    }
  }
  if (point !== undefined) {
    return { ...target, from: 'point', column: columnName(point), ...(order === undefined ? {} : { order }) }
  }
  return { ...target, from: 'first', columns: columnNames(first ?? column!) }
}
