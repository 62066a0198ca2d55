import { parseArgs } from 'node:util'
import { SUITE_ENGINES } from './engines.ts'
import { readManifest } from './manifest.ts'
import { runTest } from './runTest.ts'

const { values, positionals } = parseArgs({
  options: { engine: { type: 'string', default: 'auto' } },
  allowPositionals: true,
})
const engine = SUITE_ENGINES[values.engine as keyof typeof SUITE_ENGINES]
if (engine === undefined || positionals.length === 0) {
  console.error('npm run test:w3c -- FOLDER… [--engine auto|columns|comunica]')
  console.error('FOLDER holds the manifest.ttl of a W3C suite; a manifest itself does as well.')
  process.exit(2)
}

let passed = 0
let failed = 0
for (const test of positionals.flatMap(readManifest)) {
  const failure = await runTest(test, engine)
  if (failure === undefined) passed++
  else {
    failed++
    console.log(`${test.name}: ${failure}`)
  }
}
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
