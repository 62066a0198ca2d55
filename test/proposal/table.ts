import { type Effects, nodeEffects } from '../../src/effects.ts'
import { profileSample, type Sample } from '../../src/proposal/sample.ts'

/** A sample of the columns given, by header; rows that a column lacks are empty. */
export function tableOf(columns: Readonly<Record<string, readonly string[]>>): Sample {
  const names = Object.keys(columns)
  const length = Math.max(...Object.values(columns).map(values => values.length))
  const rows = Array.from({ length }, (_, row) => ({ cells: names.map(name => columns[name]![row] ?? '') }))
  return profileSample(names, rows)
}

/** As many texts, made of their number from 1. */
export function times(count: number, make: (number: number) => string): string[] {
  return Array.from({ length: count }, (_, index) => make(index + 1))
}

/** Effects of a folder that holds these files. */
export function effectsOf(files: Readonly<Record<string, string | Uint8Array>>): Effects {
  const bytesOf = (path: string) => {
    const file = files[path.slice(path.lastIndexOf('/') + 1)]
    if (file === undefined) throw new Error(`no file ${path}`)
    return typeof file === 'string' ? new TextEncoder().encode(file) : file
  }
  return {
    ...nodeEffects,
    readFile: async path => bytesOf(path),
    readChunks: async function* (path) {
      yield bytesOf(path)
    },
  }
}

const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`

/** The text of a CSV file. */
export function csv(rows: readonly (readonly string[])[]): string {
  return rows.map(row => row.map(quote).join(';')).join('\n')
}
