import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { writeFolder } from '../directory/writeDirectory.ts'
import { typographyFaults } from '../frenchTypography.ts'
import { annuaire } from './run.ts'

const ROWS = [
  'Identifiant;Nom;Statut juridique;Ville;CP;Président;Mise à jour',
  'a1;Alpha;Association;Bordeaux;33000;Jeanne Dupont;17/02/2020',
  'b7;Beta;Syndicat mixte;Angers;49000;Paul Martin;18/02/2020',
].join('\n')

const folderWith = (files: Readonly<Record<string, string>>) => writeFolder(files)

describe('annuaire init', () => {
  test('writes a configuration, says what was guessed and what to do next', async () => {
    const folder = await folderWith({ 'acteurs.csv': ROWS })
    const { out, err, code } = await annuaire(['init', 'acteurs.csv'], folder)
    expect([out, code]).toEqual(['annuaire.yaml\n', 0])
    expect(err).toMatch(/^2 lignes regardées\.\ncolonne +champ +sûreté +raison\n/)
    expect(err).toMatch(/^Identifiant +clé +95\u00a0% +remplie partout/m)
    expect(err).toMatch(/^Statut juridique +legalForm +\d+\u00a0% /m)
    expect(err).toMatch(/^Président +laissée de côté +\d+\u00a0% +.*personnes/m)
    expect(err).toMatch(/Relisez le fichier, puis\u00a0:\n {2}annuaire check\n {2}annuaire publish\n$/)
    expect(typographyFaults(err)).toEqual([])
    expect(await readdir(folder)).toEqual(['acteurs.csv', 'annuaire.yaml'])
    expect(await readFile(join(folder, 'annuaire.yaml'), 'utf8')).toContain(
      'Ville: address.locality # deviné',
    )
  })

  test('and the next command publishes it, without the persons', async () => {
    const folder = await folderWith({ 'acteurs.csv': ROWS })
    await annuaire(['init', 'acteurs.csv'], folder)
    const { err, code } = await annuaire(['publish'], folder)
    expect(err).toContain('2 acteurs publiés sur 2 lignes lues.')
    expect(code).toBe(0)
    const dump = await readFile(join(folder, 'public/releases/latest/dumps/actors.ttl'), 'utf8')
    expect(dump).toContain('Alpha')
    expect(dump).not.toContain('Dupont')
  })

  test('in English, elsewhere, with a date', async () => {
    const folder = await folderWith({ 'acteurs.csv': ROWS })
    const { out, err, code } = await annuaire(
      ['init', 'acteurs.csv', '--out', 'config/here.yaml', '--language', 'en', '--date', '2024-05-06'],
      folder,
    )
    expect([out, code]).toEqual(['config/here.yaml\n', 0])
    expect(err).toMatch(/^2 rows looked at\.\ncolumn +field +confidence +reason\n/)
    expect(err).toMatch(/annuaire publish config\/here\.yaml\n$/)
    const yaml = await readFile(join(folder, 'config/here.yaml'), 'utf8')
    expect(yaml).toContain('file: ../acteurs.csv')
    expect(yaml).toContain('date: 2024-05-06')
    expect((await annuaire(['check', 'config/here.yaml'], folder)).code).toBe(0)
  })

  test('never writes over a file unless asked to', async () => {
    const folder = await folderWith({ 'acteurs.csv': ROWS })
    await writeFile(join(folder, 'annuaire.yaml'), 'mine')
    const refused = await annuaire(['init', 'acteurs.csv'], folder)
    expect([refused.out, refused.code]).toEqual(['', 2])
    expect(refused.err).toMatch(/annuaire\.yaml exists already.*--force/)
    expect(await readFile(join(folder, 'annuaire.yaml'), 'utf8')).toBe('mine')
    expect((await annuaire(['init', 'acteurs.csv', '--force'], folder)).code).toBe(0)
    expect(await readFile(join(folder, 'annuaire.yaml'), 'utf8')).toContain('Nom: name')
  })

  test.each<[string, string[], RegExp]>([
    ['no file', ['init'], /init takes one file/],
    ['two files', ['init', 'a.csv', 'b.csv'], /init takes one file/],
    ['another language', ['init', 'a.csv', '--language', 'de'], /--language is fr or en/],
    ['no date', ['init', 'a.csv', '--date', 'today'], /--date is a day/],
    ['no YAML', ['init', 'a.csv', '--out', 'a.txt'], /--out is a file that ends in \.yaml/],
    ['a file that is not there', ['init', 'a.csv'], /a\.csv: the file cannot be read/],
  ])('%s', async (_, args, message) => {
    const { out, err, code } = await annuaire(args, await folderWith({ 'c.csv': ROWS }))
    expect([out, code]).toEqual(['', 2])
    expect(err).toMatch(message)
  })

  test('says how it is used', async () => {
    const { out, code } = await annuaire(['init', '--help'])
    expect(code).toBe(0)
    expect(out).toMatch(/^annuaire init FILE /)
    for (const line of out.split('\n')) expect(line.length).toBeLessThan(120)
  })
})
