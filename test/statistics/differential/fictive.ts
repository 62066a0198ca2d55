import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { seeded } from '../../bench/random.ts'
import { PLACES } from './database.ts'
import type { Choice } from './definitions.ts'
import { openWorld, type World } from './world.ts'

const DEF = 'https://w3id.org/annuaire-lod/def/'

const CONFIGURATION = `title: { fr: Annuaire fictif }
publisher: { name: Une association }
licence: https://spdx.org/licenses/etalab-2.0
base: https://annuaire.example.org/fictif
language: fr
date: 2012-03-01
schemes:
  couleurs:
    title: { fr: Couleurs }
    concepts:
      rouge: { label: { fr: Rouge } }
      vert: { label: { fr: Vert } }
      ocre: { label: { fr: Ocre } }
      bleu: { label: { fr: Bleu } }
fields:
  members: { label: { fr: Adhérents }, datatype: integer, public: true }
  budget: { label: { fr: Budget }, datatype: integer, public: true }
  part: { label: { fr: Part }, datatype: decimal, public: true }
  colours: { label: { fr: Couleurs }, scheme: couleurs, public: true, multiple: true }
  mood: { label: { fr: Humeur }, datatype: string, public: true }
sources:
  fiches:
    file: fiches.csv
    key: Clé
    columns:
      Nom: name
      Statut: legalForm
      Catégorie: legalCategory
      Missions: { field: missions, split: "|" }
      Couleurs: { field: colours, split: "|" }
      Couverture: { field: coverage, split: "|", level: departement }
      Création: founded
      RIDET: { field: otherIdentifiers, scheme: RIDET }
      ROR: { field: otherIdentifiers, scheme: ROR }
      Adhérents: members
      Budget: budget
      Part: part
      Humeur: mood
statistics:
  missions: { title: { fr: Missions }, dimensions: [mission], weight: members, showMissing: true }
  budgets: { title: { fr: Budgets }, dimensions: [legalForm], weight: part, of: budget, measures: [mean, q25, median, sum, max] }
  categories: { title: { fr: Catégories }, dimensions: [legalCategory], levels: { legalCategory: 1 }, top: 1 }
  couleurs:
    title: { fr: Couleurs }
    dimensions: [colours, legalForm]
    within: colours
    base: population
    showMissing: true
`

const FORMS = ['Association', 'associations', 'Assoc. loi 1901', 'SEM', 'GIP', 'epci', '']
const CATEGORIES = ['9220', '9230', '7346', '7229', '5515', '']
const MISSIONS = ['Veille technologique', 'EPN', 'e-Inclusion', 'Logiciels libres', 'formation tic']
const COLOURS = ['Rouge', 'vert', 'OCRE', 'Bleu']
const DEPARTMENTS = ['01', '2A', '2B', '35', '63', '69', '75', '974', '976', '59', '80']
const MOODS = ['gai', 'l’air grave', 'l\'air \\ "vif" ; #', 'Été', 'zen', '']

/** Records made up so that anything may be missing, be there several times, or be nought. */
export async function openFictive(temporary: string): Promise<World> {
  const folder = join(temporary, 'fictive')
  await mkdir(folder)
  const random = seeded(12)
  const pick = (values: readonly string[]) => values[Math.floor(random() ** 1.5 * values.length)]!
  const some = (values: readonly string[], most: number) =>
    Array.from({ length: Math.floor(random() * (most + 1)) }, () => pick(values)).join(' | ')
  const whole = (most: number) => (random() < 0.35 ? '' : String(Math.floor(random() ** 3 * most)))
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
  const rows = Array.from({ length: 160 }, (_, index) =>
    [
      `f${index}`,
      `Fiche ${index}`,
      pick(FORMS),
      pick(CATEGORIES),
      some(MISSIONS, 3),
      some(COLOURS, 3),
      some(DEPARTMENTS, 3),
      random() < 0.4 ? '' : String(1950 + Math.floor(random() * 60)),
      random() < 0.7 ? '' : `r${index}`,
      random() < 0.8 ? '' : `https://ror.org/0${index}`,
      whole(40),
      whole(9_000_000),
      pick(MOODS),
      random() < 0.2 ? '' : `${Math.floor(random() * 4)},${Math.floor(random() * 10)}`,
    ].map(quoted),
  )
  const header =
    'Clé,Nom,Statut,Catégorie,Missions,Couleurs,Couverture,Création,RIDET,ROR,Adhérents,Budget,Humeur,Part'
  await writeFile(join(folder, 'fiches.csv'), [header, ...rows.map(row => row.join(',')), ''].join('\n'))
  await writeFile(join(folder, 'annuaire.yaml'), CONFIGURATION)
  const spelt = (column: string, dimension: string, scheme: string) =>
    `INSERT INTO value SELECT DISTINCT actor, '${dimension}', code
     FROM (SELECT Clé AS actor, unnest(string_split("${column}", '|')) AS written FROM line)
     JOIN spelling ON scheme = '${scheme}' AND text = spelled(written)`
  const colours = COLOURS.map(name => `('couleurs', '${name.toLowerCase()}', '${name.toLowerCase()}')`)
  return openWorld(
    folder,
    [
      `CREATE TABLE line AS SELECT * FROM read_csv('${join(folder, 'fiches.csv')}', header = true, all_varchar = true, quote = '"', escape = '"')`,
      `INSERT INTO spelling VALUES ${colours.join(', ')}`,
      "INSERT INTO label VALUES ('colours', 'rouge', 'Rouge', NULL), ('colours', 'vert', 'Vert', NULL), ('colours', 'ocre', 'Ocre', NULL), ('colours', 'bleu', 'Bleu', NULL)",
      'INSERT INTO actor SELECT Clé FROM line',
      spelt('Statut', 'legalForm', `${DEF}legal-forms`),
      spelt('Catégorie', 'legalCategory', `${DEF}cj`),
      spelt('Missions', 'mission', `${DEF}missions`),
      spelt('Couleurs', 'colours', 'couleurs'),
      "INSERT INTO value SELECT Clé, 'foundingYear', Création FROM line WHERE Création <> ''",
      "INSERT INTO value SELECT Clé, 'identifierKind', 'RIDET' FROM line WHERE RIDET <> ''",
      "INSERT INTO value SELECT Clé, 'identifierKind', 'ROR' FROM line WHERE ROR <> ''",
      "INSERT INTO value SELECT Clé, 'mood', Humeur FROM line WHERE Humeur <> ''",
      "INSERT INTO number SELECT Clé, 'members', Adhérents::BIGINT FROM line WHERE Adhérents <> ''",
      "INSERT INTO number SELECT Clé, 'part', replace(Part, ',', '')::BIGINT FROM line WHERE Part <> ''",
      "INSERT INTO number SELECT Clé, 'budget', Budget::BIGINT FROM line WHERE Budget <> ''",
      `INSERT INTO place SELECT DISTINCT actor, 'covered', 'department', trim(written)
       FROM (SELECT Clé AS actor, unnest(string_split(Couverture, '|')) AS written FROM line) WHERE trim(written) <> ''`,
      ...PLACES,
    ],
    temporary,
  )
}

/** What random definitions of it are drawn from. */
export const FICTIVE_CHOICE: Choice = {
  dimensions: [
    'legalForm',
    'legalCategory',
    'mission',
    'colours',
    'coveredRegion',
    'coveredDepartment',
    'foundingYear',
    'identifierKind',
    'mood',
    'audience',
  ],
  alone: [],
  levels: { legalCategory: 2 },
  numbers: ['members', 'budget'],
  weights: ['part'],
  days: ['2010-12-19', '2026-01-01'],
}
