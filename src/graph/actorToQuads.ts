import type * as RDF from '@rdfjs/types'
import { DataFactory } from 'n3'
import type { Actor } from '../actor/actor.ts'
import { opaqueName } from '../actor/iri.ts'
import { iri } from '../vocabulary/namespaces.ts'
import { dateLiteral, describeActions } from './actions.ts'
import { type ActorGraphOptions, pageOf, sourceIri } from './actorGraph.ts'
import { describe } from './describe.ts'
import { describeNumber, describeOtherIdentifiers } from './identifiers.ts'
import { typedLiteral } from './literals.ts'
import { describeSeat, describeSites } from './sites.ts'

const { namedNode, literal, quad } = DataFactory

/**
 * The quads that describe an actor and its parts: no blank nodes, all in the default graph. What they mean is
 * said by the W3C Organization Ontology, the Registered Organization Vocabulary, the Core Location Vocabulary,
 * GeoSPARQL, SKOS and FOAF; {@link quadsToActors} reads them back.
 */
export function* actorToQuads(actor: Actor, options: ActorGraphOptions): Generator<RDF.Quad> {
  const { language } = options
  const page = pageOf(actor.id)
  const part = (name: string) => `${page}#${name}`
  const text = (value: string) => literal(value, language)
  const classes = new Set([
    iri('annuaire:Actor'),
    iri('org:Organization'),
    ...((actor.legalForm && options.classesOf?.(actor.legalForm)) ?? []),
    ...(actor.siren || actor.rna ? [iri('rov:RegisteredOrganization')] : []),
  ])
  const itself = describe(actor.id)

  yield* describePage(actor, options)
  for (const type of classes) yield itself.links('rdf:type', type)
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
    yield* describeNumber(part(scheme), scheme, value)
  }
  yield* describeOtherIdentifiers(actor, part)
  if (actor.homepage) {
    yield itself.links(
      options.isSharedHomepage?.(actor.homepage) ? 'foaf:page' : 'foaf:homepage',
      actor.homepage,
    )
    yield describe(actor.homepage).a('foaf:Document')
  }
  yield* describeSeat(actor, language, classes.has(iri('org:FormalOrganization')))
  yield* describeSites(actor, language)
  const isUnit = classes.has(iri('org:OrganizationalUnit'))
  for (const parent of actor.parents ?? []) {
    yield itself.links(isUnit ? 'org:unitOf' : 'org:subOrganizationOf', parent)
    yield describe(parent).a('org:Organization')
    // A unit has no legal personality: where it is public, what it is a unit of is (CPOV 2.1.2, unit of).
    if (isUnit && classes.has(iri('cv:PublicOrganisation'))) yield describe(parent).a('cv:PublicOrganisation')
  }
  for (const other of actor.memberOf ?? []) yield itself.links('org:memberOf', other)
  for (const [field, property] of RELATIONS) {
    for (const name of actor[field] ?? []) {
      // Known by name only: two that are called the same are not taken for one.
      const other = part(`${field}-${opaqueName(name)}`)
      const described = describe(other)
      yield itself.links(property, other)
      yield described.a('org:Organization')
      yield described.has('skos:prefLabel', text(name))
      yield described.has('foaf:name', text(name))
    }
  }
  if (actor.founded) yield itself.has('schema:foundingDate', dateLiteral(actor.founded))
  if (actor.dissolved) yield itself.has('schema:dissolutionDate', dateLiteral(actor.dissolved))
  for (const successor of actor.replacedBy ?? []) yield itself.links('dcterms:isReplacedBy', successor)
  yield* describeActions(actor, part, language)
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

function* describePage(actor: Actor, { base }: ActorGraphOptions): Generator<RDF.Quad> {
  const page = describe(pageOf(actor.id))
  yield page.a('foaf:Document')
  yield page.links('foaf:primaryTopic', actor.id)
  yield page.links('prov:wasDerivedFrom', sourceIri(base, actor.source))
  if (actor.modified) yield page.has('dcterms:modified', typedLiteral(actor.modified, 'date'))
}
