/** Small cubes, sound and with a fault each, as Turtle that {@link PREFIXES} stand before. */

export const PREFIXES = `
@prefix e: <urn:> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix qb: <http://purl.org/linked-data/cube#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
`

const LIST = `
e:list a skos:ConceptScheme .
e:a a skos:Concept ; skos:inScheme e:list . e:b a skos:Concept ; skos:inScheme e:list .
e:c a skos:Concept ; skos:inScheme e:list .
`

const FORM = 'e:form a qb:DimensionProperty ; rdfs:range skos:Concept ; qb:codeList e:list .\n'
const YEAR = 'e:year a qb:DimensionProperty ; rdfs:range xsd:string .\n'

const OBSERVATIONS = `
e:o1 qb:dataSet e:cube ; e:form e:a ; e:year "2010" ; e:n 1 .
e:o2 qb:dataSet e:cube ; e:form e:b ; e:year "2010" ; e:n 1 .
e:o3 qb:dataSet e:cube ; e:form e:a ; e:year "2011" ; e:n 3 .
e:o4 qb:dataSet e:cube ; e:form e:b ; e:year "2011" ; e:n 4 .
`

const CUBE = `
e:cube a qb:DataSet ; qb:structure e:dsd .
e:dsd a qb:DataStructureDefinition ; qb:component
  [ qb:dimension e:form ], [ qb:dimension e:year ], [ qb:measure e:n ],
  [ qb:attribute e:unit ; qb:componentRequired false ] .
`

const PLAIN = CUBE + LIST + FORM + YEAR + OBSERVATIONS

/** Abbreviated: a dimension and an attribute stand on slices, an attribute on the data set. */
const SLICES = `
e:cube a qb:DataSet ; qb:structure e:dsd ; qb:slice e:s2010, e:s2011 ; e:unit "actors" .
e:dsd a qb:DataStructureDefinition ; qb:sliceKey e:byYear ; qb:component
  [ qb:dimension e:form ], [ qb:dimension e:year ], [ qb:measure e:n ],
  [ qb:attribute e:unit ; qb:componentRequired true ; qb:componentAttachment qb:DataSet ],
  [ qb:attribute e:status ; qb:componentRequired true ; qb:componentAttachment qb:Slice ] .
e:byYear a qb:SliceKey ; qb:componentProperty e:year .
e:s2010 qb:sliceStructure e:byYear ; e:year "2010" ; e:status "final" ; qb:observation e:o1, e:o2 .
e:s2011 qb:sliceStructure e:byYear ; e:year "2011" ; e:status "draft" ; qb:observation e:o3 .
e:o1 qb:dataSet e:cube ; e:form e:a ; e:n 1 . e:o2 qb:dataSet e:cube ; e:form e:b ; e:n 2 .
e:o3 qb:dataSet e:cube ; e:form e:a ; e:n 3 .
${LIST}${FORM}${YEAR}`

/** Two measures, an observation for each (Data Cube §6.5.2). */
export const MEASURES = `
e:cube a qb:DataSet ; qb:structure e:dsd .
e:dsd a qb:DataStructureDefinition ; qb:component
  [ qb:dimension e:form ], [ qb:dimension qb:measureType ], [ qb:measure e:n ], [ qb:measure e:share ] .
qb:measureType rdfs:range qb:MeasureProperty .
e:n1 qb:dataSet e:cube ; e:form e:a ; qb:measureType e:n ; e:n 1 .
e:s1 qb:dataSet e:cube ; e:form e:a ; qb:measureType e:share ; e:share 25.0 .
e:n2 qb:dataSet e:cube ; e:form e:b ; qb:measureType e:n ; e:n 3 .
e:s2 qb:dataSet e:cube ; e:form e:b ; qb:measureType e:share ; e:share 75.0 .
${LIST}${FORM}`

const COLLECTION = PLAIN.replace(
  LIST,
  `e:list a skos:Collection ; skos:member e:a, e:inner . e:inner a skos:Collection ; skos:member e:b .
   e:a a skos:Concept . e:b a skos:Concept .`,
)
const HIERARCHY = PLAIN.replace(
  LIST,
  `e:list a qb:HierarchicalCodeList ; qb:hierarchyRoot e:b ; qb:parentChildProperty e:child .
   e:b e:child e:c . e:c e:child e:a .\n`,
)
const INVERSE = PLAIN.replace(
  LIST,
  `e:list a qb:HierarchicalCodeList ; qb:hierarchyRoot e:b ; qb:parentChildProperty [ owl:inverseOf e:parent ] .
   e:c e:parent e:b . e:a e:parent e:c .\n`,
)

export const SOUND = {
  plain: PLAIN,
  slices: SLICES,
  measures: MEASURES,
  collection: COLLECTION,
  hierarchy: HIERARCHY,
  inverse: INVERSE,
  'without dimensions': `e:cube qb:structure e:dsd . e:dsd a qb:DataStructureDefinition ; qb:component [ qb:measure e:n ] .
    e:o qb:dataSet e:cube ; e:n 1 .`,
} as const

/** A cube that breaks a constraint. */
export interface Fault {
  readonly constraint: number
  readonly title: string
  readonly turtle: string
  /** The node that offends, after `urn:`. */
  readonly node: string
  /** Constraints that the fault breaks with it. Default: none. */
  readonly also?: readonly number[]
}

function fault(
  constraint: number,
  title: string,
  node: string,
  turtle: string,
  also: readonly number[] = [],
): Fault {
  return { constraint, title, node, turtle, also }
}

export const FAULTS: readonly Fault[] = [
  fault(1, 'an observation without a data set', 'lost', `${PLAIN} e:lost a qb:Observation ; e:form e:a .`),
  fault(
    1,
    'an observation of two data sets',
    'o1',
    `${PLAIN} e:o1 qb:dataSet e:other . e:other qb:structure e:dsd .`,
  ),
  fault(2, 'a data set without a structure', 'other', `${PLAIN} e:other a qb:DataSet .`),
  fault(
    2,
    'a data set with two structures',
    'cube',
    `${PLAIN} e:cube qb:structure e:dsd2 . e:dsd2 qb:component [ qb:measure e:n ] .`,
  ),
  fault(
    3,
    'a structure without a measure',
    'bare',
    `${PLAIN} e:bare a qb:DataStructureDefinition ; qb:component [ qb:dimension e:year ] .`,
  ),
  fault(4, 'a dimension without a range', 'year', PLAIN.replace(' ; rdfs:range xsd:string', '')),
  fault(5, 'concepts without a code list', 'form', PLAIN.replace(' ; qb:codeList e:list', '')),
  fault(
    6,
    'an optional dimension',
    'year',
    PLAIN.replace('qb:dimension e:year', 'qb:dimension e:year ; qb:componentRequired false'),
  ),
  fault(
    7,
    'a slice key of no structure',
    'stray',
    `${SLICES} e:stray a qb:SliceKey ; qb:componentProperty e:year .`,
  ),
  fault(
    8,
    'a slice key with what is no component',
    'key2',
    `${SLICES} e:dsd qb:sliceKey e:key2 . e:key2 a qb:SliceKey ; qb:componentProperty e:place .`,
  ),
  fault(9, 'a slice without a key', 'bare', `${SLICES} e:cube qb:slice e:bare .`),
  fault(9, 'a slice with two keys', 's2010', `${SLICES} e:s2010 qb:sliceStructure e:key2 .`),
  fault(
    10,
    'a slice without its dimension',
    's2011',
    SLICES.replace('e:year "2011" ; ', '').replace('e:form e:a ; e:n 3', 'e:form e:c ; e:n 3'),
    [11],
  ),
  fault(11, 'a dimension without a value', 'o2', PLAIN.replace('e:form e:b ; e:year "2010"', 'e:form e:c')),
  fault(
    12,
    'a cell that stands twice',
    'again',
    `${PLAIN} e:again qb:dataSet e:cube ; e:form e:b ; e:year "2011" ; e:n 5 .`,
  ),
  fault(13, 'a required attribute that is not there', 'o3', SLICES.replace('e:status "draft" ; ', '')),
  fault(14, 'a measure that is not there', 'o4', PLAIN.replace(' ; e:n 4', '')),
  fault(15, 'an observation without its measure', 'n2', MEASURES.replace('e:n 3', 'e:m 3')),
  fault(
    16,
    'an observation with another measure too',
    's2',
    MEASURES.replace('e:share 75.0', 'e:share 75.0 ; e:n 3'),
  ),
  fault(17, 'a point without one of the measures', 'n2', MEASURES.replace(/e:s2 .*\n/, '')),
  fault(
    17,
    'a measure at a point twice',
    'n2',
    `${MEASURES} e:n3 qb:dataSet e:cube ; e:form e:b ; qb:measureType e:n ; e:n 4 .`,
    [12],
  ),
  fault(
    18,
    'a slice with an observation of another data set',
    'x',
    `${SLICES} e:s2011 qb:observation e:x . e:x qb:dataSet e:other ; e:form e:b ; e:n 9 ; e:unit "" . e:other qb:structure e:dsd .`,
  ),
  fault(
    19,
    'a code that is not in the scheme',
    'o4',
    PLAIN.replace('e:b a skos:Concept ; skos:inScheme e:list', 'e:b a skos:Concept'),
  ),
  fault(19, 'a code that is no concept', 'o2', PLAIN.replace('e:b a skos:Concept ; ', 'e:b ')),
  fault(
    19,
    'a literal for a code',
    'o1',
    PLAIN.replace('e:o1 qb:dataSet e:cube ; e:form e:a', 'e:o1 qb:dataSet e:cube ; e:form "a"'),
  ),
  fault(19, 'a code that is not in the collection', 'o2', COLLECTION.replace('e:a, e:inner', 'e:a')),
  fault(20, 'a code that no root leads to', 'o1', HIERARCHY.replace('e:c e:child e:a', 'e:a e:child e:c')),
  fault(21, 'a code that leads to no root', 'o3', INVERSE.replace('e:a e:parent e:c', 'e:c e:parent e:a')),
]
