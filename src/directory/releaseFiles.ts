import type * as RDF from '@rdfjs/types'
import { DataFactory } from 'n3'
import type { ArticleOptions } from '../article/writeArticle.ts'
import type { LocalizedText } from '../errors.ts'
import { buildGraph } from '../graph/buildGraph.ts'
import type { Graph } from '../graph/graph.ts'
import { RDF_MEDIA_TYPES, type RdfMediaType } from '../graph/mediaTypes.ts'
import { serialize } from '../graph/serialize.ts'
import { catalogQuads, type DirectoryDescription, type FileLicence } from '../release/catalog.ts'
import { maskAll } from '../release/maskPersonal.ts'
import { mergesToNdjson } from '../release/mergesNdjson.ts'
import type { FileSummary, ReleaseFile } from '../release/releaseFile.ts'
import { repairsToNdjson } from '../release/repairsNdjson.ts'
import { reportToHtml } from '../release/reportHtml.ts'
import { reportToJson } from '../release/reportJson.ts'
import { comparisonName } from '../statistics/comparison/comparisonName.ts'
import { releaseProvenance } from '../statistics/provenance/releaseProvenance.ts'
import { geographicCodeEdition } from '../vocabulary/geographicCode.ts'
import { articleFiles } from './article.ts'
import { comparisonFiles } from './comparisonFiles.ts'
import type { Publication } from './publication.ts'
import { publicationReport } from './publicationReport.ts'
import { dataSetIri, statisticFiles } from './statisticFiles.ts'
import { surveyFiles, surveyFileTitles } from './surveyFiles.ts'

const VOCABULARY_TITLE: LocalizedText = {
  fr: 'Vocabulaire\u00a0: ontologie, listes de codes, territoires (Turtle)',
  en: 'Vocabulary: ontology, code lists, territories (Turtle)',
}

const COMPARISON: LocalizedText = {
  fr: 'Comparaison\u00a0: effectifs, bases et parts de chaque côté, écarts en points de pourcentage et rapports.',
  en: 'Comparison: counts, bases and shares of each side, differences in percentage points and ratios.',
}

/** The categories and territories are Insee's, whoever publishes them. */
const VOCABULARY_LICENCE: FileLicence = {
  licence: 'https://spdx.org/licenses/etalab-2.0',
  rights: {
    fr: 'Catégories juridiques et code officiel géographique\u00a0: Insee, sous Licence Ouverte 2.0\u00a0; histoire des territoires d’après geohisto (Etalab), codes NUTS d’après Eurostat. L’ontologie, les formes juridiques, les missions et les publics sont sous CC0.',
    en: 'Legal categories and official geographic code: Insee, under its Licence Ouverte 2.0; history of the territories from geohisto (Etalab), NUTS codes from Eurostat. The ontology, legal forms, missions and audiences are CC0.',
  },
}

/** The article of a release: tables and their queries are there already, and it is asked of the release itself. */
const RESULTS: ArticleOptions = {
  name: 'results',
  paths: {
    chart: id => `results/charts/${id}.svg`,
    query: id => `statistics/${id}.rq`,
    cube: id => `statistics/${id}.ttl`,
    cell: (id, name) => `results/queries/${id}/${name}.rq`,
  },
  source: '.',
  writesTableQueries: false,
}

/** The files of a release, those that tell of others last. */
export async function* releaseFiles(
  publication: Publication,
  signal: AbortSignal | undefined,
): AsyncGenerator<ReleaseFile> {
  const { assembly, date, tables, configuration, lexicon } = publication
  const data = await assembly.data()
  const dump = (
    path: string,
    mediaType: RdfMediaType,
    quads: () => Iterable<RDF.Quad> | AsyncIterable<RDF.Quad>,
  ) => ({
    path,
    mediaType,
    content: () => serialize(quads(), mediaType, signal === undefined ? {} : { signal }),
  })
  for (const [mediaType, { extension }] of Object.entries(RDF_MEDIA_TYPES)) {
    yield dump(`dumps/actors.${extension}`, mediaType as RdfMediaType, () => data)
  }
  yield dump('dumps/vocabulary.ttl', 'text/turtle', async function* () {
    yield* await buildGraph(lexicon.quads)
  })
  const context = { configuration, lexicon, date, language: configuration.language }
  for (const table of tables) {
    yield* statisticFiles(table, { ...context, geometry: publication.geometries?.[table.id] })
  }
  const { surveys = [], comparisons = [] } = publication
  for (const comparison of comparisons) yield* comparisonFiles(comparison, context)
  yield* surveyFiles(surveys)
  for await (const { content, ...file } of articleFiles(publication, configuration.language, RESULTS))
    yield { ...file, content: () => content }
  const report = publicationReport(assembly, date, tables, configuration, surveys)
  yield { path: 'report.json', mediaType: 'application/json', content: () => reportToJson(report) }
  yield {
    path: 'repairs.ndjson',
    mediaType: 'application/x-ndjson',
    content: () =>
      repairsToNdjson(
        maskAll(
          assembly.reading.sources
            .flatMap(({ repairs }) => repairs)
            .filter(({ source, result }) => !assembly.isWithheld({ source, value: result })),
        ),
      ),
  }
  if (assembly.merges.length > 0) {
    yield {
      path: 'merges.ndjson',
      mediaType: 'application/x-ndjson',
      content: () => mergesToNdjson(assembly.merges),
    }
  }
  yield {
    path: 'report.html',
    mediaType: 'text/html',
    content: () => reportToHtml(report, configuration.language),
  }
  yield {
    path: 'catalog.ttl',
    mediaType: 'text/turtle',
    content: written =>
      serialize(
        [
          ...catalogQuads(describeDirectory(publication, data), written),
          ...provenanceOf(publication, written),
        ],
        'text/turtle',
      ),
  }
}

/** What the release was made of; its dumps and queries came of it. */
function provenanceOf(
  { date, configuration: { base }, inputs = [] }: Publication,
  written: readonly FileSummary[],
): Iterable<RDF.Quad> {
  const iriOf = ({ path }: FileSummary) => `${base}/releases/${date}/${path}`
  const queries = written.filter(({ path }) => /^statistics\/.*\.rq$/.test(path))
  return releaseProvenance({
    base,
    date,
    inputs,
    dumps: written.filter(({ path }) => path.startsWith('dumps/')).map(iriOf),
    queries: queries.map(file => ({ ...file, iri: iriOf(file) })),
  })
}

function describeDirectory(
  { assembly, date, configuration, tables, surveys = [], comparisons = [] }: Publication,
  data: Graph,
): DirectoryDescription {
  const [example] = assembly.actors
  const edition = DataFactory.namedNode(geographicCodeEdition().iri)
  return {
    ...configuration,
    date,
    triples: data.size,
    derivedFrom: data.match(edition).size > 0 ? [edition.value] : [],
    examples: example === undefined ? [] : [example.id],
    licences: { 'dumps/vocabulary.ttl': VOCABULARY_LICENCE },
    titles: { 'dumps/vocabulary.ttl': VOCABULARY_TITLE, ...surveyFileTitles(surveys) },
    statistics: [
      ...tables.map(({ id, title }) => ({ id, title })),
      ...comparisons.map(one => ({ id: comparisonName(one), title: one.title, description: COMPARISON })),
    ].map(statistic => ({ ...statistic, iri: dataSetIri(statistic, configuration.base, date) })),
  }
}
