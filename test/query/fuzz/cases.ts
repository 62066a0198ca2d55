/**
 * Cases that random queries found, each as small as it goes: a graph in TriG, a query, and the solutions that the
 * specification gives, in the order of their text. In all of these Comunica 5.4 answers otherwise, or not at all.
 */
export const CASES: readonly (readonly [data: string, query: string, rows: readonly string[]])[] = [
  // GRAPH (§18.6): what stands in it is evaluated for each graph by itself.
  [
    ':g { :a :p :b } :a { :a :q :b }',
    'SELECT * { GRAPH ?g { SELECT (COUNT(?x) AS ?n) { ?x :p ?y } } }',
    ['?g=:a ?n=0', '?g=:g ?n=1'],
  ],
  [
    ':g { :a :p :b } :a { :a :p :b }',
    'SELECT ?g ?x { GRAPH ?g { SELECT ?x { ?x :p ?y } LIMIT 1 } }',
    ['?g=:a ?x=:a', '?g=:g ?x=:a'],
  ],
  [
    ':g { :a :p :b } :a { :a :q :b }',
    'SELECT ?g ?x { GRAPH ?g { SELECT ?x { ?x :p ?y } } }',
    ['?g=:g ?x=:a'],
  ],
  [':g { :a :p :b } :a { :a :q :b }', 'SELECT * { GRAPH ?g { } }', ['?g=:a', '?g=:g']],
  [
    ':g { :a :p :b } :a { :a :q :b }',
    'SELECT * { GRAPH ?g { VALUES ?x { 1 } } }',
    ['?g=:a ?x=1', '?g=:g ?x=1'],
  ],
  [':g { :a :p :b }', 'SELECT * { GRAPH :none { VALUES ?x { 1 } } }', []],
  [':g { :a :p :b }', 'SELECT * { GRAPH ?g { ?x :p ?y FILTER(BOUND(?g)) } }', []],
  [':g { :a :p :b }', 'SELECT ?n { GRAPH ?g { ?x :p ?y BIND(?g AS ?n) } }', ['']],
  [
    ':g { :a :p :b } :a { :b :q :c }',
    'SELECT ?g ?x { GRAPH ?g { ?x ?v ?y FILTER(EXISTS { ?y ?w ?z } || true) } }',
    ['?g=:a ?x=:b', '?g=:g ?x=:a'],
  ],
  [
    ':g { :a :p :b } :a { :a :p :b }',
    'SELECT ?g ?x { GRAPH ?g { ?x :p ?y MINUS { ?x :p :c } } }',
    ['?g=:a ?x=:a', '?g=:g ?x=:a'],
  ],
  // Aggregates and errors (§18.5.1).
  [':a :p :b', 'SELECT (GROUP_CONCAT(?none) AS ?n) { ?x :p ?y }', ['']],
  [':a :p :b', 'SELECT (SUM(?none) AS ?n) { ?x :p ?y }', ['']],
  [':a :p ""', 'SELECT (COUNT(SECONDS(?y)) AS ?n) { ?x :p ?y }', ['?n=0']],
  [':a :p :b', 'SELECT (MAX(?x) AS ?m) (MIN(?y) AS ?n) { ?x :p ?y }', ['?m=:a ?n=:b']],
  // Effective boolean values, and texts by code point (§17.2.2, §17.3).
  [':b :p "abc"^^xsd:integer', 'SELECT ((?y && true) AS ?n) { ?x :p ?y }', ['?n="false"^^xsd:boolean']],
  [':b :p "abc", "ABC"', 'SELECT ?y { ?x :p ?y FILTER(?y < "a") }', ['?y="ABC"']],
  [':b :p "x"', 'SELECT (("😀" >= ?y) AS ?n) { ?x :p ?y }', ['?n="true"^^xsd:boolean']],
  [':b :p "x"', 'SELECT ((?y IN ()) AS ?n) { ?x :p ?y }', ['?n="false"^^xsd:boolean']],
  [
    ':b :p "2010-13-01"^^xsd:date',
    'SELECT (LANG(?y) AS ?m) (DATATYPE(?y) AS ?n) { ?x :p ?y }',
    ['?m="" ?n=xsd:date'],
  ],
  // Casts of XPath and literals (§17.4.2, §17.5).
  [':a :p ""', 'SELECT (xsd:float(?y) AS ?n) { ?x :p ?y }', ['']],
  [':a :p "b"', 'SELECT (DATATYPE(STRDT(?y, xsd:integer)) AS ?n) { ?x :p ?y }', ['?n=xsd:integer']],
  [':a :p ""', 'SELECT (IRI(?y) AS ?n) { ?x :p ?y }', ['']],
  [':a :p :b', 'SELECT (ENCODE_FOR_URI("a:/é") AS ?n) { ?x :p ?y }', ['?n="a%3A%2F%C3%A9"']],
  // Property paths (§18.4).
  [':a :r :a . :a :r ""', 'SELECT ?x { :a !(:p) ?x . ?x :r ?y }', ['?x=:a', '?x=:a']],
  [':a :p ""', 'SELECT * { ?a (!(:p|^:q)/(:p)*) ?b }', ['?a="" ?b=""', '?a="" ?b=:a']],
  [':a :p :a . :a :p :c', 'SELECT * { ?c (:p)+ ?c }', ['?c=:a']],
  [':a :p "" . :a :p _:x', 'SELECT (COUNT(*) AS ?n) { ?c ?v ?b . ?a (:p)* ?a }', ['?n=6']],
  [':c :p :a', 'SELECT * { :c ((:p|:p)+|:p) ?x }', ['?x=:a', '?x=:a']],
  [
    ':a :q :b . :b :r :c . :c :p :a',
    'SELECT ?b ?a { ?b ((:q/(:r/:p)))* ?a }',
    ['?a=:a ?b=:a', '?a=:b ?b=:b', '?a=:c ?b=:c'],
  ],
  [
    ':a :p :b',
    'SELECT ?n { ?a :p ?b { SELECT (STRLEN(GROUP_CONCAT(STR(?c))) AS ?n) { VALUES ?c { } ?c :p ?d } } }',
    ['?n=0'],
  ],
  // BIND ends a basic graph pattern (§18.2.2.6).
  [
    ':a :p :a . :a :p ""',
    'SELECT * { { ?a :q ?a } UNION { BIND(?a AS ?n) ?n :p ?a } }',
    ['?a="" ?n=:a', '?a=:a ?n=:a'],
  ],
  [':a :r ""', 'SELECT ?a { OPTIONAL { BIND(?a AS ?n) ?n :r ?a } }', ['?a=""']],
  [':a :p :b', 'SELECT * { ?a :p ?a OPTIONAL { FILTER(BOUND(?a)) OPTIONAL { ?a :p ?a } } }', []],
  [
    ':c :q "" . :a :p :a',
    'SELECT * { { SELECT (STRAFTER(?a, ?a) AS ?n) { :c :q ?a } } ?n ^(:q) :c }',
    ['?n=""'],
  ],
]

/** Cases of which Comunica evaluates a part, and the columns another. */
export const MIXED_CASES: typeof CASES = [
  [':a :p :b', 'SELECT ?x { BIND(SHA1("abc") AS ?n) { ?x :p ?y FILTER(isIRI(?x)) } }', ['?x=:a']],
  [
    ':g { _:x :p :b }',
    'SELECT ?y { BIND(SHA1("abc") AS ?n) GRAPH :g { ?x :p ?y FILTER(BOUND(?x)) MINUS { ?y ?v ?x } } }',
    ['?y=:b'],
  ],
]
