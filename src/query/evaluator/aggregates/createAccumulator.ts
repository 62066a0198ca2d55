import type { Accumulator } from '../expression.ts'
import type { EvaluationTerms } from '../terms/evaluationTerms.ts'
import { CountAccumulator } from './count.ts'
import { DistinctAccumulator } from './distinct.ts'
import { ExtremumAccumulator } from './extremum.ts'
import { GroupConcatAccumulator } from './groupConcat.ts'
import { SampleAccumulator } from './sample.ts'
import { SumAccumulator } from './sum.ts'

/** An aggregate of SPARQL 1.1 §18.5.1, without its expression. */
export interface Aggregate {
  readonly aggregator: 'count' | 'sum' | 'min' | 'max' | 'avg' | 'sample' | 'group_concat'
  readonly distinct: boolean
  /** Of `GROUP_CONCAT`. Default: a space. */
  readonly separator?: string | undefined
}

/**
 * Gathers an aggregate. Errors and unbound values are one: `COUNT` and `SAMPLE` pass over them, to all others they are an
 * error.
 */
export function createAccumulator(aggregate: Aggregate, terms: EvaluationTerms): Accumulator {
  const inner = create(aggregate, terms)
  return changesWithDuplicates(aggregate) ? new DistinctAccumulator(inner, terms.graphSize) : inner
}

function create({ aggregator, separator = ' ' }: Aggregate, terms: EvaluationTerms): Accumulator {
  switch (aggregator) {
    case 'count':
      return new CountAccumulator(terms)
    case 'sum':
      return new SumAccumulator(terms, false)
    case 'avg':
      return new SumAccumulator(terms, true)
    case 'min':
      return new ExtremumAccumulator(terms, false)
    case 'max':
      return new ExtremumAccumulator(terms, true)
    case 'sample':
      return new SampleAccumulator()
    case 'group_concat':
      return new GroupConcatAccumulator(terms, separator)
  }
}

function changesWithDuplicates({ aggregator, distinct }: Aggregate): boolean {
  return distinct && aggregator !== 'min' && aggregator !== 'max' && aggregator !== 'sample'
}
