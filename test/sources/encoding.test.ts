import { expect, test } from 'vitest'
import { SourceError } from '../../src/errors.ts'
import { fc } from '../fastCheck.ts'
import { readBytes, utf8 } from './readBytes.ts'

const utf16le = (text: string) => Buffer.from(text, 'utf16le')
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16()

test.each<[string, Uint8Array, string, true?]>([
  ['UTF-8', utf8('nom\né'), 'utf-8'],
  ['UTF-8 with a byte order mark', utf8('\ufeffnom\né'), 'utf-8', true],
  ['Windows-1252', Uint8Array.from([...utf8('nom\n'), 0xe9]), 'windows-1252'],
  ['UTF-16 with a byte order mark', utf16le('\ufeffnom\né'), 'utf-16le', true],
  ['UTF-16, big end first, with a byte order mark', utf16be('\ufeffnom\né'), 'utf-16be', true],
  ['UTF-16 without a byte order mark', utf16le('nom\né'), 'utf-16le'],
  ['UTF-16, big end first, without a byte order mark', utf16be('nom\né'), 'utf-16be'],
])('%s is detected', async (_, bytes, encoding, byteOrderMark) => {
  for (const pieceLength of [1, 2, 3, bytes.length]) {
    const source = await readBytes(bytes, { pieceLength })
    expect(source.detection.encoding).toBe(encoding)
    expect(source.detection.byteOrderMark).toBe(byteOrderMark)
    expect(source.records).toEqual([{ nom: 'é' }])
  }
})

test('what is no UTF-8 is found at the end of a long file too', async () => {
  const bytes = Buffer.concat([utf8(`nom\n${'é\n'.repeat(100_000)}`), Uint8Array.of(0x92, 0x9c)])
  const { detection, records } = await readBytes(bytes, { pieceLength: 64 * 1024 })
  expect(detection.encoding).toBe('windows-1252')
  expect(records.at(-1)).toEqual({ nom: '’œ' })
})

test('detection can be overridden, with any label of the encoding', async () => {
  expect((await readBytes(utf8('a\né'), { encoding: 'windows-1252' })).records).toEqual([{ a: 'Ã©' }])
  const latin = await readBytes(Uint8Array.from([0x61, 0x0a, 0xe9]), { encoding: 'ISO-8859-1' })
  expect([latin.detection.encoding, latin.records]).toEqual(['windows-1252', [{ a: 'é' }]])
  const greek = await readBytes(Uint8Array.from([0x61, 0x0a, 0xe1]), { encoding: 'iso-8859-7' })
  expect(greek.records).toEqual([{ a: 'α' }])
})

test('an encoding that does not fit, or that nobody knows, is an error with the file', async () => {
  const latin = Uint8Array.from([0x61, 0x0a, 0xe9])
  await expect(readBytes(latin, { encoding: 'utf-8' })).rejects.toThrow(/f\.csv: .*not in utf-8/)
  await expect(readBytes(utf8('a'), { encoding: 'klingon' })).rejects.toThrow(/unknown encoding "klingon"/)
  const cut = utf8('\ufeffa\né').subarray(0, -1)
  await expect(readBytes(cut)).rejects.toThrow(/not in utf-8/)
  const loneSurrogate = utf16le('\ufeffa\n\ud800b')
  await expect(readBytes(loneSurrogate)).rejects.toThrow(SourceError)
})

test('all bytes of Windows-1252 have a character each', async () => {
  const bytes = Uint8Array.from([0x61, 0x0a, ...Array.from({ length: 96 }, (_, index) => 0xa0 + index), 0x80])
  const { records } = await readBytes(bytes, { encoding: 'windows-1252' })
  expect(records).toEqual([{ a: `${Buffer.from(bytes.subarray(2, -1)).toString('latin1')}€` }])
})

test('whatever the pieces, the text is the same', async () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 30 })
  await fc.assert(
    fc.asyncProperty(text, fc.integer({ min: 1, max: 5 }), async (text, pieceLength) => {
      const bytes = utf8(`"a"\n"${text.replaceAll('"', '')}"`)
      const whole = await readBytes(bytes)
      expect((await readBytes(bytes, { pieceLength })).records).toEqual(whole.records)
      expect(whole.records).toEqual([{ a: text.replaceAll('"', '') }])
    }),
  )
})
