import type * as RDF from '@rdfjs/types'
import { DataFactory } from 'n3'
import type { Commune, CommuneIndex, CommuneKind } from './communes.ts'
import { iri } from './namespaces.ts'
import { territoryIri } from './territories.ts'
import { territoriesOf } from './territoriesOf.ts'
import type { Vocabulary } from './vocabulary.ts'

const { namedNode, literal, quad } = DataFactory

type TermName = Parameters<typeof iri>[0]

/** Classes of the geographic ontology of Insee, which has none for parts that were communes. */
const CLASSES: Readonly<Partial<Record<CommuneKind, TermName>>> = {
  'commune-actuelle': 'igeo:Commune',
  'arrondissement-municipal': 'igeo:ArrondissementMunicipal',
}

/**
 * The quads of communes: what they are, and what they are parts of: their département and, by it, the regions of
 * before and since 2016, or their overseas collectivity. Parts of communes have codes, too: they bring along the
 * commune that they are a part of. Codes that are not in the index give none.
 */
export function* communeQuads(
  codes: Iterable<string>,
  communes: CommuneIndex,
  vocabulary: Vocabulary,
): Generator<RDF.Quad> {
  const described = new Set<string>()
  for (const code of codes) {
    const commune = communes.get(code)
    const whole = commune?.partOf === undefined ? undefined : communes.get(commune.partOf)
    for (const one of [whole, commune]) {
      if (!one || described.has(one.code)) continue
      described.add(one.code)
      yield* describe(one, vocabulary)
    }
  }
}

function* describe(commune: Commune, vocabulary: Vocabulary): Generator<RDF.Quad> {
  const { code, name, kind, partOf } = commune
  const subject = namedNode(territoryIri('commune', code))
  const links = (predicate: TermName, object: string) =>
    quad(subject, namedNode(iri(predicate)), namedNode(object)) as RDF.Quad
  const has = (predicate: TermName, value: RDF.Literal) =>
    quad(subject, namedNode(iri(predicate)), value as RDF.Quad_Object) as RDF.Quad
  const own = CLASSES[kind]
  for (const type of [iri('dcterms:Location'), iri('cv:AdminUnit'), ...(own ? [iri(own)] : [])]) {
    yield links('rdf:type', type)
  }
  yield has('igeo:codeINSEE', literal(code))
  yield has('skos:notation', literal(code))
  yield has('skos:prefLabel', literal(name, 'fr'))
  const { department, region2010, region2016 } = territoriesOf(commune, vocabulary)
  const whole = partOf === undefined ? undefined : territoryIri('commune', partOf)
  const direct = whole ?? department
  if (direct !== undefined) yield links('igeo:subdivisionDirecteDe', direct)
  const wholes = [whole, department, region2010, region2016].filter(territory => territory !== undefined)
  for (const territory of new Set(wholes)) yield links('igeo:subdivisionDe', territory)
}
