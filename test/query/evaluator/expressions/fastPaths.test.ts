import type * as RDF from '@rdfjs/types'
import { DataFactory } from 'n3'
import { describe, expect, test } from 'vitest'
import { createByteSearch } from '../../../../src/query/evaluator/expressions/byteSearch.ts'
import { CompiledExpression } from '../../../../src/query/evaluator/expressions/compiledExpression.ts'
import { NodeCompiler } from '../../../../src/query/evaluator/expressions/nodeCompiler.ts'
import { requiredText } from '../../../../src/query/evaluator/expressions/requiredText.ts'
import { fc } from '../../../fastCheck.ts'
import { batchOf, compile, parseExpression, scopeOf, termsWith, write } from '../expressionCase.ts'
import { INTERESTING_TERMS } from '../interestingTerms.ts'

/** What a fast way gives for each term, and what going row by row does. */
async function bothWays(text: string, values: readonly RDF.Term[]) {
  // every other term is the graph's
  const terms = await termsWith(values.filter((term, at) => at % 2 === 0 && term.termType !== 'Variable'))
  const scope = scopeOf(terms, ['x'])
  const batch = batchOf([0, ...values.map(term => terms.idOf(term))])
  const byRow = new CompiledExpression(new NodeCompiler(scope).compile(await parseExpression(text))!, [0])
  const fast = await compile(text, scope)
  expect(fast).not.toBeInstanceOf(CompiledExpression)
  const named = (tests: Uint8Array | Uint32Array) =>
    [...tests.subarray(0, batch.length)].map((value, row) => {
      const id = batch.columns[0]![row]!
      return `${id === 0 ? 'unbound' : write(terms.termOf(id))}: ${value}`
    })
  const results = { tests: named(fast.test(batch)), values: named(fast.evaluate(batch)) }
  return { fast: results, byRow: { tests: named(byRow.test(batch)), values: named(byRow.evaluate(batch)) } }
}

describe('fast ways give what going row by row gives', () => {
  const constants = [
    '5',
    '"01"^^xsd:integer',
    '9007199254740992',
    '0.1',
    '123456789012345678.5',
    '0.1e0',
    '"NaN"^^xsd:double',
    '"0.1"^^xsd:float',
    '"abc"^^xsd:integer',
    'true',
    '"a"',
    '"a"@fr',
    '<urn:x:a>',
    '"2026-01-01"^^xsd:date',
    '"2026-01-01Z"^^xsd:date',
    '"2026-01-01T12:00:00Z"^^xsd:dateTime',
    '"a"^^<urn:x:type>',
  ]
  const comparisons = constants.flatMap(constant =>
    ['=', '!=', '<', '<=', '>', '>='].flatMap(operator => [
      `?x ${operator} ${constant}`,
      `${constant} ${operator} ?x`,
    ]),
  )
  test('comparisons with a constant', async () => {
    for (const text of comparisons) {
      const { fast, byRow } = await bothWays(text, INTERESTING_TERMS)
      expect(fast, text).toEqual(byRow)
    }
  })

  test.each([
    'bound(?x)',
    '!bound(?x)',
    '?x IN (<urn:x:a>, <urn:x:b>)',
    '?x NOT IN (<urn:x:a>, <urn:x:c>)',
    '?x IN ("a", <urn:x:a>, "a"@en)',
    '?x NOT IN ("a", <urn:x:a>)',
    '?x IN ()',
    '?x IN (1, 5, "a")',
    'lang(?x) = "fr"',
    '"fr" != lang(?x)',
    'lang(?x) = ""',
    'langMatches(lang(?x), "fr")',
    'langMatches(lang(?x), "*")',
    'contains(?x, "a")',
    'contains(?x, "")',
    'contains(str(?x), "Soci\u00e9t")',
    'contains(lcase(?x), "soci\u00e9t")',
    'contains(lcase(str(?x)), "k")',
    'contains(lcase(str(?x)), "i")',
    'contains(lcase(str(?x)), "A")',
    'contains(lcase(str(?x)), "\u00c9")',
    'contains(lcase(str(?x)), "\u00f7\u00ff")',
    'contains(ucase(str(?x)), "SOCI")',
    'contains(?x, "a"@fr)',
    'strstarts(str(?x), "urn:")',
    'strstarts(lcase(str(?x)), "soc")',
    'strends(?x, "b")',
    'strends(lcase(?x), "t\u00e9")',
    'regex(?x, "soci", "i")',
    'regex(str(?x), "^SOCI\u00c9", "i")',
    'regex(str(?x), "s", "i")',
    'regex(str(?x), "^soc.*cueil$", "i")',
    'regex(str(?x), "a+b?c*")',
    'regex(str(?x), "T\u00c9$", "i")',
    'regex(?x, "(")',
    '?x + 1 > 5 && bound(?x)',
    '?x > 1 || ?x = "a"',
    '!(?x < 5)',
    'strlen(str(?x))',
    'year(?x) = 2026',
    'abs(?x) * 2',
  ])('%s', async text => {
    const { fast, byRow } = await bothWays(text, INTERESTING_TERMS)
    expect(fast).toEqual(byRow)
  })

  test('searches in texts of letters with several cases', async () => {
    const letters = fc.constantFrom(
      ...'abkisAKIS\u00e9\u00c9\u00e0\u00ff\u0178\u212a\u017f\u0130\u00d7\u00f7\u2019 n'.split(''),
    )
    const text = fc.array(letters, { maxLength: 8 }).map(found => found.join(''))
    const part = fc.array(letters, { minLength: 1, maxLength: 3 }).map(found => found.join(''))
    const functions = ['contains', 'strstarts', 'strends']
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 4, maxLength: 12 }), part, async (texts, wanted) => {
        const values = texts.map(one => DataFactory.literal(one))
        const quoted = JSON.stringify(wanted)
        const cases = [
          ...functions.flatMap(name => [`${name}(?x, ${quoted})`, `${name}(lcase(?x), ${quoted})`]),
          `regex(?x, ${quoted}, "i")`,
          `regex(?x, ${JSON.stringify(`^${wanted}`)}, "i")`,
        ]
        for (const one of cases) {
          const { fast, byRow } = await bothWays(one, values)
          expect(fast, one).toEqual(byRow)
        }
      }),
      { numRuns: 60 },
    )
  })
})

test.each([
  ['Vilaine', 'Vilaine'],
  ['^Soci.*Mus\u00e9e$', 'Mus\u00e9e'],
  ['abc?d', 'ab'],
  ['ab{2}c', 'a'],
  ['a\\.bc', 'a.bc'],
  ['abc\\d+de', 'abc'],
  ['a\\p{Lu}bcd', 'bcd'],
  ['abc|def', ''],
  ['(abc|d)ef', 'ef'],
  ['[(]abc', 'abc'],
  ['(a[)]bcd)e', 'e'],
  ['a\\\\b', 'a\\b'],
  ['\u{1F600}*ab', 'ab'],
])('what matches %s has %j in it', (pattern, text) => {
  expect(requiredText(pattern)).toBe(text)
})

test('half of a surrogate pair is looked for by nobody', () => {
  expect(createByteSearch('\ud83d', 'anywhere', 'exact')).toBeUndefined()
})
