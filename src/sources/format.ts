import { basename, extname } from 'node:path'
import { SourceError } from '../errors.ts'
import type { SourceFormat } from './row.ts'

const EXTENSIONS: Readonly<Record<string, SourceFormat>> = {
  '.csv': 'csv',
  '.tsv': 'csv',
  '.tab': 'csv',
  '.txt': 'csv',
  '.json': 'json',
  '.geojson': 'json',
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
  '.xlsx': 'xlsx',
  '.xlsm': 'xlsx',
  '.ods': 'ods',
}

/** Signature of a local file header in a zip archive, that of its first entry. */
const ZIP = [0x50, 0x4b, 0x03, 0x04] as const
/** OpenDocument, part 2, 3.3: the first entry is not compressed, so that its text can be found. */
const ODS_MEDIA_TYPE = 'mimetypeapplication/vnd.oasis.opendocument.spreadsheet'

/**
 * The format of a file. Zip archives are spreadsheets, whatever they are called; else the extension tells, that before
 * `.gz` too; else whether the text begins as JSON does.
 *
 * @param head the first bytes, decompressed
 * @throws {SourceError} where nothing tells
 */
export function detectFormat(path: string, head: Uint8Array, file: string): SourceFormat {
  const isZip = ZIP.every((byte, index) => head[index] === byte)
  if (isZip)
    return bytesToText(head.subarray(30, 30 + ODS_MEDIA_TYPE.length)) === ODS_MEDIA_TYPE ? 'ods' : 'xlsx'
  const format = EXTENSIONS[extname(basename(path).replace(/\.gz$/i, '')).toLowerCase()]
  if (format) return format
  if (/^(?:\xef\xbb\xbf)?\s*[[{]/.test(bytesToText(head.subarray(0, 1024)))) return 'json'
  // From standard input there is no extension to go by, and most of what has none is CSV.
  if (path === '-') return 'csv'
  throw new SourceError(
    'the format is not known by the extension; say "format: csv", "json", "ndjson", "xlsx" or "ods"',
    { location: { file } },
  )
}

function bytesToText(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1')
}
