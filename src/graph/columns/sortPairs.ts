/** Digits of the radix sort, in bits. */
const DIGIT = 11
const BUCKETS = 2 ** DIGIT
/** Up to this many numbers are sorted by insertion. */
const FEW = 24

/**
 * Sorts pairs of numbers, by the first ones and then by the second ones, and drops the repeated: in linear time, and in
 * one pass where they are in order already.
 *
 * @returns how many pairs are left, at the beginning of both arrays
 */
export function sortPairs(firsts: Uint32Array, seconds: Uint32Array): number {
  if (!isAscending(firsts)) sortStably(firsts, seconds)
  const { length } = firsts
  let kept = 0
  for (let start = 0; start < length; ) {
    const first = firsts[start]!
    let end = start + 1
    while (end < length && firsts[end] === first) end++
    if (end - start > 1) sortNumbers(seconds, start, end)
    for (let at = start; at < end; at++) {
      const second = seconds[at]!
      if (at > start && second === seconds[kept - 1]) continue
      firsts[kept] = first
      seconds[kept++] = second
    }
    start = end
  }
  return kept
}

function isAscending(numbers: Uint32Array): boolean {
  for (let at = 1; at < numbers.length; at++) {
    if (numbers[at]! < numbers[at - 1]!) return false
  }
  return true
}

function sortNumbers(numbers: Uint32Array, start: number, end: number): void {
  if (end - start > FEW) {
    const part = numbers.subarray(start, end)
    if (!isAscending(part)) part.sort()
    return
  }
  for (let at = start + 1; at < end; at++) {
    const number = numbers[at]!
    let place = at
    for (; place > start && numbers[place - 1]! > number; place--) numbers[place] = numbers[place - 1]!
    numbers[place] = number
  }
}

/** Sorts pairs by the first ones; those that are equal keep their order. */
export function sortStably(firsts: Uint32Array, seconds: Uint32Array): void {
  const { length } = firsts
  let largest = 0
  for (let at = 0; at < length; at++) if (firsts[at]! > largest) largest = firsts[at]!
  let from: Pairs = [firsts, seconds]
  let to: Pairs = [new Uint32Array(length), new Uint32Array(length)]
  const counts = new Uint32Array(BUCKETS)
  for (let shift = 0; shift < 32 && largest >>> shift > 0; shift += DIGIT) {
    distribute(from, to, shift, counts)
    const sorted = to
    to = from
    from = sorted
  }
  if (from[0] === firsts) return
  firsts.set(from[0])
  seconds.set(from[1])
}

type Pairs = readonly [firsts: Uint32Array, seconds: Uint32Array]

function distribute([firsts, seconds]: Pairs, to: Pairs, shift: number, counts: Uint32Array): void {
  const [sortedFirsts, sortedSeconds] = to
  const { length } = firsts
  counts.fill(0)
  for (let at = 0; at < length; at++) counts[(firsts[at]! >>> shift) & (BUCKETS - 1)]!++
  let place = 0
  for (let bucket = 0; bucket < BUCKETS; bucket++) {
    const count = counts[bucket]!
    counts[bucket] = place
    place += count
  }
  for (let at = 0; at < length; at++) {
    const first = firsts[at]!
    const target = counts[(first >>> shift) & (BUCKETS - 1)]!++
    sortedFirsts[target] = first
    sortedSeconds[target] = seconds[at]!
  }
}
