import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { toChart } from '../../../src/statistics/chart/toChart.ts'
import { node } from '../../cli/run.ts'
import { writeFolder } from '../../directory/writeDirectory.ts'
import { FORMS } from './chartTables.ts'

const MODULE = new URL('../../../src/statistics/chart/toChart.ts', import.meta.url).href

/** Runs a script in a process of its own; gives what it prints, and which modules it loads. */
async function run(script: string) {
  const folder = await writeFolder({
    'trace.mjs': `import { registerHooks } from 'node:module'
import { appendFileSync } from 'node:fs'
registerHooks({
  load(url, context, nextLoad) {
    appendFileSync(new URL('loaded.txt', import.meta.url), url + '\\n')
    return nextLoad(url, context)
  },
})
`,
    'script.mjs': script,
  })
  const trace = pathToFileURL(join(folder, 'trace.mjs')).href
  const { out, err, code } = await node(['--import', trace, join(folder, 'script.mjs')])
  expect([code, err]).toEqual([0, ''])
  return { out, loaded: (await readFile(join(folder, 'loaded.txt'), 'utf8')).trim().split('\n') }
}

test('what draws is loaded where a chart is drawn, and what projects where it is a map', async () => {
  const { loaded } = await run(`import ${JSON.stringify(MODULE)}`)
  expect(loaded).toContain(MODULE)
  expect(loaded.filter(url => url.includes('/node_modules/d3-'))).toEqual([])
})

test('a chart has the same bytes in another process', async () => {
  const { out, loaded } = await run(
    `import { toChart } from ${JSON.stringify(MODULE)}
process.stdout.write(await toChart(${JSON.stringify(FORMS)}))`,
  )
  expect(out).toBe(await toChart(FORMS))
  expect(loaded.some(url => url.includes('/node_modules/d3-scale/'))).toBe(true)
  expect(loaded.filter(url => url.includes('/node_modules/d3-geo/'))).toEqual([])
})
