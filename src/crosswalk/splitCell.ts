import type { ConceptScheme } from '../vocabulary/concept.ts'
import { escapePattern } from './columnPattern.ts'
import type { CompiledTarget } from './createCrosswalk.ts'

/**
 * The values of a cell that holds several. Where labels of the list have the separator in them (« Dates, listes »), the
 * longest run of parts that is one is a value: nobody writes that label in any other way.
 */
export function splitCell(text: string, { separator, matcher, partsOfLabel = 1 }: CompiledTarget): string[] {
  if (separator === undefined) return [text]
  const parts = text.split(separator)
  if (!matcher || partsOfLabel === 1 || parts.length === 1) return parts
  const pattern = typeof separator === 'string' ? escapePattern(separator) : separator.source
  const between = text.match(new RegExp(pattern, 'g'))!
  const values: string[] = []
  for (let start = 0; start < parts.length; ) {
    const length = longestLabel(start)
    values.push(joined(start, length))
    start += length
  }
  return values

  /** How many parts from a place on are one label, where they are not labels each; 1 where they are none. */
  function longestLabel(start: number): number {
    for (let length = Math.min(partsOfLabel, parts.length - start); length > 1; length -= 1) {
      const isLabel = matcher!.match(joined(start, length)) !== undefined
      if (isLabel && !parts.slice(start, start + length).every(part => matcher!.match(part))) return length
    }
    return 1
  }

  function joined(start: number, length: number): string {
    let value = parts[start]!
    for (let index = start + 1; index < start + length; index += 1)
      value += between[index - 1]! + parts[index]!
    return value
  }
}

/** How many parts the label of a list has at most, where it is split as cells are. */
export function partsOfLabels({ concepts }: ConceptScheme, separator: string | RegExp): number {
  const labels = concepts.flatMap(({ notation, prefLabel, altLabels, hiddenLabels }) => [
    notation,
    ...Object.values(prefLabel),
    ...altLabels,
    ...hiddenLabels,
  ])
  return labels.reduce((most, label) => Math.max(most, label.split(separator).length), 1)
}
