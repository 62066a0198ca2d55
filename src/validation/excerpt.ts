/** Longer values are cut in reports. */
const LONGEST = 200

/** A value as a report shows it: as text, of at most 200 code points. */
export function excerpt(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
  const points = [...text]
  return points.length > LONGEST ? `${points.slice(0, LONGEST - 1).join('')}…` : text
}
