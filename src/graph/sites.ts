import type * as RDF from '@rdfjs/types'
import { DataFactory } from 'n3'
import type { Actor } from '../actor/actor.ts'
import { opaqueName } from '../actor/iri.ts'
import { parseTerritoryIri } from '../vocabulary/territories.ts'
import { pageOf } from './actorGraph.ts'
import { describe } from './describe.ts'
import { describeNumber } from './identifiers.ts'
import { pointLiteral, pointValue } from './literals.ts'
import { type SubjectIndex, setOf, withoutGaps } from './subjectIndex.ts'

const { literal } = DataFactory

type Site = NonNullable<Actor['sites']>[number]
type Address = NonNullable<Actor['address']>

/** What the seat and any other site have alike; the seat's fields are those of the actor. */
type Place = Pick<Site, 'siret' | 'address' | 'location'>
type Contact = Pick<Site, 'email' | 'telephone' | 'openingHours'>

/** Names a part of the seat or of a site. */
type Part = (name: string) => string

/**
 * The seat: an `org:Site` with its address and position, which is the registered one of an organisation with a legal
 * personality. The address and the contact point stand on the actor, as CPOV has it.
 */
export function* describeSeat(actor: Actor, language: string, formal: boolean): Generator<RDF.Quad> {
  const { id, address, location, siret } = actor
  const part = seatPart(id)
  yield* describeContact(id, actor, part, language)
  if (!address && !location && !siret) return
  yield describe(id).links(formal ? 'org:hasRegisteredSite' : 'org:hasPrimarySite', part('site'))
  if (address) yield describe(id).links('locn:address', part('address'))
  yield* describePlace(part('site'), actor, part, language)
}

/** The other sites, each named after its key. */
export function* describeSites({ id, sites = [] }: Actor, language: string): Generator<RDF.Quad> {
  for (const site of sites) {
    const node = `${pageOf(id)}#site-${opaqueName(site.key)}`
    const described = describe(node)
    yield describe(id).links('org:hasSite', node)
    yield* describePlace(node, site, sitePart(node), language)
    yield described.has('dcterms:identifier', literal(site.key))
    if (site.name) yield described.has('skos:prefLabel', literal(site.name, language))
    yield* describeContact(node, site, sitePart(node), language)
  }
}

/** Reads what {@link describeSeat} wrote. */
export function readSeat(id: string, index: SubjectIndex): Partial<Place & Contact> {
  const part = seatPart(id)
  return { ...readPlace(part, index), ...readContact(part, index) }
}

/** Reads what {@link describeSites} wrote; the seat may be there again, for its properties are special cases of `org:hasSite`. */
export function readSites(id: string, index: SubjectIndex): Site[] | undefined {
  const others = index.all(id, 'org:hasSite').filter(node => node !== seatPart(id)('site'))
  return setOf(
    others.map(node => ({
      key: index.the(node, 'dcterms:identifier'),
      ...withoutGaps<Pick<Site, 'name'>>({ name: index.one(node, 'skos:prefLabel') }),
      ...readPlace(sitePart(node), index),
      ...readContact(sitePart(node), index),
    })),
  )
}

function seatPart(id: string): Part {
  return name => `${pageOf(id)}#${name}`
}

function sitePart(site: string): Part {
  return name => `${site}-${name}`
}

function* describePlace(
  node: string,
  { siret, address, location }: Place,
  part: Part,
  language: string,
): Generator<RDF.Quad> {
  const site = describe(node)
  yield site.a('org:Site')
  if (siret) {
    yield site.links('adms:identifier', part('siret'))
    yield* describeNumber(part('siret'), 'siret', siret)
  }
  if (address) {
    yield site.links('org:siteAddress', part('address'))
    yield* describeAddress(part('address'), address, language)
  }
  if (location) {
    const geometry = describe(part('geometry'))
    yield site.a('geo:Feature')
    yield site.links('geo:hasGeometry', part('geometry'))
    yield geometry.a('geo:Geometry')
    yield geometry.has('geo:asWKT', pointLiteral(location))
  }
}

function readPlace(part: Part, index: SubjectIndex): Place {
  return withoutGaps<Place>({
    siret: index.one(part('siret'), 'skos:notation'),
    address: readAddress(part('address'), index),
    location: pointValue(index.one(part('geometry'), 'geo:asWKT') ?? ''),
  })
}

/** An address, as the Core Location Vocabulary has it. */
function* describeAddress(node: string, address: Address, language: string): Generator<RDF.Quad> {
  const described = describe(node)
  yield described.a('locn:Address')
  if (address.fullAddress) yield described.has('locn:fullAddress', literal(address.fullAddress, language))
  if (address.street) yield described.has('locn:thoroughfare', literal(address.street, language))
  if (address.postcode) yield described.has('locn:postCode', literal(address.postcode))
  if (address.locality) yield described.has('locn:postName', literal(address.locality, language))
  for (const unit of [address.commune, address.department, address.region]) {
    if (unit) yield described.links('cv:adminUnit', unit)
  }
}

function readAddress(node: string, index: SubjectIndex): Address | undefined {
  const units = index.all(node, 'cv:adminUnit')
  const unit = (level: string) => units.find(candidate => parseTerritoryIri(candidate)?.level === level)
  const address = withoutGaps<Address>({
    fullAddress: index.one(node, 'locn:fullAddress'),
    street: index.one(node, 'locn:thoroughfare'),
    postcode: index.one(node, 'locn:postCode'),
    locality: index.one(node, 'locn:postName'),
    commune: unit('commune'),
    // Where there is no département, an overseas collectivity takes its place.
    department: unit('departement') ?? unit('collectivite'),
    region: unit('region'),
  })
  return Object.keys(address).length > 0 ? address : undefined
}

/**
 * How to reach the actor, or one of its sites, and when (CPOV 2.1.2, Contact Point). The opening hours are what the
 * source says, so a text that describes a `time:TemporalEntity`: that of `schema:openingHours` would have to be in
 * its syntax (`Mo-Fr 09:00-17:00`).
 */
function* describeContact(
  holder: string,
  { email, telephone, openingHours }: Contact,
  part: Part,
  language: string,
): Generator<RDF.Quad> {
  if (!email && !telephone && !openingHours) return
  const contact = describe(part('contact'))
  yield describe(holder).links('cv:contactPoint', part('contact'))
  yield contact.a('cv:ContactPoint')
  if (email) yield contact.has('cv:email', literal(email))
  if (telephone) yield contact.has('cv:telephone', literal(telephone))
  if (openingHours) {
    const hours = describe(part('opening-hours'))
    yield contact.links('cv:openingHours', part('opening-hours'))
    yield hours.a('time:TemporalEntity')
    yield hours.has('dcterms:description', literal(openingHours, language))
  }
}

function readContact(part: Part, index: SubjectIndex): Contact {
  return withoutGaps<Contact>({
    email: index.one(part('contact'), 'cv:email'),
    telephone: index.one(part('contact'), 'cv:telephone'),
    openingHours: index.one(part('opening-hours'), 'dcterms:description'),
  })
}
