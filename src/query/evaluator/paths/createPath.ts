import type { Algebra } from '@traqula/algebra-transformations-1-2'
import type { ColumnSet, TermId, TermTable } from '../../../graph/columns/columnar.ts'
import { AlternativeWalk } from './alternativeWalk.ts'
import { toAutomaton } from './automaton.ts'
import { estimatePath } from './estimatePath.ts'
import { IdList } from './idList.ts'
import { keysOf, PathGraph } from './pathGraph.ts'
import type { PathDirection, PathEstimate, PathRelation, PathWalk } from './pathRelation.ts'
import { mayBeEmpty, type PropertyPath, takesForeignTerms } from './propertyPath.ts'
import { ReachWalk } from './reachWalk.ts'
import { SequenceWalk } from './sequenceWalk.ts'
import { StepWalk } from './stepWalk.ts'

/**
 * A property path over the columns of a graph. Inverse columns are built only where the path is followed against them.
 *
 * @param terms those of the graph, or of an evaluation over it
 */
export function createPath(
  path: Algebra.PropertyPathSymbol,
  columns: ColumnSet,
  terms: Pick<TermTable, 'size' | 'idOf'>,
): PathRelation {
  return new Relation(path as unknown as PropertyPath, new PathGraph(columns, terms))
}

class Relation implements PathRelation {
  readonly isSet: boolean
  readonly #path: PropertyPath
  readonly #graph: PathGraph
  /** The walks of {@link forward} and {@link backward}, which these end before they return. */
  readonly #walks: { [direction in PathDirection]?: PathWalk } = {}
  #estimate: PathEstimate | undefined

  constructor(path: PropertyPath, graph: PathGraph) {
    this.isSet = isReach(path)
    this.#path = path
    this.#graph = graph
  }

  forward(subject: TermId, found: IdList, isGiven = false): void {
    this.#follow('forward', subject, found, isGiven)
  }

  backward(object: TermId, found: IdList, isGiven = false): void {
    this.#follow('backward', object, found, isGiven)
  }

  walk(direction: PathDirection): PathWalk {
    return toWalk(this.#path, direction === 'backward', this.#graph)
  }

  *count(subject: TermId, object: TermId, isGiven = false): Generator<undefined, number> {
    const ends = [
      { walk: this.walk('forward'), from: subject, to: object, found: new IdList(), count: 0 },
      { walk: this.walk('backward'), from: object, to: subject, found: new IdList(), count: 0 },
    ]
    for (const { walk, from, found } of ends) walk.start(from, found, isGiven)
    for (let edges = 64; ; edges = Math.min(edges * 2, 8192)) {
      for (const end of ends) {
        const isDone = end.walk.advance(edges)
        for (let index = 0; index < end.found.length; index++) {
          if (end.found.ids[index] === end.to) end.count++
        }
        end.found.clear()
        if (isDone || (this.isSet && end.count > 0)) return end.count
      }
      yield
    }
  }

  keys(direction: PathDirection = 'forward'): Uint32Array {
    if (mayBeEmpty(this.#path)) return this.#graph.nodes()
    const first = toAutomaton(this.#path, direction === 'backward')[0]!
    const columns = first.edges.flatMap(({ step }) => this.#graph.columnsOf(step))
    return keysOf(columns, this.#graph.bound)
  }

  estimate(): PathEstimate {
    this.#estimate ??= estimatePath(this.#path, this.#graph, this.walk('forward'))
    return this.#estimate
  }

  get bytes(): number {
    const walks = (this.#walks.forward?.bytes ?? 0) + (this.#walks.backward?.bytes ?? 0)
    return walks + this.#graph.bytes
  }

  #follow(direction: PathDirection, from: TermId, found: IdList, isGiven: boolean): void {
    this.#walks[direction] ??= this.walk(direction)
    const walk = this.#walks[direction]
    walk.start(from, found, isGiven)
    while (!walk.advance());
  }
}

/** Whether it is a path that gives each pair once (SPARQL 1.1 §18.4). */
function isReach({ type }: PropertyPath): boolean {
  return type === 'ZeroOrOnePath' || type === 'ZeroOrMorePath' || type === 'OneOrMorePath'
}

function toWalk(path: PropertyPath, isInverse: boolean, graph: PathGraph): PathWalk {
  switch (path.type) {
    case 'link':
      return new StepWalk(graph.columnsOf({ iris: [path.iri], isNegated: false, isInverse }))
    case 'nps':
      return new StepWalk(graph.columnsOf({ iris: path.iris, isNegated: true, isInverse }))
    case 'inv':
      return toWalk(path.path, !isInverse, graph)
    case 'alt':
      return new AlternativeWalk(path.input.map(one => toWalk(one, isInverse, graph)))
    case 'seq': {
      const walks = path.input.map(one => toWalk(one, isInverse, graph))
      const [first, ...others] = isInverse ? walks.reverse() : walks
      return others.reduce((before, next) => new SequenceWalk(before, next), first!)
    }
    default:
      return new ReachWalk(graph, toAutomaton(path, isInverse), takesForeignTerms(path))
  }
}
