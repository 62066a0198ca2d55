import { DataFactory } from 'n3'
import { describe, expect, test } from 'vitest'
import {
  type Aggregate,
  createAccumulator,
} from '../../../../src/query/evaluator/aggregates/createAccumulator.ts'
import { ConstantNode } from '../../../../src/query/evaluator/expressions/node.ts'
import { PREFIXES } from '../../../../src/vocabulary/namespaces.ts'
import { termsWith, write } from '../expressionCase.ts'

const { blankNode, literal, namedNode } = DataFactory
const xsd = (name: string) => namedNode(PREFIXES.xsd + name)

/** Terms by the way they are written: `1`, `2.5`, `1e0`, `<iri>`, `"text"`, `_:b`, and `-` for no value. */
function read(text: string) {
  if (text.startsWith('<')) return namedNode(text.slice(1, -1))
  if (text.startsWith('_:')) return blankNode(text.slice(2))
  if (text.startsWith('"')) return literal(text.slice(1, -1))
  if (/^\d+f$/.test(text)) return literal(text.slice(0, -1), xsd('float'))
  if (/e/.test(text)) return literal(text, xsd('double'))
  return literal(text, xsd(text.includes('.') ? 'decimal' : 'integer'))
}

/** What an aggregate makes of the values of one group. */
async function aggregate(what: Aggregate, values: string): Promise<string> {
  const written = values.split(' ').filter(Boolean)
  // half of the terms are the graph's, the others are computed
  const inGraph = written.filter((value, at) => value !== '-' && at % 2 === 0)
  const terms = await termsWith(inGraph.map(read))
  const accumulator = createAccumulator(what, terms)
  const ids = Uint32Array.from(written, value => (value === '-' ? 0 : terms.idOf(read(value))))
  // in two parts, into a group that is not the first
  const groups = new Uint32Array(ids.length).fill(3)
  const half = ids.length >> 1
  accumulator.add(groups, ids.subarray(0, half), half)
  accumulator.add(groups, ids.subarray(half), ids.length - half)
  const result = accumulator.result(3)
  const ofValues = createAccumulator(what, terms)
  if (ofValues.addValue) {
    // the other way: of values that need no term
    for (const id of ids) ofValues.addValue(3, new ConstantNode(terms, id))
    expect(ofValues.result(3)).toBe(result)
  }
  return result === 0 ? 'error' : write(terms.termOf(result))
}

function examples(aggregator: Aggregate['aggregator'], lines: string, distinct = false): void {
  test.each(
    lines
      .trim()
      .split('\n')
      .map(line => line.split('→').map(part => part.trim()) as [string, string]),
  )(`${aggregator}${distinct ? ' distinct' : ''}: %s → %s`, async (values, result) => {
    expect(await aggregate({ aggregator, distinct }, values)).toBe(result)
  })
}

describe('SPARQL 1.1 §18.5.1', () => {
  examples('count', ' → 0\n 1 1 - "a" _:b → 4')
  examples('count', '1 1 - 01 2 1 → 3', true)
  examples(
    'sum',
    `
     → 0
    1 2 3 → 6
    1 2 1 → 4
    1 0.5 → "1.5"^^xsd:decimal
    0.1 0.2 0.30 → "0.6"^^xsd:decimal
    1 0.1 1e0 → "2.1E0"^^xsd:double
    1 2f → "3.0E0"^^xsd:float
    9007199254740993 1 → 9007199254740994
    9007199254740991 9007199254740991 1 → 18014398509481983
    99999999999999999999.5 0.25 1 → "100000000000000000000.75"^^xsd:decimal
    99999999999999999999 1e0 → "1.0E20"^^xsd:double
    1 "a" 2 → error
    1 - 2 → error
    1 <urn:x:a> → error`,
  )
  examples('sum', '1 1 2 01 → 4', true)
  examples(
    'avg',
    `
     → 0
    1 2 → "1.5"^^xsd:decimal
    1 1 2 → "1.333333333333333333"^^xsd:decimal
    1e0 2 → "1.5E0"^^xsd:double
    2f 4 → "3.0E0"^^xsd:float
    1 "a" → error`,
  )
  examples('avg', '1 1 3 → "2.0"^^xsd:decimal', true)
  examples(
    'min',
    `
     → error
    2 1.5 3e0 → "1.5"^^xsd:decimal
    10 9 → 9
    "b" "a" → "a"
    <urn:x:b> "a" <urn:x:a> → <urn:x:a>
    01 1 → 01
    1 - → error`,
  )
  examples('max', ' → error\n2 1.5 3e0 → "3e0"^^xsd:double\n<urn:x:b> "a" → "a"\n9 10 → 10')
  examples('sample', ' → error\n- 2 1 → 2')
})

test.each([
  [undefined, '1 "b" <urn:x:c> "b"', false, '"1 b urn:x:c b"'],
  [', ', '1 "b" "b"', true, '"1, b"'],
  ['', '', false, '""'],
  ['', '"a" _:b "c"', false, 'error'],
  ['', '"a" - "c"', false, 'error'],
] as const)('group_concat by %j: %s', async (separator, values, distinct, result) => {
  expect(await aggregate({ aggregator: 'group_concat', distinct, separator }, values)).toBe(result)
})

describe('distinct values', () => {
  /** Of pairs as they come, how many are counted in each group. */
  async function counts(groups: number, ids: number, rows: number): Promise<number[]> {
    const known = Array.from({ length: ids }, (_, index) => literal(String(index), xsd('integer')))
    const terms = await termsWith(known)
    const accumulator = createAccumulator({ aggregator: 'count', distinct: true }, terms)
    const highest = terms.graphSize + 50
    const groupOf = (row: number) => Math.imul(row, 2654435761) % groups
    const groupNumbers = Uint32Array.from({ length: rows }, (_, row) => Math.abs(groupOf(row)))
    const values = Uint32Array.from({ length: rows }, (_, row) => 1 + ((row * row * 31 + row) % highest))
    for (let at = 0; at < rows; at += 1000) {
      accumulator.add(groupNumbers.subarray(at, at + 1000), values.subarray(at, at + 1000), 1000)
    }
    const sets = Array.from({ length: groups }, () => new Set<number>())
    for (let row = 0; row < rows; row++) sets[groupNumbers[row]!]!.add(values[row]!)
    expect(sets.map((_, group) => Number(terms.valueOf(accumulator.result(group))))).toEqual(
      sets.map(set => set.size),
    )
    return sets.map(set => set.size)
  }

  test.each([
    ['few groups of many', 3, 20_000, 60_000],
    ['many groups of few', 5_000, 2_000, 60_000],
  ])('are counted exactly: %s', async (_, groups, ids, rows) => {
    const found = await counts(groups, ids, rows)
    expect(found.some(count => count > 1)).toBe(true)
  })
})
