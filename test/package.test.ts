import { execFile } from 'node:child_process'
import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import * as source from '../src/index.ts'
import { temporaryFolder } from './temporaryFolder.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const run = promisify(execFile)

test('the package works as it is shipped', async () => {
  const folder = await temporaryFolder()
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', folder], { cwd: root })
  const [{ filename, files }] = JSON.parse(stdout)
  const paths: string[] = files.map((file: { path: string }) => file.path)
  expect(paths).toEqual(
    expect.arrayContaining(['README.md', 'LICENSE', 'dist/index.js', 'dist/index.d.ts', 'vocab/shapes.ttl']),
  )
  expect(paths.filter(path => /(^|\/)(public|test|node_modules)\/|\.map$/.test(path))).toEqual([])

  await run('tar', ['xzf', filename], { cwd: folder })
  // Its dependencies are those of this checkout.
  await mkdir(join(folder, 'user/node_modules'), { recursive: true })
  await symlink(join(folder, 'package'), join(folder, 'user/node_modules/annuaire-lod'))
  await symlink(join(root, 'node_modules'), join(folder, 'package/node_modules'))
  await writeFile(
    join(folder, 'user/use.mjs'),
    "import * as annuaire from 'annuaire-lod'\nconsole.log(JSON.stringify(Object.keys(annuaire).sort()))\n",
  )
  const used = await run(process.execPath, [join(folder, 'user/use.mjs')])
  expect(JSON.parse(used.stdout)).toEqual(Object.keys(source).sort())

  const command = join(folder, 'package/dist/cli/annuaire.js')
  const published = await run(
    process.execPath,
    [command, 'publish', 'package/examples/oten-2010', '--out', 'out'],
    { cwd: folder },
  )
  expect(published.stdout.trim()).toBe('out/releases/2010-12-19')
})
