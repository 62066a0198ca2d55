import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import ts from 'typescript'
import { expect, onTestFinished, test } from 'vitest'
import { parse } from 'yaml'
import { FIELD_NAMES } from '../src/crosswalk/fields.ts'
import { openDirectory, readConfiguration } from '../src/index.ts'
import { temporaryFolder } from './temporaryFolder.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const readme = readFileSync(join(root, 'README.md'), 'utf8')
const run = promisify(execFile)

function block(language: string): string {
  const [, code] = new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(readme) ?? []
  expect(code, `a block of ${language}`).toBeDefined()
  return code!
}

/** What a strict compiler has to say of a module of the package. */
function diagnose(file: string): string[] {
  const program = ts.createProgram([file], {
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    types: ['node'],
  })
  expect(program.getSourceFile(file)).toBeDefined()
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
}

test('the library does what its snippet says, and a strict compiler takes it', async () => {
  const code = block('ts')
  const expected = [...code.matchAll(/console\.log\(.*\/\/ (.*)$/gm)].map(([, output]) => output)
  expect(expected.length).toBeGreaterThan(3)
  // Within the package, it can be imported by its name.
  const file = join(root, 'dist', 'readme-snippet.mts')
  onTestFinished(() => rm(file, { force: true }))
  await writeFile(file, code)
  expect(diagnose(file)).toEqual([])
  await writeFile(file, `${code}\nconst wrong: string = report.conforms\n`)
  expect(diagnose(file)).toEqual(["Type 'boolean' is not assignable to type 'string'."])
  await writeFile(file, code)
  const { stdout } = await run(process.execPath, [file], { cwd: root })
  expect(stdout.trim().split('\n')).toEqual(expected)
})

test('its command lines work from a clone as they are written', async () => {
  const [, section = ''] = readme.split('\n## Command line\n')
  const [, lines = ''] = /```sh\n([\s\S]*?)```/.exec(section) ?? []
  const folder = await temporaryFolder()
  for (const name of ['dist', 'examples', 'node_modules']) await symlink(join(root, name), join(folder, name))
  const script = join(folder, 'commands.sh')
  await writeFile(script, `set -e\nshopt -s expand_aliases\n${lines}`)
  const { stdout } = await run('bash', [script], { cwd: folder })
  expect(stdout).toContain('public/releases/2010-12-19\n')
  expect(stdout).toMatch(/\nname *\n─+\n(?:.+\n){3}$/)
}, 200_000)

test('the row and the Turtle are those of the example', async () => {
  const directory = await openDirectory(join(root, 'examples/oten-2010'))
  const answer = await directory.query('SELECT ?actor { ?actor dcterms:identifier "0010" }')
  if (answer.type !== 'bindings') throw new Error('no bindings')
  const [row] = await Array.fromAsync(answer.bindings)
  const turtle = block('turtle')
  expect(turtle).toContain(`<${row?.actor?.value}> a annuaire:Actor`)
  const ask = await directory.query(`ASK { ${turtle} }`)
  expect(ask).toEqual({ type: 'boolean', value: true })
})

test('the configuration is one that works', async () => {
  const folder = await temporaryFolder()
  const yaml = block('yaml')
  const configuration = await readConfiguration(yaml, 'annuaire.yaml')
  expect(configuration.statistics).toHaveLength(2)
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'annuaire.yaml'), yaml)
  const header = ['Numéro', ...configuration.sources[0]!.columns.keys(), 'Téléphone du président'].join(';')
  const record =
    '1;Le Lien;Assoc. loi 1901;EPN | Formation TIC;35152;48,04;-1,52;89;1er novembre 2026;06 00 00 00 00'
  await writeFile(join(folder, 'structures.csv'), `${header}\r\n${record}\r\n`)
  const directory = await openDirectory(folder)
  expect((await directory.check()).results).toEqual([])
  const { path } = await directory.publish()
  expect(await readFile(join(path, 'statistics/statuts.csv'), 'utf8')).toContain('association,Association,')
})

test('what it adds to the configuration works: guards, comparisons, wording, a survey and its sample', async () => {
  const [first, ...more] = [...readme.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text]) => text!)
  const parts = more.filter(text => /^(populations|wording|surveys):/.test(text))
  expect(parts).toHaveLength(3)
  // Later keys take the place of earlier ones: the statistics of the second part.
  const whole = Object.assign({}, ...[first!, ...parts].map(text => parse(text)))
  const folder = await temporaryFolder()
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'annuaire.yaml'), JSON.stringify(whole))
  await writeFile(
    join(folder, 'structures.csv'),
    `Numéro;Nom;Statut;Activités;Code Insee;Lat;Long;Adhérents;Mise à jour;Téléphone du président
1;Le Lien;Association;Formation TIC;35152;48,04;-1,52;89;01/10/2026;06 00 00 00 00
${Array.from({ length: 120 }, (_, index) => `${index + 2};Un autre n° ${index};Association;;75056;;;12;01/10/2026;06 00 00 00 00\n`).join('')}`,
  )
  await writeFile(
    join(folder, 'reponses.csv'),
    'Réponse;Structure;Usage;Outils;Satisfaction;Remarques\nr1;1;Oui;Lettre | Agenda;8;rien à dire\n',
  )
  const directory = await openDirectory(folder)
  const { path: drawn } = await directory.drawSample('enquete')
  const contacts = await readFile(join(drawn, 'contacts.csv'), 'utf8')
  expect(contacts.match(/06 00 00 00 00/g)).toHaveLength(100)
  // The example is small: most counts of answers are kept back, which it says, and nothing else.
  const { conforms, results } = await directory.check()
  expect(conforms).toBe(true)
  expect(new Set(results.map(({ code }) => code))).toEqual(new Set(['suppression-cost']))
  const { path } = await directory.publish()
  const files = await readdir(join(path, 'statistics'))
  expect(files).toEqual(
    expect.arrayContaining([
      'statuts.compare.en-bretagne.csv',
      'enquete-usage.csv',
      'enquete-outils-par-statut.csv',
    ]),
  )
  expect(await readFile(join(path, 'results.md'), 'utf8')).not.toContain('rien à dire')
}, 60_000)

test('every field that it names is one, and none is left out', () => {
  const [, list = ''] = /The fields of a record are ([\s\S]*?) \(`vocab/.exec(readme) ?? []
  const named = [...list.matchAll(/`([^`]+)`/g)].flatMap(([, name]) => {
    const [, parent, members] = /^(\w+)\.\{(.*)\}$/.exec(name!) ?? []
    return members === undefined ? [name!] : members.split(',').map(member => `${parent}.${member}`)
  })
  expect(named.sort()).toEqual([...FIELD_NAMES].sort())
})

test('every file that it names is there', () => {
  for (const [, path] of readme.matchAll(/`((?:vocab|examples)\/[\w./-]+)`/g)) {
    if (path!.includes('/public/')) continue
    expect(() => readFileSync(join(root, path!)), path).not.toThrow(/ENOENT/)
  }
})
