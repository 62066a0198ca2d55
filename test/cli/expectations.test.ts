import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { CONFIGURATION, GOOD } from '../directory/writeDirectory.ts'
import { typographyFaults } from '../frenchTypography.ts'
import { annuaire, folderOf } from './run.ts'

const KINDS = 'dimensions: [legalForm]'
const EXPECTING = CONFIGURATION.replace(
  KINDS,
  `${KINDS}, expect: [{ at: { legalForm: ville }, min: 2 }, { change: 10 }]`,
)

test('publish says what is not as expected, and publishes it on request', { timeout: 60_000 }, async () => {
  const folder = await folderOf(GOOD, EXPECTING)
  const refused = await annuaire(['publish'], folder)
  expect([refused.out, refused.code]).toEqual(['', 1])
  expect(refused.err).toContain(
    'ERREUR annuaire.yaml\u00a0: Statistique «\u00a0Natures\u00a0» (natures), «\u00a0Commune\u00a0», effectif\u00a0: 1\u00a0; attendu\u00a0: 2 au moins.',
  )
  expect(refused.err).toContain('Rien n’a été publié')
  expect(typographyFaults(refused.err.slice(refused.err.indexOf('ERREUR')))).toEqual([])
  expect(await readdir(folder)).toEqual(['acteurs.csv', 'annuaire.yaml'])

  const checked = await annuaire(['check'], folder)
  expect(checked.code).toBe(1)
  expect(checked.out).toContain('effectif\u00a0: 1\u00a0; attendu\u00a0: 2 au moins.')

  const { out, err, code } = await annuaire(['publish', '--ignore-expectations'], folder)
  expect([out, code]).toEqual([`${join('public', 'releases', '2020-01-31')}\n`, 0])
  expect(err).toContain('AVERTISSEMENT annuaire.yaml')
  expect(err).toContain('attente non vérifiée, car aucune version précédente n’a ce tableau.')
})
