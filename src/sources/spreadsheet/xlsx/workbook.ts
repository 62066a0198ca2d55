import { posix } from 'node:path'
import { SourceError } from '../../../errors.ts'
import type { Archive } from '../archive.ts'
import type { Sheet } from '../sheetRow.ts'
import { type Attributes, parseWholePart } from '../xml.ts'
import { isTrue, mainNames } from './names.ts'
import { loadNumberFormats, type NumberToText } from './numberFormat.ts'
import { readSharedStrings } from './sharedStrings.ts'

/** A worksheet and the name of its part. */
export interface XlsxSheet extends Sheet {
  readonly part: string
}

/** An XLSX workbook (ECMA-376 part 1, 18), without its rows. */
export interface XlsxWorkbook {
  readonly archive: Archive
  /** In the order of their tabs; charts and macros are none. */
  readonly sheets: readonly XlsxSheet[]
  readonly sharedStrings: readonly string[]
  /** By the number of the cell style. */
  readonly formats: readonly NumberToText[]
}

/**
 * Reads all of a workbook but its rows.
 *
 * @throws {SourceError} where a part is absent or broken
 */
export async function readWorkbook(archive: Archive): Promise<XlsxWorkbook> {
  const workbook = await findWorkbookPart(archive)
  const relations = await readRelations(archive, workbook)
  const types = new Map(relations.map(({ id, type, part }) => [id, { type, part }]))
  const sheets: XlsxSheet[] = []
  let date1904 = false
  const local = mainNames()
  await parseWholePart(archive, workbook, {
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
  const relations: Relation[] = []
  const local = mainNames()
  await parseWholePart(archive, posix.join(folder, '_rels', `${posix.basename(part)}.rels`), {
    open(name, { Id = '', Type = '', Target = '', TargetMode }) {
      if (local(name) !== 'Relationship' || TargetMode === 'External') return
      relations.push({
        id: Id,
        type: posix.basename(Type),
        part: posix.resolve(folder, decodeTarget(Target)),
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
  const { ofCode, ofId } = await loadNumberFormats(date1904)
  const codes = new Map<number, string>()
  const ids: number[] = []
  const local = mainNames()
  let isCellStyle = false
  await parseWholePart(archive, part, {
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
    const code = codes.get(id)
    const format = formats.get(id) ?? (code === undefined ? ofId(id) : ofCode(code))
    formats.set(id, format)
    return format
  })
}
