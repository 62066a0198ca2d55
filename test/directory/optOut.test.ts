import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDirectory } from '../../src/index.ts'
import { writeFolder } from './writeDirectory.ts'

const CONFIGURATION = `title: Essai
publisher: { name: Essai }
licence: https://spdx.org/licenses/etalab-2.0
base: https://annuaire.example.org
language: fr
date: 2020-01-01
duplicates: doublons.csv
optOut: retrait.txt
sources:
  acteurs:
    file: a.csv
    key: id
    columns: { nom: name, siren: siren, mère: { field: parents, reference: acteurs } }
`
const ROWS = [
  'id;nom;siren;mère',
  'k1;Le Lien;;',
  'k2;La Passerelle secrète; 732 829 320 ;',
  'k3;Le Pont;;k2',
  'k4;Le Lien (bis);;',
  'k5;;;', // no name: rejected, and opted out
]

async function publish(extra: Readonly<Record<string, string>>) {
  const folder = await writeFolder({ 'annuaire.yaml': CONFIGURATION, 'a.csv': ROWS.join('\n'), ...extra })
  const directory = await openDirectory(folder)
  const { path, ...release } = await directory.publish()
  const names = (await readdir(path, { recursive: true, withFileTypes: true })).filter(entry =>
    entry.isFile(),
  )
  const texts = await Promise.all(
    names.map(({ parentPath, name }) => readFile(join(parentPath, name), 'utf8')),
  )
  return { directory, release, all: texts.join('\n') }
}

test('who opted out is in no file of a release, nor are links to them and what was found of them', async () => {
  const { directory, release, all } = await publish({ 'retrait.txt': '732829320\nk5\nk9\n' })
  expect(release).toMatchObject({ rows: 5, actors: 3, rejectedRows: 2 })
  for (const secret of ['secrète', '732829320', '732 829 320', '"k2"', '"k5"', 'k9'])
    expect(all.includes(secret), secret).toBe(false)
  const told = (await directory.check()).results.filter(({ code }) => code === 'unmatched-opt-out')
  // A row that was rejected anyway is nobody’s record.
  expect(told.map(({ source }) => source)).toEqual([
    { file: 'retrait.txt', line: 2 },
    { file: 'retrait.txt', line: 3 },
  ])
})

test('a merged actor is left out where any of its records opted out; otherwise its values have their origin', async () => {
  const decisions = 'a;b;decision\nacteurs/k1;acteurs/k4;doublon\n'
  const merged = await publish({ 'retrait.txt': '', 'doublons.csv': decisions })
  expect(merged.release).toMatchObject({ actors: 3, merged: 1, rejectedRows: 1 })
  expect(merged.all).toContain('"name":{"source":"acteurs","key":"k1"}')
  const out = await publish({ 'retrait.txt': 'K4\n', 'doublons.csv': decisions })
  expect(out.release).toMatchObject({ actors: 2, merged: 0 })
  expect(out.all).not.toContain('Le Lien')
})
