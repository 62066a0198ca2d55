import { describe, expect, test } from 'vitest'
import { QueryError } from '../../src/errors.ts'
import { declarePrefixes } from '../../src/query/prefixes.ts'

const PREFIXES = { a: 'urn:a#', b: 'urn:b#', foaf: 'urn:foaf#' }

/** The prefixes that are put before a query. */
function added(sparql: string): string[] {
  const { text } = declarePrefixes(sparql, PREFIXES)
  expect(text.endsWith(sparql)).toBe(true)
  return [...text.slice(0, -sparql.length).matchAll(/^PREFIX (\w*): <.*>$/gm)].map(match => match[1]!)
}

describe('prefixes are declared where they are used and not declared', () => {
  test.each<[string, readonly string[]]>([
    ['SELECT * { ?s a:p b:q }', ['a', 'b']],
    ['SELECT * { ?s b:p/a:q* "x" }', ['a', 'b']],
    ['PREFIX a: <urn:mine#> SELECT * { ?s a:p b:q }', ['b']],
    ['prefix\n a:\n<urn:mine#>\nSELECT * { ?s a:p b:q }', ['b']],
    ['PREFIX # why\n a: <urn:mine#> SELECT * { ?s a:p ?o }', []],
    ['# PREFIX a: <urn:mine#>\nSELECT * { ?s a:p ?o }', ['a']],
    ['SELECT * { ?prefix a:p ?o }', ['a']],
    [
      'SELECT * { ?s ?p "a:x", \'a:x\', """a:"x""", \'\'\'a:\n\'x\'\'\', "\\"a:x" . ?a b:c <a:x> , _:a } # a:x',
      ['b'],
    ],
    ['SELECT * { ?s ?p "x"^^a:type, "y"@fr }', ['a']],
    ['SELECT * { ?s a ?o FILTER(?o < 3 && ?s > foaf:x) }', ['foaf']],
    ['SELECT * { ?s c:p ?o }', []],
    ['SELECT * { ?s a: ?o }', ['a']],
  ])('%s', (sparql, expected) => {
    expect(added(sparql)).toEqual(expected)
  })
})

test.each<[string, readonly string[] | undefined]>([
  ['SELECT * { ?s ?p ?o }', ['s', 'p', 'o']],
  ['# ?c\nPREFIX a: <urn:a#> select distinct\n*{ ?z a:p $y . ?y a:q "?n"; <?i> ?z-1 }', ['z', 'y']],
  ['SELECT REDUCED * WHERE { { SELECT ?b { ?a ?b 1 } } ?c ?é_1 ?b }', ['b', 'a', 'c', 'é_1']],
  ['SELECT ?o ?s { ?s ?p ?o }', undefined],
  ['SELECT ?o { { SELECT * { ?s ?p ?o } } }', undefined],
  ['CONSTRUCT { ?s ?p ?o } { SELECT * { ?s ?p ?o } }', undefined],
])('the variables of a wildcard: %s', (sparql, expected) => {
  expect(declarePrefixes(sparql, PREFIXES).wildcard).toEqual(expected)
})

test('what nobody declares is told with its place', () => {
  const { undeclared } = declarePrefixes('SELECT * { ?s a:p c:d ; : c:e }', PREFIXES)
  expect([...undeclared]).toEqual([
    ['c', 18],
    ['', 24],
  ])
})

test('a prefix that every object has is nobody’s', () => {
  expect([...declarePrefixes('SELECT * { ?s constructor:p ?o }', PREFIXES).undeclared.keys()]).toEqual([
    'constructor',
  ])
})

test.each([
  ['a', 'urn:x> <urn:y'],
  ['a', 'urn:x\n'],
  ['a', 'urn:\\u003E'],
])('a prefix %j for %j is refused', (prefix, iri) => {
  expect(() => declarePrefixes('SELECT * { ?s a:p ?o }', { [prefix]: iri })).toThrow(QueryError)
})

test.each(['', ' \n', '# nothing', 'PREFIX a: <urn:a#>', 'BASE <urn:a> # more\n'])('%j is empty', sparql => {
  expect(declarePrefixes(sparql, PREFIXES).isEmpty).toBe(true)
})
