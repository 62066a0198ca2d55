import { describe, expect, test } from 'vitest'
import { readConfiguration } from '../../src/configuration/readConfiguration.ts'
import { openDirectory, proposeConfiguration } from '../../src/index.ts'
import { fc } from '../fastCheck.ts'
import { typographyFaults } from '../frenchTypography.ts'
import { csv, effectsOf, times } from './table.ts'

function propose(text: string, name = '/data/acteurs.csv', options = {}) {
  return proposeConfiguration(name, {
    effects: effectsOf({ [name.slice(name.lastIndexOf('/') + 1)]: text }),
    ...options,
  })
}

/** What `annuaire check` and the release make of a file with its proposed configuration, unedited. */
async function adopt(text: string, name = 'acteurs.csv') {
  const { yaml } = await propose(text, `/data/${name}`)
  const effects = effectsOf({ [name]: text, 'annuaire.yaml': yaml })
  const directory = await openDirectory('/data/annuaire.yaml', { effects })
  return { directory, actors: await Array.fromAsync(directory.actors()), yaml }
}

const TABLE = csv([
  ['Identifiant', 'Nom', 'SIREN', 'Code postal', 'Ville', 'Mail', 'Quartier', 'Maj'],
  ['a1', 'Alpha', '732829320', '33000', 'Bordeaux', 'contact@alpha.example', 'Nord', '17/02/2020'],
  ['a2', 'Beta', '', '49000', 'Angers', 'NC', 'Sud', '18/02/2020'],
  ['b7', 'Gamma', '552100554', '35000', 'Rennes', 'contact@gamma.example', 'Nord', '19/02/2020'],
  ['b9', 'Delta', '', '75001', 'Paris', '', 'Sud', '20/02/2020'],
])

describe('a proposal', () => {
  test('says of every column what it became, and why', async () => {
    const { guesses, language, rows } = await propose(TABLE)
    expect([language, rows]).toEqual(['fr', 4])
    expect(guesses.map(({ column, field, ownField }) => [column, ownField ?? field])).toEqual([
      ['Identifiant', 'key'],
      ['Nom', 'name'],
      ['SIREN', 'siren'],
      ['Code postal', 'address.postcode'],
      ['Ville', 'address.locality'],
      ['Mail', 'email'],
      ['Quartier', 'quartier'],
      ['Maj', 'modified'],
    ])
    for (const { confidence, reason } of guesses) {
      expect(confidence).toBeGreaterThan(0)
      expect(confidence).toBeLessThanOrEqual(1)
      expect(typographyFaults(reason.fr)).toEqual([])
      expect(reason.en).not.toBe('')
    }
  })

  test('has the reasons as comments, in the language of the file', async () => {
    const { yaml } = await propose(TABLE)
    expect(yaml).toContain(
      'SIREN: siren # deviné\u00a0: d’après le nom de la colonne\u00a0; 100\u00a0% des valeurs',
    )
    expect(yaml).toContain('nullMarkers: [ NC ] # deviné')
    const faults = yaml.split('\n').flatMap(line => typographyFaults(line.split(' # ')[1] ?? ''))
    expect(faults).toEqual([])
    const english = await propose(TABLE, '/data/acteurs.csv', { language: 'en' })
    expect(english.yaml).toContain('SIREN: siren # guessed: by the name of the column; 100% of the values')
    expect(english.yaml).toContain('language: en')
  })

  test('is the same whenever it is made', async () => {
    expect((await propose(TABLE)).yaml).toBe((await propose(TABLE)).yaml)
  })

  test('names the file from where the configuration is to stand', async () => {
    const { yaml } = await propose(TABLE, '/data/in/acteurs.csv', {
      configurationPath: '/data/out/annuaire.yaml',
    })
    expect(yaml).toContain('file: ../in/acteurs.csv')
  })

  test('works unedited', async () => {
    const { actors, directory } = await adopt(TABLE)
    expect(actors.map(({ name }) => name)).toEqual(['Alpha', 'Beta', 'Gamma', 'Delta'])
    expect(actors[0]).toMatchObject({
      key: 'a1',
      siren: '732829320',
      address: { postcode: '33000', locality: 'Bordeaux', commune: expect.stringContaining('33063') },
      email: 'contact@alpha.example',
      modified: '2020-02-17',
    })
    expect((await directory.check()).results.filter(({ severity }) => severity === 'violation')).toEqual([])
    const tables = await directory.statistics()
    const district = tables.find(({ id }) => id === 'quartier')!
    expect(district.observations.map(({ n }) => n)).toEqual([2, 2])
  })
})

describe('the date', () => {
  const undated = csv([
    ['Nom', 'Fondée'],
    ['A', ''],
    ['B', ''],
  ])

  test('is that of the records where these have one', async () => {
    expect((await propose(TABLE)).yaml).not.toMatch(/^date:/m)
  })

  test('is the latest in the file where they have none', async () => {
    const text = csv([
      ['Nom', 'Ouvert le'],
      ['A', '15/03/2019'],
      ['B', '20/04/2021'],
      ['C', '21/02/2020'],
    ])
    expect((await propose(text)).yaml).toMatch(/^date: 2021-04-20 # deviné, à vérifier/m)
  })

  test('has to be changed where the file has none', async () => {
    expect((await propose(undated)).yaml).toMatch(/^date: \d{4}-01-01 # à changer/m)
  })

  test('is the one asked for', async () => {
    expect((await propose(undated, '/data/a.csv', { date: '2024-05-06' })).yaml).toMatch(
      /^date: 2024-05-06 # date demandée/m,
    )
  })
})

describe('what would leave records out is seen beforehand', () => {
  test('a few wrong values are listed, so that their records appear', async () => {
    const rows = times(30, n => (n === 7 ? '732829321' : '732829320')).map((siren, row) => [
      `A${row}-x`,
      `Structure ${row}`,
      siren,
    ])
    const { actors, yaml } = await adopt(csv([['id', 'nom', 'siren'], ...rows]))
    expect(actors).toHaveLength(30)
    expect(yaml).toMatch(/siren: \{ field: siren, values: \{ "732829321": "" \} \} # .*une valeur illisible/)
  })

  test('where they are many, the column keeps its texts', async () => {
    const rows = times(30, n => (n % 3 === 0 ? '732829321' : '732829320')).map((siren, row) => [
      `A${row}-x`,
      `Structure ${row}`,
      siren,
    ])
    const { actors } = await adopt(csv([['id', 'nom', 'siren'], ...rows]))
    expect(actors).toHaveLength(30)
  })
})

describe('tables that begin otherwise', () => {
  test('with a title above the header', async () => {
    const { actors } = await adopt(
      csv([
        ['Annuaire 2020', '', '', ''],
        ['Nom', 'Ville', 'Adhérents', 'Site'],
        ['Alpha', 'Angers', '12', 'https://a.example'],
        ['Beta', 'Rennes', '15', ''],
      ]),
    )
    expect(actors.map(({ name }) => name)).toEqual(['Alpha', 'Beta'])
  })

  test('without a header', async () => {
    const { actors, yaml } = await adopt(
      csv([
        ['Alpha', 'contact@alpha.example'],
        ['Beta', 'contact@beta.example'],
      ]),
    )
    expect(yaml).toContain('headerRows: 0')
    expect(actors.map(({ name }) => name)).toEqual(['Alpha', 'Beta'])
  })

  test('with headers that are special to YAML, twice or empty', async () => {
    const headers = [
      'nom',
      '# b: {c}',
      '- x',
      '"y"',
      "'z'",
      'true',
      'null',
      '',
      '',
      'a\nb',
      '&k',
      '*k',
      '!t',
      '@',
      '`',
      '%',
      'nom',
    ]
    const rows = times(3, String).map(n => headers.map((_, column) => `v${n}${column}é`))
    const { actors } = await adopt(csv([headers, ...rows]))
    expect(actors).toHaveLength(3)
  })
})

test('JSON has paths', async () => {
  const records = times(3, String).map(n => ({
    id: `x${n}`,
    nom: `Alpha ${n}`,
    adresse: { ville: 'Angers' },
    tags: ['a', 'b'],
  }))
  const { actors } = await adopt(JSON.stringify(records), 'a.json')
  expect(actors[0]).toMatchObject({ key: 'x1', name: 'Alpha 1', address: { locality: 'Angers' } })
})

test('a file without records is refused', async () => {
  await expect(propose('nom;ville\n')).rejects.toThrow('no records')
})

test('so is one whose cells all mean that there is no answer', async () => {
  await expect(propose('nom;nom\nNC;\n')).rejects.toThrow('no column of the file has values')
})

describe('whatever a table holds', () => {
  const header = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.constantFrom(
      'nom',
      'siren',
      'x',
      'y',
      'lat',
      'lon',
      'date',
      'type',
      'services',
      'id',
      'parent_id',
      'mail',
      'cp',
      '__proto__',
      'toString',
    ),
  )
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.constantFrom(
      '',
      'NC',
      '732829320',
      '75001',
      '01/02/2020',
      '48,1',
      '-1.5',
      'a;b',
      'a|b',
      '=1+1',
      'oui',
      '0',
      'https://a.example',
    ),
  )

  test('its configuration is accepted, and names every column', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 6 }).chain(width =>
          fc.tuple(
            fc.array(header, { minLength: width, maxLength: width }),
            fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
              minLength: 1,
              maxLength: 12,
            }),
          ),
        ),
        async ([headers, rows]) => {
          const proposal = await propose(csv([headers, ...rows])).catch(error => {
            if (!String(error.message).includes('no column of the file has values')) throw error
          })
          fc.pre(proposal !== undefined)
          const { yaml, guesses } = proposal!
          const configuration = await readConfiguration(yaml, 'annuaire.yaml')
          const [source] = configuration.sources
          for (const { column, field } of guesses) {
            const isSaid =
              source!.columns.has(column) ||
              source!.ignore.has(column) ||
              source!.key.includes(column) ||
              JSON.stringify(source!.derive).includes(JSON.stringify(column))
            expect(isSaid, `${column} as ${field}`).toBe(true)
          }
        },
      ),
      { numRuns: 80 },
    )
  }, 120_000)
})
