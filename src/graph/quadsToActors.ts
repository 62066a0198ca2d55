import type * as RDF from '@rdfjs/types'
import type { Actor } from '../actor/actor.ts'
import { VOCABULARY_BASE } from '../vocabulary/namespaces.ts'
import { readActions } from './actions.ts'
import { type ActorGraphOptions, pageOf, sourceIri } from './actorGraph.ts'
import { RELATIONS } from './actorToQuads.ts'
import { readOtherIdentifiers } from './identifiers.ts'
import { literalValue } from './literals.ts'
import { readSeat, readSites } from './sites.ts'
import { type Draft, SubjectIndex, setOf, withoutGaps } from './subjectIndex.ts'

/**
 * The actors that quads describe, as {@link actorToQuads} wrote them, in the order of their first quads.
 *
 * @throws {GraphError} where an actor lacks what every record has
 */
export async function* quadsToActors(
  quads: Iterable<RDF.Quad> | AsyncIterable<RDF.Quad>,
  options: ActorGraphOptions,
): AsyncGenerator<Actor> {
  const index = await SubjectIndex.of(quads)
  const actions = readActions(index)
  for (const id of index.ofClass('annuaire:Actor')) {
    yield readActor(id, index, actions.get(id), options)
  }
}

function readActor(
  id: string,
  index: SubjectIndex,
  actions: Actor['actions'],
  { base, fields = [] }: ActorGraphOptions,
): Actor {
  const page = pageOf(id)
  const types = index.all(id, 'rov:orgType')
  const isLegalCategory = (concept: string) => concept.startsWith(`${VOCABULARY_BASE}def/cj/`)
  const record: Draft<Actor> = {
    id,
    source: index.the(page, 'prov:wasDerivedFrom').slice(sourceIri(base, '').length),
    key: index.the(id, 'dcterms:identifier'),
    name: index.the(id, 'skos:prefLabel'),
    acronym: index.one(id, 'skos:altLabel'),
    alternateNames: setOf(index.all(id, 'schema:alternateName')),
    description: index.one(id, 'dcterms:description'),
    legalForm: types.find(type => !isLegalCategory(type)),
    legalCategory: types.find(isLegalCategory),
    siren: index.one(`${page}#siren`, 'skos:notation'),
    rna: index.one(`${page}#rna`, 'skos:notation'),
    otherIdentifiers: readOtherIdentifiers(id, index),
    missions: setOf(index.all(id, 'org:purpose')),
    audiences: setOf(index.all(id, 'dcterms:audience')),
    coverage: setOf(index.all(id, 'dcterms:spatial')),
    homepage: index.one(id, 'foaf:homepage') ?? index.one(id, 'foaf:page'),
    ...readSeat(id, index),
    sites: readSites(id, index),
    // The first is a special case of the second, and may stand there again.
    parents: setOf([...new Set([...index.all(id, 'org:unitOf'), ...index.all(id, 'org:subOrganizationOf')])]),
    memberOf: setOf(index.all(id, 'org:memberOf')),
    founded: index.one(id, 'schema:foundingDate'),
    dissolved: index.one(id, 'schema:dissolutionDate'),
    replacedBy: setOf(index.all(id, 'dcterms:isReplacedBy')),
    actions,
    modified: index.one(page, 'dcterms:modified'),
  }
  for (const [field, property] of RELATIONS) {
    record[field] = setOf(index.all(id, property).map(other => index.the(other, 'skos:prefLabel')))
  }
  const own = fields.flatMap(field => {
    const values = index
      .allOf(id, field.property)
      .map(value => (field.datatype ? literalValue(value, field.datatype) : value))
    return values.length === 0 ? [] : [[field.name, field.multiple ? values : values[0]!] as const]
  })
  if (own.length > 0) record.fields = Object.fromEntries(own) as NonNullable<Actor['fields']>
  return withoutGaps<Actor>(record)
}
