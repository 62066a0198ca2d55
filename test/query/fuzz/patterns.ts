import { fc } from '../../fastCheck.ts'
import { type Expressions, expressions, literalText } from './expressions.ts'
import { GRAPHS, LITERALS, NODES, PREDICATES } from './graphs.ts'
import type { Scope, Writer } from './scope.ts'
import { selectArbitrary } from './selects.ts'

type Part = fc.Arbitrary<Writer>

const name = (names: readonly string[]): Part => fc.constantFrom(...names).map(one => () => `:${one}`)
const variable: Part = fc.nat(63).map(choice => scope => scope.bind(choice))
const weighted = (...pairs: readonly (readonly [weight: number, part: Part])[]): Part =>
  fc.oneof(...pairs.map(([weight, arbitrary]) => ({ weight, arbitrary })))

const literal: Part = fc.constantFrom(...LITERALS).map(one => () => literalText(one))
const blank: Part = fc.constant<Writer>(() => '[]')
const verb: Part = fc.nat(1).map(choice => scope => {
  const name = `?v${choice}`
  scope.add(name)
  return name
})
const subject = weighted([16, variable], [2, name(NODES)], [1, blank])
const predicate = weighted([1, variable], [2, verb], [20, name(PREDICATES)])
const object = weighted([16, variable], [2, name(NODES)], [1, literal], [1, blank])
const end = weighted([12, variable], [3, name([...NODES, 'none'])], [1, literal])

const triple: Part = fc.tuple(subject, predicate, object).map(
  ([s, p, o]) =>
    scope =>
      `${s(scope)} ${p(scope)} ${o(scope)} .`,
)

const { path } = fc.letrec<{ path: string }>(tie => {
  const step = fc.constantFrom(...PREDICATES.map(one => `:${one}`))
  const negated = fc
    .array(
      fc.tuple(fc.constantFrom('', '^'), step).map(([inverse, one]) => inverse + one),
      { minLength: 1, maxLength: 3 },
    )
    .map(all => `!(${all.join('|')})`)
  const part = tie('path')
  return {
    path: fc.oneof(
      { maxDepth: 3, depthSize: 'small', depthIdentifier: 'path' },
      { weight: 4, arbitrary: step },
      { weight: 1, arbitrary: negated },
      { weight: 1, arbitrary: part.map(one => `^(${one})`) },
      { weight: 2, arbitrary: fc.tuple(part, part).map(([a, b]) => `(${a}/${b})`) },
      { weight: 2, arbitrary: fc.tuple(part, part).map(([a, b]) => `(${a}|${b})`) },
      { weight: 1, arbitrary: part.map(one => `(${one})?`) },
      { weight: 2, arbitrary: part.map(one => `(${one})*`) },
      { weight: 2, arbitrary: part.map(one => `(${one})+`) },
    ),
  }
})

const pathPattern: Part = fc.tuple(end, path, end).map(
  ([s, p, o]) =>
    scope =>
      `${s(scope)} ${p} ${o(scope)} .`,
)

const values: Part = fc
  .tuple(
    fc.uniqueArray(fc.nat(63), { minLength: 1, maxLength: 2, selector: choice => choice % 4 }),
    fc.array(
      fc.array(
        fc.oneof(
          name(NODES),
          literal,
          fc.constant<Writer>(() => 'UNDEF'),
        ),
        { minLength: 2, maxLength: 2 },
      ),
      {
        maxLength: 3,
      },
    ),
  )
  .map(([choices, rows]) => scope => {
    const variables = choices.map(choice => ['?a', '?b', '?c', '?d'][choice % 4]!)
    scope.add(...variables)
    const lines = rows.map(cells => `(${variables.map((_, index) => cells[index]!(scope)).join(' ')})`)
    return `VALUES (${variables.join(' ')}) { ${lines.join(' ')} }`
  })

/** A group within another: `write` puts it between braces and says which of its variables come out. */
function nested(group: Part, write: (text: string, inner: Scope, outer: Scope) => string): Part {
  return group.map(one => scope => {
    const inner = scope.inner()
    return write(one(inner), inner, scope)
  })
}

const isOut = (text: string, inner: Scope, outer: Scope): string => {
  outer.add(...inner.visible)
  return text
}

/** A group graph pattern without its braces, and expressions over such. */
export const { group, conditions } = (() => {
  const simple = expressions(undefined)
  const { group } = fc.letrec<{ group: Writer; element: Writer }>(tie => {
    const inner = tie('group') as Part
    // EXISTS sees the variables around it.
    const around: Part = inner.map(one => scope => {
      const within = scope.inner()
      within.add(...scope.visible)
      return one(within)
    })
    const { any, boolean } = expressions(around)
    const graphName = weighted([2, variable], [2, name(GRAPHS)])
    return {
      element: fc.oneof(
        { maxDepth: 3, depthSize: 'small', depthIdentifier: 'group' },
        { weight: 16, arbitrary: triple },
        { weight: 3, arbitrary: pathPattern },
        { weight: 1, arbitrary: values },
        { weight: 1, arbitrary: boolean.map(one => (scope: Scope) => `FILTER(${one(scope)})`) },
        {
          weight: 2,
          arbitrary: boolean.map(one => (scope: Scope) => `FILTER(COALESCE(${one(scope)}, true))`),
        },
        { weight: 4, arbitrary: any.map(bindTo) },
        { weight: 3, arbitrary: nested(inner, (text, a, b) => `OPTIONAL { ${isOut(text, a, b)} }`) },
        {
          weight: 2,
          arbitrary: fc.tuple(nested(inner, isOut), nested(inner, isOut)).map(
            ([a, b]) =>
              (scope: Scope) =>
                `{ ${a(scope)} } UNION { ${b(scope)} }`,
          ),
        },
        { weight: 1, arbitrary: nested(inner, text => `MINUS { ${text} }`) },
        { weight: 1, arbitrary: nested(inner, (text, a, b) => `{ ${isOut(text, a, b)} }`) },
        {
          weight: 2,
          arbitrary: fc.tuple(graphName, nested(inner, isOut)).map(
            ([graph, text]) =>
              (scope: Scope) =>
                graphText(graph(scope), text(scope), scope.graphs),
          ),
        },
        {
          weight: 1,
          arbitrary: nested(selectArbitrary(inner, simple), (text, a, b) => `{ ${isOut(text, a, b)} }`),
        },
      ),
      group: fc
        .array(tie('element') as Part, { minLength: 1, maxLength: 3, size: 'max', depthIdentifier: 'group' })
        .map(elements => scope => elements.map(element => element(scope)).join(' ')),
    }
  })
  return { group, conditions: simple as Expressions }
})()

function bindTo(expression: Writer): Writer {
  return scope => {
    const text = expression(scope)
    const variable = scope.fresh()
    scope.add(variable)
    return `BIND(${text} AS ${variable})`
  }
}

/** `GRAPH ?g { … }`, or what it stands for: the union over all named graphs (SPARQL 1.1 §18.6). */
function graphText(name: string, text: string, graphs: readonly string[] | undefined): string {
  if (graphs === undefined) return `GRAPH ${name} { ${text} }`
  if (!name.startsWith('?'))
    return graphs.includes(name) ? `GRAPH ${name} { ${text} }` : '{ VALUES ?none { } }'
  if (graphs.length === 0) return `{ VALUES ${name} { } }`
  return graphs.map(one => `{ GRAPH ${one} { ${text} } VALUES ${name} { ${one} } }`).join(' UNION ')
}
