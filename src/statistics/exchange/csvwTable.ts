import type { GivenText, Language, LocalizedText } from '../../errors.ts'
import { iri } from '../../vocabulary/namespaces.ts'
import { type CubePlace, dimensionIri } from '../cube/cubeIris.ts'
import { knownLanguage } from '../language.ts'
import type { Wording } from '../words/wording.ts'
import type { CsvField, CsvRow, DimensionColumn } from './csvColumns.ts'
import { type DimensionDescriptions, describeDimension } from './dimensions.ts'

/** What a table does not say of its CSV. */
export interface CsvwOptions {
  /** Of the CSV, relative to the metadata or absolute. Default: `{id}.csv`, beside it. */
  readonly url?: string
  /** Of the labels of values. Default: `fr`. */
  readonly language?: Language
  /** IRI of the licence. Default: not said. */
  readonly licence?: string
  /** Name of the publisher. Default: not said. */
  readonly publisher?: GivenText
  /**
   * Where the table’s cube is: then columns and rows are said to be its components and observations. Default: not said.
   */
  readonly cube?: CubePlace
  /** Default: those of the built-in dimensions. */
  readonly dimensions?: DimensionDescriptions
  /** Of what has to be known of the table. Default: the shipped one. */
  readonly wording?: Wording
}

/** A column description (Metadata Vocabulary for Tabular Data §5.6). */
export interface CsvwColumn {
  readonly name: string
  /** In `und` as the header has it, for validators compare the two (§5.6.1); and as people call it. */
  readonly titles: Readonly<Record<'und' | Language, string>>
  readonly datatype: string | Readonly<Record<string, string | number>>
  readonly required: boolean
  readonly lang?: Language
  readonly aboutUrl?: string
  readonly propertyUrl?: string
  readonly valueUrl?: string
}

/** A table description (Metadata Vocabulary for Tabular Data §5.4), as plain JSON. */
export interface CsvwTable {
  readonly '@context': readonly ['http://www.w3.org/ns/csvw', { readonly '@language': Language }]
  readonly url: string
  readonly dialect: Readonly<Record<string, string | boolean | null | readonly string[]>>
  readonly null: ''
  readonly tableSchema: {
    readonly columns: readonly CsvwColumn[]
    readonly primaryKey?: readonly string[]
    readonly aboutUrl?: string
  }
  readonly [property: `dc:${string}`]: unknown
}

/** A CSV that is described. */
export interface DescribedCsv<Row extends CsvRow, Figures extends CsvField<Row>> {
  readonly title: LocalizedText
  /** What has to be known to read it rightly; empty where that is nothing. */
  readonly note: LocalizedText
  readonly url: string
  readonly dimensions: readonly string[]
  readonly rows: readonly Row[]
  readonly columns: readonly (DimensionColumn<Row> | Figures)[]
  /** What is said of a column that is of no dimension. */
  readonly describeFigures: (column: Figures, name: string) => CsvwColumn
  /**
   * The observation that a row is, as a URI template.
   *
   * @param codes variables that hold the codes, by dimension
   */
  readonly aboutUrl?: ((codes: readonly string[]) => string) | undefined
}

/**
 * The description of a CSV whose rows are cells: its dimensions are its key.
 *
 * @throws {StatisticsError} where the language is neither French nor English
 */
export function csvwTable<Row extends CsvRow, Figures extends CsvField<Row>>(
  csv: DescribedCsv<Row, Figures>,
  options: CsvwOptions,
): CsvwTable {
  const { title, note, url, dimensions, columns } = csv
  const { language = 'fr', licence, publisher, cube } = options
  const names = distinctNames(columns.map(({ header }) => header))
  const nameOf = (kind: DimensionColumn<Row>['kind'], dimension: number) =>
    names[columns.findIndex(column => isOf(column, dimension) && column.kind === kind)]!
  const keys = names.filter((_, index) => {
    const column = columns[index]!
    return isOfDimension(column) && (column.kind === 'code' || column.kind === 'role')
  })
  const about = csv.aboutUrl?.(dimensions.map((_, dimension) => nameOf('code', dimension)))
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': knownLanguage(language) }],
    url,
    'dc:title': inLanguages(title),
    ...(note.fr !== '' && { 'dc:description': inLanguages(note) }),
    ...(licence !== undefined && { 'dc:license': { '@id': licence } }),
    ...(publisher !== undefined && { 'dc:publisher': inLanguages(publisher) }),
    ...(cube && { 'dc:issued': { '@value': cube.date, '@type': 'xsd:date' } }),
    dialect: {
      encoding: 'utf-8',
      lineTerminators: ['\r\n'],
      delimiter: ',',
      quoteChar: '"',
      doubleQuote: true,
      // The default would be “#” but for an erratum (w3c/csvw issue 801): a code may begin so, and is no comment.
      commentPrefix: null,
      header: true,
      skipInitialSpace: false,
      trim: false,
    },
    null: '',
    tableSchema: {
      columns: columns.map((column, index) => {
        const name = names[index]!
        if (!isOfDimension(column)) return csv.describeFigures(column, name)
        return describeValues(column, name, nameOf('iri', column.dimension), csv, options)
      }),
      ...(keys.length > 0 && { primaryKey: keys }),
      ...(about !== undefined && { aboutUrl: about }),
    },
  }
}

/** The CSV of a name, beside its metadata. */
export function csvUrl(name: string): string {
  return `${encodeURIComponent(name)}.csv`
}

/** Whether the cells of all rows are named by their codes: what is no value has none. */
export function haveCodes(rows: readonly CsvRow[]): boolean {
  return rows.every(({ values }) => values.every(({ code, role }) => role === undefined && code !== ''))
}

function inLanguages(text: GivenText) {
  return Object.entries(text).map(([language, value]) => ({ '@value': value, '@language': language }))
}

/** Names of columns are variables of URI templates (§5.6; RFC 6570 §2.3), and each stands once. */
function distinctNames(headers: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return headers.map(header => {
    const plain = encodeURIComponent(header).replace(/[-!'()*~.]/g, character => percent(character))
    let name = plain.startsWith('_') ? `column${plain}` : plain
    while (taken.has(name)) name += '_2'
    taken.add(name)
    return name
  })
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`
}

function isOfDimension<Row extends CsvRow>(
  column: CsvField<Row> | DimensionColumn<Row>,
): column is DimensionColumn<Row> {
  return 'dimension' in column
}

function isOf<Row extends CsvRow>(
  column: CsvField<Row> | DimensionColumn<Row>,
  dimension: number,
): column is DimensionColumn<Row> {
  return isOfDimension(column) && column.dimension === dimension
}

/** What the parts of a dimension’s values are called beside its codes. */
const PARTS: Readonly<Record<'label' | 'iri' | 'role', LocalizedText>> = {
  label: { fr: 'libellé', en: 'label' },
  iri: { fr: 'IRI', en: 'IRI' },
  role: { fr: 'rôle', en: 'role' },
}

function describeValues<Row extends CsvRow>(
  { kind, header, dimension: index, write }: DimensionColumn<Row>,
  name: string,
  iriName: string,
  { dimensions, rows }: Pick<DescribedCsv<Row, CsvField<Row>>, 'dimensions' | 'rows'>,
  { cube, dimensions: descriptions, language = 'fr' }: CsvwOptions,
): CsvwColumn {
  const dimension = dimensions[index]!
  const { label } = describeDimension(dimension, descriptions)
  const title = (language: Language) =>
    kind === 'code' ? label[language] : `${label[language]} (${PARTS[kind][language]})`
  const common = {
    name,
    titles: { und: header, fr: title('fr'), en: title('en') },
    required: rows.length > 0 && rows.every(row => write(row) !== ''),
  }
  const isCoded = rows.some(({ values }) => values[index]!.iri !== undefined)
  const concept = `{+${iriName}}`
  const property = cube && dimensionIri(cube.base, dimension)
  switch (kind) {
    case 'code': {
      const code = { ...common, datatype: 'string' }
      if (property === undefined) return code
      return isCoded
        ? { ...code, aboutUrl: concept, propertyUrl: iri('skos:notation') }
        : { ...code, propertyUrl: property }
    }
    case 'label': {
      const described = { ...common, datatype: 'string', lang: language }
      if (property === undefined || !isCoded) return described
      return { ...described, aboutUrl: concept, propertyUrl: iri('skos:prefLabel') }
    }
    case 'iri': {
      const described = { ...common, datatype: 'anyURI' }
      if (property === undefined || !isCoded) return described
      return { ...described, propertyUrl: property, valueUrl: concept }
    }
    case 'role':
      return { ...common, datatype: { base: 'string', format: 'missing|other' } }
  }
}
