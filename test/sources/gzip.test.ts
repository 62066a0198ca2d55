import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { readBytes, utf8 } from './readBytes.ts'

const CSV = `a;b\n${Array.from({ length: 5000 }, (_, index) => `${index};${index ** 3 % 7919}`).join('\n')}`

test('what is compressed is read as it was, members of the archive one after the other', async () => {
  const middle = CSV.length >> 1
  const archive = Buffer.concat([gzipSync(CSV.slice(0, middle)), gzipSync(CSV.slice(middle))])
  const { records } = await readBytes(archive, { path: 'a.csv.gz', pieceLength: 100 })
  expect(records).toEqual((await readBytes(utf8(CSV))).records)
  expect(records).toHaveLength(5000)
})

test('what is cut off or broken is refused', async () => {
  const archive = gzipSync(CSV)
  await expect(readBytes(archive.subarray(0, -100))).rejects.toThrow(/broken or cut off/)
  const broken = Buffer.from(archive)
  broken[archive.length >> 1]! ^= 0xff
  await expect(readBytes(broken)).rejects.toThrow(/broken or cut off/)
})

test('a decompression bomb is refused', async () => {
  const bomb = gzipSync(Buffer.concat([utf8('a\n'), Buffer.alloc(80 * 1024 * 1024, 'b')]))
  await expect(readBytes(bomb, { pieceLength: 1024 })).rejects.toThrow(/decompression bomb/)
})
