import type * as RDF from '@rdfjs/types'
import type { GivenText, Language, LocalizedText } from '../errors.ts'
import { mediaTypeIri, RDF_MEDIA_TYPES } from '../graph/mediaTypes.ts'
import { PREFIXES } from '../vocabulary/namespaces.ts'
import { describe, localized, text, typed } from './describe.ts'
import { type Distribution, distributionOf, distributionQuads, LANGUAGES } from './distribution.ts'
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
  /** Statistics, each a dataset of its own. Default: none. */
  readonly statistics?: readonly StatisticDescription[]
  /** Titles of files, by path. Default: the title of their dataset with the format. */
  readonly titles?: Readonly<Record<string, GivenText>>
  /** Licences of files that have others’ data in them, by path. Default: the directory's licence. */
  readonly licences?: Readonly<Record<string, FileLicence>>
}

/** What a catalogue says of a statistic. Its distributions are the files `statistics/{id}.*`. */
export interface StatisticDescription {
  readonly id: string
  /** IRI of its data set. */
  readonly iri: string
  readonly title: GivenText
  /** Default: a sentence that says what figures a statistic has. */
  readonly description?: GivenText
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

const STATISTIC: LocalizedText = {
  fr: 'Statistique de l’annuaire : effectifs, bases, sans réponse et parts.',
  en: 'Statistic of the directory: counts, bases, missing answers and shares.',
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
 * The catalogue of a release after DCAT-AP 3.0.1 and VoID: the directory is a dataset with a distribution per dump,
 * each statistic one with a distribution per format. All nodes have IRIs; whatever an IRI names is typed here, because
 * the shapes of DCAT-AP infer nothing.
 *
 * @param files those of the release; the ones in RDF, CSV or JSON-stat become distributions, HTML pages are linked
 */
export function catalogQuads(directory: DirectoryDescription, files: readonly FileSummary[]): RDF.Quad[] {
  const { base, title, publisher, licence, language, date, statistics = [] } = directory
  const description = directory.description ?? DESCRIPTION
  const distributions = files.flatMap(file => distributionOf(file, directory) ?? [])
  const dumps = distributions.filter(({ statistic }) => statistic === undefined)
  const pages = files
    .filter(({ mediaType }) => mediaType === 'text/html')
    .map(({ path }) => `${base}/releases/${date}/${path}`)
  const shared = {
    'dcterms:publisher': [`${base}/catalog#publisher`],
    'dcterms:language': [LANGUAGES[language]],
    'dcterms:issued': [typed(date, 'xsd:date')],
    'dcterms:modified': [typed(date, 'xsd:date')],
    'dcterms:spatial': directory.spatial ?? [],
  }
  const named = (title: GivenText, description: GivenText) => ({
    'dcterms:title': localized(title),
    'dcterms:description': localized(description),
    ...shared,
  })
  return [
    ...describe(`${base}/catalog#it`, ['dcat:Catalog'], {
      ...named(title, description),
      'dcterms:license': [licence],
      'dcat:dataset': [`${base}/catalog#directory`, ...statistics.map(({ iri }) => iri)],
    }),
    ...describe(`${base}/catalog#directory`, ['dcat:Dataset', 'void:Dataset'], {
      ...named(title, description),
      // Its domain is any resource; DCAT-AP reads the licence of the distributions, VoID that of the dataset.
      'dcterms:license': [licence],
      'dcat:version': [text(date)],
      'dcat:keyword': (directory.keywords ?? []).map(keyword => text(keyword, language)),
      'prov:wasDerivedFrom': directory.derivedFrom ?? [],
      'dcat:distribution': dumps.map(({ iri }) => iri),
      'foaf:page': pages,
      'void:uriSpace': [text(`${base}/`)],
      'void:vocabulary': VOCABULARIES.map(prefix => PREFIXES[prefix]),
      'void:exampleResource': directory.examples ?? [],
      'void:triples':
        directory.triples === undefined ? [] : [typed(String(directory.triples), 'xsd:integer')],
      'void:dataDump': dumps.filter(({ file }) => file.mediaType in RDF_MEDIA_TYPES).map(({ url }) => url),
    }),
    ...statistics.flatMap(statistic =>
      describe(statistic.iri, ['dcat:Dataset'], {
        ...named(statistic.title, statistic.description ?? STATISTIC),
        'prov:wasDerivedFrom': [`${base}/catalog#directory`],
        'dcat:distribution': distributions.filter(one => one.statistic === statistic).map(({ iri }) => iri),
      }),
    ),
    ...describe(`${base}/catalog#publisher`, ['foaf:Agent'], {
      'foaf:name': [text(publisher.name, language)],
      'foaf:homepage': publisher.homepage === undefined ? [] : [publisher.homepage],
    }),
    ...distributions.flatMap(distribution => distributionQuads(distribution, directory)),
    ...typesOf(directory, distributions, pages),
  ]
}

/** What the shapes want to find typed, each once. */
function typesOf(
  { licence, licences = {}, language, publisher, spatial = [] }: DirectoryDescription,
  distributions: readonly Distribution[],
  pages: readonly string[],
): RDF.Quad[] {
  const mediaTypes = new Set(distributions.map(({ file }) => file.mediaType))
  const fileTypes = new Set(distributions.map(({ format }) => format.fileType))
  const documents = new Set([...(publisher.homepage === undefined ? [] : [publisher.homepage]), ...pages])
  const ofFiles = distributions.flatMap(({ file }) => licences[file.path]?.licence ?? [])
  return [
    ...[...new Set([licence, ...ofFiles])].flatMap(one => describe(one, ['dcterms:LicenseDocument'])),
    ...describe(LANGUAGES[language], ['dcterms:LinguisticSystem']),
    ...[...documents].flatMap(document => describe(document, ['foaf:Document'])),
    ...spatial.flatMap(territory => describe(territory, ['dcterms:Location'])),
    ...[...mediaTypes].flatMap(mediaType => describe(mediaTypeIri(mediaType), ['dcterms:MediaType'])),
    ...[...fileTypes].flatMap(fileType => describe(fileType, ['dcterms:MediaTypeOrExtent'])),
  ]
}
