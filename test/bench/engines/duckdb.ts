import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { toRow } from '../canonicalRows.ts'
import { TABLES } from '../generateDirectory.ts'
import type { OpenEngine } from './engine.ts'

/** DuckDB over tables in memory, asked in SQL that was written by hand. */
export const openDuckDb: OpenEngine = async folder => {
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  for (const name of Object.keys(TABLES)) {
    // Codes are texts: without `all_varchar`, that of the Ain would be 1.
    await connection.run(
      `CREATE TABLE ${name} AS SELECT * FROM read_csv('${join(folder, `${name}.csv`)}', header = true, all_varchar = true)`,
    )
  }
  for (const change of [
    'ALTER TABLE actor ALTER id TYPE INTEGER',
    'ALTER TABLE actor ALTER founded TYPE DATE',
    'ALTER TABLE actor ALTER latitude TYPE DOUBLE',
    'ALTER TABLE actor ALTER longitude TYPE DOUBLE',
    'ALTER TABLE mission ALTER actor TYPE INTEGER',
    'ALTER TABLE audience ALTER actor TYPE INTEGER',
  ]) {
    await connection.run(change)
  }
  return {
    async ask({ sql }) {
      return (await connection.runAndReadAll(sql!)).getRowObjectsJS()
    },
    rowsOf: (rows: readonly Record<string, unknown>[], { columns = {} }) =>
      rows.map(row => toRow(row, columns)),
  }
}
