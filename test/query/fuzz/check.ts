import { rowText, toText } from '../../w3c/solutions.ts'
import { type Answer, answerByComunica, answerByOxigraph, answerOnColumns } from './engines.ts'
import { knownDifference } from './knownDifferences.ts'
import type { FuzzCase } from './queries.ts'
import { isSliceOf, normalValue, sameAnswer, sameDistinct } from './sameAnswer.ts'

/** What came of a case. */
export interface Verdict {
  /**
   * `refused`: by both engines; `upstream`: a known fault of Comunica, in which Oxigraph agrees with the columns or which
   * the specification settles; `different`: anything else.
   */
  readonly kind: 'same' | 'refused' | 'upstream' | 'different'
  /** Whether the columns answered all of it. */
  readonly isClaimed: boolean
  /** Whether the answer has any solutions. */
  readonly hasSolutions: boolean
  readonly detail: string
}

/** Asks the columns and Comunica; where they differ, Oxigraph and the list of known faults. */
export async function check(one: FuzzCase): Promise<Verdict> {
  const { quads, sparql, order } = one
  const { answer, isClaimed } = await answerOnColumns(quads, sliced(one))
  const comunica =
    order && mayEndProcess(one)
      ? NOT_ASKED
      : await answerByComunica(quads, isClaimed ? one.reference : sparql)
  const verdict = (kind: Verdict['kind'], detail = ''): Verdict => ({
    kind,
    isClaimed,
    hasSolutions: answer.type === 'bindings' && answer.rows.length > 0,
    detail,
  })
  if (answer.type === 'error' && comunica.type === 'error') return verdict('refused')
  const same =
    order !== undefined && answer.type === 'bindings' && comunica.type === 'bindings'
      ? isSliceOf(answer.rows, comunica.rows, order)
      : sameAnswer(answer, comunica)
  if (same) return verdict('same')
  const oxigraph = await answerByOxigraph(quads, sparql)
  const whole = order === undefined ? answer : (await answerOnColumns(quads, sparql)).answer
  const isWitnessed =
    agrees(whole, oxigraph, sparql) || agrees(whole, await answerByOxigraph(quads, one.reference), sparql)
  const known = comunica.type === 'none' ? comunica.reason : knownDifference(one, isWitnessed, isClaimed)
  const detail = [
    known ?? (isWitnessed ? 'Oxigraph agrees with the columns' : 'nobody agrees'),
    show('columns', answer),
    show('comunica', comunica),
    show('oxigraph', oxigraph),
  ]
  return verdict(known === undefined ? 'different' : 'upstream', detail.join('\n'))
}

const NOT_ASKED: Answer = {
  type: 'none',
  reason: 'a malformed literal in ORDER BY ends its process, not the query',
}

/** Whether Comunica may throw where nobody can catch it. */
function mayEndProcess({ sparql }: FuzzCase): boolean {
  return /"2010-13-01"|"abc"\^\^|STRDT/.test(sparql)
}

function agrees(columns: Answer, oxigraph: Answer, sparql: string): boolean {
  return (
    sameAnswer(columns, oxigraph, normalValue) ||
    (/\S\|\S/.test(sparql) && sameDistinct(columns, oxigraph, normalValue))
  )
}

/** The query as the columns get it. */
export function sliced({ sparql, order }: FuzzCase): string {
  if (!order) return sparql
  return `${sparql}${order.limit === undefined ? '' : ` LIMIT ${order.limit}`}${order.offset > 0 ? ` OFFSET ${order.offset}` : ''}`
}

function show(engine: string, answer: Answer): string {
  switch (answer.type) {
    case 'error':
      return `  ${engine}: ${answer.message.split('\n').slice(0, 6).join('\n    ')}`
    case 'none':
      return `  ${engine}: ${answer.reason}`
    case 'boolean':
      return `  ${engine}: ${answer.value}`
    case 'quads':
      return `  ${engine}: ${answer.quads.length} quads${answer.quads.map(({ subject, predicate, object }) => `\n    ${[subject, predicate, object].map(t => toText(t)).join(' ')}`).join('')}`
    case 'bindings':
      return `  ${engine}: ${answer.rows.length} rows${answer.rows.map(row => `\n    ${rowText(row)}`).join('')}`
  }
}
