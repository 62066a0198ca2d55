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

/** Megabytes of strings and objects, and of buffers. */
async function memory(): Promise<readonly [number, number]> {
  // What the building of the workbook has left behind takes several rounds to go.
  for (let round = 0; round < 3; round++) {
    collectGarbage()
    await new Promise(setImmediate)
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return [heapUsed / MEGABYTE, arrayBuffers / MEGABYTE]
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
  let early: Awaited<ReturnType<typeof memory>> | undefined
  let late: Awaited<ReturnType<typeof memory>> | undefined
  for await (const batch of source.batches()) {
    read += batch.length
    if (read > ROWS / 5) early ??= await memory()
    // While the stream is still open: what it holds on to would be free once it is closed.
    if (read > ROWS * 0.8) late ??= await memory()
  }
  expect(read).toBe(ROWS - 1)
  expect(late![0] - early![0]).toBeLessThan(3)
  expect(late![1] - early![1]).toBeLessThan(3)
})
