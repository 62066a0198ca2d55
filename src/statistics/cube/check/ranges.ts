import type * as RDF from '@rdfjs/types'
import { iri } from '../../../vocabulary/namespaces.ts'
import type { Cube, Misfit, Property } from './cube.ts'
import { datatypeOf } from './datatypes.ts'
import { type Findings, RANGE } from './findings.ts'
import * as messages from './messages.ts'

const LANGUAGE_STRING = iri('rdf:langString')
/** Ranges that every literal is in. */
const ANY_LITERAL: ReadonlySet<string> = new Set([
  iri('rdfs:Literal'),
  iri('xsd:anySimpleType'),
  iri('xsd:anyAtomicType'),
])

const NO_VALUE = iri('annuaire:noValue')
const STANDS_FOR_MEASURE: ReadonlySet<string> = new Set(['undefined'])
const STANDS_FOR_DIMENSION: ReadonlySet<string> = new Set(['missing', 'other'])

/** The ranges among those given that are datatypes: classes of things are not looked at here. */
export function datatypesAmong(ranges: Iterable<string>): readonly string[] {
  return [...ranges].filter(
    range => ANY_LITERAL.has(range) || range === LANGUAGE_STRING || datatypeOf(range) !== undefined,
  )
}

/** A question about the text of a literal, and the range that it is not in where the answer is no. */
interface RangeTest {
  readonly range: string
  isForm(text: string): boolean
}

/**
 * Looks for the first of some datatypes that a value of a property is not of. As in RDF Semantics (§9), it is the value
 * that counts: `"3"^^xsd:integer` is an xsd:decimal, and an xsd:byte too.
 *
 * @returns of a value the range that it is not in, `undefined` where it is in all
 */
export function rangeTest(
  { isDimension }: Property,
  datatypes: readonly string[],
): (term: RDF.Term) => string | undefined {
  // The values of a property mostly are of one datatype.
  let last = ''
  let tests: readonly RangeTest[] = []
  return term => {
    if (term.termType !== 'Literal') return datatypes[0]
    const name = term.datatype.value
    if (name !== last) {
      last = name
      tests = name === NO_VALUE ? [isPlaceholder(isDimension, datatypes[0]!)] : testsOf(name, datatypes)
    }
    const text = term.value
    for (const test of tests) if (!test.isForm(text)) return test.range
    return undefined
  }
}

function isPlaceholder(isDimension: boolean, range: string): RangeTest {
  const some = isDimension ? STANDS_FOR_DIMENSION : STANDS_FOR_MEASURE
  return { range, isForm: text => some.has(text) }
}

function testsOf(name: string, ranges: readonly string[]): readonly RangeTest[] {
  const own = datatypeOf(name)
  const tests: RangeTest[] = own ? [{ range: ranges[0]!, isForm: own.isForm }] : []
  for (const range of ranges) {
    // The forms of a datatype are forms of the one that it is derived from.
    if (range === name || ANY_LITERAL.has(range) || range === own?.primitive) continue
    const wanted = datatypeOf(range)
    const isComparable = own !== undefined && own.primitive === wanted?.primitive
    tests.push({ range, isForm: isComparable ? wanted!.isForm : () => false })
  }
  return tests
}

/** rdfs:range: the values of dimensions and measures are of the datatypes that these have as their ranges. */
export function checkRanges({ misfits }: Cube, findings: Findings): void {
  // A statement that is in several graphs is one.
  const told = new Set<string>()
  for (const { node, property, term, range } of misfits) {
    const value = written(term)
    const key = JSON.stringify([node.key, property.iri, value])
    if (told.has(key)) continue
    told.add(key)
    findings.add(RANGE, {
      node: node.key,
      path: property.iri,
      value,
      message: messages.notInRange(range),
    })
  }
}

/** A value as Turtle has it, but for escapes. */
function written(term: Misfit['term']): string {
  if (term.termType === 'BlankNode') return `_:${term.value}`
  if (term.termType !== 'Literal') return `<${term.value}>`
  const { value, language, datatype } = term
  return language === '' ? `"${value}"^^<${datatype.value}>` : `"${value}"@${language}`
}
