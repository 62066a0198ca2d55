import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import type { Actor } from '../../src/actor/actor.ts'
import { findDuplicates } from '../../src/actor/duplicates/findDuplicates.ts'
import { formatReference } from '../../src/actor/duplicates/reference.ts'
import { territoryIri } from '../../src/vocabulary/territories.ts'
import { describeWith, shared } from './shared.ts'

type Cells = Readonly<Record<string, unknown>>

const SOURCES = 'data/fr-mednum-sources-dev'
const textOf = (path: string) => readFileSync(shared(path), 'utf8')
const json = (path: string): Cells[] => JSON.parse(textOf(path))

/** A record of what a row says of who, where and how to reach; empty cells are absent. */
function toActor(source: string, key: unknown, fields: Cells & { readonly address: Cells }): Actor {
  const filled = (cells: Cells) =>
    Object.fromEntries(
      Object.entries(cells)
        .filter(([, value]) => value !== undefined && value !== '')
        .map(([name, value]) => [name, typeof value === 'object' ? value : String(value)]),
    )
  const { latitude, longitude, address, ...rest } = fields
  const position = { latitude: Number(latitude), longitude: Number(longitude) }
  const actor = {
    id: `https://annuaire.example.org/${source}/${key}`,
    source,
    key: String(key),
    name: '',
    ...filled(rest),
    address: filled(address),
    ...(latitude && longitude && Number.isFinite(position.latitude) ? { location: position } : {}),
  }
  return actor as unknown as Actor
}

const carto = () =>
  json('data/fr-mednum-carto-687/lieux-687.json').map(row =>
    toActor('carto', row.id, {
      name: row.nom,
      siret: row.pivot,
      address: { street: row.adresse, postcode: row.code_postal, locality: row.commune },
      latitude: row.latitude,
      longitude: row.longitude,
      telephone: row.telephone,
      email: row.courriel,
      homepage: row.site_web,
    }),
  )

const franceServices = () =>
  Papa.parse<Record<string, string>>(textOf(`${SOURCES}/france-services-20221201.csv`), {
    header: true,
    skipEmptyLines: true,
  }).data.map(row =>
    toActor('fs', row.id_fs, {
      name: row.lib_fs,
      address: {
        street: row.adresse,
        postcode: row.code_postal,
        locality: row.lib_com,
        // One cell says `0null`.
        commune: /^\d[\dAB]\d{3}$/.test(row.insee_com ?? '') ? territoryIri('commune', row.insee_com!) : '',
      },
      latitude: row.latitude,
      longitude: row.longitude,
      telephone: row.telephone,
      email: row.mail,
    }),
  )

const maineEtLoire = () =>
  json(`${SOURCES}/maine-et-loire.json`).map(row =>
    toActor('mel', row.ID_LieuMed, {
      name: row.NOM_STRUCTURE,
      address: {
        street: `${row['N°'] ?? ''} ${row.ADRESSE ?? ''}`.trim(),
        postcode: row.CP,
        locality: row.COMMUNE,
      },
      telephone: row.NUM_TEL,
      email: row.MAIL_STRUC,
      homepage: row.SITE_WEB,
    }),
  )

const angers = () =>
  json(`${SOURCES}/angers.json`).map(row =>
    toActor('angers', row.TYPO_UID, {
      name: row.USER_NOM,
      address: { street: row.USER_ADRES, postcode: row.code_postal, locality: row.commune },
      latitude: row.LAT,
      longitude: row.LNG,
      telephone: row.TELEPHONE,
      email: row.MAIL,
      homepage: row.SITE_INTER,
    }),
  )

describeWith(SOURCES, 'places of digital mediation in four directories', () => {
  const actors = [...carto(), ...franceServices(), ...maineEtLoire(), ...angers()]
  const { pairs, comparisons, skippedBlocks } = findDuplicates(actors)
  const verdicts = new Map(
    pairs.map(({ a, b, verdict }) => [`${formatReference(a)} ${formatReference(b)}`, verdict]),
  )

  test('3,676 records take some ten comparisons each, and none is left out', () => {
    expect(actors.length).toBe(3676)
    expect(comparisons).toBeLessThan(10 * actors.length)
    expect(skippedBlocks).toEqual([])
  })

  test.each([
    ['carto/653 carto/654', 'Association CAFES, twice'],
    ['carto/1011 carto/999', 'L’Arche, twice, positions and letter case apart'],
    ['carto/771 fs/2021', 'Neuvéglise-sur-Truyère'],
    ['carto/796 fs/641', 'Le Chambon-sur-Lignon, with and without article'],
    ['carto/453 fs/234', 'Pimms of Grenoble, with and without “France services”'],
    ['fs/2509 fs/454', 'Pimms of Melun, rue St Liesne and rue Saint Liesne'],
    ['fs/914 mel/LMN138', 'Doué-en-Anjou'],
    ['fs/1382 mel/LMN139', 'Baugé-en-Anjou'],
  ])('%s: %s', pair => {
    expect(verdicts.get(pair)).toBe('duplicate')
  })

  test.each([
    ['fs/1018 fs/550', 'the bus of a place, and the place'],
    ['carto/453 fs/1917', 'a place and another one’s bus: the place is matched better'],
    ['carto/888 carto/889', 'a town hall and its library, one telephone'],
    ['angers/36 angers/59', 'two offices of a mission locale'],
    ['carto/107 carto/205', 'one organisation in two towns'],
    ['carto/776 carto/826', 'a library under two names'],
  ])('%s: %s; a person must look', pair => {
    expect(verdicts.get(pair)).toBe('uncertain')
  })

  test.each([
    ['fs/1 fs/2', 'two places of one network'],
    ['carto/119 fs/2', 'strangers'],
  ])('%s: %s', pair => {
    expect(verdicts.has(pair)).toBe(false)
  })

  test('no bus is called the duplicate of a place', () => {
    const buses = pairs.filter(
      ({ a, b, verdict }) => verdict === 'duplicate' && a.name.startsWith('Bus') !== b.name.startsWith('Bus'),
    )
    expect(buses).toEqual([])
  })
})
