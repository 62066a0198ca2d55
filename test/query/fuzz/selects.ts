import { fc } from '../../fastCheck.ts'
import type { Expressions } from './expressions.ts'
import type { Scope, Writer } from './scope.ts'

type Part = fc.Arbitrary<Writer>

const sometimes = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, { weight: 1, arbitrary })

const modifier = fc.constantFrom('', '', '', 'DISTINCT ', 'REDUCED ')

/**
 * SELECT without ORDER BY and LIMIT. What it writes of the scope is changed to what it projects. REDUCED leaves open how
 * often a solution comes, so that it is only asked where each comes once.
 */
export function selectArbitrary(group: Part, { any, boolean, number }: Expressions): Part {
  const plain = fc.tuple(modifier, group, fc.array(fc.nat(63), { maxLength: 3 }), sometimes(any)).map(
    ([how, pattern, choices, computed]): Writer =>
      scope => {
        const inner = scope.inner()
        const where = pattern(inner)
        const variables = [...new Set(choices.map(choice => inner.project(choice)))]
        const expression = computed?.(inner)
        const distinct = how === 'REDUCED ' ? '' : how
        if (variables.length === 0 && expression === undefined) {
          scope.add(...inner.visible)
          return `SELECT ${distinct}* WHERE { ${where} }`
        }
        return project(scope, distinct, variables, expression === undefined ? [] : [expression], where, '')
      },
  )
  const aggregate = aggregateArbitrary({ any, boolean, number } as Expressions)
  const grouped = fc
    .tuple(
      modifier,
      group,
      fc.array(fc.nat(63), { maxLength: 2 }),
      sometimes(any),
      fc.array(aggregate, { minLength: 1, maxLength: 2 }),
      sometimes(fc.tuple(aggregate, fc.constantFrom('>', '=', '<='), number)),
    )
    .map(
      ([how, pattern, choices, computed, aggregates, having]): Writer =>
        scope => {
          const inner = scope.inner()
          const where = pattern(inner)
          const keys = [...new Set(choices.map(choice => inner.project(choice)))]
          const text = computed?.(inner) ?? '?'
          // Oxigraph refuses a key that is nothing but a variable with another name.
          const key = text.startsWith('?') ? undefined : { text, variable: inner.fresh() }
          const texts = aggregates.map(one => one(inner))
          const condition = having && `${having[0](inner)} ${having[1]} ${having[2](keyScope(inner, keys))}`
          const by = [...keys, ...(key ? [`(${key.text} AS ${key.variable})`] : [])]
          const tail = `${by.length > 0 ? ` GROUP BY ${by.join(' ')}` : ''}${condition ? ` HAVING (${condition})` : ''}`
          const distinct = how === 'DISTINCT ' ? how : ''
          return project(scope, distinct, [...keys, ...(key ? [key.variable] : [])], texts, where, tail)
        },
    )
  return fc.oneof({ weight: 3, arbitrary: plain }, { weight: 2, arbitrary: grouped })
}

function project(
  scope: Scope,
  how: string,
  variables: readonly string[],
  computed: readonly string[],
  where: string,
  tail: string,
): string {
  const named = computed.map(text => ({ text, variable: scope.fresh() }))
  scope.add(...variables, ...named.map(({ variable }) => variable))
  const items = [...variables, ...named.map(({ text, variable }) => `(${text} AS ${variable})`)]
  return `SELECT ${how}${items.join(' ')} WHERE { ${where} }${tail}`
}

/** Outside of aggregates only the keys of groups may stand. */
function keyScope(inner: Scope, keys: readonly string[]): Scope {
  const scope = inner.inner()
  scope.add(...keys)
  return scope
}

/**
 * Aggregates whose value does not depend on the order of solutions. Few of them meet errors: Comunica has its own way
 * with these.
 */
function aggregateArbitrary({ any, number }: Expressions): Part {
  const distinct = fc.constantFrom('', '', 'DISTINCT ')
  const safe = (part: Part, otherwise: string): Part =>
    fc.tuple(part, fc.nat(9)).map(
      ([of, choice]): Writer =>
        scope => {
          const text = of(scope)
          return choice === 0 ? text : `COALESCE(${text}, ${otherwise})`
        },
    )
  return fc.oneof(
    distinct.map(
      (how): Writer =>
        () =>
          `COUNT(${how}*)`,
    ),
    fc.tuple(distinct, safe(any, '"none"')).map(
      ([how, of]): Writer =>
        scope =>
          `COUNT(${how}${of(scope)})`,
    ),
    // Of texts: Comunica knows no least of IRIs, and which is least of several types is open.
    fc.tuple(fc.constantFrom('MIN', 'MAX'), distinct, any).map(
      ([name, how, of]): Writer =>
        scope =>
          `${name}(${how}COALESCE(STR(${of(scope)}), "none"))`,
    ),
    fc.tuple(fc.constantFrom('SUM', 'AVG'), distinct, safe(number, '0')).map(
      ([name, how, of]): Writer =>
        scope =>
          `${name}(${how}${of(scope)})`,
    ),
    fc.tuple(fc.constantFrom('SUM', 'AVG', 'MIN', 'MAX'), distinct, number).map(
      ([name, how, of]): Writer =>
        scope =>
          `${name}(${how}COALESCE(xsd:integer(${of(scope)}), 0))`,
    ),
    fc.tuple(distinct, safe(any, '"none"'), fc.constantFrom('', ' ; SEPARATOR=","')).map(
      ([how, of, separator]): Writer =>
        scope =>
          `STRLEN(GROUP_CONCAT(${how}STR(${of(scope)})${separator}))`,
    ),
    any.map(
      (of): Writer =>
        scope =>
          `(isLiteral(SAMPLE(${of(scope)})) || true)`,
    ),
  )
}
