import type * as RDF from '@rdfjs/types'
import { DataFactory } from 'n3'
import type { GivenText, LocalizedText } from '../../errors.ts'
import { describe, type TermName } from '../../graph/describe.ts'
import { iri } from '../../vocabulary/namespaces.ts'
import type { DescribedDimension } from '../exchange/dimensions.ts'
import type { DimensionValue } from '../statistic.ts'
import { codeListIri } from './cubeIris.ts'

const { literal, namedNode, quad } = DataFactory

/** A dimension as a cube has it. */
export interface CubeDimension extends DescribedDimension {
  readonly iri: string
  readonly values: readonly DimensionValue[]
  /** Whether its values are concepts; they are literals otherwise. */
  readonly isCoded: boolean
}

/** A measure as a cube has it. */
export interface CubeMeasure {
  readonly name: string
  readonly iri: string
  readonly label: LocalizedText
  /** IRI of what it is measured in. Default: not said, as of counts. */
  readonly unit?: string | undefined
  /** The measure that it is a case of. Default: none. */
  readonly parent?: TermName | undefined
}

/** What the structure of a cube is made of. */
export interface CubeStructure {
  readonly root: string
  readonly base: string
  readonly dimensions: readonly CubeDimension[]
  readonly measures: readonly CubeMeasure[]
  /** Whether the data set says what its shares are shares of. */
  readonly hasUnit: boolean
  /** Whether observations say that their figures are only known as about so much. */
  readonly hasStatus: boolean
}

/** The status of a figure that is estimated, in the code list of SDMX as RDF has it. */
export const ESTIMATED = 'http://purl.org/linked-data/sdmx/2009/code#obsStatus-E'

/** Unit of percentages, in QUDT’s vocabulary of units. */
export const PERCENT = 'http://qudt.org/vocab/unit/PERCENT'

const MISSING = 'annuaire:missingValue'
const OTHER = 'annuaire:otherValues'
const ROLE_LABELS: Readonly<Record<'missing' | 'other', LocalizedText>> = {
  missing: { fr: 'Sans réponse', en: 'No answer' },
  other: { fr: 'Autres valeurs', en: 'Other values' },
}

/** A literal in the place of a value that is none. */
export function noValue(reason: 'undefined' | 'missing' | 'other'): RDF.Literal {
  return literal(reason, namedNode(iri('annuaire:noValue'))) as RDF.Literal
}

/** The term that a value is in a cube. */
export function valueTerm(value: DimensionValue, { isCoded }: CubeDimension): RDF.Quad_Object {
  if (isCoded) return namedNode(conceptOf(value))
  return value.role ? noValue(value.role) : (literal(value.code) as RDF.Literal)
}

/** The structure of a cube (Data Cube §6), its components in their order, and the properties that they are about. */
export function* describeStructure({
  root,
  base,
  dimensions,
  measures,
  hasUnit,
  hasStatus,
}: CubeStructure): Generator<RDF.Quad> {
  const components = [
    ...dimensions.map(({ name, iri }) => ({
      node: `${root}#dimension-${name}`,
      kind: 'qb:dimension' as const,
      property: iri,
    })),
    ...measures.map(({ name, iri }) => ({
      node: `${root}#measure-${name.replace('.', '-')}`,
      kind: 'qb:measure' as const,
      property: iri,
    })),
  ]
  const attributes = [
    ...(measures.some(({ unit }) => unit !== undefined)
      ? [{ name: 'sdmx-attribute:unitMeasure', level: 'qb:MeasureProperty' } as const]
      : []),
    ...(hasUnit ? [{ name: 'annuaire:shareOf', level: 'qb:DataSet' } as const] : []),
    ...(hasStatus ? [{ name: 'sdmx-attribute:obsStatus', level: 'qb:Observation' } as const] : []),
  ]
  const attributeNode = (name: string) => `${root}#attribute-${name.split(':')[1]}`

  const structure = describe(`${root}#structure`)
  yield structure.a('qb:DataStructureDefinition')
  for (const { node } of components) yield structure.links('qb:component', node)
  for (const { name } of attributes) yield structure.links('qb:component', attributeNode(name))

  for (const [index, { node, kind, property }] of components.entries()) {
    const component = describe(node)
    yield component.a('qb:ComponentSpecification')
    yield component.links(kind, property)
    yield component.links('qb:componentProperty', property)
    yield component.has('qb:order', literal(String(index + 1), namedNode(iri('xsd:int'))))
  }
  for (const { name, level } of attributes) {
    const component = describe(attributeNode(name))
    yield component.a('qb:ComponentSpecification')
    yield component.links('qb:attribute', iri(name))
    yield component.links('qb:componentProperty', iri(name))
    yield component.links('qb:componentAttachment', iri(level))
    yield component.has('qb:componentRequired', literal('false', namedNode(iri('xsd:boolean'))))
    yield describe(iri(name)).a('qb:AttributeProperty')
  }
  for (const dimension of dimensions) yield* describeDimensionProperty(dimension, base)
  for (const measure of measures) yield* describeMeasureProperty(measure)
}

function* describeDimensionProperty(
  { iri: property, name, label, isCoded }: CubeDimension,
  base: string,
): Generator<RDF.Quad> {
  const dimension = describe(property)
  yield dimension.a('rdf:Property')
  yield dimension.a('qb:DimensionProperty')
  if (isCoded) yield dimension.a('qb:CodedProperty')
  yield* labels(property, 'rdfs:label', label)
  yield dimension.links('rdfs:range', iri(isCoded ? 'skos:Concept' : 'rdfs:Literal'))
  if (isCoded) yield dimension.links('qb:codeList', codeListIri(base, name))
}

function* describeMeasureProperty({ iri: property, label, unit, parent }: CubeMeasure): Generator<RDF.Quad> {
  const measure = describe(property)
  yield measure.a('rdf:Property')
  yield measure.a('qb:MeasureProperty')
  yield* labels(property, 'rdfs:label', label)
  // Counts are integers, which are decimals too: weights make decimals of them, in other cubes of the same property.
  yield measure.links('rdfs:range', iri('xsd:decimal'))
  if (parent !== undefined) yield measure.links('rdfs:subPropertyOf', iri(parent))
  if (unit !== undefined) yield measure.links('sdmx-attribute:unitMeasure', unit)
}

/**
 * The code lists of the dimensions, as far as the cube has their values (Data Cube §8). A concept that is in several is
 * described once.
 */
export function* describeCodeLists(
  dimensions: readonly CubeDimension[],
  base: string,
  labelOf: (concept: string) => GivenText | undefined = () => undefined,
): Generator<RDF.Quad> {
  const described = new Set<string>()
  for (const { name, label, scheme, values, isCoded } of dimensions) {
    if (!isCoded) continue
    const list = codeListIri(base, name)
    yield describe(list).a('skos:ConceptScheme')
    yield* labels(list, 'dcterms:title', label)
    if (scheme !== undefined) yield describe(list).links('dcterms:source', scheme)
    for (const value of values) {
      const concept = conceptOf(value)
      yield describe(concept).links('skos:inScheme', list)
      if (described.has(concept)) continue
      described.add(concept)
      yield* describeConcept(value, labelOf(concept))
    }
  }
}

function* describeConcept(value: DimensionValue, given: GivenText | undefined): Generator<RDF.Quad> {
  const { role, code, label } = value
  const concept = conceptOf(value)
  const described = describe(concept)
  yield described.a('skos:Concept')
  if (role) {
    yield* labels(concept, 'skos:prefLabel', ROLE_LABELS[role])
    return
  }
  yield described.has('skos:notation', literal(code))
  if (given) yield* labels(concept, 'skos:prefLabel', given)
  else yield described.has('skos:prefLabel', literal(label))
}

/** The IRI of a value of a dimension that is coded. */
function conceptOf({ iri: concept, role }: DimensionValue): string {
  return role ? iri(role === 'missing' ? MISSING : OTHER) : concept!
}

function* labels(
  subject: string,
  predicate: 'rdfs:label' | 'skos:prefLabel' | 'dcterms:title',
  text: GivenText,
): Generator<RDF.Quad> {
  for (const language of ['fr', 'en'] as const) {
    const value = text[language]
    if (value !== undefined) {
      yield quad(namedNode(subject), namedNode(iri(predicate)), literal(value, language)) as RDF.Quad
    }
  }
}
