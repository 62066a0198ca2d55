import type * as RDF from '@rdfjs/types'
import { DataFactory } from 'n3'
import type { Configuration } from '../configuration/configuration.ts'
import type { Effects } from '../effects.ts'
import { type LocalizedText, ReleaseError } from '../errors.ts'
import { buildGraph } from '../graph/buildGraph.ts'
import { RDF_MEDIA_TYPES, type RdfMediaType } from '../graph/mediaTypes.ts'
import { serialize } from '../graph/serialize.ts'
import { catalogQuads, type DirectoryDescription, type FileLicence } from '../release/catalog.ts'
import { maskAll } from '../release/maskPersonal.ts'
import { mergesToNdjson } from '../release/mergesNdjson.ts'
import type { FileSummary, ReleaseFile } from '../release/releaseFile.ts'
import { repairsToNdjson } from '../release/repairsNdjson.ts'
import { reportToHtml } from '../release/reportHtml.ts'
import { reportToJson } from '../release/reportJson.ts'
import { writeRelease } from '../release/writeRelease.ts'
import type { Table } from '../statistics/statistic.ts'
import { geographicCodeEdition } from '../vocabulary/geographicCode.ts'
import type { Assembly, RunOptions } from './assemble.ts'
import type { Lexicon } from './lexicon.ts'
import { publicationReport } from './publicationReport.ts'
import { dataSetIri, statisticFiles } from './statisticFiles.ts'

/** How a release is published. */
export interface PublishOptions extends RunOptions {
  /** Whether a release of the same date with other bytes may be replaced. Default: false. */
  readonly replace?: boolean
}

/** A published release. */
export interface Release {
  /** Folder of the release. */
  readonly path: string
  /** `YYYY-MM-DD`. */
  readonly date: string
  readonly status: 'new' | 'unchanged' | 'replaced'
  readonly files: readonly FileSummary[]
  /** Numbers of rows read, of these left out, of records merged into others, and of actors published. */
  readonly rows: number
  readonly rejectedRows: number
  readonly merged: number
  readonly actors: number
}

const VOCABULARY_TITLE: LocalizedText = {
  fr: 'Vocabulaire\u00a0: ontologie, listes de codes, territoires (Turtle)',
  en: 'Vocabulary: ontology, code lists, territories (Turtle)',
}

/** The categories and territories are Insee's, whoever publishes them. */
const VOCABULARY_LICENCE: FileLicence = {
  licence: 'https://spdx.org/licenses/etalab-2.0',
  rights: {
    fr: 'Catégories juridiques et code officiel géographique\u00a0: Insee, sous Licence Ouverte 2.0\u00a0; histoire des territoires d’après geohisto (Etalab), codes NUTS d’après Eurostat. L’ontologie, les formes juridiques, les missions et les publics sont sous CC0.',
    en: 'Legal categories and official geographic code: Insee, under its Licence Ouverte 2.0; history of the territories from geohisto (Etalab), NUTS codes from Eurostat. The ontology, legal forms, missions and audiences are CC0.',
  },
}

/** What a release is made of. */
export interface Publication {
  readonly assembly: Assembly
  /** `YYYY-MM-DD`. */
  readonly date: string
  readonly tables: readonly Table[]
  readonly configuration: Configuration
  readonly lexicon: Lexicon
}

/** Writes a checked directory as a release. */
export async function publishDirectory(
  out: string,
  publication: Publication,
  effects: Effects,
  { replace = false, signal, onStep }: PublishOptions,
): Promise<Release> {
  const { assembly, date } = publication
  if (assembly.actors.length === 0) {
    throw new ReleaseError(
      'there is no actor to publish: no row of the sources passed; `annuaire check` says why. Nothing was written',
    )
  }
  onStep?.('write')
  const { path, files, status } = await writeRelease(releaseFiles(publication, signal), {
    outDirectory: out,
    date,
    replace,
    effects,
    ...(signal === undefined ? {} : { signal }),
  })
  const { reading, actors, leftOut, merges } = assembly
  const rows = reading.sources.reduce((sum, source) => sum + source.rows, 0)
  const rejectedRows = reading.sources.reduce((sum, source) => sum + source.rejectedRows(leftOut), 0)
  const merged = merges.reduce((sum, merge) => sum + merge.merged.length, 0)
  return { path, date, status, files, rows, rejectedRows, merged, actors: actors.length }
}

/** The files of a release, those that tell of others last. */
function* releaseFiles(publication: Publication, signal: AbortSignal | undefined): Generator<ReleaseFile> {
  const { assembly, date, tables, configuration, lexicon } = publication
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
    yield dump(`dumps/actors.${extension}`, mediaType as RdfMediaType, () => assembly.data)
  }
  yield dump('dumps/vocabulary.ttl', 'text/turtle', async function* () {
    yield* await buildGraph(lexicon.quads)
  })
  for (const table of tables) yield* statisticFiles(table, { configuration, lexicon, date })
  const report = publicationReport(assembly, date, tables, configuration)
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
    content: written => serialize(catalogQuads(describeDirectory(publication), written), 'text/turtle'),
  }
}

function describeDirectory({
  assembly: { data, actors },
  date,
  configuration,
  tables,
}: Publication): DirectoryDescription {
  const [example] = actors
  const edition = DataFactory.namedNode(geographicCodeEdition().iri)
  return {
    ...configuration,
    date,
    triples: data.size,
    derivedFrom: data.match(edition).size > 0 ? [edition.value] : [],
    examples: example === undefined ? [] : [example.id],
    licences: { 'dumps/vocabulary.ttl': VOCABULARY_LICENCE },
    titles: { 'dumps/vocabulary.ttl': VOCABULARY_TITLE },
    statistics: tables.map(({ id, title }) => ({
      id,
      iri: dataSetIri({ id }, configuration.base, date),
      title,
    })),
  }
}
