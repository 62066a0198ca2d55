import type { TermId } from '../../../graph/columns/columnar.ts'
import type { Accumulator } from '../expression.ts'
import { RowTable } from './rowTable.ts'

interface Integers {
  integer(value: number): TermId
}

/** Numbers by group. */
abstract class Counts {
  protected counts = new Float64Array(64)
  readonly #terms: Integers

  constructor(terms: Integers) {
    this.#terms = terms
  }

  /** Makes room for as many groups. */
  protected reserve(groups: number): void {
    if (groups <= this.counts.length) return
    const grown = new Float64Array(Math.max(groups, this.counts.length * 2))
    grown.set(this.counts)
    this.counts = grown
  }

  result(group: number): TermId {
    return this.#terms.integer(this.counts[group] ?? 0)
  }

  get bytes(): number {
    return this.counts.byteLength
  }
}

function largest(groups: Uint32Array, length: number): number {
  let most = 0
  for (let row = 0; row < length; row++) if (groups[row]! > most) most = groups[row]!
  return most
}

/** COUNT(*), and COUNT of what each row binds. */
export class RowCount extends Counts implements Accumulator {
  add(groups: Uint32Array, _values: Uint32Array, length: number): void {
    this.reserve(largest(groups, length) + 1)
    const { counts } = this
    for (let row = 0; row < length; row++) counts[groups[row]!]!++
  }
}

/** COUNT of a variable: of the rows that bind it. */
export class BoundCount extends Counts implements Accumulator {
  add(groups: Uint32Array, values: Uint32Array, length: number): void {
    this.reserve(largest(groups, length) + 1)
    const { counts } = this
    for (let row = 0; row < length; row++) if (values[row] !== 0) counts[groups[row]!]!++
  }
}

/** COUNT(DISTINCT …) of a variable by whose ids the rows ascend: one is new if its group was last given another. */
export class RunCount extends Counts implements Accumulator {
  #last = new Uint32Array(64)

  add(groups: Uint32Array, values: Uint32Array, length: number): void {
    this.reserve(largest(groups, length) + 1)
    if (this.#last.length < this.counts.length) {
      const grown = new Uint32Array(this.counts.length)
      grown.set(this.#last)
      this.#last = grown
    }
    const { counts } = this
    const last = this.#last
    for (let row = 0; row < length; row++) {
      const value = values[row]!
      const group = groups[row]!
      if (value === 0 || last[group] === value) continue
      last[group] = value
      counts[group]!++
    }
  }

  override get bytes(): number {
    return super.bytes + this.#last.byteLength
  }
}

/** COUNT(DISTINCT *): of the different rows of each group. */
export class DistinctRowCount extends Counts {
  readonly #seen: RowTable

  constructor(terms: Integers, width: number) {
    super(terms)
    this.#seen = new RowTable(width + 1)
  }

  addRows(groups: Uint32Array, columns: readonly Uint32Array[], length: number): void {
    this.reserve(largest(groups, length) + 1)
    const all = [groups, ...columns]
    for (let row = 0; row < length; row++) {
      const before = this.#seen.size
      this.#seen.add(all, row)
      if (this.#seen.size > before) this.counts[groups[row]!]!++
    }
  }

  override get bytes(): number {
    return super.bytes + this.#seen.bytes
  }
}
