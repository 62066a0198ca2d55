import type * as RDF from '@rdfjs/types'
import { DataFactory } from 'n3'
import type { Actor } from '../actor/actor.ts'
import { GraphError } from '../errors.ts'
import { iri, VOCABULARY_BASE } from '../vocabulary/namespaces.ts'
import { parseTerritoryIri } from '../vocabulary/territories.ts'
import { type ActorGraphOptions, pageOf, sourceIri } from './actorGraph.ts'
import { RELATIONS } from './actorToQuads.ts'
import { buildGraph } from './buildGraph.ts'
import type { Graph } from './graph.ts'
import { literalValue, pointValue } from './literals.ts'

const { namedNode } = DataFactory

/**
 * The actors that quads describe, as {@link actorToQuads} wrote them, in the order of their first quads.
 *
 * @throws {GraphError} where an actor lacks what every record has
 */
export async function* quadsToActors(
  quads: Iterable<RDF.Quad> | AsyncIterable<RDF.Quad>,
  options: ActorGraphOptions,
): AsyncGenerator<Actor> {
  const graph = await buildGraph(quads)
  for (const { subject } of graph.match(null, namedNode(iri('rdf:type')), namedNode(iri('annuaire:Actor')))) {
    yield readActor(subject.value, graph, options)
  }
}

function readActor(id: string, graph: Graph, { base, fields = [] }: ActorGraphOptions): Actor {
  const page = pageOf(id)
  const all = (subject: string, predicate: TermName) => objects(graph, subject, iri(predicate))
  const one = (subject: string, predicate: TermName) => all(subject, predicate)[0]
  const required = (value: string | undefined, what: string) => {
    if (value === undefined)
      throw new GraphError(`<${id}> has no ${what}; it is not the description of an actor`)
    return value
  }
  const types = all(id, 'rov:orgType')
  const isLegalCategory = (concept: string) => concept.startsWith(`${VOCABULARY_BASE}def/cj/`)
  const record: Draft = {
    id,
    source: required(one(page, 'prov:wasDerivedFrom'), 'prov:wasDerivedFrom').slice(
      sourceIri(base, '').length,
    ),
    key: required(one(id, 'dcterms:identifier'), 'dcterms:identifier'),
    name: required(one(id, 'skos:prefLabel'), 'skos:prefLabel'),
    acronym: one(id, 'skos:altLabel'),
    alternateNames: set(all(id, 'schema:alternateName')),
    description: one(id, 'dcterms:description'),
    legalForm: types.find(type => !isLegalCategory(type)),
    legalCategory: types.find(isLegalCategory),
    siren: one(`${page}#siren`, 'skos:notation'),
    siret: one(`${page}#siret`, 'skos:notation'),
    rna: one(`${page}#rna`, 'skos:notation'),
    missions: set(all(id, 'org:purpose')),
    audiences: set(all(id, 'dcterms:audience')),
    coverage: set(all(id, 'dcterms:spatial')),
    address: readAddress(`${page}#address`, one, all),
    location: pointValue(one(`${page}#geometry`, 'geo:asWKT') ?? ''),
    homepage: one(id, 'foaf:homepage') ?? one(id, 'foaf:page'),
    email: one(`${page}#contact`, 'cv:email'),
    telephone: one(`${page}#contact`, 'cv:telephone'),
    parent: one(id, 'org:subOrganizationOf'),
    memberOf: set(all(id, 'org:memberOf')),
    founded: one(id, 'schema:foundingDate'),
    actions: set(
      actionsOf(id, graph).map(action => required(one(action, 'skos:prefLabel'), 'label of an action')),
    ),
    modified: one(page, 'dcterms:modified'),
  }
  for (const [field, property] of RELATIONS) {
    record[field] = set(
      all(id, property).map(other => required(one(other, 'skos:prefLabel'), `label of a ${field}`)),
    )
  }
  const own = fields.flatMap(field => {
    const values = objects(graph, id, field.property).map(value =>
      field.datatype ? literalValue(value, field.datatype) : value,
    )
    return values.length === 0 ? [] : [[field.name, field.multiple ? values : values[0]!] as const]
  })
  if (own.length > 0) record.fields = Object.fromEntries(own) as NonNullable<Actor['fields']>
  return withoutGaps(record) as Actor
}

/** A record in which what has no value is `undefined`. */
type Draft = { [Field in keyof Actor]?: Actor[Field] | undefined }

type TermName = Parameters<typeof iri>[0]
type One = (subject: string, predicate: TermName) => string | undefined
type All = (subject: string, predicate: TermName) => string[]

function readAddress(node: string, one: One, all: All): Actor['address'] {
  const units = all(node, 'cv:adminUnit')
  const unit = (level: string) => units.find(candidate => parseTerritoryIri(candidate)?.level === level)
  const address = withoutGaps({
    fullAddress: one(node, 'locn:fullAddress'),
    street: one(node, 'locn:thoroughfare'),
    postcode: one(node, 'locn:postCode'),
    locality: one(node, 'locn:postName'),
    commune: unit('commune'),
    department: unit('departement'),
    region: unit('region'),
  })
  return Object.keys(address).length > 0 ? (address as NonNullable<Actor['address']>) : undefined
}

function actionsOf(id: string, graph: Graph): string[] {
  const predicate = namedNode(iri('prov:wasAssociatedWith'))
  return [...graph.match(null, predicate, namedNode(id))].map(({ subject }) => subject.value)
}

function objects(graph: Graph, subject: string, predicate: string): string[] {
  return [...graph.match(namedNode(subject), namedNode(predicate))].map(({ object }) => object.value)
}

/** Record schemas know no empty sets: what has no value is absent. */
function set<T>(values: T[]): T[] | undefined {
  return values.length > 0 ? values : undefined
}

function withoutGaps<T extends object>(record: T): Partial<T> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Partial<T>
}
