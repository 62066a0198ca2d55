import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  ConfigurationError,
  type Directory,
  openDirectory,
  ReleaseError,
  type ValidationReport,
} from '../../src/index.ts'
import { typographyFaults } from '../frenchTypography.ts'
import { CONFIGURATION, directoryOf, GOOD, HEADER, toWindows1252, writeFolder } from './writeDirectory.ts'

const MESSY = [
  ...GOOD,
  'b4;Mauvaise clé;Association;732829321;;;;;;;;',
  'b5;Mauvaise date;Association;;;;;31/02/2010;;;;',
  'b6;Sans place;Association;;;0;0;;;;;',
  'b7;Forme inconnue;Asociation;;;;;;;;;',
  'a1;Le Lien encore;Association;;;;;;;;;',
  'b9;;Association;;;;;;;;;',
  'b10;Mal rangé;Association;;06 12 34 56 78;;;;;;;',
  'b11;Mal rangé aussi;Association;;jeanne@personne.example;;;;;;;',
  'b12;Hors liste;Association;;;;;;Moyenne;douze;;',
]

/** Severity, code, line, column and value of each result. */
function placesOf({ results }: ValidationReport) {
  return results.map(({ severity, code, value, source }) => [
    severity,
    code,
    source?.line,
    source?.column,
    value,
  ])
}

async function ask(directory: Directory, pattern: string): Promise<unknown> {
  const answer = await directory.query(`ASK { ${pattern} }`)
  return answer.type === 'boolean' && answer.value
}

/** All texts of a release. */
async function readRelease(path: string): Promise<Map<string, string>> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  const files = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
  return new Map(
    await Promise.all(
      files.map(async file => [file.slice(path.length + 1), await readFile(file, 'utf8')] as const),
    ),
  )
}

describe.each([
  ['utf-8', (text: string) => text],
  ['windows-1252', toWindows1252],
])('a messy file in %s', (encoding, encode) => {
  test('every fault is told with its place and value', async () => {
    const { directory } = await directoryOf(MESSY, CONFIGURATION, encode)
    const report = await directory.check()
    expect(report.conforms).toBe(false)
    expect(placesOf(report)).toEqual([
      ['violation', 'siren-check-digit', 4, 'Siren', '732829321'],
      ['warning', 'unreadable-value', 5, 'Créée', '31/02/2010'],
      ['violation', 'placeholder-coordinates', 6, 'Latitude', '0, 0'],
      ['warning', 'unmatched-value', 7, 'Nature', 'Asociation'],
      ['violation', 'duplicate-key', 8, 'Numéro', 'a1'],
      ['violation', 'schema:required', 9, undefined, undefined],
      ['warning', 'unreadable-value', 10, 'Site', '06 12 34 56 78'],
      ['warning', 'unreadable-value', 11, 'Site', 'jeanne@personne.example'],
      ['warning', 'unmatched-value', 12, 'Taille', 'Moyenne'],
      ['warning', 'unreadable-value', 12, 'Adhérents', 'douze'],
    ])
    for (const { message, source } of report.results) {
      expect(source).toMatchObject({ file: 'acteurs.csv', record: expect.stringMatching(/^[ab]\d+$/) })
      expect(typographyFaults(message.fr)).toEqual([])
      expect(message.en).toMatch(/\.$|\?$/)
      expect(message.en).not.toBe(message.fr)
    }
    const [source] = await directory.sources()
    expect(source).toMatchObject({ encoding, delimiter: ';', rows: 11, accepted: 7, rejectedRows: 4 })
  })

  test('the release holds the good rows, its report tells of the others without naming persons', async () => {
    const { directory } = await directoryOf(MESSY, CONFIGURATION, encode)
    const release = await directory.publish()
    expect(release).toMatchObject({ date: '2020-01-31', status: 'new', rows: 11, actors: 7, rejectedRows: 4 })
    const files = await readRelease(release.path)
    const dump = files.get('dumps/actors.nt')!
    expect(dump.match(/#primaryTopic> |\/primaryTopic> /g)).toHaveLength(7)
    const names = ['Le Lien', 'Médiathèque d’Évreux', 'Forme inconnue']
    for (const name of names) expect(dump).toContain(`prefLabel> "${name}"@fr`)

    const published = JSON.parse(files.get('report.json')!)
    expect(published).toMatchObject({ actors: 7, sources: [{ rows: 11, accepted: 7, rejectedRows: 4 }] })
    const { results } = await directory.check()
    expect(published.validation.results).toHaveLength(results.length)
    const masked = results.map(({ value }) =>
      value?.replace(/06 12 34 56 78|jeanne@personne\.example/, '[…]'),
    )
    expect(published.validation.results.map((result: { value?: string }) => result.value)).toEqual(masked)
    expect(masked.filter(value => value === '[…]')).toHaveLength(2)
    for (const value of ['732829321', '31/02/2010', 'Moyenne', '[…]']) {
      expect(files.get('report.html')).toContain(value)
    }
    for (const [path, text] of files) {
      for (const personal of ['06 12 34 56 78', 'jeanne@', 'Zoé', 'Secret'])
        expect(text, `${path} holds "${personal}"`).not.toContain(personal)
    }
  })
})

describe('what a directory declares of its own', () => {
  test('types its actors by their form', async () => {
    const { directory } = await directoryOf(GOOD)
    expect(await ask(directory, '?a skos:prefLabel "Le Lien"@fr ; a org:FormalOrganization')).toBe(true)
    expect(await ask(directory, '?a skos:prefLabel "Le Lien"@fr ; a cv:PublicOrganisation')).toBe(false)
    const town = `?a rov:orgType <https://annuaire.example.org/def/natures/ville> ; a cv:PublicOrganisation`
    expect(await ask(directory, town)).toBe(true)
  })

  test('flows into the graph, with its description', async () => {
    const { directory } = await directoryOf(GOOD)
    const onto = 'https://annuaire.example.org/def/onto#'
    const sizes = 'https://annuaire.example.org/def/tailles'
    expect(await ask(directory, `?a <${onto}size> <${sizes}/petite> ; <${onto}members> 12`)).toBe(true)
    expect(
      await ask(directory, `<${sizes}/petite> skos:inScheme <${sizes}> ; skos:prefLabel "Small"@en`),
    ).toBe(true)
    expect(await ask(directory, `<${onto}members> a owl:DatatypeProperty ; rdfs:range xsd:integer`)).toBe(
      true,
    )
    expect(await ask(directory, `<${onto}size> a owl:ObjectProperty ; rdfs:seeAlso <${sizes}>`)).toBe(true)
    expect(await ask(directory, `<${onto}president> ?p ?o`)).toBe(false)
  })

  test('says nothing of the properties of others, and in no language what was not written in it', async () => {
    const configuration = CONFIGURATION.replace(
      '{ label: { fr: Adhérents, en: Members },',
      '{ label: Adhérents,',
    )
      .replace('{ label: { fr: Petite, en: Small } }', '{ label: Petite, definition: Un à dix. }')
      .replace('title: { fr: Tailles, en: Sizes }\n', 'title: Tailles\n')
      .replace(
        'datatype: string, public: false',
        'datatype: string, public: false }\n' +
          '  staff: { label: Effectif, datatype: integer, public: true, property: "http://schema.org/numberOfEmployees"',
      )
    const { directory, folder } = await directoryOf(GOOD, configuration)
    const base = 'https://annuaire.example.org/def'
    const foreign = await directory.query('SELECT * { <http://schema.org/numberOfEmployees> ?p ?o }')
    expect(foreign.type === 'bindings' && (await Array.fromAsync(foreign.bindings))).toEqual([])
    expect(await ask(directory, `<${base}/onto#members> rdfs:isDefinedBy <${base}/onto>`)).toBe(true)
    expect(await ask(directory, `<${base}/onto> a owl:Ontology ; dcterms:title ?fr, ?en`)).toBe(true)
    const texts = await directory.query(
      `SELECT ?text { VALUES ?node { <${base}/onto#members> <${base}/tailles/petite> <${base}/tailles> }
         ?node rdfs:label|skos:prefLabel|skos:definition|dcterms:title ?text } ORDER BY ?text`,
    )
    const found = texts.type === 'bindings' && (await Array.fromAsync(texts.bindings, ({ text }) => text))
    expect(found).toMatchObject(
      ['Adhérents', 'Petite', 'Tailles', 'Un à dix.'].map(value => ({ value, language: 'fr' })),
    )
    const { path } = await directory.publish(join(folder, 'public'))
    expect(await readFile(join(path, 'report.html'), 'utf8')).toContain('Tailles')
  })

  test('flows into actors, without what is private', async () => {
    const { directory } = await directoryOf(GOOD)
    const actors = await Array.fromAsync(directory.actors())
    expect(actors.map(({ key, fields }) => [key, fields])).toEqual([
      ['a1', { size: 'https://annuaire.example.org/def/tailles/petite', members: 12 }],
      ['a2', { size: 'https://annuaire.example.org/def/tailles/grande' }],
    ])
  })

  test('can be counted', async () => {
    const { directory } = await directoryOf(GOOD)
    const tables = await directory.statistics()
    const counts = tables.map(({ id, observations }) => [
      id,
      ...observations.map(({ values, n, base, missing }) => [values[0]?.code, n, base, missing]),
    ])
    expect(counts).toEqual([
      ['natures', ['asso', 1, 2, 0], ['ville', 1, 2, 0]],
      ['tailles', ['grande', 1, 2, 0], ['petite', 1, 2, 0]],
      ['adherents', ['12', 1, 1, 1]],
    ])
  })

  test('two actors may share a homepage: it is the homepage of neither alone', async () => {
    const { directory } = await directoryOf(GOOD)
    expect(await ask(directory, '?a foaf:homepage ?page')).toBe(false)
    expect(
      await ask(
        directory,
        '?a foaf:page <https://lien.example/> . ?b foaf:page <https://lien.example/> FILTER(?a != ?b)',
      ),
    ).toBe(true)
    expect((await directory.check()).results).toEqual([])
  })
})

describe('the date of a release', () => {
  const UNDATED = CONFIGURATION.replace(/^date: .*\n/m, '')

  test('is that of the latest update, where the configuration has none', async () => {
    const { directory } = await directoryOf(GOOD, UNDATED)
    expect((await directory.publish()).date).toBe('2019-06-30')
  })

  test('has to be known to publish; what is wrong with the rows is told without it', async () => {
    const { directory, folder } = await directoryOf(
      ['a1;A;Association;;;;;;;;;', 'a2;B;;;;;;;;;;hier'],
      UNDATED,
    )
    expect(placesOf(await directory.check())).toEqual([
      ['warning', 'unreadable-value', 3, 'Mise à jour', 'hier'],
    ])
    await expect(directory.publish()).rejects.toThrow(ConfigurationError)
    await expect(directory.statistics()).rejects.toThrow(/give the release a "date"/)
    expect(await readdir(folder)).not.toContain('public')
  })
})

describe('a call that is stopped', () => {
  test.each(['check', 'publish', 'statistics'] as const)('%s rejects, and a later one works', async call => {
    const { directory, folder } = await directoryOf(GOOD)
    const stop = new AbortController()
    const options = { signal: stop.signal, onStep: () => stop.abort(new Error('enough')) }
    const stopped = call === 'publish' ? directory.publish(undefined, options) : directory[call](options)
    await expect(stopped).rejects.toThrow('enough')
    expect(await readdir(folder)).not.toContain('public')
    expect((await directory.check()).conforms).toBe(true)
    expect((await directory.publish()).status).toBe('new')
  })

  test('rejects, though all is read already', async () => {
    const { directory } = await directoryOf(GOOD)
    await directory.check()
    await expect(directory.check({ signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow(
      'enough',
    )
  })

  test('while writing leaves no release', async () => {
    const { directory, folder } = await directoryOf(GOOD)
    const stop = new AbortController()
    const onStep = (step: string) => step === 'write' && stop.abort(new Error('enough'))
    await expect(directory.publish(undefined, { signal: stop.signal, onStep })).rejects.toThrow('enough')
    expect(await readdir(join(folder, 'public/releases')).catch(() => [])).toEqual([])
  })
})

describe('publishing again', () => {
  test('the same changes nothing', async () => {
    const { directory, folder } = await directoryOf(GOOD)
    const { path } = await directory.publish()
    const first = await readRelease(path)
    expect((await (await openDirectory(folder)).publish()).status).toBe('unchanged')
    expect(await readRelease(path)).toEqual(first)
  })

  test('other contents under the same date are refused, unless they may replace', async () => {
    const { directory, folder } = await directoryOf(GOOD)
    const { path } = await directory.publish()
    const first = await readRelease(path)
    await writeFile(join(folder, 'acteurs.csv'), [HEADER, GOOD[0]].join('\n'))
    const changed = await openDirectory(folder)
    await expect(changed.publish()).rejects.toThrow(ReleaseError)
    expect(await readRelease(path)).toEqual(first)
    expect(await changed.publish(undefined, { replace: true })).toMatchObject({
      status: 'replaced',
      actors: 1,
    })
  })
})

describe('opening', () => {
  test('by the file or its folder', async () => {
    const { folder } = await directoryOf(GOOD)
    const directory = await openDirectory(join(folder, 'annuaire.yaml'))
    expect((await directory.check()).conforms).toBe(true)
  })

  test('what is not there', async () => {
    await expect(openDirectory('/nowhere')).rejects.toThrow(/annuaire\.yaml: there is no such configuration/)
  })

  test('a configuration that is not in UTF-8', async () => {
    const folder = await writeFolder({ 'annuaire.yaml': toWindows1252(CONFIGURATION) })
    await expect(openDirectory(folder)).rejects.toThrow(/not in UTF-8; save it as UTF-8/)
  })

  test('a source that is not there', async () => {
    const folder = await writeFolder({ 'annuaire.yaml': CONFIGURATION })
    const directory = await openDirectory(folder)
    await expect(directory.check()).rejects.toThrow(/^acteurs\.csv: the file cannot be read/)
  })

  test.each([
    [
      'a statistic of a private field',
      'dimensions: [members]',
      'dimensions: [president]',
      /no dimension "president"/,
    ],
    ['a field called like a dimension', 'size:', 'mission:', /"mission" is a dimension of every directory/],
    ['a field called like a member of all objects', 'size:', 'constructor:', /take another name/],
  ])('%s', async (_, from, to, message) => {
    const folder = await writeFolder({ 'annuaire.yaml': CONFIGURATION.replace(from, to) })
    await expect(openDirectory(folder)).rejects.toThrow(message)
  })
})
