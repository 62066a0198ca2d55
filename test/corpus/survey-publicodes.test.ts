import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { beforeEach, expect, test } from 'vitest'
import { type Directory, openDirectory } from '../../src/index.ts'
import { writeFolder } from '../directory/writeDirectory.ts'
import { describeWith, shared } from './shared.ts'

const FILE = 'data/survey-publicodes-fr/publicodes-2024.csv'

const EDITOR = 'Quel éditeur utilisez-vous pour écrire du Publicodes ?'
const EDITORS: Readonly<Record<string, string>> = {
  vscode: 'VSCode',
  jetbrains: 'JetBrains',
  vim: 'Vim / NeoVim',
  emacs: 'Emacs',
  github: 'Directement sur Github',
  studio: "L'éditeur en ligne (publicodes studio)",
  autre: 'Autre',
}
const WORK = 'Quels chantiers devraient-ils être prioriser ?'
/** Three of the labels have the separator of the list in them. */
const WORKS: Readonly<Record<string, string>> = {
  langage:
    'Ajouter de nouvelles fonctionnalités au langage (gestion des listes, des dates, mécanisme « une possibilité »)',
  performances: 'Améliorer les performances',
  publication: 'Faciliter la publication et la réutilisation de modèles de règles',
  integration: "Faciliter l'intégration de Publicodes (API du paquet publicodes)",
  outillage:
    "Outiller l'édition des modèles (vérification statique des types, extension VScode, détection d'erreur, auto-formatage)",
  documentation: 'Faire des tutos / améliorer la documentation du langage',
}

/** A question, its options from the list column, and from a column per option: one name each. */
function optionColumns(question: string, options: Readonly<Record<string, string>>): string {
  return JSON.stringify(
    Object.fromEntries(Object.entries(options).map(([code, label]) => [`${question} (${label})`, code])),
  )
}

const CONFIGURATION = `title: Annuaire
publisher: { name: Éditeur }
licence: https://spdx.org/licenses/etalab-2.0
base: https://annuaire.example.org
language: fr
date: 2024-12-01
schemes:
  editeurs: { title: Éditeurs, concepts: ${JSON.stringify(concepts(EDITORS))} }
  chantiers: { title: Chantiers, concepts: ${JSON.stringify(concepts(WORKS))} }
sources:
  acteurs: { file: acteurs.csv, key: id, columns: { nom: name } }
surveys:
  publicodes:
    title: État de Publicodes
    date: 2024-11-30
    questions:
      production:
        label: En production ?
        type: single
        options: { oui: Oui, non: Non }
      bientot: { label: Prochainement ?, type: single, options: { oui: Oui, non: Non }, askedIf: { production: non } }
      editeurListe: { label: Éditeur, type: multiple, scheme: editeurs }
      editeur: { label: Éditeur, type: multiple, scheme: editeurs }
      chantierListe: { label: Chantiers, type: multiple, scheme: chantiers }
      chantier: { label: Chantiers, type: multiple, scheme: chantiers }
      note: { label: Recommandation, type: numeric, minimum: 0, maximum: 10 }
    sources:
      tally:
        file: ${JSON.stringify(fileURLToPath(shared(FILE)))}
        key: Submission ID
        columns:
          "Avez-vous déjà utilisé Publicodes en production ?": production
          "Envisagez-vous de le faire prochainement ?": bientot
          "${EDITOR}": { field: editeurListe, split: ", " }
          "${WORK}": { field: chantierListe, split: ", " }
          "Globalement, recommanderiez-vous Publicodes ?": note
        derive:
          editeur: { options: ${optionColumns(EDITOR, EDITORS)} }
          chantier: { options: ${optionColumns(WORK, WORKS)} }
`

function concepts(options: Readonly<Record<string, string>>) {
  return Object.fromEntries(Object.entries(options).map(([code, label]) => [code, { label }]))
}

describeWith(FILE, 'a survey exported with a list column and a column per option', () => {
  let directory: Directory
  let rows: Record<string, string>[]

  beforeEach(async () => {
    const folder = await writeFolder({ 'annuaire.yaml': CONFIGURATION, 'acteurs.csv': 'id,nom\na,A\n' })
    directory = await openDirectory(folder)
    rows = parse(readFileSync(shared(FILE)), {
      bom: true,
      columns: header => header.map((name: string) => name.trim()),
    })
  })

  test.each(['editeur', 'chantier'])('both agree in every row: %s', async name => {
    const [survey] = await directory.surveys()
    const differing = survey!.responses.filter(({ answers }) => {
      const sorted = (question: string) => [answers[question] ?? []].flat().map(String).sort()
      return JSON.stringify(sorted(name)) !== JSON.stringify(sorted(`${name}Liste`))
    })
    expect(survey?.responses).toHaveLength(18)
    expect(differing.map(({ key }) => key)).toEqual([])
  })

  test.each([
    ['editeur', EDITOR, EDITORS],
    ['chantier', WORK, WORKS],
  ])('%s: counts are those of the cells that say TRUE', async (name, question, options) => {
    const table = (await directory.statistics()).find(({ id }) => id === `publicodes-${name}`)
    const expected = Object.entries(options).flatMap(([code, label]) => {
      const n = rows.filter(row => row[`${question} (${label})`] === 'TRUE').length
      return n === 0 ? [] : [[code, n] as const]
    })
    expect(new Map(table?.observations.map(({ values, n }) => [values[0]!.code, n]))).toEqual(
      new Map(expected),
    )
    const answered = rows.filter(row => row[question] !== '').length
    for (const { base, missing } of table!.observations)
      expect([base, missing]).toEqual([answered, 18 - answered])
  })

  test('those whom a filter spares a question are neither in its base nor missing', async () => {
    const table = (await directory.statistics()).find(({ id }) => id === 'publicodes-bientot')
    expect(table?.observations).toMatchObject([
      { values: [{ code: 'oui' }], n: 2, base: 2, missing: 0 },
      { values: [{ code: 'non' }], n: 0, base: 2, missing: 0 },
    ])
  })

  test('numbers have their mean, as the file has it', async () => {
    const table = (await directory.statistics()).find(({ id }) => id === 'publicodes-note')
    const notes = rows.map(row => Number(row['Globalement, recommanderiez-vous Publicodes ?']))
    const mean = notes.reduce((sum, note) => sum + note, 0) / notes.length
    expect(table?.observations[0]?.further?.mean).toBeCloseTo(mean, 4)
    expect(table?.observations[0]).toMatchObject({ n: 18, base: 18 })
  })
})
