import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  openDirectory,
  openQuerySource,
  query,
  type Release,
  type Table,
  toSentence,
} from '../../src/index.ts'
import { typographyFaults } from '../frenchTypography.ts'
import { publishExample } from './release.ts'

let release: Release
const tables: Record<'fr' | 'en', readonly Table[]> = { fr: [], en: [] }
beforeAll(async () => {
  release = await publishExample('oten-2010')
  const directory = await openDirectory('examples/oten-2010')
  for (const language of ['fr', 'en'] as const)
    tables[language] = (await directory.statistics({ language })).filter(({ id }) =>
      id.startsWith('emailing-'),
    )
}, 120_000)

/** What the study of 2010 says of the survey on e-mailing, with what each is a share of; `~` where it says about. */
const STUDY = [
  ['70', 'des e-mails envoyés servent à promouvoir des évènements', 'uses.events', 'e-mails envoyés'],
  ['67', 'concernent l’envoi de newsletters', 'uses.newsletters', 'e-mails envoyés'],
  ['56', 'servent à gérer les relations avec la presse', 'uses.press', 'e-mails envoyés'],
  ['40', 'sont utilisés pour réaliser des enquêtes ou sondages', 'uses.surveys', 'e-mails envoyés'],
  ['57', 'des mails sont récoltés depuis les sites Internet', 'collection.website', 'e-mails récoltés'],
  [
    '23',
    'des organismes interrogés disposent de fichiers internes',
    'files.internal',
    'organismes interrogés',
  ],
  ['13.5', 'seulement utilisent des annuaires', 'files.directories', 'organismes interrogés'],
  ['39', 'échangent des contacts avec d’autres organismes', 'risks.exchange', 'organismes interrogés'],
  ['4', 'achètent leurs fichiers', 'risks.purchase', 'organismes interrogés'],
  ['6', 'ne savent pas d’où ils proviennent', 'risks.unknown', 'organismes interrogés'],
  ['70', 'des mails sont envoyés dans le but d’informer', 'objectives.inform', 'e-mails envoyés'],
  ['48', 'des mails proposent des prestations', 'objectives.services', 'e-mails envoyés'],
  ['46', 'des mails visent à faire connaître la structure', 'objectives.renown', 'e-mails envoyés'],
  ['43', 'des mails envoyés servent à sensibiliser les élus', 'objectives.awareness', 'e-mails envoyés'],
  ['~50', 'seuls la moitié des interrogés', 'indicators.traditional', 'interrogés'],
  ['42', 'un indicateur privilégié par les participants', 'favoured-indicators.traffic', 'participants'],
  ['~33', 'un tiers s’intéressent au taux de clics', 'favoured-indicators.clicks', 'participants'],
  ['17', 'des organismes interrogés ne mesurent pas du tout', 'no-measure.none', 'organismes interrogés'],
  ['~49', 'environ 49 % des participants, les réseaux sociaux', 'social-networks.integrated', 'participants'],
  ['8', 'des organismes publics le font', 'video.used', 'organismes publics'],
  ['24', 'projettent de le faire', 'video.planned', 'organismes publics'],
  ['~70', 'stable, à près de 70 %', 'budget.stable', 'organismes'],
  ['25', 'des organismes ont augmenté leur budget', 'budget.raised', 'organismes'],
  ['70', 'des enquêtés jugent l’e-mailing efficace', 'efficiency.efficient', 'enquêtés'],
  ['90', 'la raison première invoquée par les participants', 'first-brake.saturation', 'participants'],
  ['~25', '¼ des interrogés, un manque de ressources', 'resources.internal', 'interrogés'],
] as const

describe('the survey on e-mailing of 2010', () => {
  test('has each figure of the study and no other, each of what it is a share of', () => {
    const found = tables.fr.flatMap(({ id, unit, observations }) =>
      observations.map(({ values, share, isApproximate }) => [
        `${id.slice('emailing-'.length)}.${values[0]!.code}`,
        `${isApproximate ? '~' : ''}${share}`,
        unit!.fr,
      ]),
    )
    expect(found.toSorted()).toEqual(STUDY.map(([share, , place, unit]) => [place, share, unit]).toSorted())
    expect(found).toHaveLength(26)
  })

  test('invents no count, and says that it knows none', () => {
    for (const { measures, observations, notes } of tables.fr) {
      expect(measures).toEqual(['share'])
      for (const { n, base, missing } of observations) expect([n, base, missing]).toEqual([null, null, null])
      expect(notes![0]!.fr).toContain('ni les effectifs ni le nombre de répondants ne sont connus')
      expect(notes!.at(-1)!.fr).toMatch(/^Source\u00a0: OTeN/)
      expect(notes!.flatMap(({ fr }) => typographyFaults(fr))).toEqual([])
    }
  })

  test('has queries that give from the cubes of the release what its CSV has', async () => {
    expect(tables.fr).toHaveLength(14)
    for (const { id, dimensions, title } of tables.fr) {
      const path = join(release.path, 'statistics', id)
      const text = await readFile(`${path}.rq`, 'utf8')
      const answer = await query(await openQuerySource(`${path}.ttl`), text)
      if (answer.type !== 'bindings') throw new Error(answer.type)
      const name = dimensions[0]!
      const rows = (await Array.fromAsync(answer.bindings)).map(row => ({
        [name]: row[`${name}_code`]!.value,
        [`${name}Label`]: row[`${name}_label`]!.value,
        [`${name}Iri`]: row[name]!.value,
        share: Number(row.share!.value).toFixed(4),
        ...(row.status && { status: 'approximate' }),
      }))
      const csv: Record<string, string>[] = parse(await readFile(`${path}.csv`, 'utf8'), { columns: true })
      const expected = csv.map(({ status, ...rest }) => ({ ...rest, ...(status && { status }) }))
      expect(rows, title.en).toEqual(expected)
      expect(rows.length).toBeGreaterThan(0)
    }
  })

  test('has sentences that say of what a share is one, in both languages', () => {
    const say = (language: 'fr' | 'en', id: string, code: string) => {
      const table = tables[language].find(one => one.id === `emailing-${id}`)!
      const observation = table.observations.find(({ values }) => values[0]!.code === code)!
      return toSentence(table, observation, { language })
    }
    expect(say('fr', 'files', 'directories')).toContain('13,5\u00a0% des organismes interrogés')
    expect(say('en', 'files', 'directories')).toContain('13.5% of the bodies asked')
    expect(say('fr', 'favoured-indicators', 'clicks')).toContain('environ 33\u00a0% des participants')
    expect(say('en', 'resources', 'internal')).toContain('about 25% of the persons asked')
  })

  test('has its concepts in the vocabulary, in both languages', async () => {
    const vocabulary = await readFile(join(release.path, 'dumps', 'vocabulary.ttl'), 'utf8')
    expect(vocabulary).toContain('"Saturation des boîtes de réception"@fr')
    expect(vocabulary).toContain('"Saturation of inboxes"@en')
  })
})
