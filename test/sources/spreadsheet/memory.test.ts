import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { openSpreadsheet } from '../../../src/sources/spreadsheet/openSpreadsheet.ts'
import { ods, xlsx } from './workbooks.ts'

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

const MEGABYTE = 1024 ** 2
const ROWS = 100_000
const TEXT = 'Association fictive n° '.repeat(5)

function memory(): number {
  collectGarbage()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / MEGABYTE
}

test.each([
  ['xlsx', xlsx, (index: number) => `<row><c t="inlineStr"><is><t>${TEXT}${index}</t></is></c></row>`],
  [
    'ods',
    ods,
    (index: number) =>
      `<table:table-row><table:table-cell office:value-type="string"><text:p>${TEXT}${index}</text:p></table:table-cell></table:table-row>`,
  ],
] as const)('memory does not grow with the rows of %s', async (format, build, row) => {
  const bytes = await build(Array.from({ length: ROWS }, (_, index) => row(index)).join(''))
  const source = await openSpreadsheet(bytes, format, { file: 'f' })
  let read = 0
  let early = 0
  let late = 0
  for await (const batch of source.batches()) {
    read += batch.length
    if (early === 0 && read > ROWS / 5) early = memory()
    // While the stream is still open: what it holds on to would be free once it is closed.
    if (late === 0 && read > ROWS * 0.8) late = memory()
  }
  expect(read).toBe(ROWS - 1)
  expect(late - early).toBeLessThan(3)
})
