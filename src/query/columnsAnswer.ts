import type * as RDF from '@rdfjs/types'
import type { ColumnarGraph } from '../graph/columns/columnar.ts'
import type { QueryResult } from './answer.ts'
import { drive } from './drive.ts'
import type { Evaluation, EvaluationOptions } from './evaluator/evaluate.ts'
import { memoryExceeded } from './failure.ts'
import { operationsOf, type QueryForm } from './queryForm.ts'
import { FreshNodes, Template } from './template.ts'
import { TripleSet } from './tripleSet.ts'

/** A query that the columns answer by themselves. */
export interface ColumnsAnswer {
  readonly evaluations: readonly Evaluation[]
  /** Begins to evaluate. To be called once. */
  answer(signal: AbortSignal): Promise<QueryResult>
}

/** The query made ready over columns; `undefined` where they cannot answer all of it. */
export async function prepareOnColumns(
  graph: ColumnarGraph,
  form: QueryForm,
  options: EvaluationOptions,
): Promise<ColumnsAnswer | undefined> {
  const { prepare } = await import('./evaluator/evaluate.ts')
  if (form.type === 'construct' && form.parts.some(({ template }) => template.some(hasTripleTerm)))
    return undefined
  const evaluations: Evaluation[] = []
  for (const operation of operationsOf(form)) {
    const evaluation = prepare(graph, operation, options)
    if (!evaluation) return undefined
    evaluations.push(evaluation)
  }
  return { evaluations, answer: signal => answer(graph, form, evaluations, options, signal) }
}

async function answer(
  graph: ColumnarGraph,
  form: QueryForm,
  evaluations: readonly Evaluation[],
  { memoryLimit }: EvaluationOptions,
  signal: AbortSignal,
): Promise<QueryResult> {
  const [evaluation] = evaluations
  if (form.type === 'select') {
    return { type: 'bindings', variables: evaluation!.variables, bindings: toRecords(evaluation!, signal) }
  }
  if (form.type === 'ask') return { type: 'boolean', value: await hasSolution(evaluation!, signal) }
  const freshNodes = new FreshNodes(graph.terms)
  const templates = form.parts.map(
    ({ template }, index) => new Template(template, evaluations[index]!, freshNodes),
  )
  return { type: 'quads', quads: toQuads(evaluations, templates, memoryLimit, signal) }
}

async function hasSolution(evaluation: Evaluation, signal: AbortSignal): Promise<boolean> {
  for await (const _ of drive(evaluation.batches(), signal)) return true
  return false
}

async function* toRecords(
  evaluation: Evaluation,
  signal: AbortSignal,
): AsyncGenerator<Record<string, RDF.Term>> {
  const { variables, slots, terms } = evaluation
  for await (const { length, columns } of drive(evaluation.batches(), signal)) {
    for (let row = 0; row < length; row++) {
      const entries: [string, RDF.Term][] = []
      for (const [index, variable] of variables.entries()) {
        const id = columns[slots[index]!]?.[row] ?? 0
        if (id !== 0) entries.push([variable, terms.termOf(id)])
      }
      signal.throwIfAborted()
      yield Object.fromEntries(entries)
    }
  }
}

/** The parts of one query may give the same triple: all that they have in common are terms of the graph. */
async function* toQuads(
  evaluations: readonly Evaluation[],
  templates: readonly Template[],
  memoryLimit = Number.POSITIVE_INFINITY,
  signal: AbortSignal,
): AsyncGenerator<RDF.Quad> {
  const known = new TripleSet()
  for (const [index, evaluation] of evaluations.entries()) {
    for await (const batch of drive(evaluation.batches(), signal)) {
      for (const quad of templates[index]!.instantiate(batch, known)) {
        signal.throwIfAborted()
        yield quad
      }
      if (known.bytes > memoryLimit) throw memoryExceeded(memoryLimit)
    }
  }
}

function hasTripleTerm({ subject, predicate, object }: RDF.BaseQuad): boolean {
  return [subject, predicate, object].some(({ termType }) => termType === 'Quad')
}
