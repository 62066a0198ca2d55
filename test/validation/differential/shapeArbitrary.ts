import { fc } from '../../fastCheck.ts'

/** What shapes and data are made of, as Turtle with `HEAD` before it. */
export const HEAD = [
  '@prefix : <https://a.example/#> .',
  '@prefix sh: <http://www.w3.org/ns/shacl#> .',
  '@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .',
  '@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .',
  '@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n',
].join('\n')

const NODES = [':a', ':b', ':c', '_:x', '_:y']
const PLAIN = [
  '"ab"',
  '"abc"',
  '"b"',
  '1',
  '2',
  '01',
  '1.5',
  '-3',
  '"2010-01-15"^^xsd:date',
  '"2011-02-01"^^xsd:date',
]
const ODD = [
  'true',
  '"hallo"@en',
  '"salut"@fr',
  '"allô"@fr-ca',
  '"oui"@fr',
  '"x"^^xsd:integer',
  '"hier"^^xsd:date',
  '"z"^^:Own',
]
const PROPERTIES = [':p', ':q', ':r']
const CLASSES = [':C', ':D']

const property = fc.constantFrom(...PROPERTIES)
const term = fc.constantFrom(...NODES, ...PLAIN, ...ODD)
const named = fc.constantFrom(':a', ':b', ...PLAIN, ...ODD)

/** Some quads: nodes of two classes, one under the other, and properties of any values. */
export function dataArbitrary({ isOrdered }: { isOrdered: boolean }): fc.Arbitrary<string> {
  const subject = fc.constantFrom(...NODES)
  const value = isOrdered ? fc.constantFrom(...NODES, ...PLAIN) : term
  return fc
    .record({
      types: fc.array(fc.tuple(subject, fc.constantFrom(...CLASSES)), { minLength: 1, maxLength: 4 }),
      quads: fc.array(fc.tuple(subject, property, value), { minLength: 2, maxLength: 20 }),
    })
    .map(({ types, quads }) =>
      [
        ':D rdfs:subClassOf :C .',
        ...types.map(([node, type]) => `${node} a ${type} .`),
        ...quads.map(quad => `${quad.join(' ')} .`),
        ...(isOrdered ? [] : [`${quads[0]![0]} ${quads[0]![1]} "oui"@fr, "non"@fr, "yes"@en .`]),
      ].join('\n'),
    )
}

const path = fc.oneof(
  { weight: 4, arbitrary: property },
  {
    weight: 2,
    arbitrary: fc.oneof(
      property.map(p => `[ sh:inversePath ${p} ]`),
      fc.tuple(property, property).map(([p, q]) => `( ${p} ${q} )`),
      fc.tuple(property, property).map(([p, q]) => `( ${p} [ sh:inversePath ${q} ] )`),
      fc.tuple(property, property).map(([p, q]) => `[ sh:alternativePath ( ${p} ${q} ) ]`),
      fc
        .tuple(fc.constantFrom('zeroOrMore', 'oneOrMore', 'zeroOrOne'), property)
        .map(([kind, p]) => `[ sh:${kind}Path ${p} ]`),
      fc
        .tuple(property, property)
        .map(([p, q]) => `[ sh:oneOrMorePath [ sh:alternativePath ( ${p} ${q} ) ] ]`),
    ),
  },
)

const list = (members: readonly string[]) => `( ${members.join(' ')} )`

/** What node and property shapes may both ask. */
const common = fc.oneof(
  fc.constantFrom(...CLASSES).map(type => `sh:class ${type}`),
  fc
    .constantFrom('xsd:string', 'xsd:integer', 'xsd:date', 'xsd:decimal', 'rdf:langString', ':Own')
    .map(type => `sh:datatype ${type}`),
  fc
    .constantFrom('IRI', 'BlankNode', 'Literal', 'BlankNodeOrIRI', 'BlankNodeOrLiteral', 'IRIOrLiteral')
    .map(kind => `sh:nodeKind sh:${kind}`),
  fc.integer({ min: 0, max: 4 }).map(length => `sh:minLength ${length}`),
  fc.integer({ min: 0, max: 25 }).map(length => `sh:maxLength ${length}`),
  fc.constantFrom('^a', '[0-9]', 'b$', '#').map(pattern => `sh:pattern "${pattern}"`),
  fc.constantFrom('i', 'gi').map(flags => `sh:pattern "^A" ; sh:flags "${flags}"`),
  fc
    .tuple(
      fc.constantFrom('minInclusive', 'minExclusive', 'maxInclusive', 'maxExclusive'),
      fc.constantFrom('1', '1.5', '2', '"2010-01-15"^^xsd:date'),
    )
    .map(([kind, bound]) => `sh:${kind} ${bound}`),
  fc.constantFrom('"fr"', '"en" "fr"').map(ranges => `sh:languageIn ( ${ranges} )`),
  fc.uniqueArray(named, { maxLength: 6 }).map(members => `sh:in ${list(members)}`),
  named.map(value => `sh:hasValue ${value}`),
  property.map(other => `sh:disjoint ${other}`),
  fc
    .uniqueArray(property, { maxLength: 2 })
    .map(ignored => `sh:closed true ; sh:ignoredProperties ${list(ignored)}`),
)

/** What only property shapes may ask. */
const ofSets = fc.oneof(
  fc.integer({ min: 0, max: 3 }).map(count => `sh:minCount ${count}`),
  fc.integer({ min: 0, max: 3 }).map(count => `sh:maxCount ${count}`),
  fc.boolean().map(value => `sh:uniqueLang ${value}`),
  property.map(other => `sh:equals ${other}`),
)

const ordering = fc
  .tuple(fc.constantFrom('lessThan', 'lessThanOrEquals'), property)
  .map(([kind, other]) => `sh:${kind} ${other}`)

/** Constraints that refer to shapes; `depth` says how far these may again. */
function logical(depth: number, isProperty: boolean): fc.Arbitrary<string> {
  const shape = fc.oneof(nodeShape(depth - 1), propertyShape(depth - 1))
  const shapes = fc.array(shape, { minLength: 1, maxLength: 3 }).map(list)
  const counted = fc
    .tuple(
      shape,
      fc.constantFrom('qualifiedMinCount', 'qualifiedMaxCount'),
      fc.integer({ min: 0, max: 2 }),
      fc.boolean(),
    )
    .map(
      ([value, kind, count, isDisjoint]) =>
        `sh:qualifiedValueShape ${value} ; sh:${kind} ${count} ; sh:qualifiedValueShapesDisjoint ${isDisjoint}`,
    )
  return fc.oneof(
    shape.map(value => `sh:not ${value}`),
    shape.map(value => `sh:node ${value}`),
    fc
      .tuple(fc.constantFrom(...(isProperty ? ['or', 'xone'] : ['and', 'or', 'xone'])), shapes)
      .map(pair => `sh:${pair.join(' ')}`),
    propertyShape(depth - 1).map(value => `sh:property ${value}`),
    ...(isProperty ? [counted] : []),
  )
}

const traits = fc.constantFrom('', '', '', '', 'sh:severity sh:Warning ; ', 'sh:deactivated true ; ')

function nodeShape(depth: number): fc.Arbitrary<string> {
  const constraint = depth > 0 ? fc.oneof(common, logical(depth, false)) : common
  return fc
    .tuple(traits, fc.array(constraint, { minLength: 1, maxLength: 2 }))
    .map(([trait, constraints]) => `[ ${trait}${once(constraints).join(' ; ')} ]`)
}

function propertyShape(depth: number, isOrdered = false): fc.Arbitrary<string> {
  const simple = fc.oneof(common, ofSets, ...(isOrdered ? [ordering] : []))
  const constraint = depth > 0 ? fc.oneof(simple, simple, logical(depth, true)) : simple
  return fc
    .tuple(traits, path, fc.array(constraint, { minLength: 1, maxLength: 3 }))
    .map(([trait, to, constraints]) => `[ ${trait}sh:path ${to} ; ${once(constraints).join(' ; ')} ]`)
}

/** Most parameters stand once in a shape at most. */
function once(constraints: readonly string[]): string[] {
  const byParameter = new Map(constraints.map(constraint => [constraint.split(' ')[0]!, constraint]))
  return [...byParameter.values()]
}

const target = fc.constantFrom(
  'sh:targetClass :C',
  'sh:targetClass :D',
  'sh:targetNode :a',
  'sh:targetNode :absent',
  'sh:targetNode "ab"',
  'sh:targetSubjectsOf :p',
  'sh:targetObjectsOf :q',
)

/** Shapes that choose their focus nodes, over all core constraint components. */
export function shapesArbitrary({ isOrdered }: { isOrdered: boolean }): fc.Arbitrary<string> {
  const shape = fc
    .tuple(
      fc.uniqueArray(target, { minLength: 1, maxLength: 2 }),
      fc.array(fc.oneof(common, logical(2, false)), { maxLength: 2 }),
      fc.array(propertyShape(2, isOrdered), { minLength: 1, maxLength: 3 }),
    )
    .map(([targets, constraints, properties]) =>
      [
        ...targets,
        ...once(constraints).filter(text => !text.startsWith('sh:property')),
        `sh:property ${properties.join(', ')}`,
      ].join(' ; '),
    )
  return fc
    .array(shape, { minLength: 1, maxLength: 2 })
    .map(shapes => shapes.map((text, index) => `:S${index} a sh:NodeShape ; ${text} .`).join('\n'))
}
