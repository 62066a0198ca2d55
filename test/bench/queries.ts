import { PREFIXES } from '../../src/vocabulary/namespaces.ts'

/** What a column of an SQL answer stands for, so that it can be told equal to a SPARQL answer. */
export type ColumnKind =
  /** The end of an IRI that begins so; all of it where this is empty. */
  | { readonly iri: string }
  | 'number'
  /** A text in French. */
  | 'fr'

/** A question that every engine is asked in its own tongue. */
export interface BenchQuery {
  /** As the table of results has it. */
  readonly title: string
  /** Its prefixes are declared by {@link toSparql}. */
  readonly sparql: string
  /** Whether the order of the solutions is part of the answer. */
  readonly isOrdered?: true
  /** The same on the tables, where it has a relational sense; its columns have the names of the variables. */
  readonly sql?: string
  /** Of the columns of the SQL answer. */
  readonly columns?: Readonly<Record<string, ColumnKind>>
  /** Engines may add other triples than those about this subject to a description: they are not compared. */
  readonly about?: string
}

/** The text of a query with the prefixes that it uses. */
export function toSparql({ sparql }: BenchQuery): string {
  const used = Object.entries(PREFIXES).filter(([prefix]) => new RegExp(`\\b${prefix}:`).test(sparql))
  return used.map(([prefix, iri]) => `PREFIX ${prefix}: <${iri}>\n`).join('') + sparql
}

const DEF = 'https://w3id.org/annuaire-lod/def/'
const GEO = 'https://w3id.org/annuaire-lod/id/geo/'
const ACTOR = { iri: '' } as const
const FORM = { iri: `${DEF}legal-forms/` } as const
const MISSION = { iri: `${DEF}missions/` } as const

/** A box of 0.5° by 0.4°, in degrees. */
const BOX = { west: -2, east: -1.5, south: 47.8, north: 48.2 }

/**
 * The sixteen queries: the counts that statistics are made of, text scans, a sorted page, a map's box, and one actor.
 *
 * @param actor IRI of an actor that there is
 */
export function benchQueries(actor: string): readonly BenchQuery[] {
  return [
    {
      title: 'count by legal form',
      sparql: `SELECT ?form (COUNT(?actor) AS ?n) WHERE {
  ?actor a annuaire:Actor ; rov:orgType ?form
} GROUP BY ?form`,
      sql: 'SELECT legal_form AS form, count(*) AS n FROM actor WHERE legal_form IS NOT NULL GROUP BY 1',
      columns: { form: FORM, n: 'number' },
    },
    {
      title: 'audiences by legal form',
      sparql: `SELECT ?form ?audience (COUNT(DISTINCT ?actor) AS ?n) WHERE {
  ?actor a annuaire:Actor ; rov:orgType ?form ; dcterms:audience ?audience
} GROUP BY ?form ?audience`,
      sql: `SELECT legal_form AS form, audience, count(DISTINCT id) AS n
FROM actor JOIN audience ON actor = id WHERE legal_form IS NOT NULL GROUP BY 1, 2`,
      columns: { form: FORM, audience: { iri: `${DEF}audiences/` }, n: 'number' },
    },
    {
      title: 'missions by legal form',
      sparql: `SELECT ?form ?mission (COUNT(DISTINCT ?actor) AS ?n) WHERE {
  ?actor a annuaire:Actor ; rov:orgType ?form ; org:purpose ?mission
} GROUP BY ?form ?mission`,
      sql: `SELECT legal_form AS form, mission, count(DISTINCT id) AS n
FROM actor JOIN mission ON actor = id WHERE legal_form IS NOT NULL GROUP BY 1, 2`,
      columns: { form: FORM, mission: MISSION, n: 'number' },
    },
    {
      title: 'region × legal form',
      sparql: `SELECT ?region ?form (COUNT(?actor) AS ?n) WHERE {
  ?actor a annuaire:Actor ; rov:orgType ?form ; locn:address/cv:adminUnit ?region .
  ?region skos:inScheme <${DEF}regions-2010>
} GROUP BY ?region ?form`,
      sql: `SELECT region, legal_form AS form, count(*) AS n
FROM actor WHERE legal_form IS NOT NULL AND region IS NOT NULL GROUP BY 1, 2`,
      columns: { region: { iri: `${GEO}region-` }, form: FORM, n: 'number' },
    },
    {
      title: 'départements over a path',
      sparql: `SELECT ?department (COUNT(DISTINCT ?actor) AS ?n) WHERE {
  ?actor a annuaire:Actor ; locn:address/cv:adminUnit/igeo:subdivisionDe ?department .
  ?department skos:inScheme <${DEF}departements>
} GROUP BY ?department`,
      sql: `SELECT department, count(DISTINCT id) AS n
FROM actor JOIN commune ON code = commune WHERE department IS NOT NULL GROUP BY 1`,
      columns: { department: { iri: `${GEO}departement-` }, n: 'number' },
    },
    {
      title: 'share by legal form with its base',
      sparql: `SELECT ?form ?n ?base (100.0 * ?n / ?base AS ?share) WHERE {
  { SELECT ?form (COUNT(DISTINCT ?actor) AS ?n) WHERE {
    ?actor a annuaire:Actor ; rov:orgType ?form . ?form skos:inScheme <${DEF}legal-forms>
  } GROUP BY ?form }
  { SELECT (COUNT(DISTINCT ?actor) AS ?base) WHERE {
    ?actor a annuaire:Actor ; rov:orgType ?answer . ?answer skos:inScheme <${DEF}legal-forms>
  } }
}`,
      sql: `SELECT form, n, base, 100.0::DOUBLE * n / base AS share FROM
(SELECT legal_form AS form, count(DISTINCT id) AS n FROM actor
 JOIN concept ON scheme = 'legal-forms' AND code = legal_form GROUP BY 1),
(SELECT count(DISTINCT id) AS base FROM actor JOIN concept ON scheme = 'legal-forms' AND code = legal_form)`,
      columns: { form: FORM, n: 'number', base: 'number', share: 'number' },
    },
    {
      title: 'missing values per property',
      sparql: `SELECT ?property (COUNT(?actor) AS ?n) WHERE {
  VALUES ?property { rov:orgType org:purpose dcterms:audience locn:address foaf:homepage schema:foundingDate }
  ?actor a annuaire:Actor
  FILTER NOT EXISTS { ?actor ?property ?value }
} GROUP BY ?property`,
      sql: `SELECT 'http://www.w3.org/ns/regorg#orgType' AS property, count(*) AS n FROM actor WHERE legal_form IS NULL
UNION ALL SELECT 'http://www.w3.org/ns/org#purpose', count(*) FROM actor ANTI JOIN mission ON actor = id
UNION ALL SELECT 'http://purl.org/dc/terms/audience', count(*) FROM actor ANTI JOIN audience ON actor = id
UNION ALL SELECT 'http://www.w3.org/ns/locn#address', count(*) FROM actor WHERE locality IS NULL
UNION ALL SELECT 'http://xmlns.com/foaf/0.1/homepage', count(*) FROM actor WHERE homepage IS NULL
UNION ALL SELECT 'http://schema.org/foundingDate', count(*) FROM actor WHERE founded IS NULL`,
      columns: { property: { iri: '' }, n: 'number' },
    },
    {
      title: 'optional counts',
      sparql: `SELECT ?form (COUNT(?actor) AS ?n) (COUNT(?homepage) AS ?online) (COUNT(?date) AS ?dated) WHERE {
  ?actor a annuaire:Actor ; rov:orgType ?form
  OPTIONAL { ?actor foaf:homepage ?homepage }
  OPTIONAL { ?actor schema:foundingDate ?date }
} GROUP BY ?form`,
      sql: `SELECT legal_form AS form, count(*) AS n, count(homepage) AS online, count(founded) AS dated
FROM actor WHERE legal_form IS NOT NULL GROUP BY 1`,
      columns: { form: FORM, n: 'number', online: 'number', dated: 'number' },
    },
    {
      title: 'top ten missions with labels',
      sparql: `SELECT ?mission ?label (COUNT(DISTINCT ?actor) AS ?n) WHERE {
  ?actor a annuaire:Actor ; org:purpose ?mission . ?mission skos:prefLabel ?label
  FILTER(LANG(?label) = "fr")
} GROUP BY ?mission ?label ORDER BY DESC(?n) ?mission LIMIT 10`,
      isOrdered: true,
      sql: `SELECT mission, label, count(DISTINCT actor) AS n
FROM mission JOIN concept ON scheme = 'missions' AND code = mission
GROUP BY 1, 2 ORDER BY n DESC, mission LIMIT 10`,
      columns: { mission: MISSION, label: 'fr', n: 'number' },
    },
    {
      title: 'count distinct',
      sparql: `SELECT (COUNT(DISTINCT ?locality) AS ?n) WHERE {
  ?actor a annuaire:Actor ; locn:address/locn:postName ?locality
}`,
      sql: 'SELECT count(DISTINCT locality) AS n FROM actor',
      columns: { n: 'number' },
    },
    {
      title: 'label contains',
      sparql: `SELECT ?actor ?name WHERE {
  ?actor a annuaire:Actor ; skos:prefLabel ?name
  FILTER(CONTAINS(LCASE(STR(?name)), "télécentre"))
}`,
      sql: `SELECT iri AS actor, name FROM actor WHERE contains(lower(name), 'télécentre')`,
      columns: { actor: ACTOR, name: 'fr' },
    },
    {
      title: 'regex and count',
      sparql: `SELECT (COUNT(?actor) AS ?n) WHERE {
  ?actor a annuaire:Actor ; skos:prefLabel ?name
  FILTER(REGEX(?name, "^(association|collectif) .*de saint-", "i"))
}`,
      sql: `SELECT count(*) AS n FROM actor WHERE regexp_matches(name, '^(association|collectif) .*de saint-', 'i')`,
      columns: { n: 'number' },
    },
    {
      title: 'order by label, page',
      sparql: `SELECT ?actor ?name WHERE {
  ?actor a annuaire:Actor ; skos:prefLabel ?name
} ORDER BY ?name ?actor LIMIT 50 OFFSET 100`,
      isOrdered: true,
      sql: 'SELECT iri AS actor, name FROM actor ORDER BY name, iri LIMIT 50 OFFSET 100',
      columns: { actor: ACTOR, name: 'fr' },
    },
    {
      title: 'bounding box',
      sparql: `SELECT ?actor WHERE {
  ?actor org:hasRegisteredSite|org:hasPrimarySite ?site .
  ?site geo:hasGeometry/geo:asWKT ?wkt
  BIND(STRBEFORE(STRAFTER(STR(?wkt), "POINT("), ")") AS ?point)
  BIND(xsd:decimal(STRBEFORE(?point, " ")) AS ?longitude)
  BIND(xsd:decimal(STRAFTER(?point, " ")) AS ?latitude)
  FILTER(?longitude >= ${BOX.west} && ?longitude <= ${BOX.east} && ?latitude >= ${BOX.south} && ?latitude <= ${BOX.north})
}`,
      sql: `SELECT iri AS actor FROM actor
WHERE longitude BETWEEN ${BOX.west} AND ${BOX.east} AND latitude BETWEEN ${BOX.south} AND ${BOX.north}`,
      columns: { actor: ACTOR },
    },
    {
      title: 'CONSTRUCT of one actor',
      sparql: `CONSTRUCT { ?part ?property ?value } WHERE {
  { BIND(<${actor}> AS ?part) <${actor}> ?property ?value }
  UNION { <${actor}> locn:address|org:hasRegisteredSite|org:hasPrimarySite ?part . ?part ?property ?value }
}`,
    },
    { title: 'DESCRIBE of one actor', sparql: `DESCRIBE <${actor}>`, about: actor },
  ]
}
