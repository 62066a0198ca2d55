import type { TermId } from '../../../graph/columns/columnar.ts'
import type { Accumulator, ComputedValue } from '../expression.ts'
import { addDecimals, type Decimal, divideDecimals, formatDecimal } from '../terms/decimal.ts'
import type { EvaluationTerms } from '../terms/evaluationTerms.ts'
import { INEXACT, isNumeric, VALUE } from '../terms/valueTypes.ts'
import { greatest, Numbers } from './growable.ts'

/** The type of a sum that an error or a term that is no number has spoilt. */
const SPOILT = 255

const powers = Float64Array.from({ length: INEXACT }, (_, scale) => 10 ** scale)

/**
 * `SUM` and `AVG` (SPARQL 1.1 §18.5.1.3, §18.5.1.4) in the greatest numeric type among the values, exact for integers and
 * decimals. A value that is an error, unbound, or no number makes an error of the whole.
 */
export class SumAccumulator implements Accumulator {
  readonly #terms: EvaluationTerms
  readonly #isAverage: boolean
  /** Of an exact sum its digits, of another its value. */
  readonly #sums = new Numbers()
  /** Values added. */
  readonly #counts = new Numbers()
  /** The type in the lower four bits, digits after the point of an exact sum in the upper ones; 0 without values. */
  #types = new Uint8Array(64)
  /** The exact sums that a double cannot hold. */
  readonly #great = new Map<number, Decimal>()

  constructor(terms: EvaluationTerms, isAverage: boolean) {
    this.#terms = terms
    this.#isAverage = isAverage
  }

  get bytes(): number {
    return this.#sums.bytes + this.#counts.bytes + this.#types.length + this.#great.size * 100
  }

  add(groups: Uint32Array, values: Uint32Array, length: number): void {
    const last = greatest(groups, length)
    const sums = this.#sums.upTo(last)
    const counts = this.#counts.upTo(last)
    const types = this.#typesUpTo(last)
    const { graphSize, graphValues } = this.#terms
    for (let row = 0; row < length; row++) {
      const group = groups[row]!
      const id = values[row]!
      const packed = id !== 0 && id <= graphSize ? graphValues.types[id]! : 0
      // the common case: one more small integer
      if (packed === VALUE.integer && (types[group] === VALUE.integer || types[group] === 0)) {
        const sum = sums[group]! + graphValues.numbers[id]!
        if (Number.isSafeInteger(sum) && !(this.#great.size > 0 && this.#great.has(group))) {
          types[group] = VALUE.integer
          sums[group] = sum
          counts[group]!++
          continue
        }
      }
      this.#addTerm(group, id)
    }
  }

  addValue(group: number, value: ComputedValue): void {
    this.#typesUpTo(group)
    this.#add(group, value.type, value.scale, value.number, value)
  }

  result(group: number): TermId {
    const packed = this.#types[group] ?? 0
    if (packed === SPOILT) return 0
    if (packed === 0) return this.#terms.integer(0)
    const type = packed & 15
    if (type >= VALUE.float) return this.#floatingResult(group, type)
    const sum = this.#exactSum(group)
    if (this.#isAverage) {
      return this.#terms.decimal(divideDecimals(sum, { digits: BigInt(this.#counts.get(group)), scale: 0 }))
    }
    return type === VALUE.integer ? this.#terms.bigInteger(sum.digits) : this.#terms.decimal(sum)
  }

  #floatingResult(group: number, type: number): TermId {
    const sum = this.#sums.get(group)
    const value = this.#isAverage ? sum / this.#counts.get(group) : sum
    return type === VALUE.float ? this.#terms.float(Math.fround(value)) : this.#terms.double(value)
  }

  #addTerm(group: number, id: TermId): void {
    const packed = id === 0 ? VALUE.error : this.#terms.packedTypeOf(id)
    const type = packed & 15
    this.#add(group, type, packed >> 4, isNumeric(type) ? this.#terms.numberOf(id) : 0, id)
  }

  /** @param exact where the exact value is to be had */
  #add(group: number, type: number, scale: number, number: number, exact: TermId | ComputedValue): void {
    const types = this.#types
    if (types[group] === SPOILT) return
    if (!isNumeric(type)) {
      types[group] = SPOILT
      this.#great.delete(group)
      return
    }
    const sums = this.#sums.upTo(group)
    this.#counts.upTo(group)[group]!++
    const isFirst = types[group] === 0
    const sumType = Math.max(types[group]! & 15, type)
    if (sumType >= VALUE.float) {
      const before = isFirst ? 0 : this.#floatingSum(group)
      const sum = isFirst ? number : before + number
      sums[group] = sumType === VALUE.float ? Math.fround(sum) : sum
      types[group] = sumType
      this.#great.delete(group)
      return
    }
    this.#addExact(group, sumType, scale, number, exact)
  }

  #addExact(
    group: number,
    sumType: number,
    scale: number,
    number: number,
    exact: TermId | ComputedValue,
  ): void {
    const sums = this.#sums.upTo(group)
    const sumScale = this.#types[group]! >> 4
    if (scale !== INEXACT && !this.#great.has(group)) {
      const common = Math.max(scale, sumScale)
      const digits = Math.round(number * powers[scale]!) * powers[common - scale]!
      const aligned = sums[group]! * powers[common - sumScale]!
      const sum = aligned + digits
      if (Number.isSafeInteger(digits) && Number.isSafeInteger(aligned) && Number.isSafeInteger(sum)) {
        sums[group] = sum
        this.#types[group] = sumType | (common << 4)
        return
      }
    }
    const value =
      scale !== INEXACT
        ? { digits: BigInt(Math.round(number * powers[scale]!)), scale }
        : typeof exact === 'number'
          ? this.#terms.decimalOf(exact)
          : exact.decimal()
    this.#great.set(group, addDecimals(this.#exactSum(group), value))
    this.#types[group] = sumType | (sumScale << 4)
  }

  #exactSum(group: number): Decimal {
    const great = this.#great.get(group)
    return great ?? { digits: BigInt(this.#sums.get(group)), scale: this.#types[group]! >> 4 }
  }

  /** The sum so far as a double. */
  #floatingSum(group: number): number {
    if ((this.#types[group]! & 15) >= VALUE.float) return this.#sums.get(group)
    return Number(formatDecimal(this.#exactSum(group)))
  }

  #typesUpTo(group: number): Uint8Array {
    if (group >= this.#types.length) {
      const types = new Uint8Array(Math.max(this.#types.length * 2, group + 1))
      types.set(this.#types)
      this.#types = types
    }
    return this.#types
  }
}
