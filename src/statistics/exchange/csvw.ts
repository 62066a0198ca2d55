import type { GivenText, Language, LocalizedText } from '../../errors.ts'
import { iri } from '../../vocabulary/namespaces.ts'
import { type CubePlace, dimensionIri, measureIri, observationTemplate } from '../cube/cubeIris.ts'
import { knownLanguage } from '../language.ts'
import type { Table } from '../statistic.ts'
import { toTableNote } from '../words/note.ts'
import type { Wording } from '../words/wording.ts'
import { type CsvColumn, csvColumns, STATUSES } from './csvColumns.ts'
import { type DimensionDescriptions, describeDimension } from './dimensions.ts'
import { describeMeasure, figureOf, isWhole, measureLabel } from './measures.ts'

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

/**
 * CSV on the Web metadata (https://www.w3.org/TR/tabular-metadata/) of the CSV that {@link tableToCsv} writes: what its
 * columns hold, in which of them there is always something, and that a cell stands once.
 *
 * @throws {StatisticsError} where the language is neither French nor English
 */
export function toCsvw(table: Table, options: CsvwOptions = {}): CsvwTable {
  const { url = `${encodeURIComponent(table.id)}.csv`, language = 'fr', licence, publisher, cube } = options
  const columns = csvColumns(table)
  const note = noteOf(table, options)
  const names = distinctNames(columns)
  const nameOf = (kind: CsvColumn['kind'], dimension: number) =>
    names[
      columns.findIndex(
        column => column.kind === kind && 'dimension' in column && column.dimension === dimension,
      )
    ]!
  const keys = names.filter((_, index) => ['code', 'role'].includes(columns[index]!.kind))
  const codes = table.dimensions.map((_, dimension) => nameOf('code', dimension))
  const about = cube && isCubeByRows(table) ? observationTemplate(cube, table, codes) : undefined
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': knownLanguage(language) }],
    url,
    'dc:title': inLanguages(table.title),
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
        if (column.kind === 'measure') return describeFigures(column, name, table, options)
        if (column.kind === 'status') return describeStatus(column, name)
        const iriName = nameOf('iri', column.dimension)
        return describeValues(column, name, iriName, table, options)
      }),
      ...(keys.length > 0 && { primaryKey: keys }),
      ...(about !== undefined && { aboutUrl: about }),
    },
  }
}

/** What has to be known of a table to read its figures rightly. */
function noteOf(table: Table, { dimensions, wording }: CsvwOptions): LocalizedText {
  const spoken = { ...(dimensions && { dimensions }), ...(wording && { wording }) }
  return {
    fr: toTableNote(table, { ...spoken, language: 'fr' }),
    en: toTableNote(table, { ...spoken, language: 'en' }),
  }
}

function inLanguages(text: GivenText) {
  return Object.entries(text).map(([language, value]) => ({ '@value': value, '@language': language }))
}

/** Names of columns are variables of URI templates (§5.6; RFC 6570 §2.3), and each stands once. */
function distinctNames(columns: readonly CsvColumn[]): readonly string[] {
  const taken = new Set<string>()
  return columns.map(({ header }) => {
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

/**
 * Whether each row is an observation of the table’s cube, named by its codes: what is kept back is in no cube, and what
 * is no value has no code.
 */
function isCubeByRows({ observations }: Table): boolean {
  return observations.every(
    ({ values, isSuppressed }) =>
      !isSuppressed && values.every(({ code, role }) => role === undefined && code !== ''),
  )
}

type ColumnOf<Kind extends CsvColumn['kind']> = Extract<CsvColumn, { readonly kind: Kind }>

function describeStatus({ header }: CsvColumn, name: string): CsvwColumn {
  return {
    name,
    titles: { und: header, fr: 'Statut', en: 'Status' },
    datatype: { base: 'string', format: Object.values(STATUSES).join('|') },
    required: false,
  }
}

function describeFigures(
  { header, measure }: ColumnOf<'measure'>,
  name: string,
  table: Table,
  { cube, dimensions }: CsvwOptions,
): CsvwColumn {
  const { kind } = describeMeasure(measure)
  const label = measureLabel(measure, table, dimensions)
  const unit = kind === 'percentage' ? ' (%)' : ''
  const count = isWhole(table, measure) ? 'nonNegativeInteger' : { base: 'decimal', minimum: 0 }
  return {
    name,
    titles: { und: header, fr: label.fr + unit, en: label.en + unit },
    datatype: kind === 'count' ? count : 'decimal',
    required: table.observations.every(observation => figureOf(observation, measure) !== null),
    ...(cube && { propertyUrl: measureIri(cube.base, measure) }),
  }
}

/** What the parts of a dimension’s values are called beside its codes. */
const PARTS: Readonly<Record<'label' | 'iri' | 'role', LocalizedText>> = {
  label: { fr: 'libellé', en: 'label' },
  iri: { fr: 'IRI', en: 'IRI' },
  role: { fr: 'rôle', en: 'role' },
}

function describeValues(
  { kind, header, dimension: index, write }: ColumnOf<'code' | 'label' | 'iri' | 'role'>,
  name: string,
  iriName: string,
  table: Table,
  { cube, dimensions, language = 'fr' }: CsvwOptions,
): CsvwColumn {
  const dimension = table.dimensions[index]!
  const { label } = describeDimension(dimension, dimensions)
  const title = (language: Language) =>
    kind === 'code' ? label[language] : `${label[language]} (${PARTS[kind][language]})`
  const common = {
    name,
    titles: { und: header, fr: title('fr'), en: title('en') },
    required: table.observations.length > 0 && table.observations.every(one => write(one) !== ''),
  }
  const isCoded = table.observations.some(({ values }) => values[index]!.iri !== undefined)
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
