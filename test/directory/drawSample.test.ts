import { mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { openDirectory } from '../../src/index.ts'
import { temporaryFolder } from '../temporaryFolder.ts'
import { CONFIGURATION, GOOD, HEADER, writeFolder } from './writeDirectory.ts'

/** Twelve actors, a third of them municipalities, each with a name that is nobody else's to read. */
const ROWS = Array.from({ length: 12 }, (_, index) => {
  const kind = index % 3 === 0 ? 'Commune' : 'Association'
  return `r${index};Structure ${index};${kind};;https://s${index}.example/;;;;;;Canari Privé ${index};2019-05-01`
})

const withSample = (sample: string, more = '') =>
  `${CONFIGURATION}surveys:
  essai:
    title: { fr: Enquête d’essai, en: Test survey }
    date: 2020-01-31
    sample: ${sample}
${more}`

const SAMPLE = '{ size: 5, seed: 7, stratifyBy: legalForm, contact: [Présidence] }'

async function folderOf(configuration: string, rows: readonly string[] = ROWS) {
  return writeFolder({ 'annuaire.yaml': configuration, 'acteurs.csv': [HEADER, ...rows].join('\r\n') })
}

/** Contacts, as a French spreadsheet reads them. */
async function contactsIn(folder: string) {
  const text = await readFile(join(folder, 'contacts.csv'), 'utf8')
  return parse(text, { delimiter: ';', bom: true, columns: true }) as Record<string, string>[]
}

/** All that lies under a folder, by path. */
async function bytesUnder(folder: string): Promise<Record<string, string>> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter(entry =>
    entry.isFile(),
  )
  return Object.fromEntries(
    await Promise.all(
      files.map(async ({ parentPath, name }) => {
        const path = join(parentPath, name)
        return [path.slice(folder.length), await readFile(path, 'latin1')] as const
      }),
    ),
  )
}

describe('a sample', () => {
  test('is written with what is needed to ask, and kept out of repositories', async () => {
    const folder = await folderOf(withSample(SAMPLE))
    const { path, status, sample } = await (await openDirectory(folder)).drawSample('essai')
    expect([path, status]).toEqual([join(folder, 'private', 'essai'), 'new'])
    expect(sample.strata.map(({ code, frameSize, sampleSize }) => [code, frameSize, sampleSize])).toEqual([
      ['asso', 8, 3],
      ['ville', 4, 2],
    ])
    const contacts = await contactsIn(path)
    expect(contacts).toHaveLength(5)
    for (const contact of contacts) {
      const index = contact.Clé!.slice(1)
      const isTown = Number(index) % 3 === 0
      expect(contact).toEqual({
        Source: 'acteurs',
        Clé: `r${index}`,
        Nom: `Structure ${index}`,
        Strate: isTown ? 'Commune' : 'Association',
        Poids: isTown ? '2' : '2,666667',
        'Probabilité d’inclusion': isTown ? '0,5' : '0,375',
        Courriel: '',
        Site: `https://s${index}.example/`,
        Présidence: `Canari Privé ${index}`,
      })
    }
    for (const place of [join(folder, 'private'), path])
      expect(await readFile(join(place, '.gitignore'), 'utf8')).toBe('*\n')
    expect(await readFile(join(path, 'LISEZMOI.txt'), 'utf8')).toContain(
      '- Association\u00a0: 3 sur 8, poids 2,6667',
    )
    expect((await readdir(path)).toSorted()).toEqual([
      '.gitignore',
      'LISEZMOI.txt',
      'contacts.csv',
      'sample.json',
    ])
  })

  test('changes no byte of a release, and none of it is in one', async () => {
    const folder = await folderOf(withSample(SAMPLE))
    const before = await temporaryFolder()
    await (await openDirectory(folder)).publish(before)
    const { path } = await (await openDirectory(folder)).drawSample('essai')
    await (await openDirectory(folder)).publish()
    const published = await bytesUnder(join(folder, 'public'))
    expect(published).toEqual(await bytesUnder(before))
    expect(Object.keys(published).length).toBeGreaterThan(20)
    const secrets = (await contactsIn(path)).map(({ Présidence }) => Présidence!)
    expect(secrets).toHaveLength(5)
    const { units } = JSON.parse(await readFile(join(path, 'sample.json'), 'utf8'))
    expect(units).toHaveLength(5)
    for (const [file, bytes] of Object.entries(published)) {
      expect(bytes, file).not.toContain('Canari')
      expect(bytes, file).not.toContain('sample.json')
    }
  })

  test('is the same when it is drawn again, and what was written beside it stays', async () => {
    const folder = await folderOf(withSample(SAMPLE))
    const { path } = await (await openDirectory(folder)).drawSample('essai')
    await writeFile(join(path, 'contacts.csv'), 'annotated')
    expect((await (await openDirectory(folder)).drawSample('essai')).status).toBe('unchanged')
    expect(await readFile(join(path, 'contacts.csv'), 'utf8')).toBe('annotated')
  })

  test('does not take the place of another one unasked', async () => {
    const folder = await folderOf(withSample(SAMPLE))
    const { path } = await (await openDirectory(folder)).drawSample('essai')
    const first = await bytesUnder(path)
    await writeFile(join(folder, 'annuaire.yaml'), withSample(SAMPLE.replace('seed: 7', 'seed: 8')))
    const directory = await openDirectory(folder)
    await expect(directory.drawSample('essai')).rejects.toThrow('another sample was drawn here before')
    expect(await bytesUnder(path)).toEqual(first)
    expect((await directory.drawSample('essai', { replace: true })).status).toBe('replaced')
    expect(await bytesUnder(path)).not.toEqual(first)
  })

  test('keeps those who were drawn when an actor comes', async () => {
    const simple = withSample('{ size: 6, seed: 7 }')
    const drawnOf = async (rows: readonly string[]) =>
      (await (await openDirectory(await folderOf(simple, rows))).drawSample('essai')).sample.units.map(
        ({ key }) => key,
      )
    const before = await drawnOf(ROWS)
    const after = await drawnOf([...ROWS, 'new;Une de plus;Association;;;;;;;;;2019-05-01'])
    expect(after.filter(key => !before.includes(key) && key !== 'new')).toEqual([])
    expect(before).toHaveLength(6)
  })

  test('is of nobody who opted out, and of no row that was left out', async () => {
    const configuration = withSample('{ size: 11, seed: 1, contact: Présidence }', 'optOut: retrait.csv\n')
    const twin = 'r5;Un double;Association;;;;;;;;Canari du double;2019-05-01'
    const folder = await folderOf(configuration, [...ROWS, twin])
    await writeFile(join(folder, 'retrait.csv'), 'r3\n')
    const { path } = await (await openDirectory(folder)).drawSample('essai')
    const contacts = await contactsIn(path)
    expect(contacts.map(({ Clé }) => Clé)).not.toContain('r3')
    expect(contacts.find(({ Clé }) => Clé === 'r5')!.Présidence).toBe('Canari Privé 5')
  })

  test('has no formulas for a spreadsheet', async () => {
    const row = 'r;=HYPERLINK("x");Association;;;;;;;;@SUM(1);2019-05-01'
    const folder = await folderOf(withSample('{ size: 1, seed: 1, contact: Présidence }'), [
      row.replace('=HYPERLINK("x")', '"=HYPERLINK(""x"")"'),
    ])
    const { path } = await (await openDirectory(folder)).drawSample('essai')
    expect(await contactsIn(path)).toMatchObject([{ Nom: '\'=HYPERLINK("x")', Présidence: "'@SUM(1)" }])
  })

  test('may be of a query, whose prefixes are known', async () => {
    const query = '"SELECT ?actor ?stratum { ?actor a annuaire:Actor ; rov:orgType natures:ville, ?stratum }"'
    const folder = await folderOf(withSample(`{ size: 2, seed: 1, query: ${query} }`))
    const { sample } = await (await openDirectory(folder)).drawSample('essai')
    expect(sample.strata).toMatchObject([
      { code: 'https://annuaire.example.org/def/natures/ville', frameSize: 4, sampleSize: 2 },
    ])
  })

  test('in English has its notice in English', async () => {
    const folder = await folderOf(withSample(SAMPLE).replace('language: fr', 'language: en'))
    const { path } = await (await openDirectory(folder)).drawSample('essai')
    const csv = await readFile(join(path, 'contacts.csv'), 'utf8')
    expect(csv.split('\r\n')[0]).toBe(
      '\uFEFFSource,Key,Name,Stratum,Weight,Inclusion probability,E-mail,Website,Présidence',
    )
    expect(csv).toContain(',2.666667,0.375,')
    expect(await readFile(join(path, 'README.txt'), 'utf8')).toContain(
      'Random sample without replacement of 5 actors of 12',
    )
  })
})

describe('where it would be published, nothing is written:', () => {
  test.each([
    ['the folder of releases beside the configuration', 'public'],
    ['within it', 'public/privé'],
    ['within a folder that is called so', 'elsewhere/releases/x'],
    ['the folder of other releases', 'site'],
    ['a link into it', 'link'],
    ['a link to a link', 'link2/x'],
  ])('%s', async (_, out) => {
    const folder = await folderOf(withSample(SAMPLE))
    await mkdir(join(folder, 'site', 'releases', 'latest'), { recursive: true })
    await symlink('public', join(folder, 'link'))
    await symlink(join(folder, 'link'), join(folder, 'link2'))
    const directory = await openDirectory(folder)
    await expect(directory.drawSample('essai', { out: join(folder, out) })).rejects.toThrow('is published')
    expect(Object.keys(await bytesUnder(folder)).toSorted()).toEqual(['/acteurs.csv', '/annuaire.yaml'])
  })

  test('links that turn in a circle end', async () => {
    const folder = await folderOf(withSample(SAMPLE))
    await symlink('b', join(folder, 'a'))
    await symlink('a', join(folder, 'b'))
    await expect(
      (await openDirectory(folder)).drawSample('essai', { out: join(folder, 'a') }),
    ).rejects.toThrow()
  })
})

describe('where a sample is kept, nothing is published:', () => {
  test.each([
    ['the folder beside the configuration', 'private'],
    ['that of the sample', 'private/essai'],
    ['one in it', 'private/essai/site/x'],
    ['the folder of a sample elsewhere', 'elsewhere/essai'],
    ['one that holds a sample', 'elsewhere'],
    ['a link to it', 'link'],
  ])('%s', async (_, out) => {
    const folder = await folderOf(withSample(SAMPLE))
    const directory = await openDirectory(folder)
    await directory.drawSample('essai')
    await directory.drawSample('essai', { out: join(folder, 'elsewhere') })
    await rm(join(folder, 'elsewhere/essai/contacts.csv'))
    await symlink('private', join(folder, 'link'))
    const before = await bytesUnder(folder)
    await expect(directory.publish(join(folder, out))).rejects.toThrow('a sample is kept here')
    expect(await bytesUnder(folder)).toEqual(before)
  })

  test('a folder that no repository takes in is none, nor one beside a file of contacts', async () => {
    const folder = await folderOf(withSample(SAMPLE))
    await writeFile(join(folder, 'contacts.csv'), '')
    await mkdir(join(folder, 'dist'))
    await writeFile(join(folder, 'dist', '.gitignore'), '*\n')
    expect((await (await openDirectory(folder)).publish(join(folder, 'dist'))).status).toBe('new')
  })
})

test.skipIf(process.platform === 'win32')('nobody but who drew a sample reads it', async () => {
  const folder = await folderOf(withSample(SAMPLE))
  const { path } = await (await openDirectory(folder)).drawSample('essai')
  for (const name of ['contacts.csv', 'sample.json'])
    expect((await stat(join(path, name))).mode & 0o777, name).toBe(0o600)
})

describe('what cannot be drawn is said:', () => {
  const drawn = async (configuration: string, id = 'essai') =>
    (await openDirectory(await folderOf(configuration, [...ROWS, ...GOOD]))).drawSample(id)

  test.each([
    ['{ size: 15, seed: 1 }', 'a sample of 15 cannot be drawn: the frame has 14 units'],
    ['{ size: 1, seed: 1, contact: Téléphone }', 'has the column "Téléphone"; check "contact"'],
    [
      '{ size: 1, seed: 1, query: "SELECT ?actor { VALUES ?actor { owl:Thing } }" }',
      'gives <http://www.w3.org/2002/07/owl#Thing>, which is no actor of the directory',
    ],
    ['{ seed: 1, allocation: { asso: 1 } }', 'the stratum "asso", which the frame has not'],
    ['{ seed: 1 }', 'line 47: "size" is missing'],
    ['{ size: 1, seed: 1, stratifyBy: nature }', 'there is no dimension "nature"'],
    ['{ size: 1, seed: 1, population: there }', 'there is no population "there"'],
    ['{ size: 1, seed: 1, population: { nature: [x] } }', 'there is no dimension "nature"'],
    ['{ size: 1, seed: 1, query: x, stratifyBy: legalForm }', '"query" is in the place of'],
    ['{ seed: 1, minimum: 1, allocation: { asso: 1 } }', '"minimum" is for the other allocations'],
    ['{ size: 1, seed: "a\\nb" }', 'seed'],
  ])('%s', async (sample, message) => {
    await expect(drawn(withSample(sample))).rejects.toThrow(message)
  })

  test('a survey that there is not, and one without a sample', async () => {
    await expect(drawn(withSample(SAMPLE), 'autre')).rejects.toThrow(
      'there is no survey "autre"; known are essai',
    )
    const without = withSample(SAMPLE).replace(/ {4}sample:.*\n/, '')
    await expect(drawn(without)).rejects.toThrow('nothing says how the sample of the survey "essai" is drawn')
  })
})
