import type * as RDF from '@rdfjs/types'
import fc from 'fast-check'
import { dataArbitrary, EX, MALFORMED, XSD } from './graphs.ts'
import { conditions, group } from './patterns.ts'
import { Scope, type Writer } from './scope.ts'
import { selectArbitrary } from './selects.ts'

/** How solutions are ordered, and which of them are asked for. */
export interface Order {
  /** The variables of the ORDER BY clause, which are projected too. */
  readonly keys: readonly string[]
  readonly offset: number
  readonly limit: number | undefined
}

/** A query over a graph. */
export interface FuzzCase {
  readonly quads: readonly RDF.Quad[]
  /** Without LIMIT and OFFSET. */
  readonly sparql: string
  readonly order?: Order
}

export const PROLOGUE = `PREFIX : <${EX}> PREFIX xsd: <${XSD}> `

const select = selectArbitrary(group, conditions)

const ordered = fc
  .tuple(
    select,
    fc.array(fc.tuple(fc.nat(63), fc.boolean()), { minLength: 1, maxLength: 2 }),
    fc.constantFrom(undefined, 1, 2, 3, 5, 0),
    fc.constantFrom(0, 0, 0, 1, 2),
  )
  .map(([query, choices, limit, offset]) => {
    const scope = new Scope()
    const text = query(scope)
    const keys = choices.map(([choice, descending]) => {
      const variable = scope.visible[choice % Math.max(1, scope.visible.length)] ?? '?a'
      return { variable, text: descending ? `DESC(${variable})` : variable }
    })
    return {
      sparql: `${PROLOGUE}${text} ORDER BY ${keys.map(({ text }) => text).join(' ')}`,
      order: { keys: keys.map(({ variable }) => variable.slice(1)), offset, limit },
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
  .map(query => ({ sparql: PROLOGUE + query(new Scope()) }))

/** Random queries over random graphs. */
export const caseArbitrary: fc.Arbitrary<FuzzCase> = fc
  .tuple(dataArbitrary, fc.oneof({ weight: 3, arbitrary: unordered }, { weight: 1, arbitrary: ordered }))
  .map(([quads, query]) => ({ ...query, quads: 'order' in query ? quads.filter(isWellFormed) : quads }))

/** Comunica ends its process where it is to put a malformed literal in order. */
function isWellFormed({ object }: RDF.Quad): boolean {
  return !MALFORMED.some(literal => literal.equals(object))
}
