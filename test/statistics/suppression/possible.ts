/** Some numbers, by their places, and what they add up to. */
export interface Equation {
  readonly places: readonly number[]
  readonly total: number
}

/**
 * All values that each unknown number may have, for a reader who knows some sums: every combination is tried.
 *
 * @param least what each number is at least
 * @param most what each number is at most, where no sum says so
 */
export function possibleValues(
  unknown: readonly number[],
  equations: readonly Equation[],
  { least, most }: { readonly least: (place: number) => number; readonly most: number },
): ReadonlyMap<number, ReadonlySet<number>> {
  const found = new Map(unknown.map(place => [place, new Set<number>()]))
  const rests = equations.map(({ total }) => total)
  const of = new Map(
    unknown.map(place => [
      place,
      equations.flatMap(({ places }, index) => (places.includes(place) ? [index] : [])),
    ]),
  )
  const isLast = new Map(
    unknown.map((place, index) => [
      place,
      of.get(place)!.filter(one => !unknown.slice(index + 1).some(other => of.get(other)!.includes(one))),
    ]),
  )
  const picked: number[] = []
  const fill = (index: number): void => {
    const place = unknown[index]
    if (place === undefined) {
      for (const [at, one] of unknown.entries()) found.get(one)!.add(picked[at]!)
      return
    }
    const own = of.get(place)!
    const highest = Math.min(...own.map(one => rests[one]!), most)
    for (let value = least(place); value <= highest; value++) {
      for (const one of own) rests[one]! -= value
      picked[index] = value
      if (isLast.get(place)!.every(one => rests[one] === 0)) fill(index + 1)
      for (const one of own) rests[one]! += value
    }
  }
  fill(0)
  return found
}
