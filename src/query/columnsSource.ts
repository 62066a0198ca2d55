import type { QueryEngine } from '@comunica/query-sparql'
import type { BindingsStream, IQuerySource, MetadataBindings } from '@comunica/types'
import type * as RDF from '@rdfjs/types'
import type { Algebra } from '@traqula/algebra-transformations-1-2'
import { certainVariables } from './certainVariables.ts'
import { toPlain } from './comunicaClaims.ts'
import type { ColumnsPart } from './comunicaColumns.ts'
import type { Batch } from './evaluator/batch.ts'
import type { Evaluation } from './evaluator/evaluate.ts'

/** Milliseconds of work after which everything else that waits gets its turn. */
const TURN = 10

/**
 * Gives what makes columns a Comunica query source. It answers the operations that it is given; it says so of any, and
 * is given only those that the columns have claimed.
 */
export async function loadColumnsSource(engine: QueryEngine): Promise<(part: ColumnsPart) => IQuerySource> {
  const [
    { BindingsFactory },
    { MetadataValidationState },
    { BufferedIterator, wrap },
    { prepare },
    { algebraUtils },
    { DataFactory },
  ] = await Promise.all([
    import('@comunica/utils-bindings-factory'),
    import('@comunica/utils-metadata'),
    import('asynciterator'),
    import('./evaluator/evaluate.ts'),
    import('@traqula/algebra-transformations-1-2'),
    import('n3'),
  ])
  const factory = new BindingsFactory(DataFactory as never)

  return part => {
    const { graph, options, evaluations, signal, source } = part

    function queryBindings(operation: Algebra.Operation): BindingsStream {
      const plain = toPlain(operation, algebraUtils)
      const evaluation = prepare(graph, plain, options)
      if (!evaluation) return queryPatterns(plain)
      evaluations?.push(evaluation)
      return toStream(evaluation, plain)
    }

    /** Comunica may put values into an operation and ask again, and what it asks then be beyond the columns. */
    function queryPatterns(operation: Algebra.Operation): BindingsStream {
      const variables = algebraUtils.inScopeVariables(operation)
      const stream = wrap(
        engine.queryBindings(operation, { sources: [{ type: 'rdfjs', value: source }] } as never),
      ) as unknown as BindingsStream
      stream.setProperty('metadata', metadataOf(variables, new Set(), undefined))
      return stream
    }

    function toStream(evaluation: Evaluation, operation: Algebra.Operation): BindingsStream {
      const variables = evaluation.variables.map(name => DataFactory.variable(name))
      const rows = readRows(evaluation, variables)
      const stream = new BufferedIterator<RDF.Bindings>({ autoStart: false })
      const target = stream as unknown as {
        _read(count: number, done: () => void): void
        _push(item: RDF.Bindings): void
        _destroy(cause: Error | undefined, callback: (error?: Error) => void): void
      }
      target._read = (count, done) => {
        const begun = performance.now()
        const work = () => {
          try {
            for (let wanted = count; wanted > 0; ) {
              signal.throwIfAborted()
              const { done: isOver, value } = rows.next()
              if (isOver) {
                stream.close()
                return done()
              }
              if (value) {
                target._push(value)
                wanted--
              } else if (performance.now() - begun > TURN) {
                count = wanted
                setImmediate(work)
                return
              }
            }
            done()
          } catch (error) {
            stream.destroy(error as Error)
          }
        }
        work()
      }
      target._destroy = (_, callback) => {
        rows.return(undefined)
        callback()
      }
      stream.setProperty(
        'metadata',
        metadataOf(variables, certainVariables(operation), evaluation.plan.estimate),
      )
      return stream as unknown as BindingsStream
    }

    /** The solutions, and `undefined` now and then while there is work without any. */
    function* readRows(
      evaluation: Evaluation,
      variables: readonly RDF.Variable[],
    ): Generator<RDF.Bindings | undefined, void, undefined> {
      const { slots, terms } = evaluation
      const batches: Iterable<Batch> = { [Symbol.iterator]: () => evaluation.batches() }
      for (const { length, columns } of batches) {
        if (length === 0) yield undefined
        for (let row = 0; row < length; row++) {
          const entries: [RDF.Variable, RDF.Term][] = []
          for (const [index, variable] of variables.entries()) {
            const id = columns[slots[index]!]?.[row] ?? 0
            if (id !== 0) entries.push([variable, terms.termOf(id)])
          }
          yield factory.bindings(entries) as unknown as RDF.Bindings
        }
      }
    }

    function metadataOf(
      variables: readonly RDF.Variable[],
      certain: ReadonlySet<string>,
      estimate: number | undefined,
    ): MetadataBindings {
      return {
        state: new MetadataValidationState(),
        // Comunica takes 0 for a promise, even of an estimate, and leaves the operation out.
        cardinality: { type: 'estimate', value: Math.max(1, estimate ?? graph.size) },
        requestTime: 0,
        variables: variables.map(variable => ({ variable, canBeUndef: !certain.has(variable.value) })),
      } as unknown as MetadataBindings
    }

    return {
      referenceValue: source,
      getSelectorShape: async () => ({ type: 'operation', operation: { operationType: 'wildcard' } }),
      getFilterFactor: async () => 1,
      queryBindings,
      queryQuads: unasked,
      queryBoolean: unasked,
      queryVoid: unasked,
      toString: () => 'columns',
    } as IQuerySource
  }
}

function unasked(): never {
  throw new Error('columns only give solutions')
}
