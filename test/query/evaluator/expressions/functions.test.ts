import { describe, expect, test } from 'vitest'
import { evaluateText } from '../expressionCase.ts'

/** One expression a line, then `→` and its value; most are examples of the specification's own text. */
function examples(name: string, lines: string): void {
  test.each(
    lines
      .trim()
      .split('\n')
      .map(line => line.split('→').map(part => part.trim()) as [string, string]),
  )(`${name}: %s → %s`, async (expression, value) => {
    expect(await evaluateText(expression)).toBe(value)
  })
}

describe('SPARQL 1.1 §17.2', () => {
  examples(
    'logic',
    `
    true || 1/0 → true
    1/0 || true → true
    false || 1/0 → error
    1/0 || 1/0 → error
    true && 1/0 → error
    false && 1/0 → false
    1/0 && false → false
    !(1/0) → error
    !"" → true
    !"a" → false
    !0 → true
    !0.0e0 → true
    !("NaN"^^xsd:double) → true
    !("abc"^^xsd:integer) → true
    !("yes"^^xsd:boolean) → true
    !"a"@fr → error
    !<urn:x:a> → error
    !("2026-01-01"^^xsd:date) → error
    "1"^^xsd:boolean && true → true`,
  )
})

describe('SPARQL 1.1 §17.3', () => {
  examples(
    'comparison',
    `
    1 = 1.0 → true
    1 = "01"^^xsd:integer → true
    1 = "1" → error
    "a" = "a"@fr → false
    "a"@en = "a"@fr → false
    "a"^^:t = "a"^^:t → true
    "a"^^:t = "b"^^:t → error
    "a"^^:t != "b"^^:t → error
    <urn:x:a> = <urn:x:a> → true
    <urn:x:a> = "urn:x:a" → false
    <urn:x:a> != 1 → true
    "abc"^^xsd:integer = "abc"^^xsd:integer → true
    "abc"^^xsd:integer = 1 → error
    "NaN"^^xsd:double = "NaN"^^xsd:double → false
    "NaN"^^xsd:double != "NaN"^^xsd:double → true
    "NaN"^^xsd:double < 1 → false
    "NaN"^^xsd:double >= 1 → false
    "INF"^^xsd:double > 1e308 → true
    -0.0e0 = 0.0e0 → true
    9007199254740993 > 9007199254740992 → true
    9007199254740993 = 9007199254740992.0 → false
    0.1 + 0.2 = 0.3 → true
    0.1e0 + 0.2e0 = 0.3e0 → false
    "0.1"^^xsd:float = 0.1 → true
    "0.1"^^xsd:float = 0.1e0 → false
    "a" < "b" → true
    "Z" < "a" → true
    "é" > "z" → true
    "\\uFFFD" < "\\U0001F600" → true
    "a"@fr < "b"@fr → error
    "a" < 1 → error
    false < true → true
    <urn:x:a> < <urn:x:b> → error
    1 < 1/0 → error
    "2026-01-01"^^xsd:date < "2026-01-02"^^xsd:date → true
    "2026-01-01Z"^^xsd:date = "2026-01-01"^^xsd:date → error
    "2026-01-01Z"^^xsd:date < "2026-01-03"^^xsd:date → true
    "2026-01-01T12:00:00Z"^^xsd:dateTime = "2026-01-01T13:00:00+01:00"^^xsd:dateTime → true
    "2026-01-01T12:00:00"^^xsd:dateTime < "2026-01-01T13:00:00Z"^^xsd:dateTime → error
    "2025-02-29"^^xsd:date < "2026-01-01"^^xsd:date → error
    sameTerm(1, 1.0) → false
    sameTerm("a"@fr, "a"@fr) → true`,
  )
  examples(
    'arithmetic',
    `
    1 + 2 → 3
    1 + 2.0 → "3.0"^^xsd:decimal
    0.1 + 0.2 → "0.3"^^xsd:decimal
    1.5 * 1.5 → "2.25"^^xsd:decimal
    1 + 1e0 → "2.0E0"^^xsd:double
    "1"^^xsd:float + 0.1 → "1.1E0"^^xsd:float
    "1"^^xsd:int + "1"^^xsd:byte → 2
    9007199254740993 + 1 → 9007199254740994
    9007199254740993 * 9007199254740993 → 81129638414606699710187514626049
    123456789012345.678 + 0.001 → "123456789012345.679"^^xsd:decimal
    1 / 2 → "0.5"^^xsd:decimal
    2 / 3 → "0.666666666666666666"^^xsd:decimal
    6 / 3 → "2.0"^^xsd:decimal
    1 / 0 → error
    1.0 / 0 → error
    1e0 / 0 → "INF"^^xsd:double
    0e0 / 0 → "NaN"^^xsd:double
    1 + "1" → error
    -(-3) → 3
    -(0) → 0
    -(0e0) → "-0.0E0"^^xsd:double
    +("01"^^xsd:integer) → 1
    1e300 * 1e300 → "INF"^^xsd:double`,
  )
})

describe('SPARQL 1.1 §17.4.1', () => {
  examples(
    'forms',
    `
    bound(?nothing) → false
    if(true, 1, 2) → 1
    if("" , 1, 2) → 2
    if(1/0, 1, 2) → error
    if(true, 1, 1/0) → 1
    coalesce(?nothing, 1/0, "x") → "x"
    coalesce(?nothing) → error
    coalesce() → error
    2 in (1, 2, 3) → true
    2 in () → false
    2 in (<urn:x:iri>, "str", 2.0) → true
    2 in (1/0, 2) → true
    2 in (3, 1/0) → error
    2 not in (1, 2, 3) → false
    2 not in () → true
    2 not in (<urn:x:iri>, 3) → true
    2 not in (<urn:x:iri>, "str", 2.0) → false
    2 not in (3, 1/0) → error`,
  )
})

describe('SPARQL 1.1 §17.4.2', () => {
  examples(
    'terms',
    `
    isIRI(<urn:x:a>) → true
    isURI("urn:x:a") → false
    isBlank(bnode()) → true
    isLiteral("a"@fr) → true
    isLiteral(?nothing) → error
    isNumeric(12) → true
    isNumeric("12") → false
    isNumeric("12"^^xsd:nonNegativeInteger) → true
    isNumeric("1200"^^xsd:byte) → true
    isNumeric("abc"^^xsd:integer) → false
    str(<urn:x:a>) → "urn:x:a"
    str("01"^^xsd:integer) → "01"
    str(1+1) → "2"
    str(bnode()) → error
    lang("a"@fr) → "fr"
    lang("a") → ""
    lang(<urn:x:a>) → error
    datatype("a") → <http://www.w3.org/2001/XMLSchema#string>
    datatype("a"@fr) → <http://www.w3.org/1999/02/22-rdf-syntax-ns#langString>
    datatype(1 + 0.5) → <http://www.w3.org/2001/XMLSchema#decimal>
    datatype(<urn:x:a>) → error
    iri("http://example.org/x") → <http://example.org/x>
    iri("a/../b") → <http://example.org/base/b>
    iri("a b") → error
    iri(1) → error
    strdt("123", xsd:integer) → 123
    strdt("a", <urn:x:t>) → "a"^^<urn:x:t>
    strdt("a"@fr, <urn:x:t>) → error
    strlang("chat", "FR") → "chat"@fr
    strlang("chat", "") → error
    strlang("chat"@en, "fr") → error`,
  )
})

describe('SPARQL 1.1 §17.4.3', () => {
  examples(
    'strings',
    `
    strlen("chat") → 4
    strlen("chat"@en) → 4
    strlen("a\\U0001F600") → 2
    strlen(12) → error
    substr("foobar", 4) → "bar"
    substr("foobar"@en, 4) → "bar"@en
    substr("foobar", 4, 1) → "b"
    substr("foobar"@en, 4, 1) → "b"@en
    substr("12345", 1.5, 2.6) → "234"
    substr("12345", 0, 3) → "12"
    substr("12345", 5, -3) → ""
    substr("12345", -3, 5) → "1"
    substr("12345", "NaN"^^xsd:double, 3) → ""
    substr("12345", 1, "NaN"^^xsd:double) → ""
    substr("12345", -42, "INF"^^xsd:double) → "12345"
    substr("a\\U0001F600b", 2, 1) → "😀"
    substr("a\\U0001F600b", 3) → "b"
    ucase("foo") → "FOO"
    ucase("foo"@en) → "FOO"@en
    lcase("ÉCOLE"@fr) → "école"@fr
    strstarts("foobar", "foo") → true
    strstarts("foobar"@en, "foo"@en) → true
    strstarts("foobar"@en, "foo") → true
    strstarts("foobar", "foo"@en) → error
    strstarts("foobar"@en, "foo"@fr) → error
    strends("foobar", "bar") → true
    contains("foobar", "bar") → true
    contains("foobar"@en, "bar"@en) → true
    contains("foobar"@en, "bar") → true
    contains(12, "1") → error
    strbefore("abc","b") → "a"
    strbefore("abc"@en,"bc") → "a"@en
    strbefore("abc"@en,"b"@cy) → error
    strbefore("abc","") → ""
    strbefore("abc","xyz") → ""
    strbefore("abc"@en, "z"@en) → ""
    strbefore("abc"@en, "z") → ""
    strbefore("abc"@en, ""@en) → ""@en
    strbefore("abc"@en, "") → ""@en
    strafter("abc","b") → "c"
    strafter("abc"@en,"ab") → "c"@en
    strafter("abc"@en,"b"@cy) → error
    strafter("abc","") → "abc"
    strafter("abc","xyz") → ""
    strafter("abc"@en, "z"@en) → ""
    strafter("abc"@en, ""@en) → "abc"@en
    strafter("abc"@en, "") → "abc"@en
    strafter("abc"@en, "c") → ""@en
    encode_for_uri("Los Angeles") → "Los%20Angeles"
    encode_for_uri("Los Angeles"@en) → "Los%20Angeles"
    encode_for_uri("a/b!*'()é~") → "a%2Fb%21%2A%27%28%29%C3%A9~"
    concat("foo", "bar") → "foobar"
    concat("foo"@en, "bar"@en) → "foobar"@en
    concat("foo"@en, "bar") → "foobar"
    concat("foo"@en, "bar"@fr) → "foobar"
    concat() → ""
    concat("a", 1) → error
    langmatches("fr", "FR") → true
    langmatches("fr-BE", "fr") → true
    langmatches("frp", "fr") → false
    langmatches("fr", "fr-BE") → false
    langmatches("fr", "*") → true
    langmatches("", "*") → false
    langmatches("", "") → false`,
  )
  examples(
    'patterns',
    `
    regex("Alice", "^ali", "i") → true
    regex("Alice", "^ali") → false
    regex("Alice"@en, "lic") → true
    regex("abracadabra", "bra") → true
    regex("abracadabra", "^a.*a$") → true
    regex("abracadabra", "^bra") → false
    regex("a.b", "a.b", "q") → true
    regex("axb", "a.b", "q") → false
    regex("Mum", "m.m", "qi") → false
    regex("helloworld", "hello world", "x") → true
    regex("hello world", "hello[ ]world", "x") → true
    regex("a\\nb", "a.b") → false
    regex("a\\nb", "a.b", "s") → true
    regex("a\\nb", "^b$", "m") → true
    regex("a\\nb", "^b$") → false
    regex("été", "^\\\\w+$") → true
    regex("a-b", "^[\\\\w\\\\-]+$") → true
    regex("a-b", "a\\\\-b") → true
    regex("a", "(") → error
    regex("a", "a", "z") → error
    regex(12, "1") → error
    regex("12", 1) → error
    replace("abcd", "b", "Z") → "aZcd"
    replace("abab", "B", "Z","i") → "aZaZ"
    replace("abab", "B.", "Z","i") → "aZb"
    replace("abracadabra", "bra", "*") → "a*cada*"
    replace("abracadabra", "a.*a", "*") → "*"
    replace("abracadabra", "a.*?a", "*") → "*c*bra"
    replace("abracadabra", "a", "") → "brcdbr"
    replace("abracadabra", "a(.)", "a$1$1") → "abbraccaddabbra"
    replace("abracadabra", ".*?", "$1") → error
    replace("AAAA", "A+", "b") → "b"
    replace("AAAA", "A+?", "b") → "bbbb"
    replace("darted", "^(.*?)d(.*)$", "$1c$2") → "carted"
    replace("abcd"@en, "b", "$0$0") → "abbcd"@en
    replace("abcd", "b", "\\\\$0") → "a$0cd"
    replace("abcd", "(b)", "$12") → "ab2cd"
    replace("abcd", "(b)", "$2") → "acd"
    replace("abcd", "b", "$") → error
    replace("a.c", ".", "$&", "q") → "a$&c"`,
  )
})

describe('SPARQL 1.1 §17.4.4', () => {
  examples(
    'numbers',
    `
    abs(1) → 1
    abs(-1.5) → "1.5"^^xsd:decimal
    abs(-1e0) → "1.0E0"^^xsd:double
    round(2.4999) → "2.0"^^xsd:decimal
    round(2.5) → "3.0"^^xsd:decimal
    round(-2.5) → "-2.0"^^xsd:decimal
    round(123456789012345678.5) → "123456789012345679.0"^^xsd:decimal
    ceil(10.5) → "11.0"^^xsd:decimal
    ceil(-10.5) → "-10.0"^^xsd:decimal
    floor(10.5) → "10.0"^^xsd:decimal
    floor(-10.5) → "-11.0"^^xsd:decimal
    floor(3) → 3
    round("2.5"^^xsd:float) → "3.0E0"^^xsd:float
    abs("1") → error`,
  )
})

describe('SPARQL 1.1 §17.4.5', () => {
  examples(
    'dates',
    `
    now() → "2026-11-01T12:30:00.000Z"^^xsd:dateTime
    year("2011-01-10T14:45:13.815-05:00"^^xsd:dateTime) → 2011
    month("2011-01-10T14:45:13.815-05:00"^^xsd:dateTime) → 1
    day("2011-01-10T14:45:13.815-05:00"^^xsd:dateTime) → 10
    hours("2011-01-10T14:45:13.815-05:00"^^xsd:dateTime) → 14
    minutes("2011-01-10T14:45:13.815-05:00"^^xsd:dateTime) → 45
    seconds("2011-01-10T14:45:13.815-05:00"^^xsd:dateTime) → "13.815"^^xsd:decimal
    timezone("2011-01-10T14:45:13.815-05:00"^^xsd:dateTime) → "-PT5H"^^xsd:dayTimeDuration
    timezone("2011-01-10T14:45:13.815Z"^^xsd:dateTime) → "PT0S"^^xsd:dayTimeDuration
    timezone("2011-01-10T14:45:13.815+05:30"^^xsd:dateTime) → "PT5H30M"^^xsd:dayTimeDuration
    timezone("2011-01-10T14:45:13.815"^^xsd:dateTime) → error
    tz("2011-01-10T14:45:13.815-05:00"^^xsd:dateTime) → "-05:00"
    tz("2011-01-10T14:45:13.815Z"^^xsd:dateTime) → "Z"
    tz("2011-01-10T14:45:13.815"^^xsd:dateTime) → ""
    year("2026-11-01"^^xsd:date) → 2026
    hours("2026-11-01"^^xsd:date) → error
    year("2026"^^xsd:gYear) → error
    year("2026-13-01"^^xsd:date) → error
    year("-0044-03-15"^^xsd:date) → -44`,
  )
})

describe('SPARQL 1.1 §17.5', () => {
  examples(
    'casts',
    `
    xsd:boolean("true") → true
    xsd:boolean(" 1 ") → true
    xsd:boolean("yes") → error
    xsd:boolean(0.0) → false
    xsd:boolean("NaN"^^xsd:double) → false
    xsd:integer("0042") → 42
    xsd:integer("-3") → -3
    xsd:integer("4.2") → error
    xsd:integer(-4.7) → -4
    xsd:integer(1e3) → 1000
    xsd:integer(1e21) → 1000000000000000000000
    xsd:integer("INF"^^xsd:double) → error
    xsd:integer(true) → 1
    xsd:decimal("1.50") → "1.5"^^xsd:decimal
    xsd:decimal("1e3") → error
    xsd:decimal(1e-7) → "0.0000001"^^xsd:decimal
    xsd:decimal(1.5e0) → "1.5"^^xsd:decimal
    xsd:double("1e3") → "1.0E3"^^xsd:double
    xsd:double("x") → error
    xsd:double(3) → "3.0E0"^^xsd:double
    xsd:float("0.1") → "1.0E-1"^^xsd:float
    xsd:float(0.1e0) → "1.0E-1"^^xsd:float
    xsd:string(<urn:x:a>) → "urn:x:a"
    xsd:string(1.0) → "1"
    xsd:string(1.50) → "1.5"
    xsd:string(1.5e0) → "1.5"
    xsd:string(1e6) → "1.0E6"
    xsd:string(1e-3) → "0.001"
    xsd:string("1"^^xsd:boolean) → "true"
    xsd:string("01"^^xsd:integer) → "1"
    xsd:string("a"@fr) → "a"
    xsd:dateTime("2026-11-01T00:00:00Z") → "2026-11-01T00:00:00Z"^^xsd:dateTime
    xsd:dateTime("2026-11-01"^^xsd:date) → "2026-11-01T00:00:00"^^xsd:dateTime
    xsd:dateTime("yesterday") → error
    xsd:date("2026-11-01T10:00:00Z"^^xsd:dateTime) → "2026-11-01Z"^^xsd:date
    xsd:date("2026-02-30") → error
    xsd:integer("1"@fr) → error`,
  )
})
