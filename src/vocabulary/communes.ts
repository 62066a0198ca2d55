import { createRequire } from 'node:module'
import type * as RDF from '@rdfjs/types'
import { DataFactory } from 'n3'
import { iri } from './namespaces.ts'
import { territoryIri } from './territories.ts'
import type { Vocabulary } from './vocabulary.ts'

const { namedNode, literal, quad } = DataFactory

/** What a code of the official geographic code stands for. */
export type CommuneKind =
  | 'commune-actuelle'
  | 'commune-deleguee'
  | 'commune-associee'
  | 'arrondissement-municipal'

/** A commune, or a part of one that has a code of its own. */
export interface Commune {
  /** INSEE code. */
  readonly code: string
  readonly name: string
  /** Code of its département; absent in the overseas collectivities, which are in none. */
  readonly department?: string
  /** Code of its present region; absent like the département. */
  readonly region?: string
  readonly kind: CommuneKind
}

/** All communes, by code. */
export interface CommuneIndex {
  get(code: string): Commune | undefined
}

/** The form of the records of `@etalab/decoupage-administratif`. */
interface CommuneRecord {
  readonly code: string
  readonly nom: string
  readonly type: CommuneKind
  readonly departement: string
  readonly region: string
  readonly zone: 'metro' | 'drom' | 'com'
}

let index: CommuneIndex | undefined

/**
 * Reads the communes of the official geographic code, once, from `@etalab/decoupage-administratif`. A code that a
 * commune of today shares with a part of it stands for the commune.
 */
export async function loadCommunes(): Promise<CommuneIndex> {
  if (index) return index
  const load = createRequire(import.meta.url)
  const records: CommuneRecord[] = load('@etalab/decoupage-administratif/data/communes.json')
  const communes = new Map<string, Commune>()
  for (const { code, nom, type, departement, region, zone } of records) {
    if (communes.has(code) && type !== 'commune-actuelle') continue
    communes.set(code, {
      code,
      name: nom,
      kind: type,
      // In an overseas collectivity, the records repeat its code for both; it is neither.
      ...(zone === 'com' ? {} : { department: departement, region }),
    })
  }
  index = { get: code => communes.get(code) }
  return index
}

/**
 * The quads of communes: what they are, and what they are parts of: their département and, by it, the regions of
 * before and since 2016. Codes that are not in the index give none.
 */
export function* communeQuads(
  codes: Iterable<string>,
  communes: CommuneIndex,
  { schemes }: Vocabulary,
): Generator<RDF.Quad> {
  const departments = schemes.get('departements')!
  for (const code of codes) {
    const commune = communes.get(code)
    if (!commune) continue
    const subject = namedNode(territoryIri('commune', code))
    const links = (predicate: TermName, object: string) =>
      quad(subject, namedNode(iri(predicate)), namedNode(object)) as RDF.Quad
    const has = (predicate: TermName, value: RDF.Literal) =>
      quad(subject, namedNode(iri(predicate)), value as RDF.Quad_Object) as RDF.Quad
    for (const type of [iri('dcterms:Location'), iri('cv:AdminUnit'), iri('igeo:Commune')])
      yield links('rdf:type', type)
    yield has('igeo:codeINSEE', literal(code))
    yield has('skos:notation', literal(code))
    yield has('skos:prefLabel', literal(commune.name, 'fr'))
    const department =
      commune.department === undefined ? undefined : departments.byNotation(commune.department)
    if (!department) continue
    yield links('igeo:subdivisionDirecteDe', department.iri)
    for (const whole of [department.iri, ...department.parents]) yield links('igeo:subdivisionDe', whole)
  }
}

type TermName = Parameters<typeof iri>[0]
