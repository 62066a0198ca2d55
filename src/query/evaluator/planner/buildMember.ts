import { AlternativeJoin } from '../operators/alternativeJoin.ts'
import { CrossProduct } from '../operators/crossProduct.ts'
import { HashJoin } from '../operators/hashJoin.ts'
import { LookupJoin } from '../operators/lookupJoin.ts'
import { MembershipFilter, PairFilter } from '../operators/membership.ts'
import type { EvaluationContext, Operator, Slots } from '../operators/operator.ts'
import { PathJoin } from '../operators/pathJoin.ts'
import { PatternJoin } from '../operators/patternJoin.ts'
import { type PatternTerm, slotsOfPattern } from '../operators/patternTerm.ts'
import { ColumnScan, ListScan } from '../operators/scan.ts'
import { Empty, Unit } from '../operators/unit.ts'
import type { Member } from './members.ts'
import { columnsOfPattern, hasOneColumn, valuesOf } from './patterns.ts'

type PatternMember = Extract<Member, { type: 'pattern' }>

/** Joins a member to an operator, in the way that suits both. */
export function buildMember(input: Operator, member: Member, estimate: number, needed: Slots): Operator {
  switch (member.type) {
    case 'pattern':
      return buildPattern(input, member, estimate, needed)
    case 'path':
      return (
        buildAlternative(input, member, estimate, needed) ??
        new PathJoin(input, member.path, member.detail, estimate, needed)
      )
    case 'relation':
      return joinOperators(input, member.operator, needed)
  }
}

/** Joins two operators: the smaller one is kept. */
export function joinOperators(one: Operator, other: Operator, needed: Slots): Operator {
  if (one instanceof Unit) return other
  if (other instanceof Unit) return one
  const [streamed, kept] = one.estimate >= other.estimate ? [one, other] : [other, one]
  if (one.possible.isDisjointFrom(other.possible)) return new CrossProduct(streamed, kept, needed)
  const keys = one.certain.intersection(other.certain)
  const rows = streamed.estimate * (keys.size > 0 ? 1 : kept.estimate)
  return new HashJoin(streamed, kept, 'join', rows, needed)
}

function buildPattern(input: Operator, member: PatternMember, estimate: number, needed: Slots): Operator {
  const { pattern, detail } = member
  const { context } = input
  const slots = slotsOfPattern(pattern)
  const terms = [pattern.subject, pattern.predicate, pattern.object, pattern.graph]
  if (terms.some(term => term?.id === 0)) return empty(input, slots, detail)
  const isAmbiguous = [...slots].some(slot => input.possible.has(slot) && !input.certain.has(slot))
  const general = () => new PatternJoin(input, pattern, detail, estimate, needed)
  if (!hasOneColumn(pattern) || isAmbiguous) return general()
  const columns = columnsOfPattern(pattern, context.graph)
  const column = columns?.column(pattern.predicate.id!)
  if (!columns || !column) return empty(input, slots, detail)
  const { subject, object } = pattern
  const inverse = () => columns.inverse(pattern.predicate.id!)!
  const list = (values: Uint32Array, end: PatternTerm) =>
    buildList(input, detail, values, end, estimate, needed)
  if (object.id !== undefined) return list(valuesOf(inverse(), object.id), subject)
  if (subject.id !== undefined) return list(valuesOf(column, subject.id), object)
  if (subject.slot === object.slot) return general()
  const isBound = ({ slot }: PatternTerm) => input.certain.has(slot!)
  if (isBound(subject) && isBound(object)) {
    const pair = { key: subject.slot, value: object.slot }
    return new PairFilter(input, detail, column, pair, estimate, needed)
  }
  const lookup = { estimate, detail, isOptional: false }
  if (isBound(subject)) {
    const isFunctionalBackwards = false
    return new LookupJoin(
      input,
      { ...lookup, column, keySlot: subject.slot, valueSlot: object.slot, isFunctionalBackwards },
      needed,
    )
  }
  if (isBound(object)) {
    const isFunctionalBackwards = column.isSingle
    return new LookupJoin(
      input,
      { ...lookup, column: inverse(), keySlot: object.slot, valueSlot: subject.slot, isFunctionalBackwards },
      needed,
    )
  }
  return joinOperators(
    input,
    new ColumnScan(context, detail, column, subject.slot, object.slot, needed),
    needed,
  )
}

/** An alternative of predicates of which one end is bound, and the other is free. */
function buildAlternative(
  input: Operator,
  { path, detail }: Extract<Member, { type: 'path' }>,
  estimate: number,
  needed: Slots,
): Operator | undefined {
  const { subject, object, graph, alternatives } = path
  if (!alternatives || graph?.slot !== undefined || subject.slot === object.slot) return undefined
  const columns =
    graph === undefined ? input.context.graph.defaultGraph : input.context.graph.namedGraph(graph.id)
  if (!columns || subject.slot === undefined || object.slot === undefined) return undefined
  const isBound = (slot: number) => input.certain.has(slot)
  const isFree = (slot: number) => !input.possible.has(slot)
  const isForward = isBound(subject.slot) && isFree(object.slot)
  if (!isForward && !(isBound(object.slot) && isFree(subject.slot))) return undefined
  const slots = isForward
    ? { key: subject.slot, value: object.slot }
    : { key: object.slot, value: subject.slot }
  const found = alternatives.flatMap(({ predicate, isInverse }) => {
    if (predicate === 0) return []
    return (isInverse === isForward ? columns.inverse(predicate) : columns.column(predicate)) ?? []
  })
  return new AlternativeJoin(input, found, slots, detail, estimate, needed)
}

/** A pattern of which one end is in a list, and all else is given. */
function buildList(
  input: Operator,
  detail: string,
  list: Uint32Array,
  { id, slot }: PatternTerm,
  estimate: number,
  needed: Slots,
): Operator {
  const { context } = input
  if (slot === undefined) return list.includes(id) ? input : empty(input, new Set(), detail)
  if (input.certain.has(slot)) {
    const restricted = input instanceof LookupJoin && input.restrictedTo(list, slot, detail)
    if (restricted) return restricted
    return new MembershipFilter(input, detail, list, slot, estimate, needed)
  }
  return joinOperators(input, new ListScan(context, detail, list, slot), needed)
}

function empty({ context, possible }: Operator, slots: Slots, detail: string): Operator {
  return new Empty(context, possible.union(slots), detail)
}

/** An optional pattern that has one value at most to look up for each key; `undefined` where it is not so simple. */
export function buildOptionalPattern(
  input: Operator,
  member: PatternMember,
  needed: Slots,
  context: EvaluationContext,
): Operator | undefined {
  const { pattern, detail } = member
  const { subject, object } = pattern
  if (!hasOneColumn(pattern) || subject.slot === undefined || object.slot === undefined) return undefined
  if (subject.slot === object.slot) return undefined
  const columns = columnsOfPattern(pattern, context.graph)
  const column = columns?.column(pattern.predicate.id!)
  if (!columns || !column) return input
  const lookup = { estimate: input.estimate, detail, isOptional: true, isFunctionalBackwards: false }
  if (input.certain.has(subject.slot) && !input.possible.has(object.slot)) {
    return new LookupJoin(input, { ...lookup, column, keySlot: subject.slot, valueSlot: object.slot }, needed)
  }
  if (input.certain.has(object.slot) && !input.possible.has(subject.slot)) {
    const inverse = columns.inverse(pattern.predicate.id!)!
    return new LookupJoin(
      input,
      { ...lookup, column: inverse, keySlot: object.slot, valueSlot: subject.slot },
      needed,
    )
  }
  return undefined
}
