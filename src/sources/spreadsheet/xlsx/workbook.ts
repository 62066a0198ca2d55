import { posix } from 'node:path'
import { SourceError } from '../../../errors.ts'
import { type Archive, replaceEntry } from '../archive.ts'
import type { Sheet } from '../sheetRow.ts'
import type { Workbook } from '../workbook.ts'
import { type Attributes, parseHeldPart } from '../xml.ts'
import { annotateXlsxSheet, findFreeColumn } from './annotateSheet.ts'
import { builtInFormat } from './builtInFormats.ts'
import { isTrue, mainNames } from './names.ts'
import { loadNumberFormats, type NumberToText } from './numberFormat.ts'
import { readXlsxRows, type XlsxCells } from './readRows.ts'
import { readSharedStrings } from './sharedStrings.ts'

/**
 * Opens an XLSX workbook: reads all of it but its rows.
 *
 * @throws {SourceError} where a part is absent or broken
 */
export async function openXlsx(archive: Archive): Promise<Workbook> {
  const workbook = await readWorkbook(archive)
  const parts = new Map<Sheet, string>(workbook.sheets.map(sheet => [sheet, sheet.part]))
  return {
    sheets: workbook.sheets,
    rowsOf: sheet => readXlsxRows(workbook, sheet.name, parts.get(sheet)!),
    findFreeColumn: sheet => findFreeColumn(archive, parts.get(sheet)!),
    annotate: (sheet, added) => {
      const part = parts.get(sheet)!
      return replaceEntry(archive, part, annotateXlsxSheet(archive, part, added))
    },
  }
}

async function readWorkbook(
  archive: Archive,
): Promise<XlsxCells & { readonly sheets: readonly (Sheet & { readonly part: string })[] }> {
  const workbook = await findWorkbookPart(archive)
  const relations = await readRelations(archive, workbook)
  const types = new Map(relations.map(({ id, type, part }) => [id, { type, part }]))
  const sheets: (Sheet & { readonly part: string })[] = []
  let date1904 = false
  const local = mainNames()
  await parseHeldPart(archive, workbook, {
    open(name, attributes) {
      const element = local(name)
      if (element === 'workbookPr') date1904 = isTrue(attributes.date1904)
      if (element !== 'sheet') return
      const target = types.get(relationOf(attributes))
      if (target?.type !== 'worksheet') return
      const { name: sheet = '', state = 'visible' } = attributes
      sheets.push({ name: sheet, hidden: state !== 'visible', part: target.part })
    },
    close() {},
  })
  const partOf = (type: string) => relations.find(relation => relation.type === type)?.part
  const strings = partOf('sharedStrings')
  const styles = partOf('styles')
  return {
    archive,
    sheets,
    sharedStrings: strings === undefined ? [] : await readSharedStrings(archive, strings),
    formats: styles === undefined ? [] : await readFormats(archive, styles, date1904),
  }
}

async function findWorkbookPart(archive: Archive): Promise<string> {
  const location = { file: archive.file }
  if (archive.find('_rels/.rels') === undefined) {
    throw new SourceError(
      archive.find('content.xml')
        ? 'the file is no XLSX workbook but looks like ODS; say "format: ods"'
        : 'the file is a zip archive, but no XLSX workbook; open it in a spreadsheet program and save it as .xlsx',
      { location },
    )
  }
  const document = (await readRelations(archive, '')).find(({ type }) => type === 'officeDocument')
  if (!document?.part.endsWith('.xml')) {
    throw new SourceError(
      document?.part.endsWith('.bin')
        ? 'the file is a binary workbook (.xlsb); save it as .xlsx'
        : 'the file holds no workbook; open it in a spreadsheet program and save it as .xlsx',
      { location },
    )
  }
  return document.part
}

interface Relation {
  readonly id: string
  /** The last word of its type: `worksheet`, `styles`… */
  readonly type: string
  readonly part: string
}

/** The relations of a part, or of the package where it is `''` (ECMA-376 part 2, 6.5). */
async function readRelations(archive: Archive, part: string): Promise<Relation[]> {
  const folder = posix.dirname(`/${part}`)
  const name = posix.join(folder, '_rels', `${posix.basename(part)}.rels`).slice(1)
  const relations: Relation[] = []
  const local = mainNames()
  await parseHeldPart(archive, name, {
    open(element, { Id = '', Type = '', Target = '', TargetMode }) {
      if (local(element) !== 'Relationship' || TargetMode === 'External') return
      relations.push({
        id: Id,
        type: posix.basename(Type),
        part: posix.resolve(folder, decodeTarget(Target)).slice(1),
      })
    },
    close() {},
  })
  return relations
}

function decodeTarget(target: string): string {
  try {
    return decodeURI(target)
  } catch {
    return target
  }
}

/** `r:id`, whatever prefix the namespace of relations has. */
function relationOf(attributes: Attributes): string {
  const name = Object.keys(attributes).find(key => key.endsWith(':id'))
  return name === undefined ? '' : attributes[name]!
}

/** The number formats of the cell styles (ECMA-376 part 1, 18.8). */
async function readFormats(archive: Archive, part: string, date1904: boolean): Promise<NumberToText[]> {
  const ofCode = await loadNumberFormats(date1904)
  const codes = new Map<number, string>()
  const ids: number[] = []
  const local = mainNames()
  let isCellStyle = false
  await parseHeldPart(archive, part, {
    open(name, attributes) {
      const element = local(name)
      if (element === 'cellXfs') isCellStyle = true
      else if (element === 'xf' && isCellStyle) ids.push(Number(attributes.numFmtId ?? 0))
      else if (element === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
    },
    close(name) {
      if (local(name) === 'cellXfs') isCellStyle = false
    },
  })
  const formats = new Map<number, NumberToText>()
  return ids.map(id => {
    const format = formats.get(id) ?? ofCode(codes.get(id) ?? builtInFormat(id))
    formats.set(id, format)
    return format
  })
}
