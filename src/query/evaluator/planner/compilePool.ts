import type * as RDF from '@rdfjs/types'
import type { Algebra } from '@traqula/algebra-transformations-1-2'
import type { TermId } from '../../../graph/columns/columnar.ts'
import type { Operator, Slots } from '../operators/operator.ts'
import type { PathPattern } from '../operators/pathJoin.ts'
import { slotsOfPattern } from '../operators/patternTerm.ts'
import { Unit } from '../operators/unit.ts'
import { createPath } from '../paths/createPath.ts'
import type { PathRelation } from '../paths/pathRelation.ts'
import { buildMember } from './buildMember.ts'
import type { Compilation } from './compilation.ts'
import { filterBy } from './filterBy.ts'
import { withoutImplied } from './impliedPatterns.ts'
import { joinOrder } from './joinOrder.ts'
import { advance, NOTHING_JOINED, stateOf } from './joinState.ts'
import { estimateMember, type Member } from './members.ts'
import { describePath, describePattern, toTriplePattern } from './patterns.ts'
import type { Pool } from './pool.ts'
import { expressionVariables, visibleVariables } from './variables.ts'

interface Condition {
  readonly expression: Algebra.Expression
  readonly slots: Slots
}

/**
 * What is joined, in a good order, with each condition applied as soon as what it reads is bound. Only the slots that are
 * needed further up are carried along.
 */
export function compilePool(pool: Pool, needed: Slots, compilation: Compilation): Operator {
  const { context, scope, start } = compilation
  const conditions = pool.filters.map(expression => ({
    expression,
    slots: scope.slotsOf(expressionVariables(expression)),
  }))
  const members = membersOf(pool, neededWithin(needed, conditions), compilation)
  let state = start instanceof Unit ? NOTHING_JOINED : stateOf(start)
  const order = withoutImplied(joinOrder(members, state, context.graph).members, context.graph)
  const isJoined = (slot: number) => members.filter(({ slots }) => slots.has(slot)).length > 1
  const pending = new Set(conditions)
  let operator = applyConditions(start, pending, members, needed, compilation)
  for (const [index, member] of order.entries()) {
    const left = order.slice(index + 1)
    const carried = carriedSlots(needed, left, pending)
    const step = estimateMember(member, state, context.graph, isJoined)
    operator = buildMember(operator, member, step.rows, carried)
    state = advance(state, step)
    operator = applyConditions(operator, pending, left, needed, compilation)
  }
  return operator
}

/** All that is read above the members of a pool. */
function neededWithin(needed: Slots, conditions: readonly Condition[]): Slots {
  return conditions.reduce((all, { slots }) => all.union(slots), needed)
}

function carriedSlots(needed: Slots, left: readonly Member[], pending: Iterable<Condition>): Slots {
  const carried = new Set(needed)
  for (const { slots } of [...left, ...pending]) for (const slot of slots) carried.add(slot)
  return carried
}

function applyConditions(
  input: Operator,
  pending: Set<Condition>,
  left: readonly Member[],
  needed: Slots,
  compilation: Compilation,
): Operator {
  let operator = input
  for (const condition of [...pending]) {
    const isOpen = (slot: number) => !operator.certain.has(slot) && left.some(({ slots }) => slots.has(slot))
    if ([...condition.slots].some(isOpen)) continue
    // Before anything is joined a condition is applied only where all is joined at once.
    if (left.length > 0 && condition.slots.size === 0) continue
    pending.delete(condition)
    operator = filterBy(operator, condition.expression, carriedSlots(needed, left, pending), compilation)
  }
  return operator
}

function membersOf(pool: Pool, needed: Slots, compilation: Compilation): Member[] {
  const { scope, context } = compilation
  const patterns = pool.patterns.map((one): Member => {
    const pattern = toTriplePattern(one, scope, context.graph.terms)
    return { type: 'pattern', pattern, slots: slotsOfPattern(pattern), detail: describePattern(one) }
  })
  const paths = pool.paths.map((one): Member => {
    const path = toPathPattern(one, compilation)
    const slots = slotsOfPattern({ ...path, predicate: { id: 0 } })
    return { type: 'path', path, slots, detail: describePath(one) }
  })
  const others = pool.relations.map(relation => scope.slotsOf(visibleVariables(relation)))
  const relations = pool.relations.map((relation, index): Member => {
    const read = new Set(needed)
    for (const { slots } of [...patterns, ...paths]) for (const slot of slots) read.add(slot)
    for (const [other, slots] of others.entries())
      if (other !== index) for (const slot of slots) read.add(slot)
    const operator = compilation.compiler.operation(relation, read, compilation)
    return { type: 'relation', operator, slots: operator.possible }
  })
  return [...patterns, ...paths, ...relations]
}

function toPathPattern(
  { subject, predicate, object, graph }: Algebra.Path,
  { scope, context }: Compilation,
): PathPattern {
  const { size } = context.graph.terms
  const terms = { size, idOf: (term: RDF.Term) => context.terms.idOf(term) }
  const columnar = context.graph
  const ends = toTriplePattern({ subject, predicate: subject, object, graph }, scope, terms)
  const relationIn = (name: TermId) => {
    let relation: PathRelation | undefined
    return () => {
      const columns = name === 0 ? columnar.defaultGraph : columnar.namedGraph(name)!
      relation ??= createPath(predicate, columns, terms)
      return relation
    }
  }
  const names =
    ends.graph === undefined
      ? [0]
      : ends.graph.id === undefined
        ? [...columnar.graphNames]
        : columnar.namedGraph(ends.graph.id)
          ? [ends.graph.id]
          : []
  return {
    subject: ends.subject,
    object: ends.object,
    graph: ends.graph,
    alternatives: alternativesOf(predicate, columnar.terms),
    relations: names.map(name => ({ name, relation: relationIn(name) })),
  }
}

/** The predicates of a path that is an alternative of nothing but predicates and inverse ones. */
function alternativesOf(
  path: Algebra.PropertyPathSymbol,
  terms: { idOf(term: RDF.Term): TermId },
): PathPattern['alternatives'] {
  if (path.type === 'link') return [{ predicate: terms.idOf(path.iri), isInverse: false }]
  if (path.type === 'inv' && path.path.type === 'link') {
    return [{ predicate: terms.idOf(path.path.iri), isInverse: true }]
  }
  if (path.type !== 'alt') return undefined
  const parts = path.input.map(part => alternativesOf(part, terms))
  return parts.every(part => part !== undefined) ? parts.flat() : undefined
}
