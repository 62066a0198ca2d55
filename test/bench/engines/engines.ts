import type { OpenEngine } from './engine.ts'

/** What is compared, by name; loaded only where it is asked for. */
export const ENGINES: Readonly<Record<string, () => Promise<OpenEngine>>> = {
  annuaire: async () => (await import('./annuaire.ts')).openAnnuaire,
  duckdb: async () => (await import('./duckdb.ts')).openDuckDb,
  oxigraph: async () => (await import('./oxigraph.ts')).openOxigraph,
  virtuoso: async () => (await import('./virtuoso.ts')).openVirtuoso,
  comunica: async () => (await import('./comunica.ts')).openComunica,
}
