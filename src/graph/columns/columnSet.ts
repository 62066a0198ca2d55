import { invert, KeyList, PackedColumn } from './column.ts'
import type { ColumnSet, TermId } from './columnar.ts'
import type { ColumnParts } from './columnParts.ts'
import { KeyDirectory } from './keyDirectory.ts'
import { search } from './keyIndex.ts'

/** Reads the columns of one graph where they lie. */
export class PackedColumnSet implements ColumnSet {
  readonly size: number
  readonly predicates: Uint32Array
  /** In the order in which they first came. */
  readonly subjects: Uint32Array
  readonly #parts: ColumnParts
  readonly #start: number
  readonly #columns: (PackedColumn | undefined)[]
  readonly #inverses: (PackedColumn | undefined)[]
  readonly #lists = new Map<number, KeyList>()
  #ofSubjects: KeyDirectory | undefined
  #ofObjects: KeyDirectory | undefined

  constructor(parts: ColumnParts, set: number) {
    const start = parts.setStarts[set]!
    const end = parts.setStarts[set + 1]!
    this.size = parts.valueStarts[end]! - parts.valueStarts[start]!
    this.predicates = parts.predicates.subarray(start, end)
    this.subjects = parts.subjects.subarray(parts.subjectStarts[set], parts.subjectStarts[set + 1])
    this.#parts = parts
    this.#start = start
    this.#columns = new Array(end - start)
    this.#inverses = new Array(end - start)
  }

  column(predicate: TermId): PackedColumn | undefined {
    const index = search(this.predicates, predicate, 0, this.predicates.length)
    return index < 0 ? undefined : this.#columnAt(index)
  }

  inverse(predicate: TermId): PackedColumn | undefined {
    const index = search(this.predicates, predicate, 0, this.predicates.length)
    return index < 0 ? undefined : this.#inverseAt(index)
  }

  /** The columns that have a subject, in the order in which the predicates first came. */
  ofSubject(subject: TermId): readonly PackedColumn[] {
    this.#ofSubjects ??= new KeyDirectory(this.#ranks(), index => this.#columnAt(index))
    return this.#ofSubjects.of(subject)
  }

  /** The inverse columns that have an object, in that order. */
  ofObject(object: TermId): readonly PackedColumn[] {
    this.#ofObjects ??= new KeyDirectory(this.#ranks(), index => this.#inverseAt(index))
    return this.#ofObjects.of(object)
  }

  #ranks(): Uint32Array {
    return this.#parts.ranks.subarray(this.#start, this.#start + this.predicates.length)
  }

  #columnAt(index: number): PackedColumn {
    const known = this.#columns[index]
    if (known) return known
    const parts = this.#parts
    const at = this.#start + index
    const keyStart = parts.keyStarts[at]!
    const count = parts.keyCounts[at]!
    const list = this.#lists.get(keyStart) ?? new KeyList(parts.keys.subarray(keyStart, keyStart + count))
    this.#lists.set(keyStart, list)
    const values = parts.values.subarray(parts.valueStarts[at], parts.valueStarts[at + 1])
    const offsetStart = parts.offsetStarts[at]!
    const offsets =
      values.length === count
        ? parts.identity.subarray(0, count + 1)
        : parts.offsets.subarray(offsetStart, offsetStart + count + 1)
    const column = new PackedColumn(this.predicates[index]!, list, offsets, values)
    this.#columns[index] = column
    return column
  }

  #inverseAt(index: number): PackedColumn {
    const known = this.#inverses[index]
    if (known) return known
    const inverse = invert(this.#columnAt(index))
    this.#inverses[index] = inverse
    return inverse
  }
}
