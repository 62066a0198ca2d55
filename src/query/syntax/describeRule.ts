import { TOKEN } from '../tokens.ts'
import type { FailedQuery } from './describeFailure.ts'
import { ungroupedVariable } from './ungrouped.ts'

/** A place in the whole text, and what is wrong there. */
export interface BrokenRule {
  readonly place: number
  readonly message: string
}

interface Rule {
  /** What the parser says. */
  readonly told: RegExp
  /** What people are told; `$1` is what the parser names. */
  readonly message: string
  /** What to point at: the last that fits before the place at which the parser noticed, `$1` again. */
  readonly last?: string
  /** The first that fits. */
  readonly first?: string
}

/** Rules beyond the grammar (SPARQL 1.1 §19.8, its notes; §10.2.2, §11.1, §18.2.4). */
const RULES: readonly Rule[] = [
  {
    told: /^Use of ungrouped variable in projection of operation \(\?(\S+)\)/,
    message: '?$1 is not grouped by: name it in GROUP BY, or put it into an aggregate, SAMPLE(?$1)',
    first: '[?$]$1(?![\\w·])',
  },
  {
    told: /^GROUP BY not allowed with wildcard/,
    message: 'SELECT * does not go with GROUP BY; name what is selected',
    last: '\\bGROUP\\s',
  },
  {
    told: /^Variable used to bind is already bound \(\?(\S+)\)/,
    message: 'the query binds ?$1 where it has a value already; take another variable',
    last: '[?$]$1\\s*\\)',
  },
  {
    told: /^Target id of 'AS' \(\?(\S+)\) already used in subquery/,
    message: 'the query binds ?$1 where a subquery gives it a value already; take another variable',
    last: 'AS\\s+[?$]$1(?![\\w·])',
  },
  {
    told: /^Variable (\S+) used more than once in SELECT clause/,
    message: '?$1 is selected twice; leave out one, or give it another name',
    last: '[?$]$1(?![\\w·])',
  },
  {
    told: /^Number of dataBlockValues .*few/,
    message: 'a row of VALUES has fewer values than there are variables; write UNDEF for what has none',
    last: '\\([^()]*\\)',
  },
  {
    told: /^Number of dataBlockValues .*much/,
    message: 'a row of VALUES has more values than there are variables',
    last: '\\((?=[^()]*$)',
  },
  {
    told: /^An aggregate function is not allowed within/,
    message: 'an aggregate cannot stand in another one; compute the inner one in a subquery, { SELECT … }',
  },
  {
    told: /^Aggregates are only allowed in/,
    message:
      'aggregates (COUNT, SUM …) stand in SELECT, HAVING and ORDER BY; a condition on one is HAVING (…) after GROUP BY',
  },
  {
    told: /^Detected reuse of blank node .*\(_:(\S+)\)/,
    message: 'the blank node _:$1 stands in two groups of patterns; take a variable, ?$1',
    last: '_:$1(?![\\w·])',
  },
  {
    told: /^Cannot resolve relative IRI (.*) because no base IRI was set/s,
    message:
      'the IRI <$1> is relative to nothing; write it whole (https://…), or begin the query with BASE <…>',
    first: '<$1>',
  },
  {
    told: /surrogate/,
    message: 'the escape is half of a character (a surrogate); write the character itself, or \\UXXXXXXXX',
    last: '\\\\[uU]0*[dD][89a-fA-F]',
  },
  {
    told: /^DISTINCT implies/,
    message: 'DISTINCT stands in aggregates only: COUNT(DISTINCT ?x)',
    last: 'DISTINCT',
  },
  { told: /blank ?nodes/i, message: 'a blank node cannot stand there; take a variable or an IRI' },
]

/** In longer texts the place is not looked for so closely. */
const LONGEST_SEARCHED = 200_000

/** Which rule was broken, and where: the parser says what, and the shortest beginning of the text of which it does, where. */
export function describeRule({ text, added, failure, probe }: FailedQuery): BrokenRule {
  const ungrouped =
    failure.message === 'Variable not allowed in projection' ? ungroupedVariable(text) : undefined
  if (ungrouped) {
    const { name, offset } = ungrouped
    return {
      place: offset,
      message: `?${name} is selected from groups that it may differ in; name it in GROUP BY, or put it into an aggregate, (SAMPLE(?${name}) AS ?name)`,
    }
  }
  const rule = RULES.find(({ told }) => told.test(failure.message))
  const name = (rule?.told.exec(failure.message)?.[1] ?? '').replaceAll(/[\p{Cc}\p{Cf}]/gu, '\uFFFD')
  const { noticed, token } = whereNoticed({ text, added, failure, probe })
  const message = rule ? rule.message.replaceAll('$1', () => name) : failure.message
  const matches = (pattern: string) =>
    Array.from(
      text.slice(added, noticed).matchAll(
        new RegExp(
          pattern.replaceAll('$1', () => escaped(name)),
          'gi',
        ),
      ),
      ({ index }) => index + added,
    )
  const found = rule?.first ? matches(rule.first)[0] : rule?.last ? matches(rule.last).at(-1) : undefined
  return { place: found ?? token, message }
}

/** End and beginning of the token with which the rule is broken. */
function whereNoticed({ text, failure, probe }: FailedQuery): { noticed: number; token: number } {
  const tokens = Array.from(text.matchAll(TOKEN), ({ 0: token, index }) => ({
    index,
    end: index + token.length,
  }))
  const isBroken = (count: number) => {
    const found = probe(text.slice(0, tokens[count - 1]!.end), false)
    return found?.kind === 'rule' && found.message === failure.message
  }
  // Of an IRI it is only noticed when the whole query is made algebra.
  let [whole, broken] = text.length > LONGEST_SEARCHED ? [tokens.length, tokens.length] : [0, tokens.length]
  while (broken - whole > 1) {
    const middle = (whole + broken) >> 1
    if (isBroken(middle)) broken = middle
    else whole = middle
  }
  const { index, end } = tokens[broken - 1]!
  return { noticed: end, token: index }
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}
