import type { OwnField } from '../../src/actor/ownField.ts'
import { type Crosswalk, createCrosswalk } from '../../src/crosswalk/createCrosswalk.ts'
import type { CellStatus, ColumnTarget, SourceCrosswalk } from '../../src/crosswalk/crosswalk.ts'
import { type MappedRow, mapRow } from '../../src/crosswalk/mapRow.ts'
import type { Cell, Row } from '../../src/sources/row.ts'
import { loadCommunes } from '../../src/vocabulary/communes.ts'
import { loadVocabulary } from '../../src/vocabulary/vocabulary.ts'

const OWN: Omit<OwnField, 'name'> = {
  property: 'https://annuaire.example.org/def/onto#own',
  label: { fr: 'Champ', en: 'Field' },
  public: true,
  multiple: false,
}
const FIELDS: readonly OwnField[] = [
  { ...OWN, name: 'members', datatype: 'integer' },
  { ...OWN, name: 'president', datatype: 'string', public: false },
  { ...OWN, name: 'open', datatype: 'boolean' },
  { ...OWN, name: 'years', datatype: 'gYear', multiple: true },
]
const SCHEMES: Readonly<Record<string, string>> = {
  legalForm: 'legal-forms',
  legalCategory: 'cj',
  missions: 'missions',
  audiences: 'audiences',
}

type Target = string | ColumnTarget

/** A crosswalk with the shipped vocabulary and a few own fields, its columns in the short form of the YAML. */
export async function crosswalkOf(
  columns: Readonly<Record<string, Target | readonly Target[]>>,
  rest: Partial<Omit<SourceCrosswalk, 'columns'>> = {},
): Promise<Crosswalk> {
  const { schemes } = await loadVocabulary()
  const toTarget = (target: Target) => (typeof target === 'string' ? { field: target } : target)
  const definition = {
    name: 'acteurs',
    key: ['id'],
    derive: [],
    parts: [],
    nullMarkers: ['NC', '-'],
    ignore: new Map(),
    columns: new Map(
      Object.entries(columns).map(([column, target]) => [column, [target].flat().map(toTarget)]),
    ),
    ...rest,
  }
  return createCrosswalk(definition, {
    base: 'https://annuaire.example.org',
    fields: FIELDS,
    schemeOf: field => schemes.get(SCHEMES[field] ?? ''),
    communes: await loadCommunes(),
    departments: schemes.get('departements')!,
    regionSchemes: [schemes.get('regions-2010')!, schemes.get('regions-2016')!],
  })
}

/** A row of the file `a.csv`. */
export function rowOf(cells: Readonly<Record<string, Cell>>, rest: Partial<Row> = {}): Row {
  return { file: 'a.csv', line: 2, columns: Object.keys(cells), cells: Object.values(cells), ...rest }
}

/** Maps the row 1 of these cells; what became of each is told by column. */
export async function map(
  columns: Parameters<typeof crosswalkOf>[0],
  cells: Readonly<Record<string, Cell>>,
  rest: Parameters<typeof crosswalkOf>[1] = {},
) {
  const row = rowOf({ id: '1', ...cells })
  const mapped = mapRow(row, await crosswalkOf(columns, rest))
  return { ...mapped, cells: fatesOf(row, mapped) }
}

/** What became of the cells of a row, by column. */
export function fatesOf(row: Row, { cells: [fates] }: MappedRow): Map<string, CellStatus | undefined> {
  return new Map(row.columns.map((column, position) => [column, fates![position]]))
}
