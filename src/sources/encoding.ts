import { isUtf8 } from 'node:buffer'
import { SourceError } from '../errors.ts'
import { incompleteTail } from './textDecoder.ts'

const BYTE_ORDER_MARKS: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/** What is known of the encoding of a text. */
export interface Encoding {
  /** Its name in the WHATWG Encoding Standard. */
  readonly encoding: string
  readonly byteOrderMark: boolean
}

/**
 * The encoding of a text: that of its byte order mark; else UTF-16 where every other byte is 0; else UTF-8 where all
 * of it is valid UTF-8, for which other encodings hardly pass by accident; else Windows-1252, what French spreadsheets
 * write.
 *
 * @param head its first bytes
 * @param chunks all of its bytes, which are read only where the first do not tell
 */
export async function detectEncoding(
  head: Uint8Array,
  chunks: () => AsyncIterable<Uint8Array>,
): Promise<Encoding> {
  const marked = BYTE_ORDER_MARKS.find(([, mark]) => startsWith(head, mark))
  if (marked) return { encoding: marked[0], byteOrderMark: true }
  const encoding = detectUtf16(head) ?? ((await isAllUtf8(chunks())) ? 'utf-8' : 'windows-1252')
  return { encoding, byteOrderMark: false }
}

/**
 * The encoding that somebody names.
 *
 * @param label any label of the WHATWG Encoding Standard, as `latin1` or `iso-8859-1` for windows-1252
 * @throws {SourceError} where it is unknown
 */
export function namedEncoding(label: string, head: Uint8Array, file: string): Encoding {
  let encoding: string
  try {
    encoding = new TextDecoder(label, { fatal: true }).encoding
  } catch (cause) {
    throw new SourceError(`unknown encoding "${label}"; use utf-8, windows-1252, iso-8859-1 or utf-16le`, {
      cause,
      location: { file },
    })
  }
  const mark = BYTE_ORDER_MARKS.find(([name]) => name === encoding)?.[1]
  return { encoding, byteOrderMark: mark !== undefined && startsWith(head, mark) }
}

/** The byte order mark of an encoding; empty where it has none. */
export function byteOrderMarkOf(encoding: string): Uint8Array {
  return Uint8Array.from(BYTE_ORDER_MARKS.find(([name]) => name === encoding)?.[1] ?? [])
}

function startsWith(head: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => head[index] === byte)
}

/** Most letters of European languages have 0 as their upper byte in UTF-16, and no text has that as its lower byte. */
function detectUtf16(head: Uint8Array): string | undefined {
  const zeros: [even: number, odd: number] = [0, 0]
  for (let index = 0; index < head.length; index++) if (head[index] === 0) zeros[index % 2 ? 1 : 0] += 1
  const units = head.length / 2
  const [even, odd] = zeros.map(count => count / units) as typeof zeros
  if (units >= 2 && odd > 0.7 && even < 0.05) return 'utf-16le'
  if (units >= 2 && even > 0.7 && odd < 0.05) return 'utf-16be'
  return undefined
}

async function isAllUtf8(chunks: AsyncIterable<Uint8Array>): Promise<boolean> {
  let carried: Uint8Array = new Uint8Array()
  for await (const chunk of chunks) {
    const bytes = carried.length > 0 ? Buffer.concat([carried, chunk]) : chunk
    const whole = bytes.length - incompleteTail(bytes)
    if (!isUtf8(bytes.subarray(0, whole))) return false
    carried = bytes.subarray(whole)
  }
  return carried.length === 0
}
