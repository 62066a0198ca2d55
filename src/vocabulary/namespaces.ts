/** Where the shipped ontology, schemes and territories live. */
export const VOCABULARY_BASE = 'https://w3id.org/annuaire-lod/'

/** Prefixes that every dump and every query of a directory knows, without being declared. */
export const PREFIXES = {
  adms: 'http://www.w3.org/ns/adms#',
  annuaire: `${VOCABULARY_BASE}def/onto#`,
  cv: 'http://data.europa.eu/m8g/',
  dcat: 'http://www.w3.org/ns/dcat#',
  dcterms: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  geo: 'http://www.opengis.net/ont/geosparql#',
  igeo: 'http://rdf.insee.fr/def/geo#',
  locn: 'http://www.w3.org/ns/locn#',
  org: 'http://www.w3.org/ns/org#',
  owl: 'http://www.w3.org/2002/07/owl#',
  prov: 'http://www.w3.org/ns/prov#',
  qb: 'http://purl.org/linked-data/cube#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  rov: 'http://www.w3.org/ns/regorg#',
  schema: 'http://schema.org/',
  'sdmx-attribute': 'http://purl.org/linked-data/sdmx/2009/attribute#',
  sh: 'http://www.w3.org/ns/shacl#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  spdx: 'http://spdx.org/rdf/terms#',
  time: 'http://www.w3.org/2006/time#',
  void: 'http://rdfs.org/ns/void#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const

/** A prefix that the project knows. */
export type Prefix = keyof typeof PREFIXES

/** The IRI of a prefixed name whose prefix the project knows: `iri('org:purpose')`. */
export function iri<P extends Prefix>(name: `${P}:${string}`): string {
  const colon = name.indexOf(':')
  return PREFIXES[name.slice(0, colon) as Prefix] + name.slice(colon + 1)
}
