import { BATCH_SIZE, type Batch, columnOf, UNBOUND } from '../batch.ts'
import { Operator } from './operator.ts'
import { type PatternTerm, slotsOfPattern, type TriplePattern } from './patternTerm.ts'
import { QuadCursor } from './quadCursor.ts'
import { Selection } from './selection.ts'

/**
 * Joins its input with a triple pattern of any shape: with variables for predicate or graph, with one variable in
 * several places, with variables that only some rows of the input bind. Where the shape is known, others are faster.
 */
export class PatternJoin extends Operator {
  readonly #input: Operator
  readonly #pattern: TriplePattern
  readonly #selection: Selection
  readonly #cursor: QuadCursor
  /** The slots that get a value from the quads, and their buffers. */
  readonly #targets: readonly { slot: number; places: readonly Place[]; values: Uint32Array }[]
  /** Pairs of places that one variable has. */
  readonly #equal: readonly (readonly [Place, Place])[]

  constructor(
    input: Operator,
    pattern: TriplePattern,
    detail: string,
    estimate: number,
    needed: ReadonlySet<number>,
  ) {
    const slots = slotsOfPattern(pattern)
    const overwritten = [...slots].some(slot => input.possible.has(slot) && !input.certain.has(slot))
    super(
      input.context,
      {
        possible: input.possible.union(slots),
        certain: input.certain.union(slots),
        estimate,
        ascending: slots.has(input.ascending ?? -1) && overwritten ? undefined : input.ascending,
        unique: overwritten ? undefined : input.unique?.union(slots),
      },
      { operator: 'pattern', detail, children: [input] },
    )
    this.#input = input
    this.#pattern = pattern
    this.#cursor = new QuadCursor(input.context.graph, pattern.graph !== undefined)
    const bySlot = new Map<number, Place[]>()
    for (const place of PLACES) {
      const slot = pattern[place]?.slot
      if (slot !== undefined) bySlot.set(slot, [...(bySlot.get(slot) ?? []), place])
    }
    this.#equal = [...bySlot.values()].flatMap(([first, ...others]) =>
      others.map(other => [first!, other] as const),
    )
    this.#targets = [...bySlot]
      .filter(([slot]) => !input.certain.has(slot) && needed.has(slot))
      .map(([slot, places]) => ({ slot, places, values: new Uint32Array(BATCH_SIZE) }))
    const written = new Set(this.#targets.map(({ slot }) => slot))
    this.#selection = new Selection(
      [...input.possible].filter(slot => needed.has(slot) && !written.has(slot)),
    )
  }

  protected override *run(): Generator<Batch> {
    const cursor = this.#cursor
    const { rows } = this.#selection
    for (const input of this.#input.batches()) {
      const subjects = this.#idsOf(this.#pattern.subject, input)
      const predicates = this.#idsOf(this.#pattern.predicate, input)
      const objects = this.#idsOf(this.#pattern.object, input)
      const graphs = this.#pattern.graph ? this.#idsOf(this.#pattern.graph, input) : UNBOUND
      let count = 0
      let tried = 0
      for (let row = 0; row < input.length; row++) {
        cursor.seek(subjects[row]!, predicates[row]!, objects[row]!, graphs[row]!)
        while (cursor.next()) {
          tried++
          if (this.#isEqual()) {
            this.#write(count)
            rows[count++] = row
          }
          if (count === BATCH_SIZE || tried >= SIGN_OF_LIFE) {
            yield this.#emit(input, count)
            count = 0
            tried = 0
          }
        }
      }
      yield this.#emit(input, count)
    }
  }

  /** Constants are columns too; one that the graph does not have matches nothing, and is an empty operator instead. */
  #idsOf(term: PatternTerm, input: Batch): Uint32Array {
    if (term.slot !== undefined) return columnOf(input, term.slot)
    return new Uint32Array(input.length).fill(term.id)
  }

  #isEqual(): boolean {
    for (const [one, other] of this.#equal) {
      if (valueAt(this.#cursor, one) !== valueAt(this.#cursor, other)) return false
    }
    return true
  }

  #write(index: number): void {
    for (const { places, values } of this.#targets) values[index] = valueAt(this.#cursor, places[0]!)
  }

  #emit(input: Batch, length: number): Batch {
    const output = this.#selection.take(input, length, false)
    for (const { slot, values } of this.#targets) output.columns[slot] = values
    return output
  }
}

/** Quads after which a batch is handed on even if none of them matched. */
const SIGN_OF_LIFE = 65536

const PLACES = ['subject', 'predicate', 'object', 'graph'] as const
type Place = (typeof PLACES)[number]

function valueAt(cursor: QuadCursor, place: Place): number {
  switch (place) {
    case 'subject':
      return cursor.subject
    case 'predicate':
      return cursor.predicate
    case 'object':
      return cursor.object
    case 'graph':
      return cursor.graphName
  }
}
