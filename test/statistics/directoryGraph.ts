import { Parser } from 'n3'
import type { OwnField } from '../../src/actor/ownField.ts'
import { buildGraph } from '../../src/graph/buildGraph.ts'
import type { Graph } from '../../src/graph/graph.ts'
import type { StatisticContext } from '../../src/statistics/context.ts'
import type { Statistic } from '../../src/statistics/statistic.ts'
import { PREFIXES, VOCABULARY_BASE } from '../../src/vocabulary/namespaces.ts'

/** Concepts and territories of a small world, two regions before the reform and one after. */
export const VOCABULARY = `
  form:association skos:inScheme <urn:forms> ; skos:notation "association" ;
    skos:prefLabel "Association"@fr , "Association (en)"@en .
  form:gip skos:inScheme <urn:forms> ; skos:notation "gip" ; skos:prefLabel "GIP"@en .
  form:epci skos:inScheme <urn:forms> ; skos:notation "epci" .
  cj:cj-9220 skos:inScheme <urn:cj> ; skos:notation "9220" ; skos:prefLabel "Association déclarée"@fr .
  mission:veille skos:inScheme <urn:missions> ; skos:notation "veille" ; skos:prefLabel "Veille"@fr .
  mission:conseil skos:inScheme <urn:missions> ; skos:notation "conseil" ; skos:prefLabel "Conseil"@fr .
  audience:jeunes skos:inScheme <urn:audiences> ; skos:notation "jeunes" ; skos:prefLabel "Jeunes"@fr .
  audience:seniors skos:inScheme <urn:audiences> ; skos:notation "seniors" ; skos:prefLabel "Seniors"@fr .
  audience:elus skos:inScheme <urn:audiences> ; skos:notation "elus" ; skos:prefLabel "Élus"@fr .

  place:region-82 skos:inScheme def:regions-2010 ; skos:notation "82" ; skos:prefLabel "Rhône-Alpes"@fr .
  place:region-83 skos:inScheme def:regions-2010 ; skos:notation "83" ; skos:prefLabel "Auvergne"@fr .
  place:region-84 skos:inScheme def:regions-2016 ; skos:notation "84" ; skos:prefLabel "Auvergne-Rhône-Alpes"@fr .
  place:region-53 skos:inScheme def:regions-2010 , def:regions-2016 ; skos:notation "53" ; skos:prefLabel "Bretagne"@fr .
  place:region-82 dcterms:isReplacedBy place:region-84 .
  place:region-83 dcterms:isReplacedBy place:region-84 .
  place:region-24 skos:inScheme def:regions-2010 , def:regions-2016 ; skos:notation "24" ;
    skos:prefLabel "Centre-Val de Loire"@fr ; annuaire:formerLabel "Centre"@fr .
  place:departement-69 skos:inScheme def:departements ; skos:notation "69" ; skos:prefLabel "Rhône"@fr ;
    igeo:subdivisionDe place:region-82 , place:region-84 .
  place:departement-63 skos:inScheme def:departements ; skos:notation "63" ; skos:prefLabel "Puy-de-Dôme"@fr ;
    igeo:subdivisionDe place:region-83 , place:region-84 .
  place:commune-69123 skos:notation "69123" ; skos:prefLabel "Lyon"@fr ;
    igeo:subdivisionDe place:departement-69 , place:region-82 , place:region-84 .
  place:commune-69266 skos:notation "69266" ; skos:prefLabel "Villeurbanne"@fr ;
    igeo:subdivisionDe place:departement-69 , place:region-82 , place:region-84 .
  place:commune-63113 skos:notation "63113" ; skos:prefLabel "Clermont-Ferrand"@fr ;
    igeo:subdivisionDe place:departement-63 , place:region-83 , place:region-84 .
`

const NAMESPACES: Readonly<Record<string, string>> = {
  ...PREFIXES,
  actor: 'https://directory.example/id/acteur/',
  audience: 'https://directory.example/def/audiences/',
  cj: `${VOCABULARY_BASE}def/cj/`,
  def: `${VOCABULARY_BASE}def/`,
  form: 'https://directory.example/def/legal-forms/',
  mission: 'https://directory.example/def/missions/',
  own: 'https://directory.example/def/onto#',
  place: `${VOCABULARY_BASE}id/geo/`,
}

/** The graph of Turtle without its prefixes. */
export function readGraph(...turtle: readonly string[]): Promise<Graph> {
  const prefixes = Object.entries(NAMESPACES).map(
    ([prefix, namespace]) => `@prefix ${prefix}: <${namespace}> .`,
  )
  return buildGraph(new Parser().parse([...prefixes, ...turtle].join('\n')))
}

/** An own field; with a scheme its values are concepts. */
export function ownField(name: string, scheme?: string): OwnField {
  const base = {
    name,
    property: `${NAMESPACES.own}${name}`,
    label: { fr: name, en: name },
    public: true,
    multiple: true,
  }
  return scheme === undefined ? { ...base, datatype: 'string' } : { ...base, scheme }
}

export const CONTEXT: StatisticContext = {
  language: 'fr',
  date: '2010-12-19',
  schemes: {
    legalForm: 'urn:forms',
    legalCategory: 'urn:cj',
    mission: 'urn:missions',
    audience: 'urn:audiences',
    topic: 'urn:missions',
  },
  fields: [ownField('members'), ownField('topic', 'missions')],
}

/** A statistic by its dimensions. */
export function statistic(dimensions: readonly string[], rest: Partial<Statistic> = {}): Statistic {
  return { id: 'test', title: { fr: 'Essai', en: 'Test' }, dimensions, ...rest }
}
