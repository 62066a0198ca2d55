import type * as RDF from '@rdfjs/types'
import { DataFactory } from 'n3'
import type { Actor } from '../actor/actor.ts'
import { opaqueName } from '../actor/iri.ts'
import { iri } from '../vocabulary/namespaces.ts'
import { type ActorGraphOptions, pageOf, sourceIri } from './actorGraph.ts'
import { pointLiteral, typedLiteral } from './literals.ts'

const { namedNode, literal, quad } = DataFactory

/**
 * The quads that describe an actor and its parts: no blank nodes, all in the default graph. What they mean is
 * said by the W3C Organization Ontology, the Registered Organization Vocabulary, the Core Location Vocabulary,
 * GeoSPARQL, SKOS and FOAF; {@link quadsToActors} reads them back.
 */
export function* actorToQuads(actor: Actor, options: ActorGraphOptions): Generator<RDF.Quad> {
  const page = pageOf(actor.id)
  const part = (name: string) => `${page}#${name}`
  const text = (value: string) => literal(value, options.language)
  const classes = new Set([
    iri('annuaire:Actor'),
    iri('org:Organization'),
    ...((actor.legalForm && options.classesOf?.(actor.legalForm)) ?? []),
    ...(actor.siren || actor.rna ? [iri('rov:RegisteredOrganization')] : []),
  ])
  const itself = describe(actor.id)

  yield* describePage(actor, options)
  for (const type of classes) yield itself.a(type)
  yield itself.has('dcterms:identifier', literal(actor.key))
  yield itself.has('skos:prefLabel', text(actor.name))
  yield itself.has('foaf:name', text(actor.name))
  if (actor.acronym) yield itself.has('skos:altLabel', text(actor.acronym))
  for (const name of actor.alternateNames ?? []) yield itself.has('schema:alternateName', text(name))
  if (actor.description) yield itself.has('dcterms:description', text(actor.description))
  if (actor.legalForm) yield itself.links('rov:orgType', actor.legalForm)
  if (actor.legalCategory) yield itself.links('rov:orgType', actor.legalCategory)
  for (const mission of actor.missions ?? []) yield itself.links('org:purpose', mission)
  for (const audience of actor.audiences ?? []) yield itself.links('dcterms:audience', audience)
  for (const territory of actor.coverage ?? []) yield itself.links('dcterms:spatial', territory)
  for (const scheme of ['siren', 'rna'] as const) {
    const value = actor[scheme]
    if (value === undefined) continue
    yield itself.links('rov:registration', part(scheme))
    yield* describeIdentifier(part(scheme), scheme, value)
  }
  if (actor.homepage) {
    yield itself.links(
      options.isSharedHomepage?.(actor.homepage) ? 'foaf:page' : 'foaf:homepage',
      actor.homepage,
    )
    yield describe(actor.homepage).a(iri('foaf:Document'))
  }
  if (actor.email || actor.telephone) {
    const contact = describe(part('contact'))
    yield itself.links('cv:contactPoint', part('contact'))
    yield contact.a(iri('cv:ContactPoint'))
    if (actor.email) yield contact.has('cv:email', literal(actor.email))
    if (actor.telephone) yield contact.has('cv:telephone', literal(actor.telephone))
  }
  yield* describeSeat(actor, options, classes.has(iri('org:FormalOrganization')))
  if (actor.parent) {
    yield itself.links('org:subOrganizationOf', actor.parent)
    yield describe(actor.parent).a(iri('org:Organization'))
  }
  for (const other of actor.memberOf ?? []) yield itself.links('org:memberOf', other)
  for (const [field, property] of RELATIONS) {
    for (const name of actor[field] ?? []) {
      // Known by name only: two that are called the same are not taken for one.
      const other = part(`${field}-${opaqueName(name)}`)
      const described = describe(other)
      yield itself.links(property, other)
      yield described.a(iri('org:Organization'))
      yield described.has('skos:prefLabel', text(name))
      yield described.has('foaf:name', text(name))
    }
  }
  if (actor.founded) {
    yield itself.has(
      'schema:foundingDate',
      typedLiteral(actor.founded, actor.founded.length === 4 ? 'gYear' : 'date'),
    )
  }
  for (const name of actor.actions ?? []) {
    const action = describe(part(`action-${opaqueName(name)}`))
    yield action.a(iri('annuaire:Action'))
    yield action.has('skos:prefLabel', text(name))
    yield action.links('prov:wasAssociatedWith', actor.id)
  }
  for (const field of options.fields ?? []) {
    if (!field.public) continue
    for (const value of [actor.fields?.[field.name] ?? []].flat()) {
      const object = field.datatype ? typedLiteral(value, field.datatype) : namedNode(String(value))
      yield quad(namedNode(actor.id), namedNode(field.property), object as RDF.Quad_Object) as RDF.Quad
    }
  }
}

/** Fields that hold names of other organisations, and how the actor relates to these. */
export const RELATIONS = [
  ['partners', 'org:linkedTo'],
  ['funders', 'schema:funder'],
] as const

/** Who gives an identifier out. */
const SCHEME_AGENCIES = {
  siren: 'Insee',
  siret: 'Insee',
  rna: 'Ministère de l’Intérieur',
} as const

function* describePage(actor: Actor, { base }: ActorGraphOptions): Generator<RDF.Quad> {
  const page = describe(pageOf(actor.id))
  yield page.a(iri('foaf:Document'))
  yield page.links('foaf:primaryTopic', actor.id)
  yield page.links('prov:wasDerivedFrom', sourceIri(base, actor.source))
  if (actor.modified) yield page.has('dcterms:modified', typedLiteral(actor.modified, 'date'))
}

function* describeIdentifier(
  node: string,
  scheme: keyof typeof SCHEME_AGENCIES,
  value: string,
): Generator<RDF.Quad> {
  const identifier = describe(node)
  yield identifier.a(iri('adms:Identifier'))
  yield identifier.has('skos:notation', literal(value))
  yield identifier.has('adms:schemeAgency', literal(SCHEME_AGENCIES[scheme], 'fr'))
}

/** The seat: an `org:Site` with its address and position. The address stands on the actor too, as CPOV has it. */
function* describeSeat(actor: Actor, { language }: ActorGraphOptions, formal: boolean): Generator<RDF.Quad> {
  const { id, address, location, siret } = actor
  if (!address && !location && !siret) return
  const page = pageOf(id)
  const itself = describe(id)
  const site = describe(`${page}#site`)
  yield itself.links(formal ? 'org:hasRegisteredSite' : 'org:hasPrimarySite', `${page}#site`)
  yield site.a(iri('org:Site'))
  if (siret) {
    yield site.links('adms:identifier', `${page}#siret`)
    yield* describeIdentifier(`${page}#siret`, 'siret', siret)
  }
  if (address) {
    const described = describe(`${page}#address`)
    yield itself.links('locn:address', `${page}#address`)
    yield site.links('org:siteAddress', `${page}#address`)
    yield described.a(iri('locn:Address'))
    if (address.fullAddress) yield described.has('locn:fullAddress', literal(address.fullAddress, language))
    if (address.street) yield described.has('locn:thoroughfare', literal(address.street, language))
    if (address.postcode) yield described.has('locn:postCode', literal(address.postcode))
    if (address.locality) yield described.has('locn:postName', literal(address.locality, language))
    for (const unit of [address.commune, address.department, address.region]) {
      if (unit) yield described.links('cv:adminUnit', unit)
    }
  }
  if (location) {
    const geometry = describe(`${page}#geometry`)
    yield site.a(iri('geo:Feature'))
    yield site.links('geo:hasGeometry', `${page}#geometry`)
    yield geometry.a(iri('geo:Geometry'))
    yield geometry.has('geo:asWKT', pointLiteral(location))
  }
}

type TermName = Parameters<typeof iri>[0]

/** Makes quads about one subject. */
function describe(subject: string) {
  const node = namedNode(subject)
  return {
    a: (type: string) => quad(node, namedNode(iri('rdf:type')), namedNode(type)) as RDF.Quad,
    links: (predicate: TermName, object: string) =>
      quad(node, namedNode(iri(predicate)), namedNode(object)) as RDF.Quad,
    has: (predicate: TermName, value: RDF.Literal) =>
      quad(node, namedNode(iri(predicate)), value as RDF.Quad_Object) as RDF.Quad,
  }
}
