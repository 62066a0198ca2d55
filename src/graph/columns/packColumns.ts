import type { Allocate } from './allocate.ts'
import type { ColumnParts } from './columnParts.ts'
import type { NumberBuffer } from './numberBuffer.ts'
import type { PairBuffer } from './pairBuffer.ts'
import { sortPairs } from './sortPairs.ts'

/** The quads of one graph as they came. */
export interface QuadBuffer {
  /** By predicate, in the order in which the predicates came. */
  readonly pairs: Map<number, PairBuffer>
  /** Each subject that differs from the one before. */
  readonly subjects: NumberBuffer
}

/**
 * Packs what came into columns. Empties the buffers as it goes: no more than one column is held twice.
 *
 * @param named by the name of the graph
 * @param termCount how many terms there are
 */
export function packColumns(
  unnamed: QuadBuffer,
  named: ReadonlyMap<number, QuadBuffer>,
  termCount: number,
  allocate: Allocate,
): ColumnParts {
  const graphNames = Uint32Array.from(named.keys()).sort()
  const sets = [unnamed, ...Array.from(graphNames, name => named.get(name)!)]
  const columnCount = sets.reduce((sum, { pairs }) => sum + pairs.size, 0)
  const pairCount = sets.reduce((sum, set) => sum + sizeOf(set), 0)
  // What is not used of them is not touched either, and so takes no memory.
  const packing = new Packing(columnCount, pairCount, allocate)
  const setStarts = numbers(allocate, sets.length + 1)
  const subjectStarts = numbers(allocate, sets.length + 1)
  const subjects = numbers(allocate, Math.min(pairCount, termCount * sets.length))
  const distinct = new DistinctNumbers(termCount)
  for (const [index, set] of sets.entries()) {
    subjectStarts[index + 1] = distinct.copy(set.subjects, subjects, subjectStarts[index]!)
    packing.addSet(set.pairs)
    setStarts[index + 1] = packing.columnCount
  }
  return {
    ...packing.finish(allocate),
    graphNames: copied(graphNames, allocate),
    setStarts,
    subjectStarts,
    subjects: subjects.subarray(0, subjectStarts[sets.length]),
  }
}

function sizeOf({ pairs }: QuadBuffer): number {
  let size = 0
  for (const buffer of pairs.values()) size += buffer.size
  return size
}

function numbers(allocate: Allocate, length: number): Uint32Array {
  return new Uint32Array(allocate(length * 4))
}

function copied(source: Uint32Array, allocate: Allocate): Uint32Array {
  const copy = numbers(allocate, source.length)
  copy.set(source)
  return copy
}

/** Copies numbers, each once. */
class DistinctNumbers {
  readonly #seen: Uint32Array

  constructor(largest: number) {
    this.#seen = new Uint32Array((largest >>> 5) + 1)
  }

  /**
   * @returns where the copy ends
   */
  copy(source: NumberBuffer, target: Uint32Array, start: number): number {
    const seen = this.#seen
    let end = start
    for (const chunk of source.chunks()) {
      for (const number of chunk) {
        const bit = 1 << (number & 31)
        if ((seen[number >>> 5]! & bit) !== 0) continue
        seen[number >>> 5]! |= bit
        target[end++] = number
      }
    }
    for (let at = start; at < end; at++) seen[target[at]! >>> 5] = 0
    return end
  }
}

/** Columns one behind the other. */
class Packing {
  columnCount = 0
  readonly #predicates: Uint32Array
  readonly #ranks: Uint32Array
  readonly #keyStarts: Uint32Array
  readonly #keyCounts: Uint32Array
  readonly #valueStarts: Uint32Array
  readonly #offsetStarts: Uint32Array
  readonly #keys: Uint32Array
  readonly #offsets: Uint32Array
  readonly #values: Uint32Array
  #keyEnd = 0
  #offsetEnd = 0
  #longestSingle = 0

  constructor(columnCount: number, pairCount: number, allocate: Allocate) {
    this.#predicates = numbers(allocate, columnCount)
    this.#ranks = numbers(allocate, columnCount)
    this.#keyStarts = numbers(allocate, columnCount)
    this.#keyCounts = numbers(allocate, columnCount)
    this.#valueStarts = numbers(allocate, columnCount + 1)
    this.#offsetStarts = numbers(allocate, columnCount)
    this.#keys = numbers(allocate, pairCount)
    this.#offsets = numbers(allocate, pairCount + columnCount)
    this.#values = numbers(allocate, pairCount)
  }

  addSet(pairs: Map<number, PairBuffer>): void {
    const ordered = [...pairs.keys()]
    const ascending = Uint32Array.from(ordered).sort()
    const places = new Map(Array.from(ascending, (predicate, place) => [predicate, place]))
    for (const [rank, predicate] of ordered.entries()) {
      this.#ranks[this.columnCount + rank] = places.get(predicate)!
    }
    const known = new Map<string, number>()
    for (const predicate of ascending) {
      this.#addColumn(predicate, pairs.get(predicate)!, known)
      pairs.delete(predicate)
    }
  }

  finish(allocate: Allocate): Omit<ColumnParts, 'graphNames' | 'setStarts' | 'subjectStarts' | 'subjects'> {
    const identity = numbers(allocate, this.#longestSingle + 1)
    for (let row = 0; row < identity.length; row++) identity[row] = row
    return {
      predicates: this.#predicates,
      ranks: this.#ranks,
      keyStarts: this.#keyStarts,
      keyCounts: this.#keyCounts,
      valueStarts: this.#valueStarts,
      offsetStarts: this.#offsetStarts,
      keys: this.#keys.subarray(0, this.#keyEnd),
      offsets: this.#offsets.subarray(0, this.#offsetEnd),
      values: this.#values.subarray(0, this.#valueStarts[this.columnCount]),
      identity,
    }
  }

  /**
   * @param known columns of the same set that may have the same keys, by how many these are, the first and the last
   */
  #addColumn(predicate: number, buffer: PairBuffer, known: Map<string, number>): void {
    const column = this.columnCount++
    const { subjects, objects } = buffer.separate()
    const size = sortPairs(subjects, objects)
    const valueStart = this.#valueStarts[column]!
    this.#predicates[column] = predicate
    this.#values.set(objects.subarray(0, size), valueStart)
    this.#valueStarts[column + 1] = valueStart + size
    const count = this.#addKeys(subjects, size)
    this.#keyStarts[column] = this.#keyEnd
    this.#keyCounts[column] = count
    this.#offsetStarts[column] = this.#offsetEnd
    if (count < size) this.#offsetEnd += count + 1
    else this.#longestSingle = Math.max(this.#longestSingle, count)
    this.#shareKeys(column, known)
  }

  /** Writes keys and offsets behind the others. The offsets stay only where `#offsetEnd` is moved behind them. */
  #addKeys(subjects: Uint32Array, size: number): number {
    let count = 0
    for (let at = 0; at < size; at++) {
      const subject = subjects[at]!
      if (at > 0 && subject === subjects[at - 1]) continue
      this.#keys[this.#keyEnd + count] = subject
      this.#offsets[this.#offsetEnd + count++] = at
    }
    this.#offsets[this.#offsetEnd + count] = size
    return count
  }

  #shareKeys(column: number, known: Map<string, number>): void {
    const count = this.#keyCounts[column]!
    const keys = this.#keys.subarray(this.#keyEnd, this.#keyEnd + count)
    const mark = `${count} ${keys[0]} ${keys[count - 1]}`
    const other = known.get(mark)
    if (other !== undefined) {
      const start = this.#keyStarts[other]!
      if (keys.every((key, row) => this.#keys[start + row] === key)) {
        this.#keyStarts[column] = start
        return
      }
    }
    known.set(mark, column)
    this.#keyEnd += count
  }
}
