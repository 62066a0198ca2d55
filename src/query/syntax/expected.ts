import type { SyntaxFailure } from './syntaxFailure.ts'

/** What the parser says of a text; `undefined` where it is a query. */
export type Probe = (text: string) => SyntaxFailure | undefined

/** One of each kind of token, as it is written. */
const TOKENS = [
  ...[
    '?v',
    '<urn:i>',
    'ex:',
    '"s"',
    '1',
    'a',
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    '.',
    ';',
    ',',
    '/',
    '*',
    '=',
    '!',
  ],
  ...[
    'AS',
    'BY',
    'WHERE',
    'FROM',
    'FILTER',
    'OPTIONAL',
    'UNION',
    'MINUS',
    'BIND',
    'GRAPH',
    'SERVICE',
    'VALUES',
  ],
  ...[
    'UNDEF',
    'STR',
    'EXISTS',
    'DESC',
    'DISTINCT',
    'SEPARATOR',
    'GROUP',
    'HAVING',
    'ORDER',
    'LIMIT',
    'OFFSET',
  ],
  ...['SELECT', 'ASK', 'CONSTRUCT', 'DESCRIBE', 'PREFIX'],
]

/** What people call tokens that come together. */
interface Kind {
  /** The kind is meant where all of these fit. */
  readonly all: readonly string[]
  /** What it takes with it, beside these. */
  readonly takes?: readonly string[]
  readonly words: string
}

const TERMS = ['?v', '<urn:i>', '"s"', '1', '(', '[']
const PATTERNS = ['{', 'OPTIONAL', 'UNION', 'MINUS', 'BIND', 'GRAPH', 'SERVICE', 'VALUES']

/** The first that fits is meant. */
const KINDS: readonly Kind[] = [
  {
    all: ['SELECT', 'ASK', 'PREFIX'],
    takes: ['CONSTRUCT', 'DESCRIBE'],
    words: 'SELECT, ASK, CONSTRUCT, DESCRIBE or PREFIX',
  },
  {
    all: ['SELECT', 'FILTER'],
    takes: [...TERMS, ...PATTERNS],
    words: 'a pattern (triples, FILTER, OPTIONAL, a subquery …)',
  },
  {
    all: ['?v', 'FILTER'],
    takes: [...TERMS, ...PATTERNS],
    words: 'a pattern (triples, FILTER, OPTIONAL …)',
  },
  { all: ['FILTER'], takes: PATTERNS, words: 'a pattern of another kind (FILTER, OPTIONAL …)' },
  {
    all: ['GROUP', 'LIMIT'],
    takes: ['HAVING', 'ORDER', 'OFFSET', 'VALUES'],
    words: 'GROUP BY, ORDER BY, LIMIT, another clause or nothing',
  },
  {
    all: ['?v', '"s"', 'STR'],
    takes: [...TERMS, '!', 'EXISTS'],
    words: 'an expression (?variable, "text", 12, a function …)',
  },
  {
    all: ['(', 'STR', 'DESC'],
    takes: ['<urn:i>', 'EXISTS', '?v'],
    words: 'a variable, DESC(?variable) or an expression in brackets',
  },
  {
    all: ['(', 'STR'],
    takes: ['<urn:i>', 'EXISTS', '?v'],
    words: 'an expression in brackets, or a function',
  },
  {
    all: ['?v', '<urn:i>', '"s"'],
    takes: TERMS,
    words: 'a term (?variable, <IRI>, prefix:name, "text", 12)',
  },
  {
    all: ['<urn:i>', '"s"', '1'],
    takes: ['UNDEF'],
    words: 'a value (<IRI>, prefix:name, "text", 12, UNDEF)',
  },
  {
    all: ['?v', '<urn:i>', 'a'],
    takes: ['(', '!'],
    words: 'a property (prefix:name, <IRI>, a, ?variable or a path)',
  },
  { all: ['<urn:i>', 'a'], takes: ['(', '!'], words: 'a property (prefix:name, <IRI> or a)' },
  {
    all: ['?v', '(', '*'],
    takes: ['DISTINCT'],
    words: 'a variable, an expression with its name, (… AS ?name), or *',
  },
  { all: ['?v', '('], words: 'a variable, or an expression with its name, (… AS ?name)' },
  { all: ['?v', '<urn:i>'], words: 'a variable or an IRI' },
  { all: ['?v'], words: 'a variable (?name)' },
  { all: ['<urn:i>', 'ex:'], words: 'an IRI (<…> or prefix:name)' },
  { all: ['<urn:i>'], words: 'an IRI in angle brackets, <…>' },
  { all: ['ex:'], words: 'a prefix with its colon, as in PREFIX ex: <…>' },
  { all: ['"s"'], words: 'a text in quotes' },
  { all: ['1'], words: 'a whole number' },
]

/** Operators, which are told last: of paths where a term may follow, of expressions otherwise. */
const [PATHS, OPERATORS]: readonly [Kind, Kind] = [
  { all: ['?v', '/', '*'], words: 'an operator of paths (/ | * +)' },
  { all: ['/', '*'], takes: ['=', '!'], words: 'an operator (= < + && …)' },
]

/**
 * The tokens that could stand at the end of a text that begins a query, one of each kind. The parser itself is asked:
 * what it lists of its own accord is what it looked for, and often leaves out what may stand there as well.
 */
export function fittingAfter(text: string, probe: Probe): ReadonlySet<string> {
  // Where the text is a query with the token, or is wrong only because it ends after it, the token was taken.
  return new Set(TOKENS.filter(token => probe(`${text} ${token}`)?.kind !== 'token'))
}

/** Tokens in words, those that come together as what they are the beginning of. */
export function describeTokens(fitting: ReadonlySet<string>): readonly string[] {
  const left = new Set(fitting)
  const words: string[] = []
  const last: string[] = []
  const operators = fitting.has('?v') ? PATHS : OPERATORS
  if (operators.all.every(token => left.has(token))) {
    last.push(operators.words)
    for (const token of ['/', '*', ...(operators.takes ?? [])]) left.delete(token)
  }
  for (const { all, takes = [], words: name } of KINDS) {
    if (!all.every(token => left.has(token))) continue
    words.push(name)
    for (const token of [...all, ...takes]) left.delete(token)
    // A prefixed name is an IRI.
    if (!left.has('<urn:i>') && fitting.has('<urn:i>')) left.delete('ex:')
  }
  words.push(...Array.from(left, token => (/^\w+$/.test(token) ? token : `"${token}"`)))
  return [...words, ...last]
}
