import type { FuzzCase } from './queries.ts'

/** A fault of Comunica 5.4, by the queries that it shows in. */
interface KnownDifference {
  /** What is wrong, with the clause of SPARQL 1.1 that says so. */
  readonly fault: string
  readonly pattern: RegExp
  /** Whether Oxigraph need not agree with the columns: where it refuses the query or has the same fault. */
  readonly isSettled?: true
  /** Whether it shows where Comunica itself evaluates a part. Default: false. */
  readonly isMixed?: true
}

const AGGREGATE = '(?:COUNT|SUM|AVG|MIN|MAX|GROUP_CONCAT|SAMPLE)\\((?:DISTINCT )?'

const KNOWN: readonly KnownDifference[] = [
  {
    fault: 'an error among the values of an aggregate is passed over, or makes a COUNT one (§18.5.1)',
    pattern: new RegExp(`${AGGREGATE}(?!\\*|COALESCE|STR\\(COALESCE)`),
    isSettled: true,
  },
  {
    fault: 'MIN and MAX know no IRIs, blank nodes and mixed types (§18.5.1.5, order of §15.1)',
    pattern: /(?:MIN|MAX)\(/,
  },
  {
    fault: 'the empty text can be cast to a number (§17.5)',
    pattern: /xsd:(?:float|double|decimal|integer)\(/,
  },
  { fault: 'a negated property set misses pairs (§18.4)', pattern: /!\(/ },
  {
    fault: 'a path from a variable to itself finds others, or nothing (§18.4)',
    pattern: /(\?\w+) \S*[*+?]\S* \1/,
    isSettled: true,
  },
  {
    fault: 'a literal whose text is none of its datatype is no argument (§17.4.2)',
    pattern: /(?:STRDT|DATATYPE|LANG|isLiteral|isIRI|isBlank|isNumeric|sameTerm|STR)\(/,
  },
  {
    fault: 'texts are compared as the locale has it, not by code point (§17.3)',
    pattern: /[<>]=?|ORDER BY|MIN|MAX/,
  },
  { fault: 'a relative IRI is an error of the query, not of the expression (§17.4.2.8)', pattern: /IRI\(/ },
  {
    fault: 'an OPTIONAL that begins with a condition makes an error of the query (§18.2.2.6)',
    pattern: /OPTIONAL/,
  },
  { fault: 'a subquery loses solutions where it is joined (§18.6)', pattern: /SELECT.*SELECT/ },
  {
    fault: 'the sum of one number keeps its lexical form (§18.5.1.3, op:numeric-add)',
    pattern: /(?:SUM|AVG)\(/,
  },
  { fault: 'ENCODE_FOR_URI leaves reserved characters (§17.4.3.11)', pattern: /ENCODE_FOR_URI\(/ },
  {
    // Its Extend tells its joins that the variable is always bound.
    fault: 'what BIND leaves unbound is not joined with what is bound (§18.5, Extend)',
    pattern: /BIND\(/,
    isSettled: true,
    isMixed: true,
  },
  {
    fault: 'what BIND leaves unbound is not joined with what is bound later (§18.5, Extend)',
    pattern: /BIND\([^{}]*\?unbound/,
    isSettled: true,
  },
  { fault: 'BIND is joined with what follows it, not with what precedes (§18.2.2.6)', pattern: /BIND\(/ },
]

/** The known fault that may explain why Comunica answers otherwise. */
export function knownDifference(
  { sparql }: FuzzCase,
  isWitnessed: boolean,
  isClaimed: boolean,
): string | undefined {
  return KNOWN.find(
    ({ pattern, isSettled, isMixed }) =>
      (isWitnessed || isSettled) && !(isMixed && isClaimed) && pattern.test(sparql),
  )?.fault
}
