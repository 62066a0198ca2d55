import { describe, expect, test } from 'vitest'
import { QueryError } from '../../../src/errors.ts'
import { buildGraph } from '../../../src/graph/buildGraph.ts'
import { query } from '../../../src/query/query.ts'
import { PREFIXES } from '../../../src/vocabulary/namespaces.ts'

const source = { graph: await buildGraph([]) }

async function messageOf(sparql: string, prefixes: Readonly<Record<string, string>> = PREFIXES) {
  const error = await query(source, sparql, { prefixes }).then(
    async result => {
      // Some errors are only found where solutions are looked for.
      if (result.type === 'bindings') await Array.fromAsync(result.bindings)
      throw new Error('it was answered')
    },
    (reason: unknown) => reason,
  )
  if (!(error instanceof QueryError)) throw error
  return error.message
}

/** Broken queries; a «§» stands before what the message has to point at, and is not in the query. */
const BROKEN: readonly (readonly [query: string, told: string])[] = [
  // What the grammar wants.
  ['SELECT ?x WHERE { ?x ?p ?y§', 'the "{" at line 1, column 17 is not closed'],
  ['SELECT ?x { ?x ?p ?y } HAVING (COUNT(?y) > 1§', 'the "(" at line 1, column 31 is not closed'],
  ['SELECT ?x WHERE §?x ?p ?y }', '"?x" cannot stand there; expected is "{"'],
  ['SELECT ?x WHERE { ?x ?p §}', 'expected is a term'],
  ['SELECT ?x WHERE { ?x ?p ?y . §. }', 'expected is a pattern (triples, FILTER, OPTIONAL …) or "}"'],
  ['SELECT ?x WHERE { ?x §"p" ?y }', 'expected is a property'],
  ['SELECT ?x WHERE { ?x §_:p ?y }', 'expected is a property'],
  ['SELECT ?x WHERE { ?x ?p ?y ; ?z §}', 'expected is a term'],
  ['SELECT ?x WHERE { ?x ?p §@fr }', 'expected is a term'],
  ['SELECT ?x { FILTER §?x > 3 }', 'expected is an expression in brackets, or a function'],
  ['SELECT ?x { ?x ?p ?y FILTER(?y = §) }', 'expected is an expression (?variable'],
  ['SELECT ?x { ?x ?p ?y FILTER(REGEX(?y§)) }', 'expected is "," or an operator'],
  ['SELECT ?x { ?x ?p ?y FILTER(STRLEN(?y§, ?x)) }', 'expected is ")" or an operator'],
  ['SELECT ?x { ?x ?p ?y FILTER(?x IN §1, 2) }', 'expected is "("'],
  ['SELECT ?x { ?x ?p ?y BIND(?y §?z) }', 'expected is AS or an operator'],
  ['SELECT (COUNT(?x) AS §n) { ?x ?p ?y }', 'expected is a variable (?name)'],
  ['SELECT §{ ?x ?p ?y }', 'expected is a variable, an expression with its name, (… AS ?name), or *'],
  ['SELECT ?x { VALUES ?x { §?y } }', 'expected is a value'],
  ['SELECT ?x { GRAPH §{ ?x ?p ?y } }', 'expected is a variable or an IRI'],
  ['SELECT ?x FROM §{ ?x ?p ?y }', 'expected is an IRI (<…> or prefix:name)'],
  ['SELECT ?x { ?x ?p ?y } ORDER §?x', 'expected is BY'],
  [
    'SELECT ?x { ?x ?p ?y } ORDER BY§',
    'expected is a variable, DESC(?variable) or an expression in brackets',
  ],
  ['SELECT ?x { ?x ?p ?y } LIMIT §-1', '"-1" cannot stand there; expected is a whole number'],
  ['SELECT ?x { ?x ?p ?y } LIMIT §1.5', '"1.5" cannot stand there; expected is a whole number'],
  ['SELECT ?x { ?x ?p ?y } LIMIT §ten', 'expected is a whole number'],
  ['SELECT ?x { ?x ?p ?y }\n§WHERE { ?x ?p ?z }', 'expected is GROUP BY'],
  ['DESCRIBE§', 'expected is a variable or an IRI'],
  ['§hello', 'expected is SELECT, ASK, CONSTRUCT, DESCRIBE or PREFIX'],
  ['PREFIX §ex <http://x> SELECT ?x { ?x ?p ?y }', 'expected is a prefix with its colon'],
  ['PREFIX ex: §http://x SELECT ?x { ?x ?p ?y }', 'expected is an IRI in angle brackets'],
  ['CONSTRUCT §?s ?p ?o WHERE { ?s ?p ?o }', 'expected is "{"'],
  ['SELECT ?x { ?x §prefLabel ?y }', 'expected is a property'],
  ['SELECT ?x { ?x ?p §12abc }', '"12abc" cannot stand there; expected is a term'],
  // What people write for what they mean.
  ['§SELEC ?x { ?x ?p ?y }', 'is it SELECT?'],
  ['SELECT ?x { ?x ?p ?y §OPTINAL { ?x ?q ?z } }', 'is it OPTIONAL?'],
  ['SELECT ?x§, ?y { ?x ?p ?y }', 'without commas'],
  ['SELECT §COUNT(?x) { ?x ?p ?y }', '(COUNT(…) AS ?name)'],
  ['SELECT (GROUP_CONCAT(?x§, ",") AS ?y) { ?x ?p ?y }', 'SEPARATOR=", "'],
  ['SELECT (§MEDIAN(?y) AS ?z) { ?x ?p ?y }', 'there is no function of that name'],
  ['SELECT ?x { ?x ?p ?y FILTER(§STRLENGTH(?y) > 3) }', 'is it STRLEN?'],
  ['SELECT ?x { ?x ?p ?y FILTER(§LENGTH(?y) > 3) }', 'in SPARQL that is STRLEN(?text)'],
  ['SELECT ?x { ?x ?p ?y FILTER(?y §and ?x) }', 'in SPARQL that is &&'],
  ['SELECT ?x { ?x ?p ?y FILTER(?y §LIKE "a%") }', 'CONTAINS(?text, "part")'],
  ['SELECT ?x { ?x ?p ?y FILTER(?y =§= 3) }', 'equality is written with one ='],
  ['SELECT ?x { ?x ?p ?y FILTER(?y §<> 3) }', 'inequality is written !='],
  ['SELECT ?x { ?x ?p ?y §UNION { ?x ?q ?z } }', 'both sides of UNION stand in braces'],
  ['SELECT ?x { ?x skos:broader§{1,2} ?y }', 'paths have no {n,m}'],
  ['SELECT ?x { ?x ?p§+ ?y }', 'a variable cannot be part'],
  ['SELECT ?x { ?x ?p ?y } ORDER BY ?x DESC §LIMIT 3', 'ORDER BY DESC(?name)'],
  ['§@prefix ex: <http://x/> . SELECT ?x { ?x ?p ?y }', 'PREFIX ex: <…>'],
  ['PREFIX ex: <http://x/> §. SELECT ?x { ?x ?p ?y }', 'leave out the "."'],
  ['SELECT §? { ?s ?p ?y }', 'a variable has a name'],
  ['SELECT ?x { ?x ?p ?y } # }\n §}', 'nothing is open that it could close'],
  ['SELECT ?x { [ ?p ?y §}', 'the "[" at line 1, column 13 is still open'],
  ['SELECT ?x { ?x ?p §“abc” }', 'straight quotes'],
  ['SELECT ?x { ?x ?p §"abc }', 'does not end on its line'],
  ['SELECT ?x {\n  ?x ?p §"""abc }\n', 'does not end; close it with """'],
  ['SELECT ?x { ?x ?p §"a\\q" }', '"\\q" is no escape'],
  ['SELECT ?x { ?x §<http://a b> ?y }', 'an IRI holds no spaces'],
  ['SELECT ?x { ?x §<http://ab ?y }', 'an IRI holds no spaces'],
  // Rules beyond the grammar.
  ['SELECT ?x §?y { ?x ?p ?y } GROUP BY ?x', '?y is selected from groups that it may differ in'],
  ['SELECT ?n { { SELECT §?x (COUNT(?y) AS ?n) { ?x ?p ?y } } }', '(SAMPLE(?x) AS ?name)'],
  ['SELECT (?x + §?y AS ?z) { ?x ?p ?y } GROUP BY ?x', '?y is not grouped by'],
  ['SELECT * { ?x ?p ?y } §GROUP BY ?x', 'SELECT * does not go with GROUP BY'],
  ['SELECT ?x §?x { ?x ?p ?y }', '?x is selected twice'],
  ['SELECT ?x { ?x ?p ?y BIND(?y AS §?x) }', 'binds ?x where it has a value already'],
  ['SELECT (1 AS §?x) { ?x ?p ?y }', 'binds ?x where it has a value already'],
  ['SELECT ?a { VALUES (?a ?b) { (1 2) §(1) } }', 'fewer values than there are variables'],
  ['SELECT ?a { VALUES (?a ?b) { §(1 2 3) } }', 'more values than there are variables'],
  ['SELECT (SUM(COUNT(?x§)) AS ?n) { ?x ?p ?y }', 'an aggregate cannot stand in another one'],
  ['SELECT ?x { ?x ?p ?y FILTER(COUNT(?y§) > 1) }', 'HAVING'],
  ['SELECT ?x { _:a ?p ?y . { §_:a ?q ?z } }', 'the blank node _:a stands in two groups'],
  ['SELECT ?x { ?x §<relative> ?y }', 'the IRI <relative> is relative to nothing'],
  ['SELECT ?x { ?x ?p "§\\uD800" }', 'half of a character'],
  // Names that nobody knows.
  ['SELECT ?x { ?x §skoss:prefLabel ?y }', 'is it skos:?'],
  ['SELECT ?x { ?x §zz:p ?y }', 'begin the query with PREFIX zz: <…>; known without it are '],
  ['SELECT ?x { BIND(§foaf:f(1) AS ?x) }', 'IRIs name conversions only: xsd:boolean'],
  ['SELECT ?x { BIND(§<http://www.w3.org/2001/XMLSchema#dat>("x") AS ?x) }', 'is it xsd:date?'],
]

describe('of a broken query it is said where, on which line, and what could stand there', () => {
  test.each(BROKEN)('%s', async (marked, told) => {
    const [before = '', after = ''] = marked.split('§')
    const lines = before.split('\n')
    const message = await messageOf(before + after)
    expect(message).toContain(told)
    expect(message).toContain(`at line ${lines.length}, column ${lines.at(-1)!.length + 1}`)
    const [, line, caret] = /\n {2}(.*)\n {2}( *)\^$/.exec(message)!
    expect(line).toBe(lines.at(-1)! + after.split('\n')[0])
    expect(caret).toBe(' '.repeat(lines.at(-1)!.length))
  })
})

test('places are those of what was asked, not of what was declared before it', async () => {
  expect(await messageOf('SELECT ?x\n{ ?x skos:prefLabel foaf:name org:purpose }')).toMatch(
    /line 2, column 31/,
  )
})

test('characters count, not their halves; lines end in any way', async () => {
  expect(await messageOf('# 🙂\r\nSELECT ("🙂" AS x) {}')).toMatch(/line 2, column 16.*\n.*🙂.*\n {17}\^$/s)
})

test('what would steer a terminal is shown as nothing, and stays in its column', async () => {
  const message = await messageOf('SELECT ?x { ?x \u001b[31m\u202e ?y }')
  expect(message).toMatch(/\n {2}SELECT \?x \{ \?x \uFFFD\[31m\uFFFD \?y \}\n {17}\^$/)
  expect(message).not.toMatch(/[^\P{Cc}\n]|\p{Cf}/u)
  expect(await messageOf('SELECT ?x { ?x a\u0000:\u009b ?y }')).not.toMatch(/[^\P{Cc}\n]/u)
})

test('of a long line, what is around the place is shown', async () => {
  const values = '"v" '.repeat(200)
  const message = await messageOf(`SELECT ?x { VALUES ?x { ${values} } } LIMIT ten ${'#'.repeat(500)}`)
  const [, line, caret] = message.split('\n')
  expect(line!.slice(caret!.length - 1)).toMatch(/^ten #+…$/)
  expect(line!.length).toBeLessThan(130)
})

test('a long query has its places too', async () => {
  const values = '"v"\n'.repeat(20_000)
  expect(await messageOf(`SELECT ?x { VALUES ?x { ${values} } } LIMIT ten`)).toMatch(
    /at line 20001, column 12/,
  )
  expect(await messageOf(`SELECT ?x ?x { VALUES ?x { ${values} } }`)).toMatch(/at line 1, column 11/)
})

test.each([
  ['BASE<', 'SELECT * {}'],
  ['SELECT ', ','],
  ['PREFIX a: ', '.'],
  ['?a   ', '+'],
  ['"', ''],
  ["'''", '\\'],
  ['<', '>'],
  ['(', '}'],
])('much of %j, and %j, is told as quickly as little', async (part, end) => {
  expect(await messageOf(part.repeat(20_000) + end)).toMatch(/ at line 1, column \d+|^the query is nested/)
})

test.each(['INSERT DATA { <a> <b> }', 'PREFIX a: <urn:a#>\n# why\ndelete where { ?s', 'CLEAR ALL'])(
  '%j is an update, whole or not',
  async sparql => {
    expect(await messageOf(sparql)).toMatch(/^this is an update/)
  },
)

test('known prefixes are those that the query may use', async () => {
  expect(await messageOf('ASK { ?x ownn:p ?y }', { own: 'urn:o#', ex: 'urn:e#' })).toMatch(
    /is it own:\? Otherwise begin the query with PREFIX ownn: <…>; known without it are ex: own:\n/,
  )
  expect(await messageOf('ASK { ?x own:p ?y }', {})).toMatch(/begin the query with PREFIX own: <…>\n/)
})

test('where anything is left out, or something else stands for it, it is said where, or the query is one', async () => {
  const tokens =
    'PREFIX ex: <urn:x#> SELECT DISTINCT ?a ( COUNT ( * ) AS ?n ) WHERE { ?a a ex:b ; ex:c / ex:d ?b . OPTIONAL { ?b ?c "t"@fr , 1.5 } FILTER ( ! BOUND ( ?c ) || ?b IN ( 1 , 2 ) ) } GROUP BY ?a HAVING ( ?n > 1 ) ORDER BY DESC ( ?n ) LIMIT 3'.split(
      ' ',
    )
  let broken = 0
  for (const at of tokens.keys()) {
    for (const changed of [[], ['}'], ['zz']]) {
      const sparql = tokens.toSpliced(at, 1, ...changed).join(' ')
      const message = await query(source, sparql).then(
        () => undefined,
        (error: unknown) => (error instanceof QueryError ? error.message : Promise.reject(error)),
      )
      if (message === undefined) continue
      broken++
      expect(message, sparql).toMatch(/line 1, column \d+.*\n.*\n *\^$/s)
    }
  }
  expect(broken).toBeGreaterThan(150)
})
