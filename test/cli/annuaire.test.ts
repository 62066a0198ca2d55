import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openDirectory } from '../../src/index.ts'
import { CONFIGURATION, GOOD, HEADER, toWindows1252 } from '../directory/writeDirectory.ts'
import { typographyFaults } from '../frenchTypography.ts'
import { temporaryFolder } from '../temporaryFolder.ts'
import { annuaire, folderOf } from './run.ts'

const BAD = 'b3;Sans forme;Asociation;732829321;;;;;;;;'
const ENGLISH = CONFIGURATION.replace('language: fr', 'language: en')
const NAMES = 'SELECT ?name { ?a a annuaire:Actor ; skos:prefLabel ?name } ORDER BY ?name'

describe('help', () => {
  test.each([['--help'], ['-h'], ['help']])('annuaire %s', async arg => {
    expect(await annuaire([arg])).toEqual({
      out: expect.stringContaining('annuaire publish [DIRECTORY]'),
      err: '',
      code: 0,
    })
  })

  test.each(['check', 'publish', 'stats', 'query'])('annuaire %s --help', async command => {
    const help = await annuaire([command, '--help'])
    expect(await annuaire(['help', command])).toEqual(help)
    expect(help).toMatchObject({ err: '', code: 0 })
    expect(help.out).toMatch(new RegExp(`^annuaire ${command} `))
    for (const line of help.out.split('\n')) expect(line.length, line).toBeLessThan(120)
  })
})

test('annuaire --version', async () => {
  const { version } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'))
  expect(await annuaire(['--version'])).toEqual({ out: `${version}\n`, err: '', code: 0 })
})

describe('a command line that is not understood', () => {
  test('nothing at all: the help, where errors go', async () => {
    const { out, err, code } = await annuaire([])
    expect([out, code]).toEqual(['', 2])
    expect(err).toContain('annuaire check')
  })

  test.each<[string, string[], RegExp]>([
    ['an unknown command', ['publsh'], /there is no command "publsh"/],
    ['a command that objects have by birth', ['constructor'], /there is no command "constructor"/],
    ['help with an unknown command', ['help', 'publsh'], /there is no command "publsh"/],
    ['an unknown option', ['check', '--colour'], /--colour/],
    ['two directories', ['check', 'a', 'b'], /check takes one directory/],
    ['an unknown form of report', ['check', '--format', 'pdf'], /--format is text or json/],
    ['no query', ['query'], /query takes one query/],
    [
      'an unknown form of answers',
      ['query', '--format', 'pdf', 'ASK {}'],
      /one of table, csv, tsv, json, xml, turtle/,
    ],
  ])('%s', async (_, args, message) => {
    const { out, err, code } = await annuaire(args)
    expect([out, code]).toEqual(['', 2])
    expect(err).toMatch(message)
    expect(err).toMatch(/; see annuaire --help\n$/)
    expect(err).not.toContain('    at ')
  })
})

describe('check', () => {
  test('data that conforms', async () => {
    const { out, err, code } = await annuaire(['check', await folderOf(GOOD)])
    expect(out).toBe('Les données sont conformes\u00a0: 0 erreur, 0 avertissement.\n')
    expect(err).toBe('acteurs.csv\u00a0: csv, utf-8, «\u00a0;\u00a0», 2 lignes, 12 colonnes\n')
    expect(code).toBe(0)
  })

  test('data that does not, in the language of the directory', async () => {
    const [fr, en] = await Promise.all([
      annuaire(['check'], await folderOf([...GOOD, BAD])),
      annuaire(['check'], await folderOf([...GOOD, BAD], ENGLISH)),
    ])
    expect([fr.code, en.code]).toEqual([1, 1])
    expect(fr.out).toMatch(
      /^ERREUR acteurs\.csv, ligne 4, colonne «\u00a0Siren\u00a0»\u00a0: «\u00a0732829321/m,
    )
    // Then the line of YAML to paste for what is in no list.
    const line = '  # acteurs\n      "Nature": {"field":"legalForm","values":{"Asociation":"asso"}}\n'
    const prose = fr.out.slice(0, -line.length)
    expect(fr.out.slice(-line.length)).toBe(line)
    expect(prose).toMatch(
      /laissées de côté\u00a0: 1 erreur, 1 avertissement\.\n\nSi les valeurs proches sont les bonnes.*\n$/,
    )
    expect(typographyFaults(prose)).toEqual([])
    expect(en.out).toMatch(/^ERROR acteurs\.csv, line 4, column "Siren": "732829321"/m)
    expect(en.out).toMatch(/left out: 1 error, 1 warning\.\n\nWhere the nearest values are right.*\n/)
    expect(en.out.endsWith(line)).toBe(true)
    expect(en.err).toBe('acteurs.csv: csv, utf-8, ";", 3 rows, 12 columns\n')
  })

  test('as JSON, with what the library says', async () => {
    const folder = await folderOf([...GOOD, BAD])
    const { out, code } = await annuaire(['check', folder, '--format', 'json'])
    expect(code).toBe(1)
    expect(JSON.parse(out)).toEqual(JSON.parse(JSON.stringify(await (await openDirectory(folder)).check())))
  })

  test.each<[string, string, string, RegExp]>([
    [
      'a configuration with a fault',
      'language: fr',
      'language: de',
      /line 5: "language" must be one of fr, en/,
    ],
    ['a source that is not there', 'acteurs.csv', 'autres.csv', /autres\.csv: the file cannot be read/],
  ])('%s', async (_, from, to, message) => {
    const { out, err, code } = await annuaire([
      'check',
      await folderOf(GOOD, CONFIGURATION.replace(from, to)),
    ])
    expect([out, code]).toEqual(['', 2])
    expect(err).toMatch(message)
    expect(err).not.toContain('    at ')
  })

  test('a folder without a configuration', async () => {
    const { err, code } = await annuaire(['check'], await temporaryFolder())
    expect(err).toMatch(
      /annuaire\.yaml: there is no such configuration; name an annuaire\.yaml or its folder/,
    )
    expect(code).toBe(2)
  })
})

describe('publish', () => {
  test('prints where the release is, and the rest elsewhere', async () => {
    const folder = await folderOf([...GOOD, BAD])
    const { out, err, code } = await annuaire(['publish', folder])
    const release = join(folder, 'public/releases/2020-01-31')
    expect([out, code]).toEqual([`${release}\n`, 0])
    expect(err).toContain('2 acteurs publiés sur 3 lignes lues, 1 laissée de côté.')
    expect(err).toContain(`À regarder\u00a0: ${join(release, 'report.html')}`)
    expect(await readdir(release)).toContain('catalog.ttl')
    const again = await annuaire(['publish', folder])
    expect([again.out, again.code]).toEqual([`${release}\n`, 0])
    expect(again.err).toContain('(version inchangée)')
  })

  test('with --strict, nothing where there is a violation', async () => {
    const folder = await folderOf([...GOOD, BAD])
    const { out, err, code } = await annuaire(['publish', '--strict'], folder)
    expect([out, code]).toEqual(['', 1])
    expect(err).toContain('ligne 4')
    expect(await readdir(folder)).toEqual(['acteurs.csv', 'annuaire.yaml'])
  })

  test('with --strict, a release where there is none', async () => {
    const { code } = await annuaire(['publish', '--strict'], await folderOf(GOOD))
    expect(code).toBe(0)
  })

  test('other contents under the same date only with --replace', async () => {
    const folder = await folderOf(GOOD, ENGLISH)
    expect((await annuaire(['publish', '--out', 'out'], folder)).out).toBe('out/releases/2020-01-31\n')
    await writeFile(join(folder, 'acteurs.csv'), [HEADER, GOOD[0]].join('\n'))
    const refused = await annuaire(['publish', '--out', 'out'], folder)
    expect([refused.out, refused.code]).toEqual(['', 2])
    expect(refused.err).not.toContain('    at ')
    const replaced = await annuaire(['publish', '--out', 'out', '--replace'], folder)
    expect(replaced.code).toBe(0)
    expect(replaced.err).toContain('1 actor published of 1 row read.')
  })
})

describe('stats', () => {
  test('all, an empty line between', async () => {
    const { out, err, code } = await annuaire(['stats'], await folderOf(GOOD))
    expect(code).toBe(0)
    expect(out.split('\r\n\r\n').map(table => table.split(',')[0])).toEqual(['legalForm', 'size', 'members'])
    expect(err).toBe('Natures\nTailles\nAdhérents\n')
  })

  test('one, as a CSV file', async () => {
    const { out } = await annuaire(['stats', '.', 'adherents'], await folderOf(GOOD))
    expect(out).toBe('members,membersLabel,membersIri,n,base,missing,share\r\n12,12,,1,1,1,100.0000\r\n')
  })

  test('the query of one', async () => {
    const folder = await folderOf(GOOD)
    const { out } = await annuaire(['stats', '.', 'natures', '--query'], folder)
    expect(out).toContain('SELECT')
    expect((await annuaire(['query', '-'], folder, out)).code).toBe(0)
  })

  test.each([
    ['csvw', /^\{\n {2}"@context"/],
    ['json-stat', /"version": "2\.0"/],
    ['cube', /^@prefix [\s\S]*a qb:DataSet/],
    ['chart', /^<svg [\s\S]*<title [\s\S]*Kinds/],
    ['sentences', /^Kinds\n\nOnly one of the 2 actors has the legal form “Association” \(50\.0%\)\.\n/],
    ['query', /SELECT/],
  ])('one as %s, in English', async (format, expected) => {
    const folder = await folderOf(GOOD)
    const { out, code } = await annuaire(
      ['stats', '.', 'natures', '--format', format, '--language', 'en'],
      folder,
    )
    expect(out).toMatch(expected)
    expect(code).toBe(0)
  })

  test('a format that there is not', async () => {
    const { err, code } = await annuaire(['stats', '--format', 'xls'], await folderOf(GOOD))
    expect(err).toContain('--format is one of csv, csvw, json-stat, cube, chart, sentences, query')
    expect(code).toBe(2)
  })

  test('those of the directory here, by their names alone', async () => {
    const folder = await folderOf(GOOD)
    await mkdir(join(folder, 'natures'))
    const { err, code } = await annuaire(['stats', 'natures', 'adherents'], folder)
    expect([err, code]).toEqual(['Natures\nAdhérents\n', 0])
  })

  test('those of a folder beside this directory', async () => {
    const folder = await folderOf(GOOD)
    await mkdir(join(folder, 'other'))
    const renamed = CONFIGURATION.replace('  natures: {', '  kinds: {')
    await writeFile(join(folder, 'other/annuaire.yaml'), renamed.replace('acteurs.csv', '../acteurs.csv'))
    const { err, code } = await annuaire(['stats', 'other', 'kinds'], folder)
    expect([err, code]).toEqual(['Natures\n', 0])
  })

  test.each([[['.', 'other']], [['other']]])('one that there is not: %j', async args => {
    const { err, code } = await annuaire(['stats', ...args], await folderOf(GOOD))
    expect(err).toContain('there is no statistic "other"; known are natures, tailles, adherents')
    expect(code).toBe(2)
  })
})

describe('query', () => {
  test.each<[string, string, (out: string) => unknown, unknown]>([
    ['table', NAMES, out => out.includes('Le Lien'), true],
    ['csv', NAMES, out => out, 'name\r\nLe Lien\r\nMédiathèque d’Évreux\r\n'],
    ['json', NAMES, out => JSON.parse(out).results.bindings.length, 2],
    ['json', 'ASK { ?a a annuaire:Actor }', out => JSON.parse(out).boolean, true],
    [
      'turtle',
      'CONSTRUCT { ?a a foaf:Agent } { ?a a annuaire:Actor }',
      out => out.match(/foaf:Agent/g)?.length,
      2,
    ],
  ])('%s: %s', async (format, sparql, read, expected) => {
    const { out, err, code } = await annuaire(['query', sparql, '--format', format], await folderOf(GOOD))
    expect([err, code]).toEqual(['', 0])
    expect(read(out)).toEqual(expected)
  })

  test.each<[string, string[], RegExp]>([
    [
      'a format that does not fit',
      ['DESCRIBE <https://e.example/>', '--format', 'csv'],
      /cannot be written as csv; the format should be turtle/,
    ],
    ['a query that is none', ['SELEC'], /./],
    [
      'a source that is not there',
      ['ASK {}', '--source', 'missing.ttl'],
      /there is no file or folder "missing\.ttl"/,
    ],
    [
      'a source that is no dump',
      ['ASK {}', '--source', 'acteurs.csv'],
      /"acteurs\.csv" is no dump that can be read/,
    ],
  ])('%s', async (_, args, message) => {
    const { out, err, code } = await annuaire(['query', ...args], await folderOf(GOOD))
    expect([out, code]).toEqual(['', 2])
    expect(err).toMatch(message)
    expect(err).not.toContain('    at ')
  })

  test('own fields and schemes by their prefixes, which shorten the table too', async () => {
    const { out } = await annuaire(['query', 'SELECT * { ?a own:size ?size }'], await folderOf(GOOD))
    expect(out).toMatch(/^a +size *\n/)
    expect(out).toContain('tailles:petite')
  })

  test('the query from standard input', async () => {
    const { out } = await annuaire(['query', '-', '--format', 'csv'], await folderOf(GOOD), NAMES)
    expect(out).toContain('Le Lien')
  })

  test('any dump, the folder of the release and that of the directory', async () => {
    const folder = await folderOf(GOOD)
    const { path } = await (await openDirectory(folder)).publish()
    const dumps = (await readdir(join(path, 'dumps'))).filter(name => name.startsWith('actors'))
    expect(dumps).toHaveLength(4)
    const cwd = await temporaryFolder()
    for (const source of [...dumps.map(name => join(path, 'dumps', name)), path, folder]) {
      const { out, code } = await annuaire(['query', NAMES, '--source', source, '--format', 'csv'], cwd)
      expect([out, code], source).toEqual(['name\r\nLe Lien\r\nMédiathèque d’Évreux\r\n', 0])
    }
  })
})

test('a file in Windows-1252 is read as such, and the terminal says so', async () => {
  const folder = await folderOf(GOOD)
  await writeFile(join(folder, 'acteurs.csv'), toWindows1252([HEADER, ...GOOD].join('\n')))
  const { out, err } = await annuaire(['query', NAMES, '--format', 'csv'], folder)
  expect(out).toContain('Médiathèque d’Évreux')
  expect(err).toBe('')
  expect((await annuaire(['check'], folder)).err).toContain('windows-1252')
})
