import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Directory, openDirectory } from '../../src/index.ts'
import { typographyFaults } from '../frenchTypography.ts'
import { CONFIGURATION, HEADER, writeFolder } from './writeDirectory.ts'

/** A directory of some associations and municipalities, some of them small and some large, with these statistics. */
async function directoryOf(statistics: string, sizes: Readonly<Record<string, number>>): Promise<Directory> {
  const columns = HEADER.split(';')
  const rows = Object.entries(sizes).flatMap(([kind, count]) => {
    const [form, size] = kind.split(' ')
    return Array.from({ length: count }, (_, index) => {
      const cells: Record<string, string> = {
        Numéro: `${kind} ${index}`,
        Nom: `Acteur ${kind} ${index}`,
        Nature: form!,
        Taille: size ?? '',
      }
      return columns.map(column => cells[column] ?? '').join(';')
    })
  })
  const before = CONFIGURATION.slice(0, CONFIGURATION.search(/^statistics:/m))
  const folder = await writeFolder({
    'annuaire.yaml': `${before}statistics:\n${statistics}`,
    'acteurs.csv': [HEADER, ...rows].join('\n'),
  })
  return openDirectory(folder)
}

/** What checking says of suppression; publishing says the same, and the release does not. */
async function findingsOf(directory: Directory) {
  const { results } = await directory.check()
  const { path, disclosures } = await directory.publish()
  expect(disclosures).toEqual(results)
  const published = await readFile(join(path, 'report.json'), 'utf8')
  for (const { code, message } of results) {
    expect(published).not.toContain(code)
    expect(typographyFaults(message.fr)).toEqual([])
  }
  return results.map(({ severity, code, path, message }) => [severity, code, path, message.en])
}

const SIZES = { 'Association petite': 12, 'Association grande': 8, 'Commune petite': 9, 'Commune grande': 3 }
const CROSSED = `
  croise: { title: T, dimensions: [legalForm, size], within: legalForm, suppressBelow: 5 }
`

test('what suppression takes from a table is told to its keeper, with what would cost less', async () => {
  expect(await findingsOf(await directoryOf(CROSSED, SIZES))).toEqual([
    [
      'info',
      'suppression-cost',
      'croise',
      'Table "croise": of 4 counts, 1 is less than 5 and kept back; 3 more are as well, without which it could be told by subtraction. A coarser table would lose less: one dimension only, values taken together ("levels"), or a wider population.',
    ],
  ])
})

test('shares that would tell how few did not answer are told of', async () => {
  const statistics = `
  tailles: { title: T, dimensions: [size], suppressBelow: 5, showMissing: true }
`
  const [[, , , message]] = (await findingsOf(
    await directoryOf(statistics, { 'Association petite': 30, 'Association grande': 20, Commune: 2 }),
  )) as [string[]]
  expect(message).toContain('of 3 counts, 1 is less than 5 and kept back; one more is as well')
  expect(message).toContain(
    'would tell how many did not answer: 1. With "base: population" the shares would stay.',
  )
})

test('a table that keeps nothing back has nothing to tell', async () => {
  expect(await findingsOf(await directoryOf(CROSSED, { ...SIZES, 'Commune grande': 7 }))).toEqual([])
})

test('a table beside it that tells what is kept back is warned of', async () => {
  const statistics = `${CROSSED}
  grandes: { title: T, dimensions: [legalForm], population: { size: [grande] } }
`
  const told = await findingsOf(await directoryOf(statistics, SIZES))
  expect(told[0]).toEqual([
    'warning',
    'tables-disclosure',
    'croise',
    'Table "croise": what is kept back in it ("Commune × Grande") follows from the table "grandes" in the same release. Take one of them out, give them the same values and the same "suppressBelow", or take values together.',
  ])
})

test('a comparison with the directory that tells the few outside a population is warned of', async () => {
  const statistics = `
  petites:
    title: T
    dimensions: [legalForm]
    population: { size: [petite] }
    suppressBelow: 5
    compare: { toutes: { title: C, with: directory } }
`
  expect(await findingsOf(await directoryOf(statistics, SIZES))).toEqual([
    [
      'warning',
      'tables-disclosure',
      'petites',
      'Tables "petites" and "petites.compare.toutes": subtraction tells the few that are not of the population of the first ("Commune"). Publish one or the other, or take this value together with another one.',
    ],
  ])
})
