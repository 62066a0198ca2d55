import type * as RDF from '@rdfjs/types'
import { DataFactory } from 'n3'
import { describe, expect, test } from 'vitest'
import type { Actor } from '../../src/actor/actor.ts'
import { actorIri } from '../../src/actor/iri.ts'
import type { OwnField } from '../../src/actor/ownField.ts'
import { GraphError } from '../../src/errors.ts'
import { actorToQuads } from '../../src/graph/actorToQuads.ts'
import { pointLiteral, pointValue } from '../../src/graph/literals.ts'
import { quadsToActors } from '../../src/graph/quadsToActors.ts'
import { iri } from '../../src/vocabulary/namespaces.ts'
import { territoryIri } from '../../src/vocabulary/territories.ts'
import { fc } from '../fastCheck.ts'

const base = 'https://annuaire.example.org/test'
const label = { fr: 'x', en: 'x' }
const fields: OwnField[] = [
  {
    name: 'members',
    property: `${base}/def/onto#members`,
    label,
    datatype: 'integer',
    public: true,
    multiple: false,
  },
  {
    name: 'ratio',
    property: `${base}/def/onto#ratio`,
    label,
    datatype: 'decimal',
    public: true,
    multiple: false,
  },
  {
    name: 'open',
    property: `${base}/def/onto#open`,
    label,
    datatype: 'boolean',
    public: true,
    multiple: false,
  },
  {
    name: 'tags',
    property: `${base}/def/onto#tags`,
    label,
    datatype: 'string',
    public: true,
    multiple: true,
  },
  { name: 'kind', property: `${base}/def/onto#kind`, label, scheme: 'kinds', public: true, multiple: false },
  {
    name: 'secret',
    property: `${base}/def/onto#secret`,
    label,
    datatype: 'string',
    public: false,
    multiple: false,
  },
]
const options = {
  base,
  language: 'fr' as const,
  fields,
  classesOf: (form: string) => {
    if (form.endsWith('association')) return [iri('org:FormalOrganization')]
    return form.endsWith('epn') ? [iri('org:OrganizationalUnit'), iri('cv:PublicOrganisation')] : []
  },
}

const text = fc.string({ minLength: 1, unit: 'grapheme' })
const texts = fc.uniqueArray(text, { minLength: 1, maxLength: 4 }) as fc.Arbitrary<[string, ...string[]]>
const set = <T>(member: fc.Arbitrary<T>) =>
  fc.uniqueArray(member, { minLength: 1, maxLength: 4, selector: one => JSON.stringify(ordered(one)) })
const concept = (scheme: string) =>
  fc
    .constantFrom('association', 'epn', 'veille')
    .map(name => `https://w3id.org/annuaire-lod/def/${scheme}/${name}`)
const concepts = (scheme: string) =>
  fc.uniqueArray(concept(scheme), { minLength: 1 }) as fc.Arbitrary<[string, ...string[]]>
const iris = fc.uniqueArray(fc.webUrl(), { minLength: 1, maxLength: 3 }) as fc.Arbitrary<
  [string, ...string[]]
>
const date = fc
  .date({ min: new Date('1800-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map(day => day.toISOString().slice(0, 10))
const degrees = (max: number) => fc.double({ min: -max, max, noNaN: true }).map(value => value + 0)
const dateOrYear = fc.oneof(date, fc.constantFrom('0042', '1998'))
const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`))
const address = fc
  .record(
    {
      fullAddress: text,
      street: text,
      postcode: fc.constantFrom('06000', '20000'),
      locality: text,
      commune: fc.constant(territoryIri('commune', '97412')),
      department: fc.constantFrom(territoryIri('departement', '2A'), territoryIri('collectivite', '988')),
      region: fc.constant(territoryIri('region', '72')),
    },
    { requiredKeys: [] },
  )
  .filter(fields => Object.keys(fields).length > 0)
const location = fc.record({ latitude: degrees(90), longitude: degrees(180) })
const siret = digits(14)
const email = fc.emailAddress()
const site = fc.record(
  { key: text, name: text, siret, address, location, email, telephone: text, openingHours: text },
  { requiredKeys: ['key'] },
)
// Few names, for several actions may have the same.
const actionName = fc.oneof(fc.constantFrom('Atelier', 'Carte'), text)
const action = fc.oneof(
  actionName,
  fc
    .record(
      { name: actionName, description: text, homepage: fc.webUrl(), date: dateOrYear },
      { requiredKeys: ['name'] },
    )
    .filter(fields => Object.keys(fields).length > 1),
)
const identifier = fc.record({ scheme: fc.oneof(fc.constantFrom('ROR', 'RIDET'), text), value: text })

const record = fc.record(
  {
    name: text,
    acronym: text,
    alternateNames: texts,
    description: text,
    legalForm: concept('legal-forms'),
    legalCategory: fc.constant('https://w3id.org/annuaire-lod/def/cj/cj-9220'),
    siren: digits(9),
    siret,
    rna: digits(9).map(number => `W${number}`),
    otherIdentifiers: set(identifier),
    missions: concepts('missions'),
    audiences: concepts('audiences'),
    coverage: fc.constant([territoryIri('commune', '2A004'), territoryIri('region', '94')] as [
      string,
      ...string[],
    ]),
    address,
    location,
    homepage: fc.webUrl(),
    email,
    telephone: text,
    openingHours: text,
    sites: fc.uniqueArray(site, { minLength: 1, maxLength: 3, selector: ({ key }) => key }),
    parents: fc.uniqueArray(fc.webUrl(), { minLength: 1, maxLength: 3 }),
    memberOf: iris,
    partners: texts,
    funders: texts,
    founded: dateOrYear,
    dissolved: dateOrYear,
    replacedBy: iris,
    actions: set(action),
    modified: date,
    fields: fc
      .record(
        {
          members: fc.integer(),
          ratio: fc.double({ noNaN: true, noDefaultInfinity: true }).map(value => value + 0),
          open: fc.boolean(),
          tags: texts,
          kind: concept('kinds'),
        },
        { requiredKeys: [] },
      )
      .filter(own => Object.keys(own).length > 0),
  },
  { requiredKeys: ['name'] },
)
const actor = fc
  .tuple(record, fc.constantFrom('acteurs', 'b2'), text)
  .map(([fields, source, key]) => ({ ...fields, id: actorIri(base, source, key), source, key }) as Actor)

/** Sets have no order: put them into one. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) {
    const members = value.map(member => [JSON.stringify(ordered(member)), ordered(member)] as const)
    return members.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, member]) => member)
  }
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => [name, ordered(member)]),
  )
}

describe('actors and quads', () => {
  test('any actors come back from their quads without loss', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(actor, { maxLength: 3, selector: ({ id }) => id }), async actors => {
        const quads = actors.flatMap(one => [...actorToQuads(one, options)])
        const back = await Array.fromAsync(quadsToActors(quads, options))
        expect(ordered(back)).toEqual(ordered(actors))
      }),
      { numRuns: 300 },
    )
  })

  test('there is no blank node, and what is private is not there', () => {
    const id = actorIri(base, 'acteurs', '1')
    const quads = [
      ...actorToQuads({ id, source: 'acteurs', key: '1', name: 'A', fields: { secret: 'hush' } }, options),
    ]
    expect(
      quads.some(({ subject, object }) => [subject, object].some(term => term.termType === 'BlankNode')),
    ).toBe(false)
    expect(quads.some(({ object }) => object.value === 'hush')).toBe(false)
  })

  const least = { id: actorIri(base, 'acteurs', '1'), source: 'acteurs', key: '1', name: 'A' }
  const roundTrip = (quads: Iterable<RDF.Quad>) => Array.fromAsync(quadsToActors(quads, options))

  test('numbers are notations of their kind', () => {
    const numbers = { siren: '732829320', siret: '73282932000074', rna: 'W751234567' }
    const otherIdentifiers: Actor['otherIdentifiers'] = [{ scheme: 'ROR', value: '05a28rw58' }]
    const notations = [...actorToQuads({ ...least, ...numbers, otherIdentifiers }, options)]
      .filter(({ predicate }) => predicate.value === iri('skos:notation'))
      .map(({ object }) => [object.value, (object as RDF.Literal).datatype.value])
    expect(Object.fromEntries(notations)).toEqual({
      [numbers.siren]: iri('annuaire:siren'),
      [numbers.siret]: iri('annuaire:siret'),
      [numbers.rna]: iri('annuaire:rna'),
      '05a28rw58': iri('xsd:string'),
    })
  })

  test('what a service is part of is a public organisation that it is a unit of', async () => {
    const parents = ['https://annuaire.example.org/autre/region#it']
    const service = { ...least, parents, legalForm: 'https://a.example/def/epn' }
    const quads = [...actorToQuads(service, options)]
    const saying = (predicate: Parameters<typeof iri>[0]) =>
      quads.filter(quad => quad.predicate.value === iri(predicate)).map(({ object }) => object.value)
    expect(saying('org:unitOf')).toEqual(parents)
    expect(saying('org:subOrganizationOf')).toEqual([])
    const types = quads
      .filter(({ subject }) => subject.value === parents[0])
      .map(({ object }) => object.value)
    expect(types).toEqual([iri('org:Organization'), iri('cv:PublicOrganisation')])
    expect(await roundTrip(quads)).toEqual([service])
  })

  test('an action of which only the name is known is a text', async () => {
    const actions = [{ name: 'Atelier' }, { name: 'Carte', date: '2010' }]
    const [back] = await roundTrip(actorToQuads({ ...least, actions }, options))
    expect(back?.actions).toEqual(['Atelier', { name: 'Carte', date: '2010' }])
  })

  test('an action keeps its IRI whatever is said of it, while no other has its name', () => {
    const nodes = (actions: NonNullable<Actor['actions']>) =>
      [...actorToQuads({ ...least, actions }, options)]
        .filter(({ object }) => object.value === 'https://w3id.org/annuaire-lod/def/onto#Action')
        .map(({ subject }) => subject.value)
    const [bare] = nodes(['Atelier'])
    expect(nodes([{ name: 'Atelier', description: 'Deux heures' }])).toEqual([bare])
    const [first, second] = nodes([
      { name: 'Atelier', date: '2009' },
      { name: 'Atelier', date: '2010' },
    ])
    expect(new Set([bare, first, second]).size).toBe(3)
    expect(nodes(['Atelier', { name: 'Atelier', date: '2010' }])).toEqual([bare, second])
  })

  test('the seat is no other site, even where a reasoner says that it is a site', async () => {
    const actor = { ...least, siret: '73282932000074', sites: [{ key: 'b' }] }
    const quads = [...actorToQuads(actor, options)]
    const seat = quads.find(({ predicate }) => predicate.value === iri('org:hasPrimarySite'))!
    const inferred = DataFactory.quad(
      seat.subject as never,
      DataFactory.namedNode(iri('org:hasSite')),
      seat.object as never,
    ) as RDF.Quad
    expect(await roundTrip([...quads, inferred])).toEqual([actor])
  })

  test.each([
    ['prov:wasDerivedFrom', least],
    ['dcterms:identifier', least],
    ['skos:prefLabel', { ...least, partners: ['B'] }],
    ['skos:prefLabel', { ...least, actions: ['B'] }],
    ['dcterms:identifier', { ...least, sites: [{ key: 'b' }] }],
    ['adms:schemeAgency', { ...least, otherIdentifiers: [{ scheme: 'ROR', value: '0' }] }],
  ] as const)('what has no %s describes no actor: %j', async (property, actor) => {
    const quads = [...actorToQuads(actor as unknown as Actor, options)]
    const last = quads.findLast(({ predicate }) => predicate.value === iri(property))!
    const rest = quads.filter(quad => quad !== last)
    await expect(roundTrip(rest)).rejects.toThrow(`<${last.subject.value}> has no ${property}`)
    await expect(roundTrip(rest)).rejects.toBeInstanceOf(GraphError)
  })

  test('a website that several actors share does not make them one', () => {
    const shared = { ...options, isSharedHomepage: () => true }
    const id = actorIri(base, 'acteurs', '1')
    const quads = [
      ...actorToQuads({ id, source: 'acteurs', key: '1', name: 'A', homepage: 'https://a.example/' }, shared),
    ]
    const predicates = quads
      .filter(({ object }) => object.value === 'https://a.example/')
      .map(quad => quad.predicate.value)
    expect(predicates).toEqual(['http://xmlns.com/foaf/0.1/page'])
  })
})

describe('positions', () => {
  test('longitude comes first, and the reference system is named', () => {
    expect(pointLiteral({ latitude: 48.11, longitude: -1.68 }).value).toBe(
      '<http://www.opengis.net/def/crs/OGC/1.3/CRS84> POINT(-1.68 48.11)',
    )
  })

  test.each([
    [1e-7, '0.0000001'],
    [-2.5e-8, '-0.000000025'],
    [1.5e-7, '0.00000015'],
  ])('%d is written without an exponent', (longitude, expected) => {
    const { value } = pointLiteral({ latitude: 0, longitude })
    expect(value).toContain(`POINT(${expected} 0)`)
    expect(pointValue(value)).toEqual({ latitude: 0, longitude })
  })
})

test('the IRI of an actor is stable, opaque, and tells source and key apart', () => {
  expect(actorIri(base, 'acteurs', '0001')).toMatch(/\/id\/acteur\/[a-z2-7]{16}#it$/)
  expect(actorIri(base, 'a', 'bc')).not.toBe(actorIri(base, 'ab', 'c'))
})
