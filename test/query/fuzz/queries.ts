import type * as RDF from '@rdfjs/types'
import { fc } from '../../fastCheck.ts'
import { dataArbitrary, EX, MALFORMED, XSD } from './graphs.ts'
import { conditions, group } from './patterns.ts'
import { Scope, type Writer } from './scope.ts'
import { selectArbitrary } from './selects.ts'

/** How solutions are ordered, and which of them are asked for. */
export interface Order {
  /** The variables of the ORDER BY clause, which are projected too. */
  readonly keys: readonly string[]
  /** Whether the first of them is in descending order. */
  readonly isDescending: boolean
  readonly offset: number
  readonly limit: number | undefined
}

/** A query over a graph. */
export interface FuzzCase {
  readonly quads: readonly RDF.Quad[]
  /** Without LIMIT and OFFSET. */
  readonly sparql: string
  /** The same with GRAPH written out, for engines that have their own way with it. */
  readonly reference: string
  readonly order?: Order
}

type Written = Pick<FuzzCase, 'sparql' | 'order'>

export const PROLOGUE = `PREFIX : <${EX}> PREFIX xsd: <${XSD}> `

const select = selectArbitrary(group, conditions)

const ordered = fc
  .tuple(
    select,
    fc.array(fc.tuple(fc.nat(63), fc.boolean()), { minLength: 1, maxLength: 2 }),
    fc.constantFrom(undefined, 1, 2, 3, 5, 0),
    fc.constantFrom(0, 0, 0, 1, 2),
  )
  .map(([query, choices, limit, offset]) => (graphs?: readonly string[]): Written => {
    const scope = new Scope(graphs)
    const text = query(scope)
    const keys = choices.map(([choice, descending]) => {
      const variable = scope.visible[choice % Math.max(1, scope.visible.length)] ?? '?a'
      return { variable, text: descending ? `DESC(${variable})` : variable }
    })
    return {
      sparql: `${PROLOGUE}${text} ORDER BY ${keys.map(({ text }) => text).join(' ')}`,
      order: {
        isDescending: choices[0]![1],
        keys: keys.map(({ variable }) => variable.slice(1)),
        offset,
        limit,
      },
    }
  })

const unordered = fc
  .oneof(
    { weight: 8, arbitrary: select },
    {
      weight: 1,
      arbitrary: group.map(
        (pattern): Writer =>
          scope =>
            `ASK { ${pattern(scope)} }`,
      ),
    },
    {
      weight: 1,
      arbitrary: group.map(
        (pattern): Writer =>
          scope => {
            const text = pattern(scope)
            const [one = '?a', other = '?b'] = scope.visible
            return `CONSTRUCT { ${one} :made ${other} . _:new :of ${one} } WHERE { ${text} }`
          },
      ),
    },
  )
  .map(
    query =>
      (graphs?: readonly string[]): Written => ({ sparql: PROLOGUE + query(new Scope(graphs)) }),
  )

/** How a query may have the same thing twice, but for the names of what nobody else names. */
const REPETITIONS: readonly ((one: () => string) => string)[] = [
  one => `{ ${one()} } { ${one()} }`,
  one => `{ ${one()} } UNION { ${one()} }`,
  one => `{ ${one()} } OPTIONAL { { ${one()} } }`,
  one => `{ ${one()} } MINUS { { ${one()} } }`,
  one => `{ ${one()} } UNION { { ${one()} } { ${one()} } }`,
  one => `{ ${one()} } UNION { SELECT DISTINCT * WHERE { { ${one()} } { ${one()} } } }`,
]

const repeatedSelect = fc.tuple(select, fc.constantFrom(...REPETITIONS)).map(
  ([query, repeat]): Writer =>
    scope =>
      repeat(() => {
        const inner = scope.inner()
        const text = query(inner)
        scope.add(...inner.visible)
        return text
      }),
)

const repeatedGroup = fc.tuple(group, fc.nat(63), fc.constantFrom('', 'DISTINCT ')).map(
  ([pattern, choice, distinct]): Writer =>
    scope => {
      const [one, other] = [scope.inner(), scope.inner()]
      const texts = [pattern(one), pattern(other)]
      const key = one.project(choice)
      const counts = [scope.fresh(), scope.fresh()]
      scope.add(key, ...counts)
      return (
        `{ SELECT ${key} (COUNT(${distinct}*) AS ${counts[0]}) WHERE { ${texts[0]} } GROUP BY ${key} } ` +
        `{ SELECT (COUNT(${distinct}${other.project(choice)}) AS ${counts[1]}) WHERE { ${texts[1]} } }`
      )
    },
)

const repeated = fc.oneof(repeatedSelect, repeatedGroup).map(
  pattern =>
    (graphs?: readonly string[]): Written => ({
      sparql: `${PROLOGUE}SELECT * WHERE { ${pattern(new Scope(graphs))} }`,
    }),
)

const anyTriple: Writer = scope => {
  scope.add('?b', '?a')
  return '?a ?v0 ?b .'
}

/** Conditions on what is computed for them, of which not all is asked for. */
const computed = fc
  .tuple(
    fc.oneof({ weight: 3, arbitrary: fc.constant(anyTriple) }, { weight: 1, arbitrary: group }),
    fc.array(conditions.any, { minLength: 1, maxLength: 3 }),
    fc.array(fc.tuple(conditions.boolean, fc.constantFrom('', 'true')), { minLength: 1, maxLength: 2 }),
    fc.array(fc.nat(63), { minLength: 1, maxLength: 3 }),
    fc.constantFrom('', 'DISTINCT '),
  )
  .map(([pattern, values, tests, choices, distinct]) => (graphs?: readonly string[]): Written => {
    const scope = new Scope(graphs)
    const lines = [pattern(scope)]
    const bound: string[] = []
    for (const value of values) {
      const text = value(scope)
      const variable = scope.fresh()
      lines.push(`BIND(${text} AS ${variable})`)
      bound.push(variable)
      scope.add(variable)
    }
    const reading = scope.inner()
    reading.add(...bound, ...scope.visible.slice(0, 2))
    for (const [test, otherwise] of tests) {
      const text = test(reading)
      lines.push(`FILTER(${otherwise ? `COALESCE(${text}, ${otherwise})` : text})`)
    }
    const variables = [...new Set(choices.map(choice => scope.project(choice)))]
    return {
      sparql: `${PROLOGUE}SELECT ${distinct}${variables.join(' ')} WHERE { ${lines.join(' ')} }`,
    }
  })

/** Random queries over random graphs. */
export const caseArbitrary = casesOf(
  fc.oneof({ weight: 3, arbitrary: unordered }, { weight: 1, arbitrary: ordered }),
)

/** Random queries that have something twice. */
export const repeatedCaseArbitrary = casesOf(repeated)

/** Random queries with conditions on computed values. */
export const computedCaseArbitrary = casesOf(computed)

function casesOf(queries: fc.Arbitrary<(graphs?: readonly string[]) => Written>): fc.Arbitrary<FuzzCase> {
  return fc.tuple(dataArbitrary, queries).map(([quads, write]) => {
    const written = write()
    const kept = written.order ? quads.filter(isWellFormed) : quads
    const graphs = [...new Set(kept.map(({ graph }) => graph.value))].filter(Boolean).map(shortName)
    return {
      ...written,
      quads: kept,
      reference: /GRAPH/.test(written.sparql) ? write(graphs).sparql : written.sparql,
    }
  })
}

function shortName(iri: string): string {
  return iri.replace(EX, ':')
}

/** Comunica ends its process where it is to put a malformed literal in order. */
function isWellFormed({ object }: RDF.Quad): boolean {
  return !MALFORMED.some(literal => literal.equals(object))
}
