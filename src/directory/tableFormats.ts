/** The formats of a table: media type, and extension after its id. */
export const TABLE_FORMATS = {
  csv: { mediaType: 'text/csv', extension: 'csv' },
  // The name by which readers of CSV on the Web look for it (Tabular Data Model §5.3).
  csvw: { mediaType: 'application/json', extension: 'csv-metadata.json' },
  'json-stat': { mediaType: 'application/json', extension: 'json' },
  cube: { mediaType: 'text/turtle', extension: 'ttl' },
  chart: { mediaType: 'image/svg+xml', extension: 'svg' },
  sentences: { mediaType: 'text/plain', extension: 'txt' },
  query: { mediaType: 'application/sparql-query', extension: 'rq' },
} as const

/** A format of a table, by its name. */
export type TableFormat = keyof typeof TABLE_FORMATS
