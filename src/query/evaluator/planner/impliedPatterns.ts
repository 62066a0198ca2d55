import type { ColumnarGraph, TermId } from '../../../graph/columns/columnar.ts'
import type { TriplePattern } from '../operators/patternTerm.ts'
import type { Member } from './members.ts'
import { valuesOf } from './patterns.ts'

type PatternMember = Extract<Member, { type: 'pattern' }>

/**
 * The members of a join without those patterns that another one implies: where all that have a legal form are actors,
 * `?x rov:orgType ?form` says `?x a annuaire:Actor`. Only a graph tells that, and it never changes: what was found out
 * once is kept with it. To be asked once the order is chosen, for which all that is known of the rows counts.
 */
export function withoutImplied(members: readonly Member[], graph: ColumnarGraph): Member[] {
  const kept = [...members]
  for (const member of members) {
    if (member.type !== 'pattern' || !isOfOneSubject(member.pattern)) continue
    const at = kept.findIndex(
      other => other.type === 'pattern' && other.detail !== member.detail && implies(other, member, graph),
    )
    if (at < 0) continue
    const other = kept[at] as PatternMember
    kept[at] = { ...other, detail: `${other.detail} . ${member.detail}` }
    kept.splice(kept.indexOf(member), 1)
  }
  return kept
}

/** Whether a pattern only asks whether its subject has a value. */
function isOfOneSubject({ subject, predicate, object, graph }: TriplePattern): boolean {
  return subject.slot !== undefined && !!predicate.id && !!object.id && graph === undefined
}

function implies(
  { pattern: one }: PatternMember,
  { pattern: other }: PatternMember,
  graph: ColumnarGraph,
): boolean {
  if (one.graph !== undefined || !one.predicate.id || one.subject.slot !== other.subject.slot) return false
  return haveAll(graph, one.predicate.id, other.predicate.id!, other.object.id!)
}

/** Whether all that have one property have a value of another. */
function haveAll(graph: ColumnarGraph, property: TermId, other: TermId, value: TermId): boolean {
  return graph.cached(`all ${property} have ${other} ${value}`, () => {
    const column = graph.defaultGraph.column(property)
    const inverse = graph.defaultGraph.inverse(other)
    if (!column || !inverse) return false
    return isSubset(column.keys, valuesOf(inverse, value))
  })
}

/** Of two lists that ascend. */
function isSubset(part: Uint32Array, whole: Uint32Array): boolean {
  if (part.length > whole.length) return false
  let at = 0
  for (let index = 0; index < part.length; index++) {
    const id = part[index]!
    while (at < whole.length && whole[at]! < id) at++
    if (whole[at] !== id) return false
  }
  return true
}
