import type * as RDF from '@rdfjs/types'
import type { GivenText, Language, LocalizedText } from '../errors.ts'
import { mediaTypeIri, RDF_MEDIA_TYPES } from '../graph/mediaTypes.ts'
import { iri, PREFIXES } from '../vocabulary/namespaces.ts'
import { describe, localized, text, typed } from './describe.ts'
import type { FileSummary } from './releaseFile.ts'

/** What a catalogue says of a directory. */
export interface DirectoryDescription {
  /** IRI under which the directory's own things live, without a final slash. */
  readonly base: string
  readonly title: GivenText
  /** Default: a sentence that says what the dataset is. */
  readonly description?: GivenText
  readonly publisher: { readonly name: string; readonly homepage?: string }
  /** IRI of the licence. */
  readonly licence: string
  /** Language of the records, and of the keywords. */
  readonly language: Language
  /** Day of the release, `YYYY-MM-DD`. */
  readonly date: string
  /** Default: none. */
  readonly keywords?: readonly string[]
  /** IRIs of the territories that the directory covers. Default: not said. */
  readonly spatial?: readonly string[]
  /** IRIs of what the data was made from, e.g. the edition of a code list. Default: not said. */
  readonly derivedFrom?: readonly string[]
  /** Number of triples in the dumps. Default: not said. */
  readonly triples?: number
  /** IRIs of resources that show what the others are like. Default: none. */
  readonly examples?: readonly string[]
  /** Titles of files, by path. Default: the directory's title with the format. */
  readonly titles?: Readonly<Record<string, GivenText>>
  /** Licences of files that have others’ data in them, by path. Default: the directory's licence. */
  readonly licences?: Readonly<Record<string, FileLicence>>
}

/** The licence of a file, and whose data asks for it. */
export interface FileLicence {
  /** IRI of the licence. */
  readonly licence: string
  readonly rights: LocalizedText
}

const DESCRIPTION: LocalizedText = {
  fr: 'Annuaire d’acteurs, publié en données ouvertes liées.',
  en: 'Directory of actors, published as linked open data.',
}

/** Languages and file types in the authority tables of the Publications Office, as DCAT-AP 3.0.1 §A.5 asks. */
const AUTHORITY = 'http://publications.europa.eu/resource/authority/'
const LANGUAGES: Readonly<Record<Language, string>> = {
  fr: `${AUTHORITY}language/FRA`,
  en: `${AUTHORITY}language/ENG`,
}

/** The formats of distributions. Other files of a release (queries, reports) are no forms of the dataset. */
const FORMATS: Readonly<Record<string, { readonly fileType: string; readonly name: string }>> = {
  'text/turtle': { fileType: 'RDF_TURTLE', name: RDF_MEDIA_TYPES['text/turtle'].name },
  'application/n-triples': { fileType: 'RDF_N_TRIPLES', name: RDF_MEDIA_TYPES['application/n-triples'].name },
  'application/ld+json': { fileType: 'JSON_LD', name: RDF_MEDIA_TYPES['application/ld+json'].name },
  'application/rdf+xml': { fileType: 'RDF_XML', name: RDF_MEDIA_TYPES['application/rdf+xml'].name },
  'text/csv': { fileType: 'CSV', name: 'CSV' },
}

/** Vocabularies that describe actors. */
const VOCABULARIES = [
  'annuaire',
  'adms',
  'cv',
  'dcterms',
  'foaf',
  'geo',
  'locn',
  'org',
  'prov',
  'rov',
  'schema',
  'skos',
] as const

/**
 * The catalogue of a release after DCAT-AP 3.0.1 and VoID: a catalogue with one dataset, which has a distribution
 * per dump and per table. All nodes have IRIs; whatever an IRI names is typed here, because the shapes of DCAT-AP
 * infer nothing.
 *
 * @param files those of the release; the ones in RDF or CSV become distributions, HTML pages are linked
 */
export function catalogQuads(directory: DirectoryDescription, files: readonly FileSummary[]): RDF.Quad[] {
  const { base, title, publisher, licence, language, date } = directory
  const distributions = files.filter(({ mediaType }) => Object.hasOwn(FORMATS, mediaType))
  const urlOf = ({ path }: FileSummary) => `${base}/releases/${date}/${path}`
  const description = localized(directory.description ?? DESCRIPTION)
  const released = typed(date, 'xsd:date')
  const dumps = distributions.filter(({ mediaType }) => mediaType in RDF_MEDIA_TYPES).map(urlOf)
  const pages = files.filter(({ mediaType }) => mediaType === 'text/html').map(urlOf)
  const shared = {
    'dcterms:title': localized(title),
    'dcterms:description': description,
    'dcterms:publisher': [`${base}/catalog#publisher`],
    'dcterms:language': [LANGUAGES[language]],
    'dcterms:issued': [released],
    'dcterms:modified': [released],
    'dcterms:spatial': directory.spatial ?? [],
  }
  return [
    ...describe(`${base}/catalog#it`, ['dcat:Catalog'], {
      ...shared,
      'dcterms:license': [licence],
      'dcat:dataset': [`${base}/catalog#directory`],
    }),
    ...describe(`${base}/catalog#directory`, ['dcat:Dataset', 'void:Dataset'], {
      ...shared,
      // Its domain is any resource; DCAT-AP reads the licence of the distributions, VoID that of the dataset.
      'dcterms:license': [licence],
      'dcat:version': [text(date)],
      'dcat:keyword': (directory.keywords ?? []).map(keyword => text(keyword, language)),
      'prov:wasDerivedFrom': directory.derivedFrom ?? [],
      'dcat:distribution': distributions.map(file => `${urlOf(file)}#distribution`),
      'foaf:page': pages,
      'void:uriSpace': [text(`${base}/`)],
      'void:vocabulary': VOCABULARIES.map(prefix => PREFIXES[prefix]),
      'void:exampleResource': directory.examples ?? [],
      'void:triples':
        directory.triples === undefined ? [] : [typed(String(directory.triples), 'xsd:integer')],
      'void:dataDump': dumps,
    }),
    ...describe(`${base}/catalog#publisher`, ['foaf:Agent'], {
      'foaf:name': [text(publisher.name, language)],
      'foaf:homepage': publisher.homepage === undefined ? [] : [publisher.homepage],
    }),
    ...distributions.flatMap(file => distributionQuads(file, urlOf(file), directory)),
    ...typesOf(directory, distributions, pages),
  ]
}

function distributionQuads(
  { path, mediaType, byteSize, sha256 }: FileSummary,
  url: string,
  { title, titles, licence, licences, language, date }: DirectoryDescription,
): RDF.Quad[] {
  const { fileType, name } = FORMATS[mediaType]!
  const own = titles?.[path] ?? withFormat(title, name)
  const foreign = licences?.[path]
  return [
    ...describe(`${url}#distribution`, ['dcat:Distribution'], {
      'dcterms:title': localized(own),
      'dcat:accessURL': [url],
      'dcat:downloadURL': [url],
      'dcat:mediaType': [mediaTypeIri(mediaType)],
      'dcterms:format': [`${AUTHORITY}file-type/${fileType}`],
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

/** What the shapes want to find typed, each once. */
function typesOf(
  { licence, licences = {}, language, publisher, spatial = [] }: DirectoryDescription,
  distributions: readonly FileSummary[],
  pages: readonly string[],
): RDF.Quad[] {
  const mediaTypes = new Set(distributions.map(({ mediaType }) => mediaType))
  const documents = new Set([...(publisher.homepage === undefined ? [] : [publisher.homepage]), ...pages])
  const ofFiles = distributions.flatMap(({ path }) => licences[path]?.licence ?? [])
  return [
    ...[...new Set([licence, ...ofFiles])].flatMap(one => describe(one, ['dcterms:LicenseDocument'])),
    ...describe(LANGUAGES[language], ['dcterms:LinguisticSystem']),
    ...[...documents].flatMap(document => describe(document, ['foaf:Document'])),
    ...spatial.flatMap(territory => describe(territory, ['dcterms:Location'])),
    ...[...mediaTypes].flatMap(mediaType => [
      ...describe(mediaTypeIri(mediaType), ['dcterms:MediaType']),
      ...describe(`${AUTHORITY}file-type/${FORMATS[mediaType]!.fileType}`, ['dcterms:MediaTypeOrExtent']),
    ]),
  ]
}
