import { SourceError } from '../../../errors.ts'
import { type Archive, replaceEntry } from '../archive.ts'
import type { Sheet } from '../sheetRow.ts'
import type { Workbook } from '../workbook.ts'
import { parseHeldPart, parsePart } from '../xml.ts'
import { annotateOdsSheet, findFreeColumn } from './annotateSheet.ts'
import { brokenIn, CONTENT } from './content.ts'
import { readOdsRows } from './readRows.ts'
import { walkTables } from './tableWalker.ts'

/**
 * Opens an ODS workbook (OpenDocument 1.3).
 *
 * @throws {SourceError} where it is none, is encrypted or broken
 */
export async function openOds(archive: Archive): Promise<Workbook> {
  await refuseEncrypted(archive)
  return {
    sheets: { [Symbol.asyncIterator]: () => readSheets(archive) },
    rowsOf: sheet => readOdsRows(archive, sheet.name),
    findFreeColumn: sheet => findFreeColumn(archive, sheet.name),
    annotate: (sheet, added) => replaceEntry(archive, CONTENT, annotateOdsSheet(archive, sheet.name, added)),
  }
}

/** Sheets, and styles that hide them; spreadsheet programs allow no more. */
const MOST_SHEETS = 10_000

/** The sheets as they come: who looks for the first one need not read them all. */
async function* readSheets(archive: Archive): AsyncGenerator<Sheet> {
  const hiddenStyles = new Set<string>()
  const sheets: Sheet[] = []
  const broken = brokenIn(archive.file)
  let count = 0
  const countSheet = () => {
    count += 1
    if (count > MOST_SHEETS) throw broken(`it has more than ${MOST_SHEETS} sheets`)
  }
  const walker = walkTables(
    {
      style(name, properties) {
        if (properties['table:display'] !== 'false') return
        countSheet()
        hiddenStyles.add(name)
      },
      table(name, attributes) {
        countSheet()
        sheets.push({ name, hidden: hiddenStyles.has(attributes['table:style-name'] ?? '') })
        return false
      },
    },
    broken,
  )
  for await (const _ of parsePart(archive, CONTENT, { open: walker.open, close: walker.close })) {
    yield* sheets.splice(0)
  }
}

async function refuseEncrypted(archive: Archive): Promise<void> {
  const location = { file: archive.file }
  const manifest = 'META-INF/manifest.xml'
  let encrypted = archive.find('encrypted-package') !== undefined
  if (archive.find(manifest)) {
    await parseHeldPart(archive, manifest, {
      open(name) {
        if (name.endsWith(':encryption-data')) encrypted = true
      },
      close() {},
    })
  }
  if (encrypted) throw new SourceError('the workbook is encrypted; save it without a password', { location })
  if (!archive.find(CONTENT)) {
    throw new SourceError(
      archive.find('[Content_Types].xml')
        ? 'the file is no ODS workbook but looks like XLSX; say "format: xlsx"'
        : 'the file is a zip archive, but no ODS workbook; open it in a spreadsheet program and save it as .ods',
      { location },
    )
  }
}
