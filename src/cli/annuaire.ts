#!/usr/bin/env node
import module from 'node:module'
import { checkNodeVersion } from './nodeVersion.ts'

// Nothing else is imported before it is known that this Node.js can load it.
const problem = checkNodeVersion(process.versions.node)
if (problem) {
  process.stderr.write(`${problem}\n`)
  process.exitCode = 2
} else {
  // What was compiled is kept among the temporary files, so that the next run begins sooner.
  module.enableCompileCache()
  const { main } = await import('./main.ts')
  process.exitCode = await main(process.argv.slice(2))
}
