import type { DirectoryDescription } from '../../src/release/catalog.ts'
import type { FileSummary } from '../../src/release/releaseFile.ts'

const base = 'https://annuaire.example.org/test'

/** A directory of which all is known. */
export const DIRECTORY: Required<DirectoryDescription> = {
  base,
  title: { fr: 'Annuaire', en: 'Directory' },
  description: { fr: 'Un annuaire', en: 'A directory' },
  publisher: { name: 'L’éditeur', homepage: 'https://www.example.org/' },
  licence: 'https://spdx.org/licenses/etalab-2.0',
  language: 'fr',
  date: '2010-02-17',
  keywords: ['association', 'numérique'],
  spatial: ['https://w3id.org/annuaire-lod/id/geo/region-72'],
  derivedFrom: ['https://w3id.org/annuaire-lod/id/cog/2026'],
  triples: 42,
  examples: [`${base}/id/acteur/aaaaaaaaaaaaaaaa#it`],
  licences: {
    'dumps/vocabulary.ttl': {
      licence: 'https://creativecommons.org/publicdomain/zero/1.0/',
      rights: { fr: 'D’autres', en: 'Others’' },
    },
  },
  titles: { 'dumps/vocabulary.ttl': { fr: 'Vocabulaire', en: 'Vocabulary' } },
  statistics: [
    {
      id: 'forms',
      iri: `${base}/id/statistique/2010-02-17/forms#it`,
      title: { fr: 'Formes', en: 'Forms' },
    },
  ],
}

const file = (path: string, mediaType: string): FileSummary => ({
  path,
  mediaType,
  byteSize: 1234,
  sha256: 'ab'.repeat(32),
})

/** Files of each sort that a release has. */
export const FILES: readonly FileSummary[] = [
  file('dumps/actors.ttl', 'text/turtle'),
  file('dumps/actors.rdf', 'application/rdf+xml'),
  file('dumps/vocabulary.ttl', 'text/turtle'),
  file('statistics/forms.csv', 'text/csv'),
  file('statistics/forms.csv-metadata.json', 'application/json'),
  file('statistics/forms.json', 'application/json'),
  file('statistics/forms.ttl', 'text/turtle'),
  file('statistics/forms.rq', 'application/sparql-query'),
  file('statistics/forms.svg', 'image/svg+xml'),
  file('report.html', 'text/html'),
]
