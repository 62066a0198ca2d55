import type * as RDF from '@rdfjs/types'
import type { GivenText, Language } from '../errors.ts'
import { mediaTypeIri, RDF_MEDIA_TYPES } from '../graph/mediaTypes.ts'
import { iri } from '../vocabulary/namespaces.ts'
import type { DirectoryDescription, StatisticDescription } from './catalog.ts'
import { describe, localized, typed } from './describe.ts'
import type { FileSummary } from './releaseFile.ts'

/** A file that is a form of a dataset. */
export interface Distribution {
  readonly file: FileSummary
  readonly iri: string
  readonly url: string
  readonly format: Format
  /** The statistic that it is a form of; of the directory itself none. */
  readonly statistic: StatisticDescription | undefined
}

interface Format {
  /** IRI. */
  readonly fileType: string
  readonly name: string
}

/** Languages and file types in the authority tables of the Publications Office, as DCAT-AP 3.0.1 §A.5 asks. */
const AUTHORITY = 'http://publications.europa.eu/resource/authority/'
export const LANGUAGES: Readonly<Record<Language, string>> = {
  fr: `${AUTHORITY}language/FRA`,
  en: `${AUTHORITY}language/ENG`,
}

const RDF_FILE_TYPES: Readonly<Record<string, string>> = {
  'text/turtle': 'RDF_TURTLE',
  'application/n-triples': 'RDF_N_TRIPLES',
  'application/ld+json': 'JSON_LD',
  'application/rdf+xml': 'RDF_XML',
}

/** The file as a distribution; `undefined` of files that are no form of a dataset: queries, reports, charts. */
export function distributionOf(
  file: FileSummary,
  { base, date, statistics = [] }: DirectoryDescription,
): Distribution | undefined {
  const { path, mediaType } = file
  const id = /^statistics\/(.+)\.(?:csv|json|ttl)$/.exec(path)?.[1]
  const statistic = statistics.find(one => one.id === id)
  const format = formatOf(mediaType, statistic !== undefined)
  if (!format || (path.startsWith('statistics/') && !statistic)) return undefined
  const url = `${base}/releases/${date}/${path}`
  return { file, iri: `${url}#distribution`, url, format, statistic }
}

function formatOf(mediaType: string, isStatistic: boolean): Format | undefined {
  const type = (name: string) => `${AUTHORITY}file-type/${name}`
  if (Object.hasOwn(RDF_FILE_TYPES, mediaType)) {
    const { name } = RDF_MEDIA_TYPES[mediaType as keyof typeof RDF_MEDIA_TYPES]
    return { fileType: type(RDF_FILE_TYPES[mediaType]!), name }
  }
  if (mediaType === 'text/csv') return { fileType: type('CSV'), name: 'CSV' }
  // The JSON of a statistic is JSON-stat, for which the table has no entry of its own.
  return isStatistic && mediaType === 'application/json'
    ? { fileType: type('JSON'), name: 'JSON-stat 2.0' }
    : undefined
}

/** What a catalogue says of a distribution. */
export function distributionQuads(
  { file: { path, mediaType, byteSize, sha256 }, iri: distribution, url, format, statistic }: Distribution,
  { title, titles, licence, licences, language, date }: DirectoryDescription,
): RDF.Quad[] {
  const own = titles?.[path] ?? withFormat(statistic?.title ?? title, format.name)
  const foreign = licences?.[path]
  return [
    ...describe(distribution, ['dcat:Distribution'], {
      'dcterms:title': localized(own),
      'dcat:accessURL': [url],
      'dcat:downloadURL': [url],
      'dcat:mediaType': [mediaTypeIri(mediaType)],
      'dcterms:format': [format.fileType],
      'dcat:byteSize': [typed(String(byteSize), 'xsd:nonNegativeInteger')],
      'spdx:checksum': [`${url}#checksum`],
      'dcterms:license': [foreign?.licence ?? licence],
      'dcterms:rights': foreign ? [`${url}#rights`] : [],
      'dcterms:language': [LANGUAGES[language]],
      'dcterms:issued': [typed(date, 'xsd:date')],
    }),
    ...(foreign
      ? describe(`${url}#rights`, ['dcterms:RightsStatement'], {
          'dcterms:description': localized(foreign.rights),
        })
      : []),
    ...describe(`${url}#checksum`, ['spdx:Checksum'], {
      'spdx:algorithm': [iri('spdx:checksumAlgorithm_sha256')],
      'spdx:checksumValue': [typed(sha256, 'xsd:hexBinary')],
    }),
  ]
}

function withFormat(title: GivenText, format: string): GivenText {
  return Object.fromEntries(
    Object.entries(title).map(([language, text]) => [language, `${text} (${format})`]),
  )
}
