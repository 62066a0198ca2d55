import { fileURLToPath } from 'node:url'
import { PLACES } from './database.ts'
import type { Choice } from './definitions.ts'
import { openWorld, transcoded, type World } from './world.ts'

const DEF = 'https://w3id.org/annuaire-lod/def/'

const example = (name: string) => fileURLToPath(new URL(`../../../examples/${name}`, import.meta.url))

/** The directory of 2010: a file in Windows-1252, `;` between its cells, `|` between the values of one. */
export async function openOten2010(temporary: string): Promise<World> {
  const folder = example('oten-2010')
  const file = await transcoded(`${folder}/acteurs.csv`, 'windows-1252', temporary)
  const isAnswer = (text: string) => `lower(trim(${text})) NOT IN ('nc', 'n/c', '-', '')`
  const spelt = (column: string, dimension: string, scheme: string) =>
    `INSERT INTO value SELECT DISTINCT actor, '${dimension}', code
     FROM (SELECT Identifiant AS actor, unnest(string_split("${column}", '|')) AS written FROM line)
     JOIN spelling ON scheme = '${DEF}${scheme}' AND text = spelled(written) WHERE ${isAnswer('written')}`
  return openWorld(
    folder,
    [
      `CREATE TABLE line AS SELECT COLUMNS(*)::VARCHAR FROM read_csv('${file}', delim = ';', header = true, all_varchar = true)`,
      `UPDATE line SET ${['Forme juridique', 'Missions', 'Publics', 'Région', 'Département', 'Code commune', 'Nombre de membres'].map(name => `"${name}" = coalesce("${name}", '')`).join(', ')}`,
      'INSERT INTO actor SELECT Identifiant FROM line',
      spelt('Forme juridique', 'legalForm', 'legal-forms'),
      spelt('Missions', 'mission', 'missions'),
      spelt('Publics', 'audience', 'audiences'),
      `INSERT INTO place SELECT Identifiant, 'seat', 'region', code FROM line
       JOIN spelling ON scheme = '${DEF}regions-2010' AND text = spelled(Région) WHERE ${isAnswer('Région')}`,
      `INSERT INTO place SELECT Identifiant, 'seat', 'department', Département FROM line WHERE ${isAnswer('Département')}`,
      `INSERT INTO place SELECT Identifiant, 'seat', 'commune', "Code commune" FROM line WHERE ${isAnswer('"Code commune"')}`,
      `INSERT INTO number SELECT Identifiant, 'members', "Nombre de membres"::BIGINT FROM line WHERE ${isAnswer('"Nombre de membres"')}`,
      "INSERT INTO value SELECT actor, 'members', number::VARCHAR FROM number",
      ...PLACES,
    ],
    temporary,
  )
}

/** The intercommunalities: JSON, their places in lists. */
export async function openIntercommunalites(temporary: string): Promise<World> {
  const file = fileURLToPath(
    new URL('../../../node_modules/@etalab/decoupage-administratif/data/epci.json', import.meta.url),
  )
  // Of the configuration, by hand.
  const kinds = [
    ['CC', 'Communauté de communes', '7346'],
    ['CA', 'Communauté d’agglomération', '7348'],
    ['CU', 'Communauté urbaine', '7343'],
    ['METRO', 'Métropole', '7344'],
    ['MET69', 'Métropole de Lyon', '7229'],
  ]
  const rows = (values: readonly (readonly string[])[]) =>
    values.map(row => `(${row.map(text => `'${text}'`).join(', ')})`).join(', ')
  return openWorld(
    example('intercommunalites'),
    [
      `CREATE TABLE line AS SELECT * FROM read_json('${file}', columns = {code: 'VARCHAR', type: 'VARCHAR', modeFinancement: 'VARCHAR',
         populationTotale: 'BIGINT', populationMunicipale: 'BIGINT', membres: 'STRUCT(code VARCHAR)[]'})`,
      `CREATE TABLE kind AS SELECT * FROM (VALUES ${rows(kinds)}) AS kinds(code, label, category)`,
      "DELETE FROM label WHERE dimension = 'legalForm'",
      "INSERT INTO label SELECT 'legalForm', code, label, NULL FROM kind",
      `INSERT INTO label VALUES ('taxation', 'FPU', 'Fiscalité professionnelle unique', NULL), ('taxation', 'FA', 'Fiscalité additionnelle', NULL)`,
      'INSERT INTO actor SELECT code FROM line',
      "INSERT INTO value SELECT code, 'legalForm', type FROM line",
      "INSERT INTO value SELECT line.code, 'legalCategory', category FROM line JOIN kind ON kind.code = type",
      "INSERT INTO value SELECT code, 'taxation', modeFinancement FROM line WHERE modeFinancement IS NOT NULL",
      "INSERT INTO value SELECT code, 'identifierKind', 'siren' FROM line",
      "INSERT INTO number SELECT code, 'population', populationTotale FROM line WHERE populationTotale IS NOT NULL",
      "INSERT INTO number SELECT code, 'municipalPopulation', populationMunicipale FROM line WHERE populationMunicipale IS NOT NULL",
      'INSERT INTO value SELECT actor, field, number::VARCHAR FROM number',
      "INSERT INTO place SELECT DISTINCT code, 'covered', 'commune', unnest(membres).code FROM line",
      ...PLACES,
    ],
    temporary,
  )
}

/** What random definitions of the examples are drawn from. */
export const CHOICES = {
  'oten-2010': {
    dimensions: [
      'legalForm',
      'mission',
      'audience',
      'seatRegion',
      'seatDepartment',
      'seatCommune',
      'members',
      'identifierKind',
      'foundingYear',
      'coveredRegion',
    ],
    alone: ['seatCommune'],
    levels: {},
    numbers: ['members'],
    days: ['2010-12-19', '2015-06-01', '2026-01-01'],
  },
  intercommunalites: {
    dimensions: [
      'legalForm',
      'legalCategory',
      'taxation',
      'coveredRegion',
      'coveredDepartment',
      'identifierKind',
      'population',
      'seatRegion',
    ],
    alone: ['population'],
    levels: { legalCategory: 2 },
    numbers: ['population', 'municipalPopulation'],
    days: ['2010-12-19', '2015-06-01', '2026-01-01'],
  },
} as const satisfies Record<string, Choice>
