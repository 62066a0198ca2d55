import { execFile } from 'node:child_process'
import { cp, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import * as source from '../src/index.ts'
import { temporaryFolder } from './temporaryFolder.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const run = promisify(execFile)

/** What the repository holds that a package is built from, without anything that was built before. */
const INGREDIENTS = [
  'LICENSE',
  'README.md',
  'examples',
  'package.json',
  'src',
  'test',
  'tsconfig.build.json',
  'tsconfig.json',
  'vocab',
]

test('every script that package.json runs with Node.js is there', async () => {
  const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  const files = Object.values<string>(scripts).flatMap(
    script => script.match(/\b(?:src|test)\/\S+\.ts\b/g) ?? [],
  )
  for (const file of files) await expect(readFile(join(root, file)), file).resolves.toBeDefined()
})

test('the package is built as it is packed, and works as it is shipped', async () => {
  const folder = await temporaryFolder()
  const checkout = join(folder, 'checkout')
  for (const name of INGREDIENTS) await cp(join(root, name), join(checkout, name), { recursive: true })
  await symlink(join(root, 'node_modules'), join(checkout, 'node_modules'))
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', folder], { cwd: checkout })
  const [{ filename, files }] = JSON.parse(stdout)
  const paths: string[] = files.map((file: { path: string }) => file.path)
  const vocabulary = await readdir(join(root, 'vocab'), { recursive: true, withFileTypes: true })
  const shipped = vocabulary
    .filter(entry => entry.isFile())
    .map(({ parentPath, name }) => relative(root, join(parentPath, name)))
  expect(shipped.length).toBeGreaterThan(8)
  expect(paths).toEqual(
    expect.arrayContaining([
      'README.md',
      'LICENSE',
      'dist/index.js',
      'dist/index.d.ts',
      'dist/cli/annuaire.js',
      ...shipped,
    ]),
  )
  expect(paths.filter(path => /(^|\/)(public|src|test|node_modules)\/|\.map$/.test(path))).toEqual([])

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
}, 300_000)
