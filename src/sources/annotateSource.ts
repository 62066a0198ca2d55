import type { Effects } from '../effects.ts'
import { annotateText } from './annotateText.ts'
import type { SourceOptions } from './openSource.ts'
import type { Addition, SourceDetection } from './row.ts'
import { annotateSpreadsheet } from './spreadsheet/annotateSpreadsheet.ts'

/**
 * A producer's own file with columns added at its end: same format, rows, columns and order.
 *
 * @param options with which the file was opened
 * @param detection what it turned out to be
 * @throws {SourceError} as the reading of the file does
 */
export async function* annotateSource(
  path: string,
  options: SourceOptions & { readonly effects: Effects },
  { format, sheet, headerRows, skipRows }: SourceDetection,
  addition: Addition,
): AsyncGenerator<Uint8Array> {
  if (format !== 'xlsx' && format !== 'ods') {
    yield* annotateText(path, { ...options, format }, addition)
    return
  }
  const { displayName: file = path } = options
  const bytes = await options.effects.readFile(path)
  yield await annotateSpreadsheet(
    bytes,
    format,
    {
      file,
      ...(sheet === undefined ? {} : { sheet }),
      ...(headerRows === undefined ? {} : { headerRows }),
      ...(skipRows === undefined ? {} : { skipRows }),
    },
    addition,
  )
}
