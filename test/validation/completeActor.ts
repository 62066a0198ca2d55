import { readFileSync } from 'node:fs'
import type * as RDF from '@rdfjs/types'
import { Parser } from 'n3'
import type { Actor } from '../../src/actor/actor.ts'
import type { ActorGraphOptions } from '../../src/graph/actorGraph.ts'
import { territoryIri } from '../../src/vocabulary/territories.ts'

const base = 'https://annuaire.example.org/test'
const def = 'https://w3id.org/annuaire-lod/def'

/** The page that describes the actor. */
export const PAGE = `${base}/id/acteur/pfw27uuonrc4zuvj`

/** A fictive actor that has all fields. */
export const COMPLETE_ACTOR: Actor = {
  id: `${PAGE}#it`,
  source: 'acteurs',
  key: '0001',
  name: 'Communauté fictive',
  acronym: 'CF',
  alternateNames: ['Communauté d’exemple'],
  description: 'Une collectivité qui n’existe pas.',
  legalForm: `${def}/legal-forms/collectivite-territoriale`,
  legalCategory: `${def}/cj/cj-7220`,
  siren: '732829320',
  siret: '73282932000074',
  rna: 'W751234567',
  otherIdentifiers: [{ scheme: 'ROR', value: '05a28rw58' }],
  missions: [`${def}/missions/veille`],
  audiences: [`${def}/audiences/grand-public`],
  coverage: [territoryIri('departement', '2A')],
  address: {
    fullAddress: '1 rue de l’Exemple, 20000 Ajaccio',
    street: '1 rue de l’Exemple',
    postcode: '20000',
    locality: 'Ajaccio',
    commune: territoryIri('commune', '2A004'),
    department: territoryIri('departement', '2A'),
    region: territoryIri('region', '94'),
  },
  location: { latitude: 41.9263, longitude: 8.7376 },
  homepage: 'https://communaute.example.org/',
  email: 'contact@communaute.example.org',
  telephone: '+33 4 00 00 00 00',
  openingHours: 'Du lundi au vendredi, 9 h – 17 h',
  sites: [
    {
      key: 'corte',
      name: 'Antenne de Corte',
      siret: '73282932000082',
      address: { postcode: '20250', locality: 'Corte', commune: territoryIri('commune', '2B096') },
      location: { latitude: 42.3064, longitude: 9.1506 },
      email: 'corte@communaute.example.org',
      telephone: '+33 4 00 00 00 01',
      openingHours: 'Le mardi matin',
    },
  ],
  parents: ['https://annuaire.example.org/autre/region#it'],
  memberOf: ['https://annuaire.example.org/autre/reseau#it'],
  partners: ['Association des maires'],
  funders: ['Fonds fictif'],
  founded: '1998',
  dissolved: '2016-12-31',
  replacedBy: ['https://annuaire.example.org/autre/collectivite#it'],
  actions: [
    'Carte des points d’accès',
    {
      name: 'Atelier',
      description: 'Premiers pas en ligne.',
      homepage: 'https://communaute.example.org/atelier',
      date: '2010-01-15',
    },
  ],
  modified: '2010-02-17',
}

/** How it is mapped to quads. */
export const MAPPING: ActorGraphOptions = {
  base,
  language: 'fr',
  classesOf: () => [
    'http://www.w3.org/ns/org#FormalOrganization',
    'http://data.europa.eu/m8g/PublicOrganisation',
  ],
}

/** The actor's own quads, and what the rest of a directory's graph says of the things that it refers to. */
export function readFixture(name: 'complete-actor' | 'complete-actor-context'): RDF.Quad[] {
  const text = readFileSync(new URL(`./${name}.ttl`, import.meta.url), 'utf8')
  return new Parser({ baseIRI: PAGE }).parse(text) as RDF.Quad[]
}
