import { expect, test } from 'vitest'
import { openDirectory } from '../../src/index.ts'
import { typographyFaults } from '../frenchTypography.ts'
import { writeFolder } from './writeDirectory.ts'

const CONFIGURATION = `title: Essai
publisher: { name: Une association }
licence: https://spdx.org/licenses/etalab-2.0
base: https://annuaire.example.org
language: fr
sources:
  acteurs:
    file: acteurs.csv
    key: Numéro
    columns:
      Nom: name
      Région: address.region
      Département: address.department
      Action: { field: coverage, level: region }
      Jour: modified
statistics:
  sieges: { title: Sièges, dimensions: [seatRegion] }
  actions: { title: Actions, dimensions: [coveredRegion] }
`

const CSV = `Numéro;Nom;Région;Département;Action;Jour
1;A;Rhône-Alpes;;;DAY
2;B;Auvergne-Rhône-Alpes;;Auvergne-Rhône-Alpes;DAY
3;C;Auvergne-Rhône-Alpes;69;;DAY
4;D;;69;;DAY
5;E;Mayotte;;;DAY
`

async function directoryAt(day: string) {
  return openDirectory(
    await writeFolder({ 'annuaire.yaml': CONFIGURATION, 'acteurs.csv': CSV.replaceAll('DAY', day) }),
  )
}

test('a region of which the day has no successor is told, with its line', async () => {
  const report = await (await directoryAt('2010-12-19')).check()
  expect(
    report.results.map(({ severity, code, path, value, source }) => [
      severity,
      code,
      path,
      value,
      source?.line,
    ]),
  ).toEqual([
    ['info', 'region-of-another-day', 'address.region', 'Auvergne-Rhône-Alpes', 3],
    ['info', 'region-of-another-day', 'address.region', 'Mayotte', 6],
    ['info', 'region-of-another-day', 'coverage', 'Auvergne-Rhône-Alpes', 3],
  ])
  expect(report.conforms).toBe(true)
  expect(report.results.flatMap(({ message }) => typographyFaults(message.fr))).toEqual([])
})

test('one that the day has a successor of is counted in it', async () => {
  const directory = await directoryAt('2020-01-31')
  expect((await directory.check()).results).toEqual([])
  const [seats] = await directory.statistics()
  expect(
    seats!.observations.map(({ values, n, base, missing }) => [values[0]!.label, n, base, missing]),
  ).toEqual([
    ['Auvergne-Rhône-Alpes', 4, 5, 0],
    ['Mayotte', 1, 5, 0],
  ])
})
