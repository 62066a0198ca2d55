import type { TermId } from '../../../graph/columns/columnar.ts'
import { BATCH_SIZE, type Batch, HEARTBEAT } from '../batch.ts'
import { IdList } from '../paths/idList.ts'
import type { PathDirection, PathRelation, PathWalk } from '../paths/pathRelation.ts'
import { Operator } from './operator.ts'
import { type PatternTerm, slotsOfPattern } from './patternTerm.ts'
import { Selection } from './selection.ts'

/** A path in the graphs in which it is sought. */
export interface PathPattern {
  readonly subject: PatternTerm
  readonly object: PatternTerm
  /** The name of the graph, where it is a named one. */
  readonly graph: PatternTerm | undefined
  /** The predicates of which it is an alternative, where it is nothing else, in the order of the path. */
  readonly alternatives: readonly { readonly predicate: TermId; readonly isInverse: boolean }[] | undefined
  /** The graph's columns, and the path over them; made when first needed. */
  readonly relations: readonly { readonly name: TermId; readonly relation: () => PathRelation }[]
}

/** Joins its input with the solutions of a property path (SPARQL 1.1 §18.4). */
export class PathJoin extends Operator {
  readonly #input: Operator
  readonly #path: PathPattern
  readonly #selection: Selection
  readonly #subjects: Uint32Array | undefined
  readonly #objects: Uint32Array | undefined
  readonly #graphs: Uint32Array | undefined
  readonly #walks = {
    forward: new Map<PathRelation, { walk: PathWalk; found: IdList }>(),
    backward: new Map<PathRelation, { walk: PathWalk; found: IdList }>(),
  }
  #count = 0

  constructor(
    input: Operator,
    path: PathPattern,
    detail: string,
    estimate: number,
    needed: ReadonlySet<number>,
  ) {
    const { subject, object, graph } = path
    const slots = slotsOfPattern({ subject, object, graph, predicate: { id: 0 } })
    const overwritten = [...slots].some(slot => input.possible.has(slot) && !input.certain.has(slot))
    super(
      input.context,
      {
        possible: input.possible.union(slots),
        certain: input.certain.union(slots),
        estimate,
        ascending: slots.has(input.ascending ?? -1) && overwritten ? undefined : input.ascending,
      },
      { operator: 'path', detail, children: [input] },
    )
    this.#input = input
    this.#path = path
    const buffer = (term: PatternTerm | undefined) =>
      term?.slot !== undefined && !input.certain.has(term.slot) && needed.has(term.slot)
        ? new Uint32Array(BATCH_SIZE)
        : undefined
    this.#subjects = buffer(subject)
    this.#objects = buffer(object)
    this.#graphs = buffer(graph)
    const written = new Set<number>()
    if (this.#subjects) written.add(subject.slot!)
    if (this.#objects) written.add(object.slot!)
    if (this.#graphs) written.add(graph!.slot!)
    this.#selection = new Selection(
      [...input.possible].filter(slot => needed.has(slot) && !written.has(slot)),
    )
  }

  protected override *run(): Generator<Batch> {
    const { subject, object, graph, relations } = this.#path
    for (const input of this.#input.batches()) {
      this.#count = 0
      const idIn = (term: PatternTerm | undefined, row: number) =>
        term === undefined ? 0 : (term.id ?? input.columns[term.slot]?.[row] ?? 0)
      for (let row = 0; row < input.length; row++) {
        const name = idIn(graph, row)
        for (const one of relations) {
          if (name !== 0 && name !== one.name) continue
          yield* this.#follow(input, row, one.relation(), idIn(subject, row), idIn(object, row), one.name)
        }
      }
      yield this.#emit(input)
    }
  }

  *#follow(
    input: Batch,
    row: number,
    relation: PathRelation,
    from: TermId,
    to: TermId,
    name: TermId,
  ): Generator<Batch> {
    const { subject, object, graph } = this.#path
    const loops = subject.slot !== undefined && subject.slot === object.slot
    // A graph variable that is an end too: the end is the graph's name.
    const start = from || (graph?.slot !== undefined && graph.slot === subject.slot ? name : 0)
    const end = to || (graph?.slot !== undefined && graph.slot === object.slot ? name : 0)
    if (start !== 0 && end !== 0) {
      yield* this.#repeat(input, row, relation, start, end, name, isGiven(subject) || isGiven(object))
    } else if (start !== 0) {
      yield* this.#walk(input, row, relation, 'forward', start, isGiven(subject), name)
    } else if (end !== 0) {
      yield* this.#walk(input, row, relation, 'backward', end, isGiven(object), name)
    } else {
      for (const key of relation.keys()) {
        if (loops) yield* this.#repeat(input, row, relation, key, key, name, false)
        else yield* this.#walk(input, row, relation, 'forward', key, false, name)
      }
    }
  }

  /** The row as many times as the path leads from one node to the other. */
  *#repeat(
    input: Batch,
    row: number,
    relation: PathRelation,
    from: TermId,
    to: TermId,
    name: TermId,
    isGiven: boolean,
  ): Generator<Batch> {
    const counting = relation.count(from, to, isGiven)
    let step = counting.next()
    while (!step.done) {
      yield HEARTBEAT
      step = counting.next()
    }
    for (let times = step.value; times > 0; times--) {
      this.#add(row, from, to, name)
      if (this.#count === BATCH_SIZE) yield this.#emit(input)
    }
  }

  *#walk(
    input: Batch,
    row: number,
    relation: PathRelation,
    direction: PathDirection,
    node: TermId,
    isGiven: boolean,
    name: TermId,
  ): Generator<Batch> {
    const { walk, found } = this.#walkOf(relation, direction)
    const share = this.context.budget.share('a property path')
    found.clear()
    walk.start(node, found, isGiven)
    let isComplete = false
    while (!isComplete) {
      isComplete = walk.advance()
      share.set(walk.bytes + found.ids.byteLength)
      for (let index = 0; index < found.length; index++) {
        const other = found.ids[index]!
        if (direction === 'forward') this.#add(row, node, other, name)
        else this.#add(row, other, node, name)
        if (this.#count === BATCH_SIZE) yield this.#emit(input)
      }
      found.clear()
      if (!isComplete) yield HEARTBEAT
    }
    share.release()
  }

  /** One walk for each relation and direction: to make one costs more than to begin it anew. */
  #walkOf(relation: PathRelation, direction: PathDirection): { walk: PathWalk; found: IdList } {
    const walks = this.#walks[direction]
    let one = walks.get(relation)
    if (!one) {
      one = { walk: relation.walk(direction), found: new IdList() }
      walks.set(relation, one)
    }
    return one
  }

  #add(row: number, subject: TermId, object: TermId, name: TermId): void {
    const count = this.#count++
    this.#selection.rows[count] = row
    if (this.#subjects) this.#subjects[count] = subject
    if (this.#objects) this.#objects[count] = object
    if (this.#graphs) this.#graphs[count] = name
  }

  #emit(input: Batch): Batch {
    const { subject, object, graph } = this.#path
    const output = this.#selection.take(input, this.#count, false)
    if (this.#subjects) output.columns[subject.slot!] = this.#subjects
    if (this.#objects) output.columns[object.slot!] = this.#objects
    if (this.#graphs) output.columns[graph!.slot!] = this.#graphs
    this.#count = 0
    return output
  }
}

/** Whether the query itself has a term at that end. */
function isGiven(term: PatternTerm): boolean {
  return term.id !== undefined
}
