import type * as RDF from '@rdfjs/types'
import { DataFactory } from 'n3'
import type { Language, LocalizedText } from '../../errors.ts'
import { describe } from '../../graph/describe.ts'
import { iri } from '../../vocabulary/namespaces.ts'

const { literal, namedNode } = DataFactory

/** What a data set says of itself. */
export interface DataSetDescription {
  readonly root: string
  readonly title: LocalizedText
  /** What its shares are shares of, where it is no count of actors. */
  readonly unit?: LocalizedText | undefined
  /** What has to be known to read its figures rightly, a sentence or two each. */
  readonly notes: Readonly<Record<Language, readonly string[]>>
  /** Day of the release, `YYYY-MM-DD`. */
  readonly date: string
  /** IRIs. */
  readonly publisher?: string | undefined
  readonly licence?: string | undefined
  /** Of the texts of the queries that gave its figures. */
  readonly queries: readonly string[]
  /** Of what was asked. */
  readonly derivedFrom: readonly string[]
  /** Of other data sets that tell more. Default: none. */
  readonly related?: readonly string[]
}

/** A data set (Data Cube §9), and the computation that it came of (PROV-O §3.1). */
export function* describeDataSet({
  root,
  title,
  unit,
  notes,
  date,
  publisher,
  licence,
  queries,
  derivedFrom,
  related = [],
}: DataSetDescription): Generator<RDF.Quad> {
  const dataSet = describe(`${root}#it`)
  yield dataSet.a('qb:DataSet')
  for (const property of ['dcterms:title', 'rdfs:label'] as const) {
    yield dataSet.has(property, literal(title.fr, 'fr'))
    yield dataSet.has(property, literal(title.en, 'en'))
  }
  if (unit) {
    yield dataSet.has('annuaire:shareOf', literal(unit.fr, 'fr'))
    yield dataSet.has('annuaire:shareOf', literal(unit.en, 'en'))
  }
  for (const language of ['fr', 'en'] as const) {
    for (const note of notes[language]) yield dataSet.has('rdfs:comment', literal(note, language))
  }
  yield dataSet.has('dcterms:issued', literal(date, namedNode(iri('xsd:date'))))
  if (publisher !== undefined) yield dataSet.links('dcterms:publisher', publisher)
  if (licence !== undefined) yield dataSet.links('dcterms:license', licence)
  yield dataSet.links('qb:structure', `${root}#structure`)
  for (const other of related) yield dataSet.links('rdfs:seeAlso', other)
  for (const source of derivedFrom) yield dataSet.links('prov:wasDerivedFrom', source)
  yield dataSet.links('prov:wasGeneratedBy', `${root}#computation`)
  const computation = describe(`${root}#computation`)
  yield computation.a('prov:Activity')
  for (const used of [...queries, ...derivedFrom]) yield computation.links('prov:used', used)
  if (licence !== undefined) yield describe(licence).a('dcterms:LicenseDocument')
}
