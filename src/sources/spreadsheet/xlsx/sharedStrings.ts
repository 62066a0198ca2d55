import type { Archive } from '../archive.ts'
import { parseHeldPart } from '../xml.ts'
import { mainNames } from './names.ts'

/** Bytes of all shared texts: more than a full sheet of a million rows has. */
const MOST_SHARED = 1024 ** 3

/** The table of the texts that cells share (ECMA-376 part 1, 18.4); texts of several runs are joined. */
export async function readSharedStrings(archive: Archive, part: string): Promise<string[]> {
  const strings: string[] = []
  const local = mainNames()
  const string = stringItem()
  const listener = {
    open: (name: string) => string.open(local(name)),
    close(name: string) {
      const element = local(name)
      if (element === 'si') strings.push(string.take())
      else string.close(element)
    },
    text: string.text,
  }
  await parseHeldPart(archive, part, listener, MOST_SHARED)
  return strings
}

/** Gathers the text of a string item (CT_Rst): its runs, without the phonetic ones, which only help to read it. */
export function stringItem() {
  let gathered = ''
  let isText = false
  let isPhonetic = false
  return {
    open(element: string): void {
      if (element === 't') isText = !isPhonetic
      else if (element === 'rPh') isPhonetic = true
    },
    close(element: string): void {
      if (element === 't') isText = false
      else if (element === 'rPh') isPhonetic = false
    },
    text(text: string): void {
      if (isText) gathered += text
    },
    /** What was gathered since the last time. */
    take(): string {
      const string = unescapeString(gathered)
      gathered = ''
      return string
    },
  }
}

/** `_x000D_` stands for a character that XML has no place for (ST_Xstring, ECMA-376 part 1, 22.9.2.19). */
export function unescapeString(text: string): string {
  if (!text.includes('_x')) return text
  return text
    .replace(/_x([\da-f]{4})_/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    .toWellFormed()
}

/** The reverse of {@link unescapeString}, for any text; also escapes what means something in XML. */
export function escapeString(text: string): string {
  return text
    .toWellFormed()
    .replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_')
    .replace(
      /[^\t\n\u0020-\ufffd\u{10000}-\u{10ffff}]/gu,
      code => `_x${code.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}
