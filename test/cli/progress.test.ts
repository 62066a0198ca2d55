import { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { withProgress } from '../../src/cli/progress.ts'
import type { RunOptions } from '../../src/index.ts'

/** A terminal of so many columns, and what was written to it. */
function fakeTerminal(columns: number | undefined) {
  let written = ''
  const stream = new Writable({
    write(chunk, _, done) {
      written += chunk
      done()
    },
  })
  const moves = { cursorTo: () => true, clearLine: () => true, moveCursor: () => true }
  Object.assign(stream, { isTTY: true, columns, rows: 24, ...moves })
  return { stream: stream as unknown as NodeJS.WriteStream, written: () => written }
}

const terminal = { out: () => {}, err: () => {}, signal: new AbortController().signal }

async function work({ onStep }: RunOptions): Promise<boolean> {
  onStep?.('read')
  return onStep !== undefined
}

test('a terminal is told what is going on', async () => {
  const { stream, written } = fakeTerminal(80)
  expect(await withProgress('fr', terminal, work, stream)).toBe(true)
  expect(written()).toContain('Lecture des fiches…')
})

test.each([0, undefined])('a terminal of %s columns is told nothing, and the work ends', async columns => {
  const { stream, written } = fakeTerminal(columns)
  expect(await withProgress('fr', terminal, work, stream)).toBe(false)
  expect(written()).toBe('')
})
