/** The 0.975 quantile of the normal distribution. */
const Z = 1.959963984540054

/**
 * The shares that a score test at 5 % does not reject, found by bisection: what Wilson's formula solves.
 *
 * @param drawnFrom of how many the sample was drawn without replacement
 */
export function sharesNotRejected(n: number, base: number, drawnFrom = Number.POSITIVE_INFINITY) {
  const correction = drawnFrom === Number.POSITIVE_INFINITY ? 1 : (drawnFrom - base) / (drawnFrom - 1)
  const observed = n / base
  const isRejected = (share: number) =>
    Math.abs(observed - share) > Z * Math.sqrt(((share * (1 - share)) / base) * correction)
  const bound = (end: number) => {
    if (!isRejected(end)) return end
    let [rejected, kept] = [end, observed]
    for (let step = 0; step < 200; step++) {
      const middle = (rejected + kept) / 2
      if (isRejected(middle)) rejected = middle
      else kept = middle
    }
    return kept
  }
  return { lower: bound(0), upper: bound(1) }
}

/** Newcombe's method 10, from these bounds. */
export function hybridScore(own: readonly [number, number], other: readonly [number, number]) {
  const [p, q] = [own[0] / own[1], other[0] / other[1]]
  const [one, two] = [sharesNotRejected(...own), sharesNotRejected(...other)]
  return {
    lower: p - q - Math.sqrt((p - one.lower) ** 2 + (two.upper - q) ** 2),
    upper: p - q + Math.sqrt((one.upper - p) ** 2 + (q - two.lower) ** 2),
  }
}
