import type { ArticleDefinition } from '../../src/article/article.ts'
import {
  type ArticleFile,
  type ArticleInput,
  type ArticleOptions,
  writeArticle,
} from '../../src/article/writeArticle.ts'
import type { Observation, Table } from '../../src/statistics/statistic.ts'

/** A row of a table by legal form. */
export function row(code: string, n: number | null, base: number | null, label = code): Observation {
  return {
    values: [{ code, label, iri: `https://example.org/def/${encodeURIComponent(code)}` }],
    n,
    base,
    missing: n === null ? null : 3,
    share: n === null || base === null || base === 0 ? null : Math.round((n * 1e6) / base) / 1e4,
  }
}

/** A table by legal form. */
export function tableOf(observations: readonly Observation[], more: Partial<Table> = {}): Table {
  return {
    id: 'forms',
    title: { fr: 'Formes', en: 'Forms' },
    dimensions: ['legalForm'],
    measures: ['n', 'base', 'missing', 'share'],
    observations,
    query: 'SELECT * WHERE { ?s ?p ?o }',
    ...more,
  }
}

export const TABLE = tableOf([row('association', 128, 225, 'Association'), row('sem', 9, 225, 'SEM')])

/** What an article on a small directory is written from. */
export function inputOf(tables: readonly Table[], more: Partial<ArticleInput> = {}): ArticleInput {
  return {
    language: 'en',
    directory: {
      title: { fr: 'Annuaire', en: 'Directory' },
      publisher: { name: 'An association', homepage: 'https://example.org/' },
      licence: 'https://spdx.org/licenses/etalab-2.0',
      date: '2026-01-01',
      actors: 228,
      sources: [{ name: 'actors', file: 'actors.csv', rows: 230, accepted: 228, rejectedRows: 2 }],
      merged: 0,
    },
    tables,
    cellQuery: ({ id }, { values }, count) =>
      `# ${id} ${values.map(({ code }) => JSON.stringify(code)).join(' ')} ${count}\nSELECT ?actor WHERE { ?actor ?p ?o }`,
    ...more,
  }
}

/** The files of an article, by path. */
export async function filesOf(
  definition: ArticleDefinition,
  input: ArticleInput,
  options?: ArticleOptions,
): Promise<Map<string, string>> {
  const files: ArticleFile[] = await Array.fromAsync(writeArticle(definition, input, options))
  return new Map(files.map(({ path, content }) => [path, content]))
}
