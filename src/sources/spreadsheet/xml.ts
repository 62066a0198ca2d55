import { SourceError } from '../../errors.ts'
import { type Archive, readText } from './archive.ts'

/** The elements of workbooks nest a dozen deep. */
const MOST_DEPTH = 256

/** The attributes of an element, by their names with prefix. */
export type Attributes = Readonly<Record<string, string>>

/** What is told of an XML document, in its order. Names have their prefix. */
export interface XmlListener {
  /** @param end offset behind the `>` of the tag, in UTF-16 code units of the document; so in `close` */
  open(name: string, attributes: Attributes, end: number): void
  close(name: string, end: number): void
  /** A run of text; an element may have several. */
  text?(text: string): void
  /** A piece of the document is about to be read. */
  piece?(text: string): void
}

/**
 * Tells a listener of an XML document in an archive (XML 1.0). It is handed over piece by piece: after each, what the
 * listener has gathered can be taken away. Declarations of document types, and with them entities, are refused.
 *
 * @throws {SourceError} where the document is absent or broken
 */
export async function* parsePart(
  archive: Archive,
  name: string,
  listener: XmlListener,
): AsyncGenerator<undefined> {
  const location = { file: archive.file }
  const entry = archive.find(name)
  if (!entry) {
    throw new SourceError(
      `the workbook lacks its part "${name}"; open and save it in a spreadsheet program`,
      { location },
    )
  }
  const { SaxesParser } = await import('saxes')
  const parser = new SaxesParser()
  let depth = 0
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1
    if (depth > MOST_DEPTH)
      throw new SourceError(`"${entry.filename}" nests too deep to be part of a workbook`, { location })
    // Without namespaces, which are resolved by prefix, attributes are texts.
    listener.open(name, attributes as Attributes, parser.position)
  })
  parser.on('closetag', ({ name }) => {
    depth -= 1
    listener.close(name, parser.position)
  })
  const onText = listener.text?.bind(listener)
  if (onText) {
    parser.on('text', onText)
    parser.on('cdata', onText)
  }
  parser.on('doctype', () => {
    throw new SourceError(`"${entry.filename}" declares a document type, which workbooks must not`, {
      location,
    })
  })
  parser.on('error', cause => {
    throw new BrokenXml(cause.message)
  })
  try {
    for await (const text of readText(archive, entry)) {
      listener.piece?.(text)
      parser.write(text)
      yield
    }
    parser.close()
    yield
  } catch (cause) {
    // A text past the longest string of the engine is a RangeError.
    if (!(cause instanceof BrokenXml) && !(cause instanceof RangeError)) throw cause
    throw new SourceError(
      `"${entry.filename}" in the workbook is broken (${cause.message}); open and save it in a spreadsheet program`,
      { cause, location },
    )
  }
}

/**
 * Tells a listener of a whole XML document in an archive.
 *
 * @throws {SourceError} where the document is absent or broken
 */
export async function parseWholePart(archive: Archive, name: string, listener: XmlListener): Promise<void> {
  for await (const _ of parsePart(archive, name, listener));
}

/** Bytes of a part that is held in memory, if it is not that of the shared texts. */
const MOST_HELD = 64 * 1024 ** 2

/**
 * Tells a listener of a whole XML document that it will hold in memory.
 *
 * @param most bytes that are still sensible
 * @throws {SourceError} where the document is absent, broken or larger than that
 */
export async function parseHeldPart(
  archive: Archive,
  name: string,
  listener: XmlListener,
  most = MOST_HELD,
): Promise<void> {
  const entry = archive.find(name)
  if (entry && entry.uncompressedSize > most) {
    throw new SourceError(
      `"${entry.filename}" is too large for a part of a workbook that is held in memory (${entry.uncompressedSize} bytes); save the sheet as CSV`,
      { location: { file: archive.file } },
    )
  }
  await parseWholePart(archive, name, listener)
}

class BrokenXml extends Error {}
