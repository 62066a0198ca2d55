import type { QueryEngine } from '@comunica/query-sparql'
import type * as RDF from '@rdfjs/types'
import type { Algebra } from '@traqula/algebra-transformations-1-2'
import type { ColumnarGraph } from '../graph/columns/columnar.ts'
import { loadColumnsSource } from './columnsSource.ts'
import { createClaims } from './comunicaClaims.ts'
import type { Evaluation, EvaluationOptions } from './evaluator/evaluate.ts'

/** Columns that evaluate parts of a query which Comunica evaluates. */
export interface ColumnsPart {
  readonly graph: ColumnarGraph
  /** What Comunica knows the graph as. */
  readonly source: RDF.Source
  readonly options: EvaluationOptions
  readonly signal: AbortSignal
  /** Gets each evaluation that is begun. Default: they are forgotten. */
  readonly evaluations?: Evaluation[]
}

const CONTEXT_KEY = '@annuaire-lod/query:columns'

const registered = new WeakMap<QueryEngine, Promise<void>>()

/**
 * Lets columns evaluate what they can of the queries of an engine: once Comunica has given each pattern its sources,
 * whole operations over the graph are handed to it.
 *
 * @returns what the context of the query has to have
 */
export async function registerColumns(
  engine: QueryEngine,
  part: ColumnsPart,
): Promise<Record<string, unknown>> {
  let done = registered.get(engine)
  if (!done) {
    done = register(engine)
    registered.set(engine, done)
  }
  await done
  return { [CONTEXT_KEY]: part }
}

/** The actor comes last on its bus, and sees each query as the others have left it. */
async function register(engine: QueryEngine): Promise<void> {
  const [
    { ActorOptimizeQueryOperation },
    { ActionContextKey, passTestVoid },
    { mayEvaluate },
    { algebraUtils },
    createSource,
  ] = await Promise.all([
    import('@comunica/bus-optimize-query-operation'),
    import('@comunica/core'),
    import('./evaluator/evaluate.ts'),
    import('@traqula/algebra-transformations-1-2'),
    loadColumnsSource(engine),
  ])
  type Action = Parameters<InstanceType<typeof ActorOptimizeQueryOperation>['run']>[0]
  const key = new ActionContextKey<ColumnsPart>(CONTEXT_KEY)
  const claims = createClaims(mayEvaluate, algebraUtils)

  class ColumnsActor extends ActorOptimizeQueryOperation {
    override async test() {
      return passTestVoid()
    }
    override async run({ operation, context }: Action) {
      const part = context.get(key)
      if (!part) return { operation, context }
      return {
        operation: claims.assign(operation as Algebra.Operation, part.source, createSource(part)),
        context,
      }
    }
  }
  const bus = busOf(engine)
  const before = bus.actors.at(-1)
  const actor = new ColumnsActor({ name: CONTEXT_KEY, bus } as never)
  bus.addDependencies(before, [actor])
}

/** The engine does not say where its optimizers are: the actor that asks them does. */
function busOf(engine: QueryEngine): OptimizerBus {
  const { actorInitQuery } = engine as unknown as {
    actorInitQuery: { mediatorQueryProcess: { bus: { actors: readonly Process[] } } }
  }
  const process = actorInitQuery.mediatorQueryProcess.bus.actors.find(
    ({ mediatorOptimizeQueryOperation }) => mediatorOptimizeQueryOperation,
  )
  return process!.mediatorOptimizeQueryOperation!.bus
}

interface Process {
  readonly mediatorOptimizeQueryOperation?: { readonly bus: OptimizerBus }
}

interface OptimizerBus {
  /** In the order in which they run. */
  readonly actors: readonly unknown[]
  /** Lets actors run after another one. */
  addDependencies(before: unknown, actors: readonly unknown[]): void
}
