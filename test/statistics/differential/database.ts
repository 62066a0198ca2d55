import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { Parser } from 'n3'
import { PREFIXES } from '../../../src/vocabulary/namespaces.ts'

/** A database of relations, made without any code of the project. */
export type Database = DuckDBConnection

/** Rows of an answer. */
export type SqlRow = Readonly<Record<string, unknown>>

const VOCABULARY = new URL('../../../vocab/', import.meta.url)
const FILES = ['legal-forms', 'cj', 'missions', 'audiences', 'territories']
const COMMUNES = fileURLToPath(
  new URL('../../../node_modules/@etalab/decoupage-administratif/data/communes.json', import.meta.url),
)

/**
 * A database that knows the shipped vocabulary, after some statements. Its relations:
 *
 * - `actor(id)`;
 * - `value(actor, dimension, code)`, each once; regions are the dimensions `seatRegion@2010`, `seatRegion@2016`…;
 * - `number(actor, field, number)`, the field `part` in tenths;
 * - `place(actor, role, level, code)`, from which the last statements, {@link PLACES}, make values;
 * - `label(dimension, code, label, former)`, of dimensions whose values are concepts or territories;
 * - `broader(dimension, level, code, top)`, for each code that there is, the one of a level that it lies in.
 *
 * @param temporary folder for files on their way into the database
 */
export async function openDatabase(statements: readonly string[], temporary: string): Promise<Database> {
  const sql = await (await DuckDBInstance.create(':memory:')).connect()
  const triples = join(temporary, 'triples.json')
  await writeFile(triples, JSON.stringify(await readTriples()))
  for (const statement of [...vocabularyStatements(triples), ...statements]) await sql.run(statement)
  return sql
}

export async function rowsOf(sql: Database, statement: string): Promise<SqlRow[]> {
  return (await sql.runAndReadAll(statement)).getRowObjectsJS()
}

async function readTriples() {
  const texts = await Promise.all(FILES.map(name => readFile(new URL(`${name}.ttl`, VOCABULARY), 'utf8')))
  return texts
    .flatMap(text => new Parser().parse(text))
    .map(({ subject, predicate, object }) => ({
      s: subject.value,
      p: predicate.value,
      o: object.value,
      language: object.termType === 'Literal' ? object.language : '',
    }))
}

const SKOS = PREFIXES.skos
const DEF = 'https://w3id.org/annuaire-lod/def/'

/** Dimensions by the scheme of their values. */
const SCHEMES: readonly (readonly [dimension: string, scheme: string])[] = [
  ['legalForm', 'legal-forms'],
  ['legalCategory', 'cj'],
  ['mission', 'missions'],
  ['audience', 'audiences'],
  ...['seat', 'covered'].flatMap(role => [
    [`${role}Region@2010`, 'regions-2010'] as const,
    [`${role}Region@2016`, 'regions-2016'] as const,
    [`${role}Department`, 'departements'] as const,
  ]),
]

function vocabularyStatements(triples: string): string[] {
  return [
    `CREATE TABLE triple AS SELECT * FROM read_json('${triples}')`,
    // What people write, without case, accents, apostrophes, hyphens and spaces.
    `CREATE MACRO spelled(text) AS trim(regexp_replace(lower(strip_accents(text)), '[^\\p{L}\\p{N}]+', ' ', 'g'))`,
    `CREATE TABLE scheme AS SELECT * FROM (VALUES ${SCHEMES.map(([dimension, name]) => `('${dimension}', '${DEF}${name}')`).join(', ')}) AS known(dimension, scheme)`,
    `CREATE TABLE concept AS SELECT DISTINCT m.o AS scheme, m.s AS iri, n.o AS code
     FROM triple m JOIN triple n ON n.s = m.s AND n.p = '${SKOS}notation' WHERE m.p = '${SKOS}inScheme'`,
    `CREATE TABLE label AS SELECT dimension, code, min(t.o) AS label, min(f.o) AS former
     FROM scheme JOIN concept USING (scheme)
     JOIN triple t ON t.s = iri AND t.p = '${SKOS}prefLabel' AND t.language = 'fr'
     LEFT JOIN triple f ON f.s = iri AND f.p = '${DEF}onto#formerLabel'
     GROUP BY dimension, code`,
    `CREATE TABLE spelling AS SELECT DISTINCT scheme, code, spelled(o) AS text FROM concept JOIN triple ON s = iri
     AND p IN ('${SKOS}prefLabel', '${SKOS}altLabel', '${SKOS}hiddenLabel', '${SKOS}notation')`,
    `CREATE TABLE broader AS
     WITH RECURSIVE up(code, iri, top, height) AS (
       SELECT code, iri, iri, 0 FROM concept WHERE scheme = '${DEF}cj'
       UNION ALL SELECT code, iri, o, height + 1 FROM up JOIN triple ON s = top AND p = '${SKOS}broader'
     ), depth AS (SELECT iri, max(height) + 1 AS level FROM up GROUP BY iri)
     SELECT 'legalCategory' AS dimension, level, up.code, t.code AS top
     FROM up JOIN depth ON depth.iri = up.top JOIN concept t ON t.iri = up.top`,
    `CREATE TABLE department AS SELECT DISTINCT d.code, r.scheme, r.code AS region
     FROM concept d JOIN triple ON s = d.iri AND p = '${PREFIXES.igeo}subdivisionDe' JOIN concept r ON r.iri = o
     WHERE d.scheme = '${DEF}departements' AND r.scheme IN ('${DEF}regions-2010', '${DEF}regions-2016')`,
    `CREATE TABLE successor AS SELECT DISTINCT f.code, t.code AS region
     FROM concept f JOIN triple ON s = f.iri AND p = '${PREFIXES.dcterms}isReplacedBy' JOIN concept t ON t.iri = o
     WHERE f.scheme = '${DEF}regions-2010' AND t.scheme = '${DEF}regions-2016'`,
    `CREATE TABLE commune AS SELECT code, nom, departement, type FROM read_json('${COMMUNES}', columns = {code: 'VARCHAR', nom: 'VARCHAR', departement: 'VARCHAR', type: 'VARCHAR'})`,
    'CREATE TABLE actor (id VARCHAR)',
    'CREATE TABLE value (actor VARCHAR, dimension VARCHAR, code VARCHAR)',
    'CREATE TABLE number (actor VARCHAR, field VARCHAR, number BIGINT)',
    'CREATE TABLE place (actor VARCHAR, role VARCHAR, level VARCHAR, code VARCHAR)',
    `INSERT INTO label SELECT role || 'Commune', code, nom, NULL FROM commune, (VALUES ('seat'), ('covered')) roles(role)
     WHERE type = 'commune-actuelle'`,
  ]
}

/** What places are worth, by the levels above them; the last statements of a world with places. */
export const PLACES: readonly string[] = [
  `INSERT INTO place SELECT DISTINCT actor, role, 'department', departement FROM place JOIN commune USING (code)
   WHERE level = 'commune' AND departement IS NOT NULL`,
  `INSERT INTO value SELECT DISTINCT actor, role || 'Commune', place.code FROM place JOIN commune USING (code)
   WHERE level = 'commune' AND type = 'commune-actuelle'`,
  `INSERT INTO value SELECT DISTINCT actor, role || 'Department', place.code FROM place
   JOIN (SELECT DISTINCT code FROM department) USING (code) WHERE level = 'department'`,
  `INSERT INTO value SELECT DISTINCT * FROM (
     SELECT actor, role || 'Region@' || right(scheme, 4), region FROM place JOIN department USING (code) WHERE level = 'department'
     UNION SELECT actor, role || 'Region@' || right(scheme, 4), place.code FROM place JOIN concept USING (code)
       WHERE level = 'region' AND scheme LIKE '%/regions-%'
     UNION SELECT actor, role || 'Region@2016', region FROM place JOIN successor USING (code) WHERE level = 'region'
   )`,
]
