import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Actor } from '../../src/actor/actor.ts'
import { actorIri } from '../../src/actor/iri.ts'
import type { OwnField } from '../../src/actor/ownField.ts'
import { actorToQuads } from '../../src/graph/actorToQuads.ts'
import { pointLiteral, pointValue } from '../../src/graph/literals.ts'
import { quadsToActors } from '../../src/graph/quadsToActors.ts'
import { territoryIri } from '../../src/vocabulary/territories.ts'

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
  classesOf: (form: string) =>
    form.endsWith('association') ? ['http://www.w3.org/ns/org#FormalOrganization'] : [],
}

const text = fc.string({ minLength: 1, unit: 'grapheme' })
const texts = fc.uniqueArray(text, { minLength: 1, maxLength: 4 }) as fc.Arbitrary<[string, ...string[]]>
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
const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`))

const record = fc.record(
  {
    name: text,
    acronym: text,
    alternateNames: texts,
    description: text,
    legalForm: concept('legal-forms'),
    legalCategory: fc.constant('https://w3id.org/annuaire-lod/def/cj/cj-9220'),
    siren: digits(9),
    siret: digits(14),
    rna: digits(9).map(number => `W${number}`),
    missions: concepts('missions'),
    audiences: concepts('audiences'),
    coverage: fc.constant([territoryIri('commune', '2A004'), territoryIri('region', '94')] as [
      string,
      ...string[],
    ]),
    address: fc
      .record(
        {
          fullAddress: text,
          street: text,
          postcode: fc.constantFrom('06000', '20000'),
          locality: text,
          commune: fc.constant(territoryIri('commune', '97412')),
          department: fc.constant(territoryIri('departement', '2A')),
          region: fc.constant(territoryIri('region', '72')),
        },
        { requiredKeys: [] },
      )
      .filter(address => Object.keys(address).length > 0),
    location: fc.record({ latitude: degrees(90), longitude: degrees(180) }),
    homepage: fc.webUrl(),
    email: fc.emailAddress(),
    telephone: text,
    parent: fc.webUrl(),
    memberOf: iris,
    partners: texts,
    funders: texts,
    founded: fc.oneof(date, fc.constant('1998')),
    actions: texts,
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
  if (Array.isArray(value)) return value.map(ordered).sort()
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
